"""Reading the pages of a store without SQLite: the same as SQLite reads, or a word about it."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.base.errors import RefusedError, UnavailableError
from coachlog.store.backup_check import problem_of
from coachlog.store.copy_aside import read_wal
from coachlog.store.expected import SCHEMA
from coachlog.store.rescue import rescue
from coachlog.store.salvage.cells import LOST, BrokenCellError, HarmedText, row_values, varint
from coachlog.store.salvage.losses import HALF
from coachlog.store.salvage.page_rows import PageRows
from coachlog.store.salvage.pages import FilePages
from coachlog.store.salvage.reading import read_through_sqlite
from coachlog.store.salvage.table_shapes import empty_store, schema_of
from coachlog.store.salvage.trees import Walk, cells, node_at
from tests.store.conftest import insert

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
                if place < len(kept):
                    store.execute("delete from t where rowid = ?", (list(kept)[place],))
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
    assert not read_wal(log).is_broken
    frame = 24 + 4096
    torn = log[: len(log) - 100]
    assert len(rows_by_pages(FilePages(data, torn), table)) in (29, 28)
    assert not read_wal(torn).is_broken, "a program that is killed leaves such a log"
    flipped = bytearray(log)
    flipped[32 + 5 * frame + 1000] ^= 4
    assert read_wal(bytes(flipped)).is_broken
    assert len(rows_by_pages(FilePages(data, bytes(flipped)), table)) >= 26
    assert read_wal(b"notes" * 1000) is None
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


PAGE = 4096


def content(path):
    """All rows of all tables of a store that is opened as it is."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as store:
        tables = list(schema_of(SCHEMA).shapes)
        return {table: store.execute(f'select * from "{table}"').fetchall() for table in tables}


def rescued(path, tmp_path):
    """What a rescue says, and the path of the new store, which is sound; the old one stays."""
    before = {
        file: file.read_bytes() for file in path.parent.glob(f"{path.name}*") if file.is_file()
    }
    target = tmp_path / "rescued.db"
    target.unlink(missing_ok=True)
    told = rescue(path, target, MOMENT)
    assert {file: file.read_bytes() for file in before} == before
    assert problem_of(target) == ""
    assert target.stat().st_mode & 0o777 == 0o600
    return told, target


def harm(path, *numbers):
    """Zero pages of a store."""
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(bytes(data))


def pages_of(path, name):
    with closing(sqlite3.connect(path)) as store:
        return [n for (n,) in store.execute("select pageno from dbstat where name = ?", (name,))]


def test_a_sound_store_is_copied_whole(path, filled, tmp_path):
    told, target = rescued(path, tmp_path)

    assert (told.losses, told.gaps) == ([], 0)
    was, now = content(path), content(target)
    assert {name for name in was if was[name] != now[name]} <= {"meta", "counter"}


def test_pages_tell_the_same_as_sqlite(path, filled):
    by_pages = PageRows(FilePages(path.read_bytes()), SCHEMA)

    expected = content(path)
    for name, shape in by_pages.schema.shapes.items():
        assert sorted(map(repr, (tuple(row.values) for row in by_pages.rows(shape)))) == sorted(
            map(repr, expected[name])
        ), name


def test_without_its_first_page_everything_comes_back(path, filled, tmp_path):
    before = content(path)
    harm(path, 1)

    told, target = rescued(path, tmp_path)

    assert told.by == "pages"
    for table, rows in content(target).items():
        if table not in ("meta", "counter", "change"):
            assert sorted(rows, key=repr) == sorted(before[table], key=repr), table


def test_of_a_row_that_is_gone_the_indexes_and_the_search_tell_much(path, filled, tmp_path):
    (before,) = content(path)["goal"]
    harm(path, *pages_of(path, "goal"))

    told, target = rescued(path, tmp_path)

    (loss,) = told.losses
    assert (loss.noun, loss.state, loss.number) == ("goal", HALF, before[1])
    (after,) = content(target)["goal"]
    names = schema_of(SCHEMA).shapes["goal"].columns
    kept = {name for name, was, now in zip(names, before, after, strict=True) if was == now}
    assert {"id", "number", "coachee_id", "trajectory_id", "status"} <= kept
    assert before[names.index("statement")] in after[names.index("statement")]


def test_what_belongs_to_a_lost_person_is_kept(path, filled, tmp_path):
    before = content(path)
    numbers = [
        page
        for name in ("coachee", "sqlite_autoindex_coachee_1", "coachee_handle", "coachee_name_sort")
        for page in pages_of(path, name)
    ]
    harm(path, *numbers)

    _told, target = rescued(path, tmp_path)

    after = content(target)
    assert [row[3] for row in after["coachee"]] == ["(lost)"]
    for table in ("session", "goal", "action", "answer"):
        assert after[table] == before[table]


def test_the_log_that_a_program_left_is_part_of_it(path, filled, write, tmp_path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("select 1 from meta").fetchone()
        with write() as work:
            insert(work, "coachee", id="late", handle="late")
        left = tmp_path / "left"
        left.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", left / f"coachlog.db{suffix}")
    harm(left / "coachlog.db", 1, *pages_of(path, "goal"))

    told, target = rescued(left / "coachlog.db", tmp_path)

    assert told.log == "good"
    assert "late" in {row[0] for row in content(target)["coachee"]}
    harm(left / "coachlog.db", *range(1, 40))
    (left / "coachlog.db").unlink()
    _told, target = rescued(left / "coachlog.db", tmp_path)
    assert "late" in {row[0] for row in content(target)["coachee"]}


def test_through_sqlite_alone_rows_around_a_broken_page_are_read(tmp_path):
    """As for a store whose pages only SQLCipher deciphers."""
    path = tmp_path / "long.db"
    with closing(empty_store(SCHEMA)) as made, closing(sqlite3.connect(path)) as store:
        made.backup(store)
        store.executemany(
            "insert into topic values (?, ?, 'c', null, null, ?, 'parked', '2026-11-24', null,"
            " '2026-11-24T09:00:00.000Z')",
            [(f"t{number}", number, "x" * 300) for number in range(1, 201)],
        )
        store.commit()
        (root,) = store.execute(
            "select rootpage from sqlite_schema where name = 'topic'"
        ).fetchone()
    children = node_at(FilePages(path.read_bytes()), root).children
    harm(path, children[3], children[9])

    with closing(sqlite3.connect(path)) as store:
        reading = read_through_sqlite(store, SCHEMA, "none")

    lost = 200 - len(reading.found["topic"].rows)
    assert 0 < lost <= 30
    assert reading.broken == {"topic"}
    assert len(reading.evidence.expected["topic"]) == 200, "the indexes tell which ones"


def test_a_file_that_is_there_is_left_alone(path, filled, tmp_path):
    target = tmp_path / "mine.txt"
    target.write_text("mine")

    with pytest.raises(RefusedError, match="already"):
        rescue(path, target, MOMENT)

    assert target.read_text() == "mine"
    with pytest.raises(RefusedError, match="not there"):
        rescue(path, tmp_path / "nowhere" / "new.db", MOMENT)


@pytest.mark.parametrize("data", [b"", b"notes " * 5000, bytes(50_000), os.urandom(50_000)])
def test_where_there_is_nothing_to_read_no_file_is_made(data, tmp_path):
    path = tmp_path / "store.db"
    path.write_bytes(data)

    with pytest.raises(UnavailableError, match="Nothing could be read"):
        rescue(path, tmp_path / "rescued.db", MOMENT)

    assert list(tmp_path.iterdir()) == [path]
