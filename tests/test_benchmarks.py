"""What is measured with: made-up journals of any size are like journals that were kept."""

import csv
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bulk import DEVICE, Journal, Row
from cases import FLOOR, Case, Limits
from coachlog.store.connection import Writer, open_writer
from coachlog.store.expiry import expire, forget_older_than
from generate import COMMON, NOW, PEOPLE, PROBE, RARE, SINCE, generate, live
from results import Figure, Results, excesses

MANY = 1000
BENCH = Path(__file__).parent.parent / "benchmarks" / "bench.py"
FOUND = (
    "select d.noun, d.record_id, d.layer from search join document d on d.id = search.rowid"
    " where search match ? order by 1, 2, 3"
)
PROBED = "coachee_id = (select id from coachee where handle = :probe)"
OF_SESSION = f"session_id in (select id from session where {PROBED})"

pytestmark = pytest.mark.nightly


class Kept(Journal):
    """Each row by itself into a store with its triggers, as the program writes them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def begin(self, operation: Row) -> None:
        self._connection.execute("delete from acting")
        self.insert("operation", operation)
        self._connection.execute("insert into acting values (1, :id)", operation)

    def add(self, table: str, **row: Any) -> Row:
        self.insert(table, row)
        return row

    def change(self, table: str, row: Row, **fields: Any) -> None:
        row |= fields
        changed = ", ".join(f"{name} = :{name}" for name in fields)
        self._connection.execute(f"update {table} set {changed} where id = :id", row)

    def insert(self, table: str, row: Row) -> None:
        values = ", ".join(f":{name}" for name in row)
        self._connection.execute(f"insert into {table}({', '.join(row)}) values ({values})", row)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("big") / "journal.sqlite"
    generate(store, MANY)
    return store


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("small") / "journal.sqlite"
    generate(store, 100)
    return store


def test_a_made_store_is_what_the_triggers_would_have_kept(big: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    with closing(open_writer(kept)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        connection.execute("update meta set value = ? where key = 'device'", (DEVICE,))
        journal = Kept(connection)
        live(journal, MANY)
        connection.execute("delete from acting")
        connection.executemany("insert into counter values (?, ?)", journal.counted.items())
        connection.execute("COMMIT")
        forget_older_than(Writer(kept, connection), SINCE)

    made, wanted = dict(contents(big)), dict(contents(kept))

    assert made.keys() == wanted.keys()
    for table, rows in wanted.items():
        assert made[table] == rows, table
    assert len(wanted["change"]) > 100
    for words in (RARE, " ".join(COMMON), "equip*"):
        assert asked(big, FOUND, words) == asked(kept, FOUND, words) != []


def test_the_index_agrees_with_its_documents(big: Path) -> None:
    with closing(sqlite3.connect(big)) as connection:
        connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_expires_at_the_next_change(big: Path) -> None:
    """Otherwise the first change that is measured would tidy up for all others."""
    before = asked(big, "select count(*), min(stamp) from operation")
    with closing(open_writer(big)) as connection:
        expire(Writer(big, connection), NOW)

    assert asked(big, "select count(*), min(stamp) from operation") == before


def test_the_same_seed_makes_the_same_store(small: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.sqlite", tmp_path / "other.sqlite"
    generate(again, 100)
    generate(other, 100, seed=8)

    assert dict(contents(again)) == dict(contents(small)) != dict(contents(other))


@pytest.mark.parametrize(
    ("table", "whose"),
    [
        ("session", PROBED),
        ("action", PROBED),
        ("goal", PROBED),
        ("option", OF_SESSION),
        ("answer", OF_SESSION),
    ],
)
def test_the_probe_says_the_same_in_a_journal_of_any_size(
    big: Path, small: Path, table: str, whose: str
) -> None:
    sql = f"select * from {table} where {whose} order by id"
    first, second = (
        [{**row, "number": 0} for row in asked(store, sql, {"probe": PROBE})]
        for store in (small, big)
    )

    assert first == second
    assert table != "session" or (
        len(first) == 50 and min(each["held_on"] for each in first) > "2025-11-24"
    )


def test_a_rare_word_is_as_rare_and_common_ones_more_common(big: Path, small: Path) -> None:
    rare = [[row["record_id"] for row in asked(store, FOUND, RARE)] for store in (small, big)]
    common = [len(asked(store, FOUND, " ".join(COMMON))) for store in (small, big)]

    assert rare[0] == rare[1] != []
    assert common[1] > 5 * common[0] > 0


def test_there_are_as_many_people_in_a_journal_of_any_size(big: Path, small: Path) -> None:
    for store, sessions in ((small, 100), (big, MANY)):
        (counted,) = asked(
            store, "select (select count(*) from coachee) c, (select count(*) from session) s"
        )
        assert counted == {"c": PEOPLE, "s": sessions}


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("export", "export csv sessions"),
        ("list", "session list --csv"),
        ("json", "session list --limit 0 --json"),
    ],
)
def test_the_plain_program_prints_the_same_bytes(
    call: Any, program: Any, small: Path, plain: str, words: str
) -> None:
    """Otherwise it would not be known what the ratio compares."""
    floor = subprocess.run([*FLOOR, plain, str(small)], capture_output=True, check=True)

    assert call("--store", small, *words.split()).out == floor.stdout.decode()


def test_a_run_measures_prints_and_keeps_what_it_measured(tmp_path: Path) -> None:
    figures, chart = tmp_path / "figures.csv", tmp_path / "chart.svg"
    options = ["--sessions", "60", "70", "--rounds", "1", "--only", "list"]
    files = ["--csv", figures, "--chart", chart, "--stores", tmp_path / "stores"]
    bench = [sys.executable, str(BENCH), *options, *map(str, files)]

    ended = subprocess.run(bench, capture_output=True, text=True, check=True, cwd=tmp_path)

    assert "| `session list, terminal` |" in ended.stdout
    with figures.open(encoding="utf-8") as lines:
        rows = [(row["operation"], row["conversations"]) for row in csv.DictReader(lines)]
    assert ("coachee list", "60") in rows
    assert ("coachee list", "70") in rows
    assert ElementTree.parse(chart).getroot().tag.endswith("svg")


def test_what_passes_its_limit_is_told() -> None:
    case = Case("slow", "slow", Limits({100: 2, 100_000: 9}, growth=2, memory=10))
    took = {100: 0.3, 100_000: 0.8}
    figures = {
        ("slow", size): Figure("coachlog", "slow", size, [seconds], [11.0])
        for size, seconds in took.items()
    }

    told = list(excesses(Results([0.1], figures, [100, 100_000]), [case]))

    assert told == [
        "slow, 100: 3.0 F, limit 2 F",
        "slow, 100: 11.0 MiB, limit 10 MiB",
        "slow, 100000: 11.0 MiB, limit 10 MiB",
        "slow: grows by 2.67, limit 2",
    ]


def contents(store: Path) -> Iterator[tuple[str, list[str]]]:
    """What each table holds, sorted; places of rows and what the index is made of left out."""
    tables = asked(
        store,
        "select name from pragma_table_list where type = 'table' and name <> 'sqlite_schema'",
    )
    for (table,) in (row.values() for row in tables):
        rows = asked(store, f"select * from {table}")
        if table == "document":
            rows = [{**row, "id": 0} for row in rows]
        yield table, sorted(str(row) for row in rows)


def asked(store: Path, sql: str, values: Any = ()) -> list[dict[str, Any]]:
    """Rows by the names of their columns."""
    given = (values,) if isinstance(values, str) else values
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, given)]
