// Which report, which list, which record: the state of the page, its address, and the keys.

const state = { number: null, report: null, tab: "statistics", chosen: null, turn: 0 };
const TAB_OF = { statistic: "statistics", untaken: "untaken", term: "terms", citation: "citations", heading: "sections" };

function showIndex() {
  find("#report").hidden = true;
  find("#index").hidden = false;
  find("#title").textContent = `${readable.length} 份报告`;
  const failed = rows.length - readable.length;
  find("#facts").textContent = failed ? `另有 ${failed} 份没有读成` : "";
  for (const id of ["#previous-report", "#next-report"]) find(id).hidden = true;
  find("#position").textContent = "";
  state.number = state.report = null;
  address("");
}

function renderIndex() {
  find("#made-with").textContent = `fazhi_ie · ${embedded("about").packs.join(" · ")}`;
  find("#index-rows").replaceChildren(...rows.map((row) => {
    if (row.message) return make("tr", { className: "failed" }, make("td", {}, row.id), make("td", { colSpan: 8 }, row.message));
    const open = make("button", { className: "isolated" }, titleOf(row));
    const counts = [row.year, row.statistics, row.without, row.checks, row.untaken, row.unclear, row.candidates];
    const line = make("tr", {}, make("td", {}, open, make("div", { className: "muted" }, row.id || "")), make("td", {}, row.region || row.issuers.join(" ")),
      ...counts.map((count, n) => make("td", { className: n === 3 && count ? "n warn" : "n" }, String(count ?? "—"))));
    line.addEventListener("click", () => showReport(row.number));
    return line;
  }));
}

function showReport(number) {
  const report = load(number);
  Object.assign(state, { number, report, chosen: null });
  find("#index").hidden = true;
  find("#report").hidden = false;
  find("#title").textContent = titleOf(report);
  find("#facts").textContent = [report.issuers.join(" "), report.region, report.year && `${report.year}年`, report.number, report.issued && `成文 ${report.issued}`, report.id].filter(Boolean).join(" · ");
  find("#facts").title = `${report.length} 字，SHA-256 ${report.sha256}`;
  find("#position").textContent = readable.length > 1 ? `${number + 1} / ${readable.length}` : "";
  find("#previous-report").hidden = number === 0;
  find("#next-report").hidden = number === readable.length - 1;
  renderText(report);
  showTab("statistics");
  address(`${number + 1}`);
}

function showTab(tab) {
  state.tab = tab;
  search.value = "";
  if (tab === "untaken") toggleKind("untaken", true);
  renderTabs(state.report, tab);
  renderList(state.report, tab);
  choose(null);
}

/** Chooses an item of the list; one with several places leads to the next of them each time. */
function choose(item, turn = 0) {
  state.turn = item && item === state.chosen ? (state.turn + 1) % item.numbers.length : turn;
  state.chosen = item;
  for (const row of findAll('[aria-current="true"]', list)) row.removeAttribute("aria-current");
  const number = item?.numbers[state.turn];
  renderDetail(state.report, item?.kind, number);
  highlight(state.report, item?.kind, number);
  if (!item) return address(`${state.number + 1}`);
  find("#report").dataset.view === "list" && matchMedia("(max-width: 760px)").matches && showView("text");
  item.element.setAttribute("aria-current", "true");
  item.element.scrollIntoView({ block: "nearest" });
  highlight(state.report, item.kind, number);
  address(`${state.number + 1}/${item.kind}/${number + 1}`);
}

/** Chooses a record by what it is, in the list where it stands. */
function chooseMark(kind, number) {
  const holds = (item) => item.kind === kind && item.numbers.includes(number);
  if (TAB_OF[kind] !== state.tab || visibleItems().every((item) => !holds(item))) showTab(TAB_OF[kind]);
  const item = items.find(holds);
  if (!item) return;
  state.chosen = null;
  choose(item, item.numbers.indexOf(number));
}

function step(by) {
  const visible = visibleItems();
  const here = visible.indexOf(state.chosen);
  const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by];
  if (next) choose(next);
}

function showView(view) {
  find("#report").dataset.view = view;
  for (const button of findAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
}

/** The address names report and record, so that a link leads back to the same place. */
function address(place) {
  const hash = place ? `#${place}` : location.pathname;
  try { history.replaceState(null, "", hash); } catch { /* some browsers keep the address of a local file as it is */ }
}

function go() {
  const [report, kind, number] = location.hash.slice(1).split("/");
  const wanted = Number(report) - 1;
  if (blocks[wanted]) showReport(wanted);
  else if (rows.length === 1 && readable.length) return showReport(0);
  else return showIndex();
  if (TAB_OF[kind]) chooseMark(kind, Number(number) - 1);
}

const KEYS = {
  j: () => step(1), k: () => step(-1),
  "/": () => (state.report ? search : find("#index-search")).focus(),
  f: () => find("#filters select")?.focus(),
  u: () => toggleKind("untaken"), t: toggleTheme, 0: showIndex,
  "[": () => state.number > 0 && showReport(state.number - 1),
  "]": () => state.number < readable.length - 1 && showReport(state.number + 1),
  "?": () => find("#help").showModal(),
};
Object.keys(LISTS).forEach((tab, n) => { KEYS[n + 1] = () => state.report && showTab(tab); });

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select");
  if (event.key === "Escape" && !find("#help").open) typing ? event.target.blur() : state.report && choose(null);
  if (typing || event.ctrlKey || event.metaKey || event.altKey || find("#help").open) return;
  const needsReport = "jkfu[]".includes(event.key);
  if (!KEYS[event.key] || (needsReport && !state.report)) return;
  event.preventDefault();
  KEYS[event.key]();
});

find("#to-index").addEventListener("click", showIndex);
find("#previous-report").addEventListener("click", KEYS["["]);
find("#next-report").addEventListener("click", KEYS["]"]);
find("#help-button").addEventListener("click", KEYS["?"]);
for (const button of findAll(".views button")) button.addEventListener("click", () => showView(button.dataset.view));
find("#index-search").addEventListener("input", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  findAll("#index-rows tr").forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
});

addEventListener("hashchange", go);
renderLegend();
renderIndex();
go();
