"""`export csv`: the views as other programs read them."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import EXAMPLE, refused, talk

TABLES = (
    "coachees",
    "talents",
    "trajectories",
    "goals",
    "goal_scores",
    "sessions",
    "options",
    "actions",
    "answers",
    "answers_private",
    "sessions_private",
)
NOT_IN_THE_EXAMPLE = (
    *("goal_levels", "learning_moments", "topics", "releases"),
    *("reviews", "confidences", "objectives", "goal_links", "goal_lenses", "observations"),
    *("trajectory_themes", "trajectories_private", "communication_forms", "checkins", "consents"),
)
AWKWARD = [
    'with "quotes", commas',
    "two\nlines",
    "=1+1",
    "+31",
    "-x",
    "@x",
    "\ttab",
    "é🙂",
    "'",
    "",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_its_view_row_by_row(call, program, keep, table):
    assert call("session", "new", "--from", EXAMPLE).code == 0
    assert call("coachee", "talent", "amina", "Rust bewaren", "--energy", "yes").code == 0
    keep(
        talk(
            answers=[
                {"stage": "goal", "question": "q1", "text": "a\nb", "asked": "Why?"},
                {"stage": "goal", "question": "q2", "text": "c", "layer": "private"},
            ]
        )
    )
    with closing(sqlite3.connect(program.store)) as store:
        found = store.execute(f"select * from {table}")
        columns = [column[0] for column in found.description]
        rows = {tuple("" if v is None else str(v) for v in row) for row in found}

    exported = list(csv.reader(io.StringIO(call("export", "csv", table).out, newline="")))

    assert exported[0] == columns
    assert {tuple(row) for row in exported[1:]} == rows
    assert len(exported) - 1 == len(rows) > 0


def test_every_view_of_the_nouns_can_be_exported(call, program):
    call("session", "new", "--from", EXAMPLE)
    with closing(sqlite3.connect(program.store)) as store:
        sql = "select name from sqlite_master where type = 'view'"
        views = {name for (name,) in store.execute(sql)}
    doors = {name for name in views if name.endswith("_again")}

    assert views - doors - {"log"} == {*TABLES, *NOT_IN_THE_EXAMPLE}


def test_lines_end_as_the_standard_has_it_and_values_are_unchanged(call, keep):
    keep(*(talk(topic=text) for text in AWKWARD))

    told = call("export", "csv", "sessions")

    assert told.out.count("\r\n") == len(AWKWARD) + 1
    assert [row["topic"] for row in told.rows] == [text.strip() for text in AWKWARD]
    assert not told.out.startswith("\ufeff")


def test_for_a_spreadsheet_formulas_are_guarded(call, keep):
    keep(*(talk(topic=text) for text in AWKWARD))

    told = call("export", "csv", "sessions", "--excel")

    assert told.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(told.out[1:], newline=""), delimiter=";"))
    guarded = {"=1+1": "'=1+1", "+31": "'+31", "-x": "'-x", "@x": "'@x"}
    assert [row["topic"] for row in rows] == [guarded.get(t.strip(), t.strip()) for t in AWKWARD]


def test_the_order_is_that_of_the_numbers(call, keep):
    keep(talk(date="2026-11-05"), talk(date="2026-11-03"), talk(date="2026-11-04"))

    assert [row["number"] for row in call("export", "csv", "sessions").rows] == ["1", "2", "3"]


def test_a_table_that_is_none(call):
    refused(call("export", "csv", "meta"), 3, "no table called meta")
    refused(call("export", "csv", "sessions; drop table session"), 3, "no table")
