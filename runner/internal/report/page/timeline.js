"use strict";
// The timelines of a page: zoom, filters, selection, tooltips, and movement by keyboard.
const timelines = (() => {
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const one = (query, from = document) => from.querySelector(query);
  const toggle = (b) => b.setAttribute("aria-pressed", String(b.getAttribute("aria-pressed") !== "true"));

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
  return { all, one, toggle, setUpIn, redraw };
})();
