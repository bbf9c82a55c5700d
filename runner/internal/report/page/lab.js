"use strict";
// The page of a lab that a student works on.
(() => {
  const { all, one } = timelines;
  let shown = ""; // the hint that was bought here and is to be focused
  timelines.setUpIn(document);

  stream.follow((found) => {
    for (const part of all(".part", found)) stream.morph(one("#" + part.id), part);
    for (const figure of all(".tl")) timelines.redraw(figure);
    const hint = shown && document.getElementById(shown);
    if (hint) {
      hint.focus();
      shown = "";
    }
  });

  // press sends what a button asks for. What comes of it comes with the changes.
  const press = (button, what) => {
    button.disabled = true;
    fetch(what, { method: "POST" }).then((answer) => { if (!answer.ok) throw new Error(answer.status); }).catch(() => {
      button.disabled = false;
      one("#said").textContent = button.dataset.failed;
    });
  };
  // show opens or closes the price of a hint.
  const show = (buy, open) => {
    const ask = one(".ask", buy);
    ask.setAttribute("aria-expanded", String(open));
    one(".price", buy).hidden = !open;
    (open ? one(".take", buy) : ask).focus();
  };
  document.addEventListener("click", (e) => {
    const button = e.target.closest("button"), buy = e.target.closest(".buy");
    if (!button) return;
    if (button.id === "check") press(button, "check");
    if (button.matches(".ask")) show(buy, one(".price", buy).hidden);
    if (button.matches(".leave")) show(buy, false);
    if (button.matches(".take")) {
      shown = `hint-${button.dataset.task}-${button.dataset.number}`;
      press(button, `hint?task=${button.dataset.task}&number=${button.dataset.number}`);
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const buy = e.target.closest(".buy");
    if (e.key === "Escape" && buy && !one(".price", buy).hidden) show(buy, false);
    if (e.key === "c" && !e.target.closest(".view, select")) one("#check").click();
  });
})();
