"""The least a workbook can take: `sqlite3` and XlsxWriter alone, with the columns of coachlog.

`python plain_xlsx.py STORE` gives what `coachlog export xlsx sessions` does, days and times as the
texts that they are in the store.
"""

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook


def main(store: str) -> None:
    """Write the table to a file of its own, and that to standard output."""
    connection = sqlite3.connect(f"file:{quote(store)}?mode=ro", uri=True)
    rows = connection.execute("select * from sessions order by number")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plain.xlsx"
        workbook = Workbook(path, {"constant_memory": True, "tmpdir": folder})
        page = workbook.add_worksheet("sessions")
        for place, column in enumerate(rows.description):
            page.write_string(0, place, column[0])
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(number, place, value)
                elif value is not None:
                    page.write_number(number, place, value)
        workbook.close()
        with path.open("rb") as made:
            shutil.copyfileobj(made, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1])
