"use strict";
// The page of a run that goes on.
(() => {
  const { all, one } = timelines, { morph } = stream;

  // place puts a card into its group, in the order of the plan.
  const place = (card) => {
    const section = one(`section[data-group="${card.dataset.group}"]`), into = one(":scope > ul", section) ?? section;
    const order = Number(card.dataset.order);
    const after = [...into.children].find((c) => c.matches(".card") && Number(c.dataset.order) > order);
    if (card.parentNode !== into || card.nextElementSibling !== (after ?? null)) {
      const focus = card.contains(document.activeElement) ? document.activeElement : null;
      into.insertBefore(card, after ?? null);
      if (focus) focus.focus({ preventScroll: true });
    }
  };
  const update = (wanted) => {
    let card = document.getElementById(wanted.id);
    if (!card) return;
    if (card.nodeName !== wanted.nodeName) {
      const made = document.importNode(wanted, true);
      card.replaceWith(made);
      place(made);
      report.card(made);
      return;
    }
    const body = one("details.body", card), before = card.dataset.group;
    const folded = one("template", wanted);
    if (folded && !one("template", card)) folded.replaceWith(folded.content);
    report.forget(card);
    morph(card, wanted);
    if (before !== card.dataset.group) place(card);
    if (!body) return;
    if (before === "running" && card.dataset.group === "passed" && !body.dataset.touched) body.open = false;
    if (body.open) {
      timelines.setUpIn(body);
      for (const figure of all(".tl", body)) timelines.redraw(figure);
    }
  };
  const note = (e) => { const body = e.target.closest ? e.target.closest("details.body") : null; if (body) body.dataset.touched = "yes"; };
  addEventListener("click", note);
  addEventListener("keydown", note);

  stream.follow((found) => {
    const head = one("#top"), chips = one(".verdicts");
    morph(head, one("#top", found));
    const ending = one("#ending", found);
    if (one("#ending") && ending && ending.textContent) one("#ending").textContent = ending.textContent;
    morph(chips, one(".verdicts", found));
    document.title = found.title;
    document.body.className = found.body.className;
    for (const card of all(".card", found)) update(card);
    for (const section of all("section.group")) one("small", section).textContent = all(".card", section).length;
    report.filter();
  });

  // The end of the run, in two clicks: one may be a mistake.
  let sure = 0;
  document.addEventListener("click", (e) => {
    const button = e.target.closest("#end");
    if (!button) return;
    const said = one("#ending");
    if (Date.now() - sure > 5000) {
      sure = Date.now();
      said.textContent = button.dataset.sure;
      setTimeout(() => { if (said.textContent === button.dataset.sure) said.textContent = ""; }, 5000);
      return;
    }
    button.disabled = true;
    fetch("end", { method: "POST" }).then((answer) => { if (!answer.ok) throw new Error(answer.status); }).catch(() => {
      button.disabled = false;
      said.textContent = button.dataset.failed;
    });
  });
})();
