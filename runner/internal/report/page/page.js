"use strict";
const report = (() => {
  const { all, one, toggle, setUpIn } = timelines;
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
  return { card, filter, forget: (element) => texts.delete(element) };
})();
