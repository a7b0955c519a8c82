// The data of the page: each report is read from its block when it is first opened.

const labels = embedded("labels");
const names = embedded("names");
const rows = embedded("rows");
const blocks = findAll("script.report");
const readable = rows.filter((row) => !row.message);
readable.forEach((row, number) => { row.number = number; });
const loaded = new Map();

const indicatorName = (id) => names.indicators[id]?.name || id;
const topicName = (id) => names.topics[id] || id;
const topicOf = (indicator) => names.indicators[indicator]?.topic || "";
const titleOf = (row) => row.title || row.id || "（没有标题）";

function load(number) {
  if (!loaded.has(number)) loaded.set(number, prepare(JSON.parse(blocks[number].textContent)));
  return loaded.get(number);
}

/** Adds what can be derived: the text of each sentence, sections by id, the checks of each statistic. */
function prepare(report) {
  report.sentences = [];
  for (const [text, marks] of report.pieces) {
    for (const mark of marks) {
      const [kind, number] = report.marks[mark];
      if (kind === "sentence") report.sentences[number] = (report.sentences[number] || "") + text;
    }
  }
  report.sectionById = new Map(report.sections.map((section) => [section.id, section]));
  report.checksOf = report.statistics.map(() => []);
  for (const check of report.checks) {
    for (const number of check.statistics) report.checksOf[number].push(check);
  }
  return report;
}

/** Where a record stands: the numbers of the sections around it and the innermost heading. */
function sectionName(report, id) {
  const section = report.sectionById.get(id);
  return section ? `${section.path.join("")} ${section.heading}` : "（正文开头）";
}
