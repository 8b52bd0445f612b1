"""What is derived can be thrown away and made anew, and is never out of date."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.store import derived, expected, write_expected
from coachlog.store.bare import connect
from coachlog.store.connection import open_reader
from coachlog.store.statements import statements
from tests.store.conftest import AT, insert

LOGS = "select * from change", "select * from operation"


def test_what_the_program_expects_is_what_it_would_make():
    """After a change of a view, trigger, tally or index: python -m coachlog.store.write_expected"""
    assert write_expected.EXPECTED.read_text(encoding="utf-8") == write_expected.text()


def test_a_new_store_is_as_expected(filled, ask):
    assert ask("select value from meta where key = 'derived'") == [(expected.DERIVED,)]


def things(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "select type, name, sql from sqlite_master order by 1, 2, 3"
        ).fetchall()


@pytest.fixture
def older(path, filled, write):
    """A store whose derived things were made by an earlier version."""
    with write() as work:
        insert(work, "action", id="x2", status="open")
    with closing(sqlite3.connect(path)) as other:
        other.execute("update meta set value = 'older' where key = 'derived'")
        other.execute("drop view sessions")
        other.execute("create view sessions as select 1 as old_column")
        other.execute("drop trigger log_goal_update")
        other.execute("delete from tally_coachee")
        other.execute("insert into search(search) values ('delete-all')")
        other.commit()


def test_derived_things_of_another_version_are_made_anew(path, write, tmp_path, older, ask):
    with open_reader(path) as reader:
        assert reader.value("select number from sessions") == 1
        assert reader.value("select open_actions from coachees") == 2
        assert reader.value("select count(*) from search where search match 'koen'") == 3
        assert reader.value("select value from meta where key = 'derived'") == expected.DERIVED


def test_making_anew_leaves_the_logs_alone(path, older, ask):
    with closing(sqlite3.connect(path)) as other:
        before = [other.execute(sql).fetchall() for sql in LOGS]

    after = [ask(sql) for sql in LOGS]

    assert after == before
    assert before[0]


def test_making_anew_makes_the_same(path, filled, ask):
    before, documents = (
        things(path),
        ask("select noun, record_id, layer, body from document order by 1, 2, 3"),
    )

    with closing(connect(path, "mode=rw")) as connection:
        connection.execute("begin immediate")
        derived.make_anew(connection)
        connection.execute("commit")

    assert things(path) == before
    assert ask("select noun, record_id, layer, body from document order by 1, 2, 3") == documents


EMPTY = ("answers_private", "options_private", "answers_discreet", "sessions_discreet")
"""Views of what the filled store has none of."""


def test_each_view_can_be_read(filled, ask):
    for thing in derived.views():
        assert ask(f"select * from {thing.name}") or thing.name in EMPTY


def test_a_private_answer_stands_in_its_own_view_only(write, filled, ask):
    with write() as work:
        insert(work, "answer", id="a2", layer="private", text="secret")

    assert ask("select text from answers") == [("The meeting",)]
    assert ask("select text from answers_private") == [("secret",)]


def test_a_script_is_split_into_statements():
    script = f"""-- a; comment
    create table t (a text default ';'); insert into t values ('{AT};');
    create trigger r after insert on t begin delete from t; select 1; end;
    -- the end"""

    found = [statement.split("\n")[-1].strip()[:14] for statement in statements(script)]

    assert found == ["create table t", "insert into t ", "create trigger", "-- the end"]
