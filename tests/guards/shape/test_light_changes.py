"""A change of one field is one bound statement; log, index and constraints hold all the same."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from coachlog.base.errors import CoachlogError
from coachlog.journal.action import queries as actions
from coachlog.journal.goal import queries as goals
from coachlog.store import derived
from coachlog.store.work import Work
from tests.conftest import EXAMPLE

CHANGES = {
    "action done": ("action", "done", 1, "--outcome", "Koen was glad"),
    "action partly": ("action", "done", 1, "--partly"),
    "action drop": ("action", "drop", 1, "--outcome", "The meeting moved"),
    "goal score": ("goal", "score", 1, 7),
    "goal achieve": ("goal", "achieve", 1),
    "goal drop": ("goal", "drop", 1),
    "coachee archive": ("coachee", "archive", "amina"),
    "coachee rename": ("coachee", "rename", "amina", "amina-e", "--name", "Amina E"),
    "topic drop": ("topic", "drop", 1),
    "session cancel": ("session", "cancel", "amina", "--reason", "On holiday"),
    "session missed": ("session", "missed", 2, "--reason", "The train was late"),
    "session release": ("session", "release", 1, "--to", "Koen", "--agreed-by", "Amina"),
    "trajectory close": ("trajectory", "close", 1, "--closing", "Amina leads"),
}
NEW = {
    "coachee new": ("coachee", "new", "--name", "Bart"),
    "coachee talent": ("coachee", "talent", "amina", "Stays calm"),
    "objective new": ("objective", "new", "--statement", "Fewer meetings"),
    "trajectory new": ("trajectory", "new", "--coachee", "amina"),
    "goal new": ("goal", "new", "--coachee", "amina", "--statement", "Say no", "--objective", 1),
    "action new": ("action", "new", "--coachee", "amina", "--what", "Ask Koen", "--confidence", 7),
    "topic park": ("topic", "park", "amina", "Work at home"),
    "observation new": ("observation", "new", "--coachee", "amina", "--fact", "She listened"),
    "growth new": ("growth", "new", "--kind", "training", "--learned", "To wait"),
    "workability new": ("workability", "new", "--coachee", "amina", "--learning", 6, "--wanted"),
}
EDIT = {
    "coachee edit": ("coachee", "edit", "amina", "--team", "Care"),
    "talent edit": ("coachee", "talent", "amina", "--edit", 1, "--shows", "At night"),
    "objective edit": ("objective", "edit", 1, "--plan", "Ask the teams"),
    "trajectory edit": ("trajectory", "edit", 1, "--purpose", "Lead"),
    "goal edit": ("goal", "edit", 1, "--target", 8),
    "goal scale": ("goal", "scale", 1, "--level-0", "Once a week"),
    "action edit": ("action", "edit", 1, "--helper", "Koen"),
    "topic edit": ("topic", "edit", 1, "--text", "Her holidays"),
    "observation edit": ("observation", "edit", 1, "--wish", "More of it"),
    "growth edit": ("growth", "edit", 1, "--minutes", 30),
    "workability edit": ("workability", "edit", 1, "--note", "Better"),
}
ONE_ROW = NEW | EDIT
"""What writes one row out of fields that are checked."""

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "rich", "questionary", "json")
LOADED = """
import shutil, sys
from coachlog.main import main
unwanted, begun, store, *lines = sys.argv[1:]
for line in lines:
    shutil.copyfile(begun, store)
    code = main(line.split("|"))
    loaded = set(unwanted.split()) & set(sys.modules)
    if code or loaded:
        sys.exit(f"{line}: {code}, {loaded}")
