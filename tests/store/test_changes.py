"""The log says what each record was and became; the tables are found, so that none is forgotten."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from coachlog.store import derived, migrate
from coachlog.store.bare import connect
from coachlog.store.expected import SCHEMA
from tests.store.conftest import NOW, RECORDS, insert

with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
    migrate.bring_up_to_date(empty, None)
    COLUMNS = derived.noun_columns(empty)
    TABLES = {
        name
        for (name,) in empty.execute(
            "select name from pragma_table_list where type = 'table' and schema = 'main'"
        )
    }
each = pytest.mark.parametrize("table", sorted(COLUMNS))
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def other_program(path):
    """Another program: plain SQLite that knows nothing of operations."""
    return closing(sqlite3.connect(path, isolation_level=None))


@pytest.fixture
def changes(ask):
    """The changes that came after the first ones: `changes(after=seq)`."""

    def rows(after=0):
        found = ask(
            "select noun, record_id, verb, old, new, operation from change"
            " where seq > :after order by seq",
            after=after,
        )
        return [
            (
                *row[:3],
                *(value if value is None else json.loads(value) for value in row[3:5]),
                row[5],
            )
            for row in found
        ]

    return rows


def test_each_table_is_either_of_a_noun_or_known_not_to_be_logged():
    kept_by_triggers = {
        "tally_coachee",
        "tally_session",
        "tally_goal",
        "document",
        "sqlite_schema",
        "sqlite_sequence",
    }

    assert set(COLUMNS) == TABLES - set(derived.OWN) - kept_by_triggers
    assert set(RECORDS) == set(COLUMNS)


def test_an_insert_logs_its_id(write, changes):
    with write() as work:
        for noun in RECORDS:
            insert(work, noun)
        operation = work.operation_id

    ids = {table: RECORDS[table]["id"] for table in COLUMNS}
    assert sorted(changes()) == [
        (table, ids[table], "insert", None, {"id": ids[table]}, operation) for table in sorted(ids)
    ]


@each
def test_an_update_logs_each_column_that_changed_and_no_other(path, filled, table):
    """One column at a time: a column that was forgotten could not be undone."""
    with closing(connect(path, "mode=rw")) as connection:
        connection.execute("pragma ignore_check_constraints=on")
        for column in COLUMNS[table]:
            if column == "id":
                continue
            [(seq,)] = connection.execute("select max(seq) from change")
            [(old,)] = connection.execute(f'select "{column}" from "{table}"')
            new = old + 1 if isinstance(old, int) else _other(connection, table, column)

            connection.execute(f'update "{table}" set "{column}" = :new', {"new": new})

            [change] = connection.execute(
                "select noun, record_id, verb, old, new from change where seq > :seq", {"seq": seq}
            )
            assert change[:3] == (table, RECORDS[table]["id"], "update")
            assert [json.loads(each) for each in change[3:]] == [{column: old}, {column: new}]


def _other(connection, table, column):
    sql = "select type from pragma_table_info(:table) where name = :column"
    [kind] = connection.execute(sql, {"table": table, "column": column}).fetchone()
    return 1 if kind == "INTEGER" else 'tricky "text"\n[1] é 🙂'


@each
def test_an_update_of_nothing_is_not_logged(write, filled, changes, ask, table):
    before = changes()

    with write() as work:
        for column in COLUMNS[table]:
            work.execute(f'update "{table}" set "{column}" = "{column}"')

    assert changes() == before


@each
def test_a_delete_logs_the_whole_row(path, filled, ask, table):
    [row] = ask(f'select * from "{table}"')

    with other_program(path) as other:
        other.execute(f'delete from "{table}"')

    [(verb, old, new)] = ask("select verb, old, new from change order by seq desc limit 1")
    assert (verb, new) == ("delete", None)
    assert json.loads(old) == dict(zip(COLUMNS[table], row, strict=True))


def test_a_record_can_be_made_again_from_the_log(path, write, filled, ask):
    text = '“Zó” said \\ "she"\n\t{"a": 1} \U0001f642 \u202e'
    with write() as work:
        work.execute("update answer set text = :text", text=text)
        work.execute("delete from answer")

    [[old]] = ask("select old from change where verb = 'delete'")

    assert json.loads(old)["text"] == text


def test_a_write_by_another_program_has_its_own_operation(path, filled, ask):
    with other_program(path) as other:
        other.execute("update goal set why = 'because'")

    [(operation, device, stamp, schema)] = ask(
        "select id, device_id, stamp, schema from operation where origin = 'other'"
    )
    assert UUID7.fullmatch(operation)
    assert [(device,)] == ask("select value from meta where key = 'device'")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", stamp)
    assert schema == SCHEMA
    assert ask("select noun, new from change where operation = :id", id=operation) == [
        ("goal", '{"why":"because"}')
    ]


def test_each_row_that_another_program_writes_is_an_operation_at_a_later_stamp(
    path, write, filled, ask
):
    future = NOW + timedelta(days=80)
    with write(now=future) as work:
        work.execute("update goal set why = 'first'")

    with other_program(path) as other:
        other.execute("begin")
        for n in range(50):
            other.execute("update goal set why = :n", {"n": str(n)})
        other.execute("commit")
    with write() as work:
        work.execute("update goal set why = 'last'")

    stamps = [stamp for (stamp,) in ask("select stamp from operation order by rowid")]
    assert stamps == sorted(set(stamps))
    assert len(stamps) == 53
    assert ask("select origin, count(*) from operation group by origin order by origin") == [
        ("coachlog", 3),
        ("other", 50),
    ]


@pytest.mark.parametrize("table", [*derived.OWN, "tally_coachee", "tally_session", "document"])
def test_what_is_not_of_a_noun_has_no_log(filled, ask, table):
    assert ask("select name from sqlite_master where name like :name", name=f"log_{table}_%") == []
