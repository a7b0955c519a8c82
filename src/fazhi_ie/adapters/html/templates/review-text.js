// The text with its marks: pieces that know what covers them, found again by kind and number.

const text = find("#text");
const legend = find("#legend");
const KINDS = ["statistic", "untaken", "term", "citation", "heading"];  // which of several a click means
const hidden = new Set(["untaken"]);
let places = new Map();

const placeOf = (kind, number) => places.get(`${kind} ${number}`) || [];

function renderText(report) {
  places = new Map();
  text.replaceChildren(...report.pieces.map(([content, marks]) => pieceOf(report, content, marks)));
  for (const number of report.statistics.keys()) {
    placeOf("statistic", number).at(0)?.classList.add("first");
    placeOf("statistic", number).at(-1)?.classList.add("last");
  }
  text.scrollTop = 0;
}

function pieceOf(report, content, marks) {
  if (!marks.length) return content;
  const piece = make("span", {}, content);
  if (content.length < 12 && !content.includes("\n")) piece.className = "short";
  piece.marks = marks.map((mark) => report.marks[mark]);
  for (const [kind, number] of piece.marks) {
    const key = `${kind} ${number}`;
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(piece);
    piece.classList.add(kind, ...extraClasses(report, kind, number));
  }
  return piece;
}

function extraClasses(report, kind, number) {
  if (kind === "statistic") return [report.statistics[number].status, report.checksOf[number].length && "doubtful"].filter(Boolean);
  if (kind === "term" && report.terms[number].term === null) return ["candidate"];
  return [];
}

function renderLegend() {
  const shown = { statistic: "数字", term: "术语", citation: "引用", heading: "标题", untaken: "未采用的数" };
  const keys = Object.entries(labels.status).map(([status, label]) => make("span", { className: `key ${status}` }, label));
  legend.replaceChildren(...keys, ...Object.entries(shown).map(([kind, label]) => {
    const button = make("button", { "aria-pressed": String(!hidden.has(kind)), "data-kind": kind }, label);
    button.addEventListener("click", () => toggleKind(kind));
    return button;
  }));
  for (const kind of Object.keys(shown)) applyKind(kind);
}

function toggleKind(kind, show = hidden.has(kind)) {
  if (show) hidden.delete(kind);
  else hidden.add(kind);
  applyKind(kind);
}

function applyKind(kind) {
  text.classList.toggle(`hide-${kind}`, hidden.has(kind));
  text.classList.toggle(`show-${kind}`, !hidden.has(kind));
  find(`[data-kind="${kind}"]`, legend).setAttribute("aria-pressed", String(!hidden.has(kind)));
}

/** Marks one record in the text and brings it into view. */
function highlight(report, kind, number) {
  for (const element of findAll(".on, .on-cue, .lit", text)) element.classList.remove("on", "on-cue", "lit");
  if (kind === undefined) return;
  if (kind === "statistic") {
    for (const piece of placeOf("sentence", report.statistics[number].sentence)) piece.classList.add("lit");
    for (const piece of placeOf("cue", number)) piece.classList.add("on-cue");
  }
  for (const piece of placeOf(kind, number)) piece.classList.add("on");
  placeOf(kind, number)[0]?.scrollIntoView({ block: "center" });
}

text.addEventListener("click", (event) => {
  const marks = event.target.closest("span")?.marks || [];
  const clicked = KINDS.filter((kind) => !hidden.has(kind)).flatMap((kind) => marks.filter((mark) => mark[0] === kind));
  if (clicked.length && getSelection().isCollapsed) chooseMark(...clicked[0]);
});
