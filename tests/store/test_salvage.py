"""Reading the pages of a store without SQLite: the same as SQLite reads, or a word about it."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.store.copy_aside import read_log
from coachlog.store.salvage.cells import LOST, BrokenCellError, HarmedText, row_values, varint
from coachlog.store.salvage.pages import FilePages
from coachlog.store.salvage.trees import Walk, cells

MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
letters = st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")
values = st.one_of(
    st.none(),
    st.integers(-(1 << 63), (1 << 63) - 1),
    st.floats(allow_nan=False),
    st.text(letters, max_size=30),
    st.integers(0, 3000).map(lambda length: "é" * length),
    st.binary(max_size=40),
)
rows = st.dictionaries(
    st.integers(-(1 << 63), (1 << 63) - 1), st.tuples(values, values, values), max_size=60
)


def rows_by_pages(pages, root):
    nodes = Walk(pages).nodes(root, (5, 13))
    return {cell.rowid: tuple(cell.values) for node in nodes for cell in cells(pages, node)}


def entries_by_pages(pages, root):
    nodes = Walk(pages).nodes(root, (2, 10))
    found = [cell for node in nodes for cell in cells(pages, node)]
    return sorted((cell.rowid, cell.values[0]) for cell in found)


def root_of(connection, name):
    sql = "select rootpage from sqlite_schema where name = ?"
    return connection.execute(sql, (name,)).fetchone()[0]


@given(rows, st.sampled_from([512, 1024, 4096]), st.sets(st.integers(0, 59)))
def test_pages_hold_what_sqlite_wrote(kept, page_size, removed):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.db")
        with closing(sqlite3.connect(path, isolation_level=None)) as store:
            store.execute(f"pragma page_size={page_size}")
            store.execute("create table t (a, b, c)")
            store.execute("create index i on t (b)")
            for rowid, row in kept.items():
                store.execute("insert into t(rowid, a, b, c) values (?, ?, ?, ?)", (rowid, *row))
            for place in removed:
                store.execute("delete from t where rowid = ?", (list(kept)[place],)) if place < len(
                    kept
                ) else None
            by_sql = {rowid: tuple(row) for rowid, *row in store.execute("select rowid, * from t")}
            table, index = root_of(store, "t"), root_of(store, "i")
        pages = FilePages(path.read_bytes())

        assert pages.size == page_size
        assert rows_by_pages(pages, table) == by_sql
        by_index = entries_by_pages(pages, index)
        assert sorted(rowid for rowid, _value in by_index) == sorted(by_sql)
        assert all(value == by_sql[rowid][1] for rowid, value in by_index)


@given(st.binary(max_size=40))
def test_any_bytes_are_a_record_or_refused(data):
    try:
        found = row_values(data, len(data))
    except BrokenCellError:
        return
    assert LOST not in found


@given(st.binary(max_size=12), st.integers(0, 12))
def test_any_bytes_are_a_number_or_refused(data, at):
    try:
        number, behind = varint(data, at)
    except BrokenCellError:
        return
    assert at < behind <= min(at + 9, len(data))
    assert -(1 << 63) <= number < 1 << 63


def test_the_log_beside_a_store_counts_as_far_as_it_is_whole(tmp_path):
    path = tmp_path / "any.db"
    log_path = Path(f"{path}-wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("pragma journal_mode=wal")
        store.execute("pragma wal_autocheckpoint=0")
        store.execute("create table t (a)")
        for number in range(30):
            store.execute("insert into t values (?)", (f"{number} {'x' * 900}",))
        data, log, table = path.read_bytes(), log_path.read_bytes(), root_of(store, "t")

    assert len(rows_by_pages(FilePages(data, log), table)) == 30
    assert not read_log(log).is_broken
    frame = 24 + 4096
    torn = log[: len(log) - 100]
    assert len(rows_by_pages(FilePages(data, torn), table)) in (29, 28)
    assert not read_log(torn).is_broken, "a program that is killed leaves such a log"
    flipped = bytearray(log)
    flipped[32 + 5 * frame + 1000] ^= 4
    assert read_log(bytes(flipped)).is_broken
    assert len(rows_by_pages(FilePages(data, bytes(flipped)), table)) >= 26
    assert read_log(b"notes" * 1000) is None
    assert FilePages(data, b"notes" * 1000).has_log is False


def test_long_texts_are_brought_back_as_far_as_they_go(tmp_path):
    text = "é" * 10_000
    path = tmp_path / "any.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("create table t (a, b, c)")
        store.execute("insert into t values ('whole', ?, 'behind')", (text,))
        table = root_of(store, "t")
    data = bytearray(path.read_bytes())
    data[3 * 4096 : 4 * 4096] = bytes(4096)  # the second of its further pages

    (row,) = rows_by_pages(FilePages(bytes(data)), table).values()

    assert row == ("whole", LOST, LOST)


def test_a_text_with_broken_letters_is_told_from_a_whole_one(tmp_path):
    path = tmp_path / "any.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("create table t (a)")
        store.execute("insert into t values (cast(x'64c369' as text)), ('é')")
        table = root_of(store, "t")

    harmed, whole = rows_by_pages(FilePages(path.read_bytes()), table).values()

    assert harmed == ("d�i",)
    assert isinstance(harmed[0], HarmedText)
    assert not isinstance(whole[0], HarmedText)


@pytest.fixture
def journal(call, program):
    """A journal of two people and three conversations, in which something was removed."""
    assert call("demo", "list").code in (0, 2)
    for name in ("Amina", "Bo"):
        assert call("coachee", "new", "--name", name).code == 0
    lines = "\n".join(
        f'{{"coachee": "{who}", "topic": "Onderwerp {n} {"x" * 3000}", "goal": "Doel {n}",'
        f' "summary": "Samenvatting {n}"}}'
        for n, who in enumerate(("amina", "bo", "amina"), 1)
    )
    assert call("session", "new", "--from", "-", stdin=lines).code == 0
    assert call("goal", "new", "--coachee", "bo", "--statement", "Weg").code == 0
    assert call("undo", "--yes").code == 0
    return program.store
