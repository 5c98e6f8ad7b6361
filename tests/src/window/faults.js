// What a careful eye finds wrong on the page as it is drawn now.
const faults = [];
const root = document.scrollingElement;
const squeeze = (text) => (text ?? "").replace(/\s+/gu, " ").trim();
const said = (element) =>
  `<${element.tagName.toLowerCase()}.${[...element.classList].join(".")}> ${squeeze(element.innerText ?? element.value).slice(0, 40)}`;

// Words.
const words = [document.body.innerText];
for (const element of document.querySelectorAll("[title], [aria-label], [placeholder]")) {
  words.push(element.title, element.getAttribute("aria-label"), element.getAttribute("placeholder"));
}
for (const key of words.join("\n").match(/⟦[^⟧]*⟧/gu) ?? []) faults.push(`no words: ${key}`);
for (const odd of words.join("\n").match(/\b(undefined|NaN|\[object \w+\])/gu) ?? []) faults.push(`odd words: ${odd}`);

// Room.
if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide, the window ${innerWidth}`);

const pen = document.createElement("canvas").getContext("2d");
const width = (text, style) => {
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen.measureText(text).width;
};
const hidden = (element, style) =>
  style.clipPath !== "none" || element.getClientRects().length === 0 || !element.checkVisibility({ visibilityProperty: true });
const ownText = (element) => [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== "");
const ALLOWED_TO_END = "[role=gridcell]:not(.tabular), .content, .place, .who, .what, .path";

for (const element of document.body.querySelectorAll("*")) {
  if (element.closest("svg, datalist, .visually-hidden")) continue;
  const style = getComputedStyle(element);
  if (hidden(element, style)) continue;
  const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  if (element.matches("select")) {
    const need = width(squeeze(element.selectedOptions[0]?.text), style);
    if (need > room + 1) faults.push(`choice cut off by ${Math.round(need - room)}: ${squeeze(element.selectedOptions[0]?.text)}`);
  } else if (element.matches("input:not([type=checkbox]):not([type=radio])")) {
    const need = element.value === "" ? width(element.placeholder, style) : 0;
    if (need > room + 1) faults.push(`placeholder cut off: ${element.placeholder}`);
  } else if (!element.matches("textarea, option") && style.display !== "inline" && element.clientWidth > 1) {
    const over = element.scrollWidth - element.clientWidth;
    const scrolls = ["auto", "scroll"].includes(style.overflowX);
    if (over > 1 && scrolls) faults.push(`scrolls sideways by ${over}: ${said(element)}`);
    else if (over > 1 && ownText(element)) {
      const ends = style.textOverflow === "ellipsis" && element.matches(ALLOWED_TO_END);
      if (!ends) faults.push(`text cut off by ${over}: ${said(element)}`);
    }
    const below = element.scrollHeight - element.clientHeight;
    if (below > 3 && ownText(element) && ["hidden", "clip"].includes(style.overflowY)) {
      faults.push(`text cut off below by ${below}: ${said(element)}`);
    }
  }
}

// What can be pressed: not over one another, not outside what clips it.
function shown(element) {
  const box = element.getBoundingClientRect();
  const seen = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  let cut = 0;
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
    const style = getComputedStyle(above);
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    const clip = above.getBoundingClientRect();
    if (["hidden", "clip"].includes(style.overflowX)) cut = Math.max(cut, clip.left - box.left, box.right - clip.right);
    seen.left = Math.max(seen.left, clip.left);
    seen.top = Math.max(seen.top, clip.top);
    seen.right = Math.min(seen.right, clip.right);
    seen.bottom = Math.min(seen.bottom, clip.bottom);
  }
  return { seen, cut };
}
const dialog = [...document.querySelectorAll("[role=dialog]")].at(-1);
const pressed = [...(dialog ?? document).querySelectorAll("button, a[href], input, select, textarea, summary")].filter((element) => {
  const style = getComputedStyle(element);
  return !hidden(element, style) && style.opacity !== "0" && !element.closest(".visually-hidden");
});
const boxes = pressed.map((element) => ({ element, ...shown(element) }));
for (const { element, cut } of boxes) if (cut > 1) faults.push(`cut off by ${Math.round(cut)}: ${said(element)}`);
for (const [i, { element: one, seen: a }] of boxes.entries()) {
  for (const { element: other, seen: b } of boxes.slice(i + 1)) {
    if (one.contains(other) || other.contains(one)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1) faults.push(`one over the other: ${said(one)} and ${said(other)}`);
  }
}
return [...new Set(faults)];
