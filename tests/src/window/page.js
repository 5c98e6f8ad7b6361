// Finds what a person would find: by role and by the name that a screen reader would say.
const [want, role, name] = arguments;

const selectors = {
  button: "button, [role=button], input[type=submit], summary",
  link: "a[href], [role=link]",
  field: "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  radios: "[role=radiogroup]",
  radio: "input[type=radio], [role=radio]",
  tab: "[role=tab]",
  option: "option, [role=option], [role=menuitem], [role=menuitemradio]",
  table: "table, [role=grid]",
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
  const own = element.matches("input, textarea, select") ? "" : spoken(element);
  const texts = [said, element.getAttribute("aria-label"), ...labels, own, element.title, element.placeholder];
  return texts.map(squeeze).filter(Boolean);
}

// Where a dialog is open, nothing beside it can be reached.
function scope() {
  const open = role === "dialog" ? [] : [...document.querySelectorAll(selectors.dialog)].filter(visible);
  return open.at(-1) ?? document;
}

function find() {
  const found = [...scope().querySelectorAll(selectors[role])].filter(visible);
  const wanted = squeeze(name);
  return (
    found.find((element) => names(element).some((text) => text === wanted)) ??
    found.find((element) => names(element).some((text) => text.startsWith(wanted))) ??
    found.find((element) => names(element).some((text) => text.includes(wanted))) ??
    null
  );
}

// Which key leads on towards the element: the focus moves in the order of the document.
function way() {
  const target = find();
  const from = document.activeElement ?? document.body;
  if (!target) return "gone";
  if (target === from || (role === "radios" && target.contains(from))) return "here";
  const before = from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  return before && from !== document.body ? "Shift+Tab" : "Tab";
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
if (want === "dialogs") return [...document.querySelectorAll(selectors.dialog)].filter(visible).length;
if (want === "way") return way();
if (want === "value") {
  const found = find();
  return found?.tagName === "SELECT" ? squeeze(found.selectedOptions[0]?.text) : (found?.value ?? null);
}
if (want === "options") {
  const list = find();
  if (list?.options) return { all: [...list.options].map((option) => squeeze(option.text)), at: list.selectedIndex };
  const radios = [...(list?.querySelectorAll("input") ?? [])];
  return { all: radios.map((radio) => names(radio)[0]), at: radios.findIndex((radio) => radio.checked) };
}
if (want === "chosen") return squeeze(document.activeElement?.selectedOptions?.[0]?.text);
if (want === "checked") return find()?.checked ?? null;
if (want === "asking") return Number(document.documentElement.dataset.asking ?? 0);
return find() !== null;
