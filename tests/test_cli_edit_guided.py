"""`edit` by questions: for who cannot see an editor, or did not choose one."""

import re
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.terminal.context import Context
from tests.guide.conftest import home, open_terminal
from tests.guide.terminal import CTRL_C

__all__ = ["home", "open_terminal"]


@pytest.fixture(autouse=True)
def journal(example):
    """A journal that has kept the first example."""


@pytest.fixture
def answer(call, monkeypatch):
    """`answer(*lines)`: what is typed, a line each."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))

    def run(*lines, words=("goal", "edit", "1"), **env):
        return call(*words, stdin="".join(f"{line}\n" for line in lines), env=env)

    return run


@pytest.fixture
def goal(call):
    return lambda: call("goal", "show", 1, "--json").json


def operations(program):
    with closing(sqlite3.connect(program.store)) as store:
        return store.execute("select count(*) from operation").fetchone()[0]


def kept_file(told):
    return Path(re.search(r"saved in (\S+)$", told.err, re.MULTILINE)[1])


def test_what_to_change_is_chosen_from_a_list_and_enter_changes_nothing(answer, program):
    told = answer("")

    assert (told.code, operations(program)) == (0, 1)
    assert "Goal 1 of Amina El Idrissi" in told.err
    assert re.search(r"^ +10 +Target: 8$", told.err, re.MULTILINE)
    assert "What do you want to change?" in told.err
    assert told.err.endswith("Nothing changed.\n")


def test_a_value_stands_behind_its_label_as_the_language_writes_it(answer):
    told = answer("", COACHLOG_LANG="fr").err

    assert re.search(r"^ +10 +Cible\N{NO-BREAK SPACE}: 8$", told, re.MULTILINE)


def test_what_is_chosen_changes_and_the_rest_stays(answer, program, goal):
    """By its number, its label, or how that begins."""
    before = goal()

    told = answer("why", "for the others", "10", "9/10", "Status", "reached", "")

    assert told.code == 0, told.err
    assert operations(program) == 2
    changed = {name: value for name, value in goal().items() if value != before[name]}
    for told_too in ("closed_on", "momentum"):
        changed.pop(told_too, None)
    assert changed == {"why": "for the others", "target": 9, "status": "achieved"}


def test_a_dash_empties_a_field_that_holds_something(answer, goal):
    answer("why", "-", "milestone", "-", "")

    assert goal()["why"] is None
    assert goal()["milestone"] == "-", "there was nothing to empty"


def test_an_answer_that_will_not_do_is_asked_again(answer, goal):
    told = answer("target", "11", "9", "")

    assert "“11” is not a whole number" in told.err
    assert goal()["target"] == 9


@pytest.mark.parametrize("typed", ["99", "nothing of it"])
def test_what_is_not_in_the_list_is_asked_again(answer, goal, typed):
    told = answer(typed, "why", "x", "")

    assert (told.code, goal()["why"]) == (0, "x"), told.err
    assert f"“{typed}” is not in this list" in told.err


def test_what_the_journal_refuses_is_asked_again_and_only_that(answer, goal, program, call):
    call("coachee", "new", "--name", "Bo")

    told = answer("short name", "bo", "", "ab", words=("coachee", "edit", "amina"))

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
    told = answer(
        *("why", ":edit", "", "", "yours and mine"),
        words=("goal", "edit", "1", "--guided"),
        EDITOR=editor,
    )

    assert told.code == 0, told.err
    assert (
        "This was changed elsewhere in the meantime. It is now: 2 3\nPress Enter to keep yours"
        in told.err
    )
    assert goal()["why"] == "yours and mine"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("why", "new", ":stop", ""), "new"),
        (("why", "new", ":stop", "y"), "new"),
        (("why", "new", "target", ":stop", ""), "new"),
        (("why", "new"), "new"),
        (("why", "new", "target"), "new"),
        (("why", "new", ":stop", "n"), None),
        (("why", ":stop"), None),
        ((":stop",), None),
    ],
    ids=["Enter", "yes", "at a field", "end", "end at a field", "no", "nothing", "at once"],
)
def test_who_leaves_keeps_what_was_changed_unless_they_say_no(answer, program, goal, lines, why):
    before = goal()["why"]

    told = answer(*lines)

    assert goal()["why"] == (why or before)
    assert (told.code, operations(program)) == ((0, 2) if why else (130, 1)), told.err
    assert ("Save what you changed?" in told.err) == (len(lines) > 2 or why is not None)
    assert "saved in" not in told.err


NEW = {
    "goal": (("goal", "new", "--coachee", "amina"), "goals", "statement"),
    "action": (("action", "new", "--coachee", "amina"), "actions", "what"),
    "talent": (("coachee", "talent", "amina", "--add"), "talents", "strength"),
    "observation": (("observation", "new", "--coachee", "amina"), "observations", "fact"),
    "objective": (("objective", "new"), "objectives", "statement"),
    "coachee": (("coachee", "new"), "coachees", "name"),
}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [(("9", "8", ":stop", ""), 2), (("9", "8"), 0), (("9", ":stop", "n"), None)],
    ids=["stopped", "end", "not wanted"],
)
def test_a_check_in_that_is_left_keeps_its_figures(answer, call, lines, kept):
    """Figures that were said to somebody's face are not asked for twice."""
    words = ("workability", "new", "--coachee", "amina", "--wanted", "--manager")

    told = answer(*lines, words=words)

    rows = call("export", "csv", "checkins").rows
    assert len(rows) == (1 if kept else 0), told.err
    if kept == 0:
        text = kept_file(told).read_text()
        assert ": 9\n" in text
        assert ": 8\n" in text
    if kept is None:
        assert "saved in" not in told.err


