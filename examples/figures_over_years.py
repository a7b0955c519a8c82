"""One county's figures, year by year: every indicator that at least two of its reports give."""

from collections import defaultdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

import fazhi_ie
from fazhi_ie.adapters.table import format_quantity

REPORTS = Path(__file__).parent / "reports"


def main() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("hechuan-*.txt"))]
    figures: defaultdict[str, dict[str, str]] = defaultdict(dict)
    years = []
    for report in fazhi_ie.extract_many(texts):
        years.append(str(report.year))
        for statistic in report.statistics:
            if statistic.indicator and statistic.status == "achieved":
                figures[statistic.indicator].setdefault(years[-1], format_quantity(statistic.quantity))
    table = Table(title="禾川县")
    table.add_column("indicator", no_wrap=True)
    for year in years:
        table.add_column(year, justify="right")
    for indicator, by_year in sorted(figures.items()):
        if len(by_year) > 1:
            table.add_row(indicator, *(by_year.get(year, "") for year in years))
    Console().print(table)


if __name__ == "__main__":
    main()
