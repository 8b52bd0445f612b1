"""`edit` field by field: where nobody can see an editor, wants one, or has one."""

import sqlite3
import sys
from contextlib import closing

import pytest

from coachlog.terminal.context import Context
from tests.guide.conftest import home, open_terminal

__all__ = ["home", "open_terminal"]

STATEMENT, WHY, ANTI_GOAL, TARGET, STATUS = 0, 1, 3, 9, 10
"""The places of the fields of a goal, as they are asked."""


pytestmark = pytest.mark.usefixtures("example")


@pytest.fixture
def answer(call, monkeypatch):
    """`answer({place: text}, *more)`: Enter at every other of the fields, then *more* lines."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))

    def run(answers, *more, words=("goal", "edit", "1"), fields=14, **env):
        lines = [answers.get(place, "") for place in range(fields)]
        return call(*words, stdin="\n".join([*lines, *more, ""]), env=env)

    return run


@pytest.fixture
def goal(call):
    return lambda: call("goal", "show", 1, "--json").json


def operations(program):
    with closing(sqlite3.connect(program.store)) as store:
        return store.execute("select count(*) from operation").fetchone()[0]


def test_enter_at_every_question_changes_nothing(answer, program):
    told = answer({})

    assert (told.code, operations(program)) == (0, 1)
    assert told.err.endswith("Nothing changed.\n")


def test_what_is_answered_changes_and_the_rest_stays(answer, program, goal):
    before = goal()

    told = answer({WHY: "for the others", TARGET: "9/10", STATUS: "reached"})

    assert told.code == 0, told.err
    assert operations(program) == 2
    changed = {name: value for name, value in goal().items() if value != before[name]}
    del changed["closed_on"], changed["momentum"]
    assert changed == {"why": "for the others", "target": 9, "status": "achieved"}


def test_a_dash_empties_a_field_that_holds_something(answer, goal):
    answer({WHY: "-", 4: "-"})

    assert goal()["why"] is None
    assert goal()["milestone"] == "-", "there was nothing to empty"


def test_an_answer_that_will_not_do_is_asked_again(answer, goal):
    told = answer({TARGET: "11\n9"})

    assert "“11” is not a whole number" in told.err
    assert goal()["target"] == 9


def test_what_the_journal_refuses_is_asked_again_and_only_that(answer, goal, program):
    told = answer({STATEMENT: "-", WHY: "new"}, "Speak up", "")

    assert told.code == 0, told.err
    assert "this cannot be empty" in told.err
    assert (goal()["statement"], goal()["why"]) == ("Speak up", "new")
    assert operations(program) == 2


def test_a_refusal_that_names_no_field_asks_again_what_was_changed(call, answer):
    call("coachee", "new", "--name", "Bo")

    told = answer({1: "bo"}, "ab", words=("coachee", "edit", "amina"), fields=13)

    assert told.code == 0, told.err
    assert "bo belongs to Bo" in told.err
    assert call("coachee", "show", "ab", "--json").json["name"] == "Amina El Idrissi"


def test_what_another_window_changed_is_told_before_it_is_overwritten(answer, goal, tmp_path):
    script = tmp_path / "ed"
    script.write_text(
        "import os, sqlite3, sys\n"
        "store = sqlite3.connect(os.environ['COACHLOG_STORE'])\n"
        "store.execute('update goal set why = 2 || char(10) || 3')\n"
        "store.commit()\n"
        "open(sys.argv[1], 'w').write('mine')\n"
    )
    editor = f"{sys.executable} {script}"
    told = answer({WHY: ":edit\n"}, "yours and mine", EDITOR=editor)

    assert told.code == 0, told.err
    assert "Meanwhile this was changed elsewhere. It is now: 2 3\nEnter keeps yours" in told.err
    assert goal()["why"] == "yours and mine"


@pytest.mark.parametrize("end", [":stop\n", ""])
def test_who_stops_changes_nothing(answer, program, end, call, monkeypatch):
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))

    told = call("goal", "edit", 1, stdin="new\n" + end)

    assert (told.code, operations(program)) == (130, 1)


def test_the_codes_are_explained_in_the_language_of_the_run(answer):
    told = answer({}, words=("goal", "edit", "1", "--lang", "nl"))

    assert "Status  (active (lopend), achieved (bereikt), dropped (losgelaten))" in told.err


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("--guided",), {"EDITOR": "false"}),
        (("--plain",), {"EDITOR": "false"}),
        ((), {"PATH": "/nowhere", "VISUAL": " ", "EDITOR": ""}),
    ],
    ids=["asked for", "lines only", "no editor"],
)
def test_in_a_terminal_each_field_is_asked(home, open_terminal, words, env):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "Lead", "why": "x"}])
    window = open_terminal("goal", "edit", "1", *words, **env)

    window.asked("Goal", "")
    window.asked("Why", "because")
    window.asked("Signs of success", *[""] * 12)

    window.wait_for("Goal 1 is changed.")
    assert window.ended() == 0
    assert home.json("goal", "show", "1")["why"] == "because"
