// findings returns what is wrong with the layout and the accessibility of the page.
function findings() {
  const found = [];
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && e.getClientRects().length > 0;
  const name = (e) => {
    const by = e.getAttribute("aria-labelledby");
    if (by) return by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    return (e.getAttribute("aria-label") ?? "").trim() || (e.labels?.[0]?.textContent ?? "").trim() || (e.textContent ?? "").trim();
  };
  const what = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") ?? ""}"> ${(e.textContent ?? "").trim().slice(0, 50)}`;

  // The document.
  if (!document.documentElement.lang) found.push("the page has no language");
  if (!document.title) found.push("the page has no title");
  if (all("main").length !== 1 || all("h1").length !== 1) found.push("the page has not one main and one h1");

  // No sideways scrolling of the page.
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);

  // IDs are unique, and references lead somewhere.
  const ids = new Map();
  for (const e of all("[id]")) ids.set(e.id, (ids.get(e.id) ?? 0) + 1);
  for (const [id, n] of ids) if (n > 1) found.push(`${n} elements have the ID ${id}`);
  for (const e of all("[aria-labelledby]")) if (!document.getElementById(e.getAttribute("aria-labelledby"))) found.push(`no label for ${what(e)}`);

  // Headings go down one level at a time.
  let level = 0;
  for (const h of all("h1,h2,h3,h4,h5,h6").filter((h) => h.checkVisibility())) {
    const now = Number(h.tagName[1]);
    if (now > level + 1) found.push(`heading ${now} after ${level}: ${h.textContent}`);
    if (!h.textContent.trim()) found.push("an empty heading");
    level = now;
  }

  // Whatever can be operated has a name, a role that exists, and nothing operable in it.
  for (const e of all("button,a[href],input,select,summary,[tabindex]").filter(visible)) {
    if (!name(e)) found.push(`no name: ${what(e)}`);
    if (e.tabIndex > 0) found.push(`tabindex ${e.tabIndex}: ${what(e)}`);
    if (e.matches("button,a,summary") && e.querySelector("button,a[href],input,select")) found.push(`operable in operable: ${what(e)}`);
    const box = e.getBoundingClientRect();
    if (e.matches("button,input,select") && (box.width < 24 || box.height < 24)) found.push(`smaller than 24 px: ${what(e)} ${box.width}x${box.height}`);
  }
  for (const e of all("input,select")) if (!(e.labels?.length) && !e.getAttribute("aria-label")) found.push(`no label: ${what(e)}`);
  const roles = new Set(["search", "group", "region", "img", "tooltip", "presentation", "note", "status", "alert"]);
  for (const e of all("[role]")) if (!roles.has(e.getAttribute("role"))) found.push(`role ${e.getAttribute("role")}`);
  for (const e of all("[role=img],[role=region]").filter(visible)) if (!name(e)) found.push(`no name: ${what(e)}`);
  for (const e of all("[aria-hidden=true]")) if (e.querySelector("button,a[href],[tabindex='0']")) found.push(`operable and hidden: ${what(e)}`);
  for (const e of all("[aria-pressed]")) if (!["true", "false"].includes(e.getAttribute("aria-pressed"))) found.push("aria-pressed");
  for (const e of all("ul,ol")) if ([...e.children].some((c) => c.tagName !== "LI")) found.push(`not a list item in ${what(e)}: ${[...e.children].filter((c) => c.tagName !== "LI").map((c) => c.outerHTML.slice(0, 60))}`);
  for (const e of all("dl>div")) if (!e.querySelector("dt") || !e.querySelector("dd")) found.push(`half an entry: ${what(e)}`);
  for (const e of all("th")) if (!e.scope) found.push(`no scope: ${what(e)}`);
  // What scrolls can be reached by keyboard.
  for (const e of all("*").filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && visible(e))) {
    if (e.tabIndex < 0 && !e.closest("[tabindex]") && !e.matches("input,textarea")) found.push(`scrolls, and cannot be focused: ${what(e)}`);
  }

  // Contrast of text: 4.5, or 3 if it is large (WCAG 2.2 AA).
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const d = canvas.getImageData(0, 0, 1, 1).data;
    return [d[0], d[1], d[2], d[3] / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const back = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      const c = rgba(getComputedStyle(at).backgroundColor);
      if (c[3] > 0) layers.push(c);
      if (c[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e || e.closest("script,style,option,.skip,.unseen-heading,title") || !visible(e)) continue;
    texts.push([walker.currentNode, e]);
  }
  const told = new Set();
  for (const [, e] of texts) {
    const style = getComputedStyle(e), inBar = e.closest("svg .b > text");
    const color = rgba(e instanceof SVGElement ? style.fill : style.color);
    let ground = back(e.closest("svg")?.parentElement ?? e);
    if (inBar) {
      const fill = getComputedStyle(inBar.parentNode.querySelector("rect"));
      const f = rgba(fill.fill);
      f[3] *= Number(fill.fillOpacity);
      ground = over(f, ground);
    }
    const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
    const ratio = contrast(over(color, ground), ground);
    const key = `${style.color} ${style.fill} ${ground}`;
    if (ratio < (large ? 3 : 4.5) && !told.has(key)) {
      told.add(key);
      found.push(`contrast ${ratio.toFixed(2)}: ${what(e)}`);
    }
  }

  // Texts lie inside the window or something that scrolls, and do not overlap.
  const boxes = [];
  for (const [node, e] of texts) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const scroller = e.closest(".view,pre,code,.cells");
      let clip = { left: 0, right: innerWidth, top: -1e9, bottom: 1e9 };
      if (scroller) clip = scroller.getBoundingClientRect();
      else if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside of the window: ${what(e)}`);
      const left = Math.max(box.left, clip.left), right = Math.min(box.right, clip.right), top = Math.max(box.top, clip.top), bottom = Math.min(box.bottom, clip.bottom);
      if (right - left < 1 || bottom - top < 1 || e.closest(".filters")) continue;
      // Lines have some leading that may overlap: only the middle of the letters counts.
      boxes.push({ left: left + 0.5, right: right - 0.5, top: top + (bottom - top) * 0.3, bottom: bottom - (bottom - top) * 0.3, e, scroller });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
      const a = boxes[i], b = boxes[j];
      if (a.left >= b.right || b.left >= a.right) continue;
      // A label that stays in place covers what scrolls below it, on purpose.
      if (a.scroller && a.scroller === b.scroller && a.scroller.scrollLeft > 0 && (a.e.closest(".lab") || b.e.closest(".lab"))) continue;
      found.push(`overlap: ${what(a.e)} AND ${what(b.e)}`);
    }
  }
  // Texts are not cut off.
  for (const e of all("button,h1,h2,h3,h4,dt,dd,.lab,.badge,.chip,.tag,summary").filter((e) => visible(e) && !e.matches(".unseen-heading"))) {
    if (getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) found.push(`cut off: ${what(e)}`);
  }
  for (const text of all(".b > text").filter(visible)) {
    const room = text.parentNode.querySelector("rect").getBoundingClientRect().width;
    if (text.getBBox().width + 3 > room) found.push(`cut off in its bar: ${text.textContent}`);
  }
  return found;
}
