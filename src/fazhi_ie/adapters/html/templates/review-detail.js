// What is known of the record that is chosen.

const detail = find("#detail");

const DETAILS = {
  statistic: statisticDetail,
  untaken: (report, number) => {
    const { text: written, reason, before, after } = report.untaken[number];
    const [label, explained] = labels.reason[reason];
    return [big(written), what(`未采用：${label}`), make("p", {}, explained, "。"), make("blockquote", {}, before, make("mark", {}, written), after)];
  },
  term: (report, number) => {
    const term = report.terms[number];
    return [big(term.name), facts({
      术语库: term.term ? make("code", {}, term.term) : "没有收录，按构词规则找到；值得收录的可以写进自己的术语包",
      种类: labels.term[term.kind], 主题: term.topic && topicName(term.topic), 原文: term.text, 章节: sectionName(report, term.section),
    })];
  },
  citation: (report, number) => {
    const { title, document_number, article, kind, text: written } = report.citations[number];
    return [big(`《${title}》`), facts({ 文号: document_number, 条款: article, 种类: labels.citation[kind], 原文: written })];
  },
  heading: (report, number) => {
    const { path, heading, kind, id } = report.sections[number];
    return [big(heading), facts({ 位置: path.join(" "), 种类: labels.section[kind], 编号: make("code", {}, id) })];
  },
};

const big = (said) => make("p", { className: "big isolated" }, said);
const what = (said) => make("p", { className: "what isolated" }, said);

function facts(pairs) {
  const told = Object.entries(pairs).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return make("dl", { className: "facts" }, ...told.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function renderDetail(report, kind, number) {
  if (kind === undefined) return detail.replaceChildren();
  const close = make("button", { className: "plain close", title: "取消选择 (Esc)", "aria-label": "取消选择" }, "✕");
  close.addEventListener("click", () => choose(null));
  detail.replaceChildren(close, ...DETAILS[kind](report, number));
  detail.scrollTop = 0;
}

function statisticDetail(report, number) {
  const s = report.statistics[number];
  const range = s.value_max ? `${s.value}–${s.value_max}` : s.value;
  return [
    big(s.shown), what(s.measure),
    ...report.checksOf[number].map((check) => findingOf(report, check, number)),
    facts({
      指标: s.indicator && named(indicatorName(s.indicator), make("code", {}, s.indicator), names.indicators[s.indicator]?.definition),
      状态: named(labels.status[s.status], s.cue && `${inHeading(report, number) ? "据标题" : "提示词"}：${s.cue}`),
      原文: s.text, 数值: range, 单位: s.unit || "（没有单位）", 界: labels.bound[s.bound], 分母: s.per && `每${s.per}`,
      期间: s.period && [s.period.label, s.period.year && s.period.label !== `${s.period.year}年` ? `（${s.period.year}年）` : ""].join(""),
      章节: sectionName(report, s.section), 位置: `第 ${s.span[0] + 1}–${s.span[1]} 字`,
    }),
    quotation(report, number),
  ];
}

/** Whether the cue stands in a heading: a section of plans makes its figures targets. */
function inHeading(report, number) {
  return placeOf("cue", number).some((piece) => piece.classList.contains("heading"));
}

function named(name, ...notes) {
  return make("span", {}, name, ...notes.filter(Boolean).map((note) => make("small", {}, note)));
}

/** The sentence as it stands in the text, with the number and the cue marked. */
function quotation(report, number) {
  const pieces = placeOf("sentence", report.statistics[number].sentence);
  return make("blockquote", {}, ...pieces.map((piece) => {
    const covers = (kind) => piece.marks.some((mark) => mark[0] === kind && mark[1] === number);
    if (covers("statistic")) return make("mark", {}, piece.textContent);
    return covers("cue") ? make("mark", { className: "cue" }, piece.textContent) : piece.textContent;
  }));
}

/** Figures that do not agree, with the way to the other figures. */
function findingOf(report, check, number) {
  const others = check.statistics.filter((other) => other !== number).map((other) => {
    const button = make("button", {}, `${report.statistics[other].shown} ${report.statistics[other].measure}`);
    button.addEventListener("click", () => chooseMark("statistic", other));
    return make("li", {}, button);
  });
  return make("div", { className: "finding" }, make("b", {}, `⚠ ${labels.check[check.code]}`), make("p", { lang: "en" }, check.message), make("ul", {}, ...others));
}
