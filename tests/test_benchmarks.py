"""What is measured with: made-up journals of any size are like journals that were kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bulk import DEVICE, Journal, Row
from coachlog.store.connection import Writer, open_writer
from coachlog.store.expiry import expire
from generate import COMMON, NOW, PEOPLE, PROBE, RARE, generate, live

MANY = 1000
FOUND = (
    "select d.noun, d.record_id, d.layer from search join document d on d.id = search.rowid"
    " where search match ? order by 1, 2, 3"
)
PROBED = "coachee_id = (select id from coachee where handle = :probe)"
OF_SESSION = f"session_id in (select id from session where {PROBED})"


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
        expire(Writer(kept, connection), NOW)

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
