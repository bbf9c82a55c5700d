"use strict";
// A page that changes while it is open. The server says that there are changes; the page
// fetches the changed parts as a document, which runs no scripts, and brings its own
// elements in line, so that what is open, selected, filtered and zoomed stays.
const stream = (() => {
  const { all, one } = timelines;
  let version = Number(document.body.dataset.version), offset = 0, fetching = false, newest = version, over = false;
  const read = (body) => { offset = Number(body.dataset.clock) - Date.now(); };
  read(document.body);

  // Times that go on.
  const long = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    return s < 60 ? s + "s" : s < 3600 ? Math.floor(s / 60) + "m" + s % 60 + "s" : Math.floor(s / 3600) + "h" + Math.floor(s % 3600 / 60) + "m";
  };
  const tick = () => { for (const t of all("time[data-since]")) t.textContent = long(Date.now() + offset - Number(t.dataset.since)); };
  setInterval(tick, 1000);
  tick();

  // morph brings an element in line with another one. The attributes and classes that
  // only this page sets stay as they are.
  const own = new Set(["open", "hidden", "style", "display", "aria-pressed", "aria-expanded", "tabindex", "data-ready", "data-touched"]);
  const added = new Set(["role", "aria-label"]);
  const marks = ["current", "nofit", "no-events"];
  const attributes = (old, wanted) => {
    for (const { name, value } of wanted.attributes) {
      if (own.has(name) || old.getAttribute(name) === value) continue;
      const kept = name === "class" ? marks.filter((m) => old.classList.contains(m)) : [];
      old.setAttribute(name, [value, ...kept].join(" "));
    }
    for (const { name } of [...old.attributes]) {
      if (!wanted.hasAttribute(name) && !own.has(name) && !added.has(name)) old.removeAttribute(name);
    }
  };
  const keyOf = (node) => node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || "" : "";
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
  const morph = (old, wanted) => {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== wanted.data) old.data = wanted.data;
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE || old.matches(".moment, #ending, #lost")) return;
    if (old.matches("time[data-since]") && wanted.matches("time[data-since]")) { attributes(old, wanted); return; }
    attributes(old, wanted);
    if (old.matches("template")) { old.replaceWith(document.importNode(wanted, true)); return; }
    const keyed = new Map([...old.childNodes].filter(keyOf).map((child) => [keyOf(child), child]));
    let at = old.firstChild;
    for (const child of wanted.childNodes) {
      const known = keyOf(child) ? keyed.get(keyOf(child)) : null;
      if (known && alike(known, child)) {
        if (known === at) at = at.nextSibling; else old.insertBefore(known, at);
        morph(known, child);
      } else if (at && alike(at, child)) {
        const next = at.nextSibling;
        morph(at, child);
        at = next;
      } else {
        old.insertBefore(document.importNode(child, true), at);
      }
    }
    while (at) { const next = at.nextSibling; at.remove(); at = next; }
  };

  // follow begins to fetch changes; apply takes over their documents.
  let apply = () => {};
  const took = (found) => {
    read(found.body);
    apply(found);
    tick();
    version = Number(found.body.dataset.version);
    if (found.body.dataset.ended) { over = true; source.close(); }
  };
  const pull = () => {
    if (fetching || over || newest <= version) return;
    fetching = true;
    const request = new XMLHttpRequest();
    request.open("GET", "changes?since=" + version);
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      fetching = false;
      if (request.status === 200 && request.response) { took(request.response); pull(); }
    });
    request.send();
  };

  // The server pushes the number of the newest version.
  const source = new EventSource("events"), lost = () => one("#lost");
  source.addEventListener("message", (e) => {
    if (lost()) lost().hidden = true;
    newest = Math.max(newest, Number(e.data));
    pull();
  });
  source.addEventListener("error", () => {
    if (over || !lost()) return;
    const gone = source.readyState === EventSource.CLOSED;
    lost().textContent = gone ? lost().dataset.gone : lost().dataset.lost;
    lost().hidden = false;
  });
  return { morph, follow: (take) => { apply = take; pull(); } };
})();
