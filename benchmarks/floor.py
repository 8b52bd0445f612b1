"""The least a program can do: `sqlite3` and `csv` alone, with the columns and rows of coachlog.

`python floor.py list STORE` is `coachlog session list --csv`, `export` is `coachlog export csv
sessions`, `json` is `coachlog session list --limit 0 --json`.
"""

import csv
import sqlite3
import sys
from urllib.parse import quote

NEWEST = "select * from sessions order by starts_at desc, number desc"


def main(what: str, store: str) -> None:
    """Print the table, or its newest rows."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    connection = sqlite3.connect(f"file:{quote(store)}?mode=ro", uri=True)
    if what == "json":
        _as_json(connection.execute(NEWEST))
    elif what == "list":
        _as_csv(connection.execute(f"{NEWEST} limit 10"))
    else:
        _as_csv(connection.execute("select * from sessions order by number"))


def _as_csv(rows: sqlite3.Cursor) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(column[0] for column in rows.description)
    writer.writerows(rows)


def _as_json(rows: sqlite3.Cursor) -> None:
    import json

    names = [column[0] for column in rows.description]
    before = "[\n  "
    for row in rows:
        told = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
        sys.stdout.write(before + told)
        before = ",\n  "
    sys.stdout.write("\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
