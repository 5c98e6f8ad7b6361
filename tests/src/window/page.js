// Finds what a person would find: by role and by the name that a screen reader would say.
const [want, role, name] = arguments;

const selectors = {
  button: "button, [role=button], input[type=submit], summary",
  link: "a[href], [role=link]",
  field: "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  radio: "input[type=radio], [role=radio]",
  tab: "[role=tab]",
  option: "option, [role=option], [role=menuitem], [role=menuitemradio]",
  row: "tr, [role=row]",
  heading: "h1, h2, h3, h4, [role=heading]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  region: "section, nav, main, aside, [role=region], [role=status], [role=alert]",
};

const squeeze = (text) => (text ?? "").replace(/\s+/gu, " ").trim();

function visible(element) {
  if (element.closest("[inert], [aria-hidden=true]")) return false;
  if (element.tagName === "OPTION") return true;
  return element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
}

// What is said of an element's content: all of it but what is hidden from screen readers.
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true") return "";
  return [...node.childNodes].map(spoken).join(getComputedStyle(node).display === "inline" ? "" : " ");
}

function names(element) {
  const by = element.getAttribute("aria-labelledby")?.split(/\s+/u) ?? [];
  const said = by.map((id) => document.getElementById(id)).filter(Boolean).map(spoken).join(" ");
  const labels = [...(element.labels ?? [])].map(spoken);
  const texts = [said, element.getAttribute("aria-label"), ...labels, element.title, element.placeholder];
  if (!element.matches("input, textarea, select")) texts.push(spoken(element));
  return texts.map(squeeze).filter(Boolean);
}

if (want === "draw") {
  let frames = 120;
  const draw = () => {
    document.documentElement.style.opacity = frames % 2 === 0 ? "" : "0.999";
    if (frames-- > 0) requestAnimationFrame(draw);
  };
  draw();
  return null;
}
if (want === "text") return squeeze(document.body?.innerText);
if (want === "focused") {
  const element = document.activeElement;
  return element ? names(element)[0] ?? element.tagName : "";
}
const found = [...document.querySelectorAll(selectors[role])].filter(visible);
const wanted = squeeze(name);
return (
  found.find((element) => names(element).some((text) => text === wanted)) ??
  found.find((element) => names(element).some((text) => text.startsWith(wanted))) ??
  found.find((element) => names(element).some((text) => text.includes(wanted))) ??
  null
);
