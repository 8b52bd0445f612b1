"""A list brought in as CSV, against plain inserts; a spreadsheet read, against calamine alone.

`python benchmarks/lists.py --sessions 10000` measures both, and ends with 1 where coachlog takes
more than the limits allow. With `--sessions 100000` it shows that the memory stays flat.
"""

import argparse
import csv
import io
import os
import sys
import tempfile
from pathlib import Path

import python_calamine
import xlsxwriter

from coachlog.intake.tables.workbook import workbook_sheet
from journals import COACHLOG, IN_MEBIBYTES, IN_TIMES, PATIENCE, told
from measure import Measured, Measurer, Order

SHEET_TIMES = 2.0
HEADINGS = ("Datum", "Naam", "Duur", "Onderwerp", "Opmerkingen")


def rows(count: int) -> list[tuple[str, ...]]:
    """Conversations with fifty people, in ten years."""
    return [
        (
            f"{n % 28 + 1:02}/{n % 12 + 1:02}/{2015 + n % 10}",
            f"Persoon {n % 50}",
            str(n % 90 + 15),
            f"Onderwerp {n}",
            f"Iets over {n}, en nog wat woorden",
        )
        for n in range(count)
    ]


def in_calamine(file: str) -> None:
    """Read all rows of a spreadsheet with the library alone."""
    data = io.BytesIO(Path(file).read_bytes())
    sheet = python_calamine.CalamineWorkbook.from_filelike(data).get_sheet_by_index(0)
    sys.stdout.write(f"{sum(1 for _row in sheet.iter_rows())}\n")


def in_coachlog(file: str) -> None:
    """Read all rows of a spreadsheet as an import does."""
    sheet = workbook_sheet(Path(file).read_bytes(), file, None)
    sys.stdout.write(f"{sum(1 for _row in sheet.rows())}\n")


def main() -> int:
    """Measure both, say what came of it, and return 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Measurer() as measurer:
        return _compare(measurer, asked.sessions, Path(folder))


def _compare(measurer: Measurer, count: int, folder: Path) -> int:
    environment = os.environ | {"COACHLOG_BACKUP": "no", "COACHLOG_CONFIG": str(folder / "c.toml")}

    def run(*command: str) -> Measured:
        return measurer.run(Order([*command], environment, str(folder), patience=PATIENCE))

    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows(count)])
    book = xlsxwriter.Workbook(str(folder / "list.xlsx"), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADINGS, *rows(count)]):
        sheet.write_row(number, 0, row)
    book.close()
    for name in ("new.sqlite", "plain.sqlite"):
        run(*COACHLOG, "--store", name, "--new-journal", "session", "list")
    journals = str(Path(__file__).with_name("journals.py"))
    ours = run(*COACHLOG, "--store", "new.sqlite", "import", "list.csv", "--new")
    plain = run(sys.executable, journals, "in", str(folder / "new.sqlite"), "plain.sqlite")
    read = run(sys.executable, __file__, "coachlog", "list.xlsx")
    alone = run(sys.executable, __file__, "calamine", "list.xlsx")
    kept = [
        told("import of a list", ours, plain, IN_TIMES, IN_MEBIBYTES),
        told("a spreadsheet", read, alone, SHEET_TIMES, IN_MEBIBYTES),
    ]
    return int(not all(kept))


if __name__ == "__main__":
    if sys.argv[1:2] in (["calamine"], ["coachlog"]):
        {"calamine": in_calamine, "coachlog": in_coachlog}[sys.argv[1]](sys.argv[2])
        sys.exit(0)
    sys.exit(main())
