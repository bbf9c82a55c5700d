"use strict";
const report = (() => {
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const one = (query, from = document) => from.querySelector(query);
  const cards = () => all(".card");

  // Filters. They are kept in the link, so that a filtered page can be shared.
  const query = one("#query"), tag = one("#tag"), shown = one("#shown");
  const verdicts = all(".verdicts button");
  const texts = new WeakMap();
  const textOf = (card) => {
    if (!texts.has(card)) {
      const folded = one("template", card);
      texts.set(card, (card.textContent + (folded ? folded.content.textContent : "")).toLowerCase());
    }
    return texts.get(card);
  };
  const undecided = ["running", "waiting"]; // these have no filter
  const filter = () => {
    const wanted = new Set(verdicts.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.verdict));
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    const listed = cards();
    for (const card of listed) {
      const verdict = card.dataset.verdict;
      const visible = (wanted.has(verdict) || undecided.includes(verdict)) &&
        (!tag || !tag.value || card.dataset.tags.split(" ").includes(tag.value)) &&
        words.every((word) => textOf(card).includes(word));
      card.hidden = !visible;
      if (visible) n++;
    }
    for (const group of all(".group")) group.hidden = !one(".card:not([hidden])", group);
    one("#none").hidden = n > 0 || listed.length === 0;
    shown.textContent = shown.dataset.text.replace("{shown}", n).replace("{all}", listed.length);
  };
  const keep = () => {
    const kept = new URLSearchParams();
    const on = verdicts.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.verdict);
    if (on.length < verdicts.length) kept.set("verdict", on.join(","));
    if (tag && tag.value) kept.set("tag", tag.value);
    if (query.value) kept.set("q", query.value);
    history.replaceState(null, "", String(kept) ? "#?" + kept : "#");
  };
  const changed = () => { filter(); keep(); };
  for (const b of verdicts) b.addEventListener("click", () => { toggle(b); changed(); });
  const toggle = (b) => b.setAttribute("aria-pressed", String(b.getAttribute("aria-pressed") !== "true"));
  if (tag) tag.addEventListener("change", changed);
  query.addEventListener("input", changed);
  one("form.filters").addEventListener("submit", (e) => e.preventDefault());
  const openAll = (open) => { for (const card of cards()) if (!card.hidden) for (const d of all("details.body", card)) d.open = open; };
  one("#open-all").addEventListener("click", () => openAll(true));
  one("#close-all").addEventListener("click", () => openAll(false));

  // Links: #?verdict=failed restores filters, #FILE:LINE opens a scenario.
  const follow = () => {
    const hash = location.hash;
    if (hash.startsWith("#?")) {
      const kept = new URLSearchParams(hash.slice(2));
      const on = kept.get("verdict");
      for (const b of verdicts) b.setAttribute("aria-pressed", String(on === null || on.split(",").includes(b.dataset.verdict)));
      if (tag) tag.value = kept.get("tag") ?? "";
      query.value = kept.get("q") ?? "";
    } else if (hash.length > 1) {
      let id = hash.slice(1);
      try { id = decodeURIComponent(id); } catch { /* taken as it is */ }
      const card = document.getElementById(id);
      if (card && card.matches(".card")) visit(card, true);
    }
    filter();
  };
  const visit = (card, open) => {
    for (const other of all(".current")) other.classList.remove("current");
    card.classList.add("current");
    const body = one("details.body", card);
    if (body && open) body.open = true;
    card.scrollIntoView({ block: "start" });
    const focus = body ? one("summary", body) : null;
    if (focus) focus.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);

  // Keys.
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input, select, textarea")) {
      if (e.key === "Escape" && e.target === query) { query.value = ""; changed(); query.blur(); }
      return;
    }
    if (e.key === "/") { e.preventDefault(); query.focus(); }
    if (e.key === "j" || e.key === "k") {
      const visible = cards().filter((c) => !c.hidden && c.matches("article"));
      if (!visible.length) return;
      const at = visible.indexOf(one(".current"));
      const next = at < 0 ? 0 : Math.min(visible.length - 1, Math.max(0, at + (e.key === "j" ? 1 : -1)));
      visit(visible[next], false);
    }
  });

  // Tooltips say what the label of a bar says.
  const tip = one("#tip");
  const tell = (bar, x, y) => {
    tip.textContent = bar.getAttribute("aria-label");
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(x + 12, innerWidth - box.width - 8)) + "px";
    tip.style.top = (y + 18 + box.height > innerHeight ? Math.max(4, y - box.height - 12) : y + 18) + "px";
  };
  const quiet = () => { tip.hidden = true; };
  document.addEventListener("pointermove", (e) => {
    const bar = e.target.closest ? e.target.closest(".b") : null;
    if (bar) tell(bar, e.clientX, e.clientY); else quiet();
  });
  document.addEventListener("scroll", quiet, true);

  // Timelines.
  const units = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 3e4, 6e4, 12e4, 3e5, 6e5, 18e5, 36e5];
  const short = (ms) => ms === 0 ? "0" : ms < 1e3 ? ms + "ms" : ms < 6e4 ? ms / 1e3 + "s" : Math.floor(ms / 6e4) + "m" + (ms % 6e4 ? ms % 6e4 / 1e3 + "s" : "");
  const svg = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  };
  const zooms = new WeakMap();
  const setUp = (figure) => {
    if (figure.dataset.ready) return;
    figure.dataset.ready = "yes";
    const view = one(".view", figure);
    const stretch = (factor, whole) => {
      const middle = (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth;
      const zoom = whole ? 1 : Math.min(256, Math.max(1, (zooms.get(figure) ?? 1) * factor));
      zooms.set(figure, zoom);
      one(".canvas", figure).style.width = zoom * 100 + "%";
      view.scrollLeft = middle * view.scrollWidth - view.clientWidth / 2;
      draw(figure);
    };

    // A step and its moment are selected together.
    const steps = figure.previousElementSibling;
    const select = (number, scroll) => {
      const bar = one(`.steprow [data-step="${number}"]`, figure);
      for (const b of all(".pick", steps)) b.setAttribute("aria-pressed", String(b.dataset.step === number && b.getAttribute("aria-pressed") !== "true"));
      mark(figure);
      const on = one('.pick[aria-pressed="true"]', steps);
      if (on && bar) {
        const place = bar.getBoundingClientRect(), box = view.getBoundingClientRect();
        if (place.left < box.left + 210 || place.right > box.right) view.scrollLeft += place.left - box.left - box.width / 3;
      }
      if (on && scroll) on.scrollIntoView({ block: "nearest" });
    };

    // The figure's parts may be replaced while a run goes on, so it listens itself.
    figure.addEventListener("click", (e) => {
      const zoom = e.target.closest("[data-zoom]"), kind = e.target.closest(".tools [data-kind]"), bar = e.target.closest(".steprow .b");
      if (zoom) stretch(zoom.dataset.zoom === "1" ? 2 : 0.5, zoom.dataset.zoom === "0");
      if (kind) { toggle(kind); choose(figure); }
      if (bar) select(bar.dataset.step, true);
    });
    figure.addEventListener("change", () => choose(figure));
    if (steps && steps.matches(".steps")) {
      steps.addEventListener("click", (e) => {
        const pick = e.target.closest(".pick");
        if (pick) select(pick.dataset.step, false);
      });
    }

    // One stop for the tab key; arrows move from bar to bar, Home and End to the ends.
    const bars = () => all(".b", figure).filter((b) => b.checkVisibility());
    const go = (bar) => {
      for (const other of all('.b[tabindex="0"]', figure)) other.setAttribute("tabindex", "-1");
      bar.setAttribute("tabindex", "0");
      bar.focus();
      const box = bar.getBoundingClientRect();
      tell(bar, box.left, box.bottom);
    };
    view.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const list = bars(), at = list.indexOf(document.activeElement);
      const rows = [...new Set(list.map((b) => b.closest(".row")))];
      const row = at < 0 ? -1 : rows.indexOf(list[at].closest(".row"));
      let next = null;
      switch (e.key) {
        case "ArrowRight": next = list[at + 1]; break;
        case "ArrowLeft": next = list[at - 1]; break;
        case "ArrowDown": next = rows[row + 1] && list.find((b) => b.closest(".row") === rows[row + 1]); break;
        case "ArrowUp": next = rows[row - 1] && list.find((b) => b.closest(".row") === rows[row - 1]); break;
        case "Home": next = list[0]; break;
        case "End": next = list[list.length - 1]; break;
        case "+": stretch(2); e.preventDefault(); return;
        case "-": stretch(0.5); e.preventDefault(); return;
        case "Enter": case " ":
          if (at >= 0 && list[at].dataset.step) { select(list[at].dataset.step, true); e.preventDefault(); }
          return;
        case "Escape": quiet(); view.focus(); return;
        default: return;
      }
      e.preventDefault();
      if (next) go(next);
    });
    draw(figure);
    let width = 0;
    new ResizeObserver(() => {
      if (Math.abs(view.clientWidth - width) < 1) return;
      width = view.clientWidth;
      draw(figure);
    }).observe(view);
    figure.addEventListener("toggle", () => fit(figure), true);
  };
  // draw does what depends on the size of a timeline and on what it shows by now.
  const draw = (figure) => { ticks(figure); fit(figure); };
  const redraw = (figure) => {
    name(figure);
    choose(figure);
    mark(figure);
    draw(figure);
  };
  // name tells who a bar is about.
  const name = (figure) => {
    for (const row of all(".row", figure)) {
      const plot = one(".plot", row), label = one(".lab", row);
      if (!plot || plot.hasAttribute("aria-hidden") || row.matches(".steprow")) continue;
      const who = (row.dataset.ns ? row.dataset.ns + "/" : "") + label.firstChild.textContent;
      plot.setAttribute("role", "group");
      plot.setAttribute("aria-label", who);
      for (const bar of all("[data-l]", plot)) {
        bar.setAttribute("role", "img");
        bar.setAttribute("aria-label", who + ": " + bar.dataset.l);
      }
    }
  };
  // fit hides a text that its bar has no room for.
  const fit = (figure) => {
    const texts = all(".b > text", figure);
    const room = texts.map((text) => text.parentNode.querySelector("rect").getBoundingClientRect().width - text.getBBox().width >= 7);
    texts.forEach((text, i) => text.classList.toggle("nofit", !room[i]));
  };
  const ticks = (figure) => {
    const total = Math.max(1, Number(figure.dataset.ms)), over = one(".under", figure), axis = one(".axis svg", figure);
    const wide = axis.getBoundingClientRect().width, many = Math.max(2, wide / 90);
    const unit = units.find((u) => total / u <= many) ?? units[units.length - 1];
    axis.replaceChildren();
    for (const line of all(".grid", over)) line.remove();
    for (let at = 0; at < total; at += unit) {
      const x = at / total * 100;
      over.prepend(svg("rect", { class: "grid", x: x + "%", width: 1, height: "100%" }));
      if ((1 - at / total) * wide > 44) axis.append(svg("text", { x: x + "%", dx: 3, y: 12 }, short(at)));
    }
  };
  // choose hides what the filters of a timeline leave out.
  const choose = (figure) => {
    const ns = one("select.ns", figure), node = one("select.node", figure);
    const off = new Set(all(".tools [data-kind]", figure).filter((b) => b.getAttribute("aria-pressed") !== "true").map((b) => b.dataset.kind));
    figure.classList.toggle("no-events", off.has("event"));
    for (const mark of all(".m", figure)) mark.setAttribute("display", off.has("event") ? "none" : "inline");
    for (const row of all(".lane .row, .crowd", figure)) {
      row.hidden = off.has(row.dataset.kind) && !(row.dataset.kind === "node") ||
        Boolean(ns && ns.value && row.dataset.ns && row.dataset.ns !== ns.value);
    }
    for (const lane of all(".lane", figure)) {
      lane.hidden = Boolean(node && node.value && lane.dataset.kind === "node" && lane.dataset.node !== node.value) ||
        off.has(lane.dataset.kind) && lane.dataset.kind !== "node";
      const plot = one(".plot", lane);
      if (plot) plot.style.visibility = lane.dataset.kind === "node" && off.has("node") ? "hidden" : "";
    }
  };
  // mark draws the moment of the selected step.
  const mark = (figure) => {
    const steps = figure.previousElementSibling, moment = one(".moment", figure);
    const on = steps && one('.pick[aria-pressed="true"]', steps);
    const bar = on && one(`.steprow [data-step="${on.dataset.step}"]`, figure);
    moment.setAttribute("width", bar ? bar.getAttribute("width") : 0);
    moment.setAttribute("x", bar ? bar.getAttribute("x") : 0);
  };
  const setUpIn = (details) => {
    const folded = one("template", details);
    if (folded) folded.replaceWith(folded.content);
    for (const figure of all(".tl", details)) if (!figure.dataset.ready) { setUp(figure); name(figure); }
  };
  // card prepares a card for when it is opened.
  const card = (element) => {
    for (const d of all("details.body", element)) {
      if (d.open) setUpIn(d);
      d.addEventListener("toggle", () => { if (d.open) setUpIn(d); });
    }
  };
  for (const c of cards()) card(c);

  addEventListener("beforeprint", () => {
    for (const card of cards()) {
      if (card.hidden || card.dataset.verdict === "passed") continue;
      for (const d of all("details.body", card)) setUpIn(d);
      for (const d of all("details", card)) d.open = true;
    }
  });
  follow();
  return { all, one, card, setUpIn, redraw, filter, forget: (element) => texts.delete(element), toggle };
})();