@pytest.mark.parametrize("end", [":stop", None], ids=["stopped", "end"])
@pytest.mark.parametrize("noun", NEW)
def test_a_new_record_that_is_left_is_kept_or_named(answer, call, noun, end):
    words, table, _field = NEW[noun]
    marker = "vrijdag"

    told = answer(*([marker, end, ""] if end else [marker]), words=words)

    here = [row for row in call("export", "csv", table).rows if marker in row.values()]
    assert here or marker in kept_file(told).read_text()


def test_what_could_not_be_kept_is_offered_at_the_next_change_and_its_file_goes(
    answer, goal, program
):
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin immediate")
        told = answer("why", "my words", "", COACHLOG_BUSY_MS="20")
    assert told.code == 5, told.err
    path = kept_file(told)
    assert "my words" in path.read_text()

    again = answer("y", "milestone", "half", "")

    assert again.code == 0, again.err
    assert (goal()["why"], goal()["milestone"]) == ("my words", "half")
    assert not path.exists()


def test_who_is_removed_hears_of_files_with_words(call, program):
    folder = program.folder / "home" / ".local" / "state" / "coachlog" / "log"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edit-12345678.txt").write_text("words")

    told = call("coachee", "remove", "amina", "--yes")

    assert str(folder / "edit-12345678.txt") in told.err


def test_the_words_of_a_choice_are_those_of_the_run(answer):
    told = answer("status", "bereikt", ":stop", "n", words=("goal", "edit", "1", "--lang", "nl"))

    assert "Status (1 lopend · 2 bereikt · 3 losgelaten)" in " ".join(told.err.split())


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("--guided",), {"EDITOR": "false"}),
        (("--plain",), {"EDITOR": "false"}),
        ((), {"VISUAL": " ", "EDITOR": ""}),
    ],
    ids=["asked for", "lines only", "no editor chosen"],
)
def test_in_a_terminal_it_is_asked(home, open_terminal, words, env):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "Lead", "why": "x"}])
    window = open_terminal("goal", "edit", "1", *words, **env)

    window.asked("What do you want to change?", "why")
    window.asked("Why", "because")
    window.asked("What else?", "")

    window.wait_for("Goal 1 updated.")
    assert window.ended() == 0
    assert home.json("goal", "show", "1")["why"] == "because"


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM], ids=["closed", "ended"])
def test_a_closed_window_keeps_what_was_changed(home, open_terminal, end):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "Lead", "why": "x"}])
    window = open_terminal("goal", "edit", "1", "--guided")
    window.asked("What do you want to change?", "why")
    window.asked("Why", "because")
    window.wait_for("What else?")
    window.wait_for_prompt()

    window.kill(end)

    assert home.json("goal", "show", "1")["why"] == "because"


def test_ctrl_c_asks_whether_to_keep_it_with_what_stands_in_the_line(home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "Lead", "why": "x"}])
    window = open_terminal("goal", "edit", "1", "--guided")
    window.asked("What do you want to change?", "why")
    window.wait_for_prompt()
    window.type("because" + CTRL_C)

    window.wait_for("Save what you changed?")
    window.wait_for_prompt()
    window.answer("")

    window.wait_for("Goal 1 updated.")
    assert home.json("goal", "show", "1")["why"] == "because"


def test_what_was_typed_is_kept_where_the_journal_cannot_take_it(answer, call, program):
    """A store that is busy, or an answer that is refused at the end: none of the answers goes."""
    words = ("goal", "new", "--coachee", "amina")
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin immediate")
        told = answer("my words", *[""] * 20, words=words, COACHLOG_BUSY_MS="20")

    assert told.code == 5, told.err
    assert "my words" in kept_file(told).read_text()
    refused = answer("Bo", "amina", *[""] * 20, words=("coachee", "new"))
    assert refused.code == 4, refused.err
    assert "Bo" in kept_file(refused).read_text()
    assert "saved in" not in answer("my words", *[""] * 20, words=words).err