"""
"""Runs one command after the other, each in a journal as it was at first."""

changes = pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)


@pytest.fixture
def journal(call, program, prepared):
    """A conversation, one that was planned and passed, one ahead, and a topic that waits."""

    def fill():
        assert call("session", "new", "--from", EXAMPLE).code == 0
        early = {"COACHLOG_NOW": "2026-11-10T09:00:00Z"}
        call("session", "plan", "amina", "2026-11-12 14:00", env=early)
        call("session", "plan", "amina", "2026-12-20 14:00")
        call("topic", "park", "amina", "Holidays")

    prepared(fill)
    return program.store


@pytest.fixture
def rows(call, prepared):
    """A conversation, and a record of each noun in NEW."""

    def fill():
        assert call("session", "new", "--from", EXAMPLE).code == 0
        for new in NEW.values():
            assert call(*new).code == 0

    prepared(fill)


def test_a_change_loads_nothing_that_is_heavy(journal, program):
    assert _heavy_command(program, CHANGES, HEAVY) == ""


@pytest.mark.usefixtures("rows")
def test_a_row_is_written_without_sqlmodel(program):
    unwanted = ("sqlmodel", "sqlalchemy", "rich", "questionary")
    assert _heavy_command(program, ONE_ROW, unwanted) == ""


@changes
def test_the_change_log_tells_all_that_it_changed(call, journal, words):
    before = _records(journal)

    assert call(*words).code == 0

    assert _replayed(before, journal) == _records(journal)
    assert _records(journal) != before


@changes
def test_counts_and_index_are_as_if_made_anew(call, journal, words):
    assert call(*words).code == 0

    kept = _derived(journal)
    with closing(sqlite3.connect(journal, isolation_level=None)) as connection:
        derived.make_anew(connection)

    assert kept == _derived(journal)


@pytest.mark.parametrize(
    "change",
    [
        lambda work: actions.close(work, 1, "finished", None, "2026-11-24"),
        lambda work: actions.close(work, 1, "done", None, "yesterday"),
        lambda work: goals.score(work, 1, 11, "2026-11-24"),
        lambda work: work.update("goal", goals.GOALS.id_of(work, 1), {"closed_on": "2026-02-30"}),
    ],
    ids=["status", "day", "figure", "a day that is none"],
)
def test_the_constraints_of_the_schema_hold(journal, change):
    before = _records(journal)

    with pytest.raises(CoachlogError), Work(journal, "test") as work:
        change(work)

    assert _records(journal) == before


def _heavy_command(program, commands, unwanted):
    """The first command that fails or loads what is *unwanted*, and what; "" if none does."""
    begun = program.store.rename(program.store.with_name("begun"))
    lines = ("|".join(map(str, words)) for words in commands.values())
    command = [sys.executable, "-c", LOADED, " ".join(unwanted), begun, program.store, *lines]
    ended = subprocess.run(command, env=program.environment, capture_output=True, text=True)
    return ended.stderr if ended.returncode else ""


def _records(store):
    """Every record of every noun, by table and id."""
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        tables = derived.noun_columns(connection)
        return {
            (table, row["id"]): dict(row)
            for table in tables
            for row in connection.execute(f'select * from "{table}"')
        }


def _replayed(records, store):
    """*records* with the latest operation of the log done to them; an insert gives its id alone."""
    with closing(sqlite3.connect(store)) as connection:
        log = connection.execute(
            "select noun, record_id, verb, old, new from change where operation ="
            " (select id from operation order by stamp desc limit 1) order by seq"
        ).fetchall()
        after = _records(store)
    found = {key: dict(row) for key, row in records.items()}
    for noun, record_id, verb, old, new in log:
        if verb == "insert":
            found[noun, record_id] = after[noun, record_id]
        elif verb == "delete":
            del found[noun, record_id]
        else:
            row = found[noun, record_id]
            assert json.loads(old) == {name: row[name] for name in json.loads(old)}
            row.update(json.loads(new))
    return found


def _derived(store):
    """The counts, the documents, and what the index finds."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("insert into search(search) values ('integrity-check')")
        return [
            sorted(connection.execute(sql))
            for sql in (
                "select * from tally_coachee",
                "select * from tally_session",
                "select noun, record_id, layer, body from document",
            )
        ]
