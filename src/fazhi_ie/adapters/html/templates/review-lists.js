// The lists beside the text. An item says what its row shows, what it is found and filtered by, and where it leads.

const LISTS = {
  statistics: (report) => report.statistics.map((s, number) => ({
    kind: "statistic", numbers: [number], group: sectionName(report, s.section),
    status: s.status, topic: topicOf(s.indicator), indicator: s.indicator || "",
    words: [s.text, s.shown, s.measure, s.indicator, indicatorName(s.indicator), report.sentences[s.sentence]],
    row: () => [
      make("span", { className: "isolated" }, s.measure || "（没有说明）"),
      make("span", { className: `value ${s.status}` }, s.shown),
      more(s.indicator ? indicatorName(s.indicator) : "", report.checksOf[number].length ? make("span", { className: "warn" }, "⚠ 核对") : "",
        s.status === "achieved" ? "" : make("span", { className: s.status }, labels.status[s.status])),
    ],
  })),
  checks: (report) => report.checks.map((check) => ({
    kind: "statistic", numbers: check.statistics, type: check.code, words: [check.code, check.message],
    row: () => [make("span", { className: "warn" }, labels.check[check.code]), make("span", { className: "value" }, check.code), make("span", { className: "more whole" }, make("span", {}, check.message))],
  })),
  untaken: (report) => Object.keys(labels.reason).flatMap((reason) => report.untaken.flatMap((n, number) => n.reason !== reason ? [] : [{
    kind: "untaken", numbers: [number], group: labels.reason[reason].join("："), type: reason, words: [n.before, n.text, n.after],
    row: () => [make("span", { className: "context isolated" }, n.before, make("b", {}, n.text), n.after)],
  }])),
  terms: (report) => [...grouped(report.terms, (t) => JSON.stringify([t.name, t.term]))].map(([term, numbers]) => ({
    kind: "term", numbers, type: term.kind, topic: term.topic || "", known: term.term ? "known" : "new", words: [term.name, term.term],
    row: () => [
      make("span", { className: "isolated" }, term.name), make("span", { className: "value" }, numbers.length > 1 ? `×${numbers.length}` : ""),
      more(`${labels.term[term.kind]}${term.topic ? ` · ${topicName(term.topic)}` : ""}`, term.term ? "" : make("span", { className: "planned" }, "术语库里没有")),
    ],
  })).sort((a, b) => a.known < b.known ? 1 : a.known > b.known ? -1 : 0),
  citations: (report) => [...grouped(report.citations, (c) => JSON.stringify([c.title, c.document_number, c.article]))].map(([c, numbers]) => ({
    kind: "citation", numbers, type: c.kind, words: [c.title, c.document_number],
    row: () => [
      make("span", { className: "isolated" }, `《${c.title}》`), make("span", { className: "value" }, numbers.length > 1 ? `×${numbers.length}` : ""),
      more([labels.citation[c.kind], c.document_number, c.article].filter(Boolean).join(" · ")),
    ],
  })),
  sections: (report) => report.sections.map((s, number) => ({
    kind: "heading", numbers: [number], type: s.kind, words: [s.number, s.heading],
    row: () => [make("span", { className: "isolated" }, "　".repeat(s.level - 1), s.number, " ", s.heading), make("span", { className: "muted" }, labels.section[s.kind])],
  })),
};

const FILTERS = {
  statistics: [["status", "状态", (v) => labels.status[v]], ["topic", "主题", (v) => topicName(v) || "（未归类）"], ["indicator", "指标", (v) => indicatorName(v) || "（无指标）"]],
  checks: [["type", "核对", (v) => labels.check[v]]],
  untaken: [["type", "原因", (v) => labels.reason[v][0]]],
  terms: [["type", "种类", (v) => labels.term[v]], ["topic", "主题", (v) => topicName(v) || "（未归类）"], ["known", "术语库", (v) => ({ known: "已收录", new: "未收录" })[v]]],
  citations: [["type", "种类", (v) => labels.citation[v]]],
  sections: [["type", "种类", (v) => labels.section[v]]],
};

const tabs = find("#tabs");
const list = find("#list");
const search = find("#search");
let items = [];

const visibleItems = () => items.filter((item) => !item.element.hidden);
const more = (first, ...rest) => first || rest.some(Boolean) ? make("span", { className: "more" }, make("span", { className: "isolated" }, first), ...rest) : "";

/** Groups records that are alike: pairs of the first record and the numbers of all. */
function grouped(records, keyOf) {
  const groups = new Map();
  records.forEach((record, number) => {
    const key = keyOf(record);
    if (!groups.has(key)) groups.set(key, [record, []]);
    groups.get(key)[1].push(number);
  });
  return groups.values();
}

function renderTabs(report, current) {
  const counts = { ...report, terms: { length: LISTS.terms(report).length }, citations: { length: LISTS.citations(report).length } };
  tabs.replaceChildren(...Object.keys(LISTS).map((tab) => {
    const selected = tab === current;
    const button = make("button", { role: "tab", id: `tab-${tab}`, "aria-selected": String(selected), "aria-controls": "list", tabIndex: selected ? 0 : -1 },
      labels.tab[tab], " ", make("small", {}, String(counts[tab].length)));
    if (tab === "checks" && report.checks.length) button.className = "alert";
    button.addEventListener("click", () => showTab(tab));
    return button;
  }));
  list.setAttribute("aria-labelledby", `tab-${current}`);
}

function renderList(report, tab) {
  items = LISTS[tab](report);
  const children = [];
  let group;
  for (const item of items) {
    if (item.group !== undefined && item.group !== group) children.push(make("h3", { title: item.group }, group = item.group));
    item.element = make("button", { className: "row" }, ...item.row());
    item.element.addEventListener("click", () => choose(item));
    children.push(item.element);
  }
  list.replaceChildren(...children);
  list.scrollTop = 0;
  find("#filters").replaceChildren(...FILTERS[tab].map(filterOf));
  filterList();
}

/** A choice among the values that occur, with how often they do. */
function filterOf([field, label, nameOf]) {
  const counts = new Map();
  for (const item of items) counts.set(item[field], (counts.get(item[field]) || 0) + 1);
  const options = [...counts].map(([value, count]) => make("option", { value }, `${nameOf(value)} ${count}`));
  const select = make("select", { name: field, "aria-label": label }, make("option", { value: "*" }, `${label}：全部`), ...options);
  select.addEventListener("change", filterList);
  return select;
}

function filterList() {
  const wanted = search.value.trim().toLowerCase();
  const chosen = findAll("#filters select").filter((select) => select.value !== "*");
  for (const item of items) {
    const said = item.words.filter(Boolean).join("\n").toLowerCase();
    item.element.hidden = !said.includes(wanted) || !chosen.every((select) => item[select.name] === select.value);
  }
  for (const heading of findAll("h3", list)) heading.hidden = !rowsUnder(heading).some((row) => !row.hidden);
  const shown = visibleItems().length;
  find("#shown").textContent = shown === items.length ? "" : `${items.length} 条中的 ${shown} 条`;
  if (!items.length) list.replaceChildren(make("p", { className: "muted filters" }, "没有。"));
}

function rowsUnder(heading) {
  const found = [];
  for (let next = heading.nextElementSibling; next && next.tagName !== "H3"; next = next.nextElementSibling) found.push(next);
  return found;
}

search.addEventListener("input", filterList);
tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const order = Object.keys(LISTS);
  showTab(order[(order.indexOf(state.tab) + step + order.length) % order.length]);
  find('[aria-selected="true"]', tabs).focus();
});
