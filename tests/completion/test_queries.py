"""The one query behind a TAB: by an index, and at the same cost in a journal of any size."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.completion import queries
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader, open_writer
from coachlog.store.try_open import open_if_up_to_date
from tests.store.conftest import RECORDS

FEW, MANY = 100, 10_000
STEPS_OF_A_ROW = 25
GOING_ON = {
    name: table.open_status
    for name, table in TABLES.items()
    if table.noun.view and table.open_status
}
CLOSED = {
    "network": "closed",
    "session": "held",
    "goal": "dropped",
    "action": "done",
    "trajectory": "closed",
}
ASKED = [
    (noun, status, begin)
    for noun, going_on in GOING_ON.items()
    for status in (going_on, "")
    for begin in ("", "4")
]


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A journal with few records of each noun, and one with many; the oldest 40 are still open."""
    folder = tmp_path_factory.mktemp("stores")
    for size in (FEW, MANY):
        with closing(open_writer(folder / str(size))) as connection:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA foreign_keys=OFF")
            for (name,) in connection.execute(
                "select name from sqlite_master where type='trigger'"
            ):
                connection.execute(f'drop trigger "{name}"')
            connection.execute("begin")
            for n in range(1, size + 1):
                add(connection, "coachee", id=f"c{n}", handle=f"amina-{n:05}")
                for noun, status in GOING_ON.items():
                    late = status if n <= 40 else CLOSED.get(noun, "dropped")
                    whose = {"coachee_id": f"c{n}"} if "coachee_id" in RECORDS[noun] else {}
                    add(connection, noun, id=f"{noun}{n}", number=n, status=late, **whose)
            connection.execute("update session set trajectory_id = 'trajectory1'")
            connection.execute("update goal set trajectory_id = 'trajectory1'")
            connection.execute("commit")
    return folder


def add(connection, noun, **changes):
    record = RECORDS[noun] | changes
    names = ", ".join(f'"{name}"' for name in record)
    connection.execute(
        f'insert into "{noun}" ({names}) values ({", ".join("?" * len(record))})',
        list(record.values()),
    )


class Watched:
    """A reader of which the statements are seen, and the steps of SQLite's machine counted."""

    def __init__(self, path):
        self.statements, self.steps = [], 0
        self.connection = sqlite3.connect(path)
        self.connection.set_trace_callback(self.statements.append)
        self.connection.set_progress_handler(self.count, 1)
        self.reader = Reader(path, self.connection)

    def count(self):
        self.steps += 1
        return 0


@pytest.fixture
def watch(stores):
    """`watch(size, question)`: the answer, the statements that were made, and their steps."""
    opened = []

    def watching(size, question):
        watched = Watched(stores / str(size))
        opened.append(watched.connection)
        return question(watched.reader), watched.statements, watched.steps

    yield watching
    for connection in opened:
        connection.close()


def numbers(noun, status, begin):
    return lambda reader: queries.numbered(reader, TABLES[noun], status, begin)


@pytest.mark.parametrize(("noun", "status", "begin"), ASKED)
def test_numbers_cost_the_same_in_a_large_journal(watch, stores, noun, status, begin):
    question = numbers(noun, status, begin)

    few, _statements, little = watch(FEW, question)
    found, statements, much = watch(MANY, question)

    assert found
    assert len(statements) == 1
    assert_indexed(stores, statements[0])
    assert much <= little * 1.1 + STEPS_OF_A_ROW * (len(found) - len(few))


@pytest.mark.parametrize("begin", ["", "amina", "amina-0001", "x"])
def test_people_cost_the_same_in_a_large_journal(watch, stores, begin):
    _few, _statements, little = watch(FEW, lambda reader: queries.people(reader, begin))
    _many, statements, much = watch(MANY, lambda reader: queries.people(reader, begin))

    assert len(statements) == 1
    assert_indexed(stores, statements[0])
    assert much <= little * 1.1


def assert_indexed(stores, statement):
    with closing(sqlite3.connect(stores / str(MANY))) as connection:
        plan = [row[3] for row in connection.execute(f"explain query plan {statement}")]
    lines = [line for line in plan if line.startswith("SCAN") or "B-TREE" in line]
    # What is scanned is the few rows that the parts of the union give.
    assert [line for line in lines if not line.startswith("SCAN (subquery")] == []


def test_a_glance_makes_the_query_and_no_change(stores):
    with open_if_up_to_date(stores / str(FEW)) as reader:
        assert [each.number for each in numbers("goal", "active", "")(reader)] == list(
            range(40, 10, -1)
        )
        with pytest.raises(Exception, match="read-only"):
            reader.value("update meta set value = ''")
