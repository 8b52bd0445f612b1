"""`undo` and `redo`: what was done is taken back in one step, or one line tells why not."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from coachlog.base.texts import NO_BREAK, with_tied_signs
from coachlog.store import history
from tests.conftest import refused, talk
from tests.guide.terminal import CTRL_C, CTRL_D, Home
from tests.store.conftest import as_nobody

WHAT = "Lead the weekly meeting"


@pytest.fixture
def kept(keep):
    """A conversation with a goal and an action."""
    goals = [{"ref": "g", "statement": WHAT}]
    keep(talk(goals=goals, actions=[{"what": "Call Koen", "goal": "g"}]))


@pytest.fixture
def sql(program):
    """Another program at the store."""

    def run(*statements):
        with closing(sqlite3.connect(program.store, isolation_level=None)) as connection:
            return [connection.execute(statement).fetchall() for statement in statements][-1]

    return run


@pytest.fixture
def journal(sql):
    """All that the journal holds."""
    tables = ("coachee", "trajectory", "session", "goal", "goal_score", "option", "action")

    def contents():
        return {table: sql(f"select * from {table} order by id") for table in tables}

    return contents


def field(call, noun, column):
    return call("export", "csv", f"{noun}s").rows[0][column]


@pytest.mark.parametrize(
    ("language", "undone", "redone"),
    [
        (
            "en",
            ["Undone: action 1 (Call Koen)", "  noted as done · today, 10:00", "  Bring it back: "],
            [
                "Redone: action 1 (Call Koen)",
                "  noted as done · today, 10:00",
                "  Undo it again: ",
            ],
        ),
        (
            "nl",
            [
                "Ongedaan gemaakt: actie 1 (Call Koen)",
                "  gedaan · vandaag, 10:00",
                "  Terughalen: ",
            ],
            [
                "Opnieuw gedaan: actie 1 (Call Koen)",
                "  gedaan · vandaag, 10:00",
                "  Weer ongedaan maken: ",
            ],
        ),
        (
            "fr",
            [
                f"Annulé{NO_BREAK}: action 1 (Call Koen)",
                "  fait · aujourd'hui, 10h00",
                f"  Le rétablir{NO_BREAK}: ",
            ],
            [
                f"Refait{NO_BREAK}: action 1 (Call Koen)",
                "  fait · aujourd'hui, 10h00",
                f"  L'annuler à nouveau{NO_BREAK}: ",
            ],
        ),
    ],
)
def test_it_says_what_was_taken_back_and_how_it_comes_back(call, kept, language, undone, redone):
    call("action", "done", "1")

    back = call("--lang", language, "undo")
    after_undo = field(call, "action", "status")
    again = call("--lang", language, "redo")

    assert (back.code, back.out) == (again.code, again.out) == (0, "")
    assert back.err.splitlines() == [*undone[:2], undone[2] + "coachlog redo"]
    assert again.err.splitlines() == [*redone[:2], redone[2] + "coachlog undo"]
    assert (after_undo, field(call, "action", "status")) == ("open", "done")


def test_a_whole_conversation_goes_and_comes_back_with_its_numbers(call, kept, journal, keep):
    before = journal()

    gone = call("undo")
    empty = journal()
    [next_number] = keep(talk(coachee="Koen"))
    call("undo")
    call("undo", "3")

    assert gone.err.startswith("Undone: Amina, conversation 1, goal 1, action 1\n")
    assert not any(empty.values())
    assert journal() == before
    assert next_number == 2


def test_redo_brings_back_what_undo_n_took(call, kept):
    call("goal", "edit", "1", "--why", "because")
    call("action", "done", "1")

    call("undo", "2")
    without = field(call, "goal", "why")
    call("redo")

    assert (without, field(call, "goal", "why")) == ("", "because")
    assert field(call, "action", "status") == "done"


def test_undoing_an_undo_by_its_number_does_it_again(call, kept):
    call("action", "done", "1")
    call("undo")

    again = call("undo", "1")

    assert again.err.startswith("Redone: action 1 (Call Koen)\n")
    assert field(call, "action", "status") == "done"
    refused(call("undo", "2"), 4, "already redone")
    call("undo")
    refused(call("undo", "4"), 4, "already undone")


def test_redo_after_other_work_names_it_and_the_way_to_do_it_all_the_same(call, kept):
    call("action", "done", "1")
    call("undo")
    call("goal", "edit", "1", "--why", "because")

    late = call("redo")

    refused(
        late,
        4,
        r"Something else has been done since: changed: goal 1 \(Lead the weekly meeting\)\.$",
    )
    assert late.err.endswith("coachlog undo 2\n")
    assert call("undo", "2").code == 0
    assert field(call, "action", "status") == "done"


@pytest.mark.parametrize("place", ["0", "00", "x", "", "1.5", "1x", "²", "9" * 20, "🙂"])
def test_what_is_no_number_of_the_history_is_refused(call, kept, place):
    refused(call("undo", place), 2, "is not a number in the history")


def test_a_number_below_zero_is_none_of_the_history(call, kept):
    refused(call("undo", "-1"), 2, "is not a number in the history")


@pytest.mark.parametrize("place", ["2", "#2", "999999999999999"])
def test_a_number_that_the_history_does_not_have_is_not_found(call, kept, place):
    refused(call("undo", place), 3, "There is no number")


def test_on_an_empty_journal_nothing_is_made(call, program):
    refused(call("undo"), 3, "There is nothing to undo")
    refused(call("undo", "1"), 3, "There is no number 1")
    refused(call("redo"), 3, "nothing was undone")

    assert not program.store.exists()


def test_when_all_is_undone_there_is_nothing_more(call, kept):
    call("undo")

    refused(call("undo"), 3, "There is nothing to undo")
    call("redo")
    refused(call("redo"), 3, "nothing was undone")


CONFLICTS = [
    ("en", "“Why” has been changed since, from “first” to “second”.", "undo 1"),
    ("nl", "“Waarom” is sindsdien gewijzigd, van “first” naar “second”.", "undo 1"),
    ("fr", with_tied_signs("« Pourquoi » a changé depuis, de « first » à « second »."), "undo 1"),
]


@pytest.mark.parametrize(("language", "told", "first"), CONFLICTS)
def test_what_was_changed_since_is_refused_with_both_values(call, kept, language, told, first):
    call("goal", "edit", "1", "--why", "first")
    call("goal", "edit", "1", "--why", "second")

    found = call("--lang", language, "undo", "2")

    refused(found, 4, r"^(Goal|Doel|Objectif) 1 \(Lead the weekly meeting\)\s?: ")
    assert found.err.splitlines()[0].endswith(told)
    assert found.err.endswith(f"coachlog {first}\n")
    assert field(call, "goal", "why") == "second"


@pytest.mark.parametrize(
    ("language", "day", "status"),
    [
        ("en", "from “Sat 5 Dec 2026” to “–”", "from “reached” to “active”"),
        ("nl", "van “za 5 dec 2026” naar “–”", "van “bereikt” naar “lopend”"),
        (
            "fr",
            with_tied_signs("de « sam. 5 déc. 2026 » à « – »"),
            with_tied_signs("de « atteint » à « en cours »"),
        ),
    ],
)
def test_values_are_told_as_people_read_them(call, kept, language, day, status):
    call("goal", "edit", "1", "--target-on", "2026-12-05")
    call("goal", "edit", "1", "--target-on", "")
    call("goal", "edit", "1", "--status", "achieved")
    call("goal", "edit", "1", "--status", "active")

    assert day in call("--lang", language, "undo", "4").err
    assert status in call("--lang", language, "undo", "2").err


def test_a_private_text_is_not_in_the_refusal(call, kept, keep, sql):
    answers = [{"question": "own", "stage": "s", "text": "secret one", "layer": "private"}]
    keep(talk(coachee="Koen", answers=answers))
    for text in ("secret two", "secret three"):
        call("session", "edit", "1", "--private-note", text)
        sql(f"update answer set text = '{text}'")

    for place, label in ((3, "Text"), (4, "Private note")):
        found = call("undo", place)
        refused(found, 4, rf"^Conversation \d with \w+: “{label}” has been changed since\.$")
        assert "secret" not in found.err


def test_what_builds_on_a_conversation_is_named(call, kept, keep):
    call("goal", "score", "1", "6")
    found = call("undo", "2")
    refused(
        found, 4, r"^Goal 1 \(Lead the weekly meeting\): later records depend on it \(score 6\)"
    )
    assert found.err.endswith("coachlog undo 1\n")

    keep(talk(date="2026-11-24T09:00"))
    found = call("undo", "3")
    refused(found, 4, r"^\w+.*: later records depend on it \(.+\)\.$")


def test_what_the_conversation_made_and_was_changed_since_stays(call, kept):
    call("action", "done", "1")

    found = call("undo", "2")

    refused(
        found, 4, r"^Action 1 \(Call Koen\): “Status” has been changed since, from “open” to “done”"
    )
    assert found.err.endswith("coachlog undo 1\n")


def test_a_record_that_was_removed_meanwhile_is_named_with_the_way_back(call, kept, sql):
    call("action", "done", "1")
    sql("delete from action")

    found = call("undo", "2")

    refused(found, 4, r"^Action 1 \(Call Koen\): this has been removed since\.$")
    assert found.err.endswith("coachlog undo 1\n")
    assert call("undo", "1").code == call("undo", "3").code == 0


def test_what_it_belongs_to_may_be_gone(call, kept, sql):
    sql("delete from action", "delete from goal", "delete from trajectory")
    sql("pragma foreign_keys = off")

    found = call("undo", "2")

    refused(
        found, 4, r"^Goal 1 \(Lead.*\): what it belongs to has been removed since \(trajectory 1"
    )
    assert found.err.endswith("coachlog undo 1\n")


def test_a_handle_that_somebody_else_has_by_now_is_named(call, sql):
    call("coachee", "new", "--name", "Amina Bakkali")
    sql("delete from coachee")
    call("coachee", "new", "--name", "Amina Zarouali")

    found = call("undo", "2")

    refused(found, 4, r"^Amina Bakkali: “amina” is now in use for another one \(Amina Zarouali\)")


def test_another_version_of_the_program_is_not_undone(call, kept, sql):
    sql("update operation set schema = 0")

    refused(call("undo"), 4, "another version of coachlog")


def test_a_locked_store_is_said_and_nothing_is_lost(call, kept, program, journal):
    before = journal()
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin immediate")

        found = call("undo", env={"COACHLOG_BUSY_MS": "20"})

    refused(found, 5, "in use by another program")
    assert journal() == before


def test_a_store_that_can_only_be_read_is_said(call, kept, program, open_folder):
    folder = open_folder / "closed"
    folder.mkdir()
    with closing(sqlite3.connect(program.store)) as store:
        store.execute("pragma journal_mode = delete")
    shutil.copy(program.store, folder / "journal.sqlite")
    place = {
        "HOME": str(open_folder),
        "COACHLOG_STORE": str(folder / "journal.sqlite"),
        "COACHLOG_CONFIG": str(open_folder / "config.toml"),
    }
    (folder / "journal.sqlite").chmod(0o444)
    folder.chmod(0o555)

    with as_nobody():
        shown = call("history", env=place)
        found = call("undo", env=place)
    folder.chmod(0o755)

    assert shown.code == 0
    refused(found, 5, "is read-only|no permission")


@pytest.mark.parametrize(("command", "read"), [("undo", "latest_work"), ("redo", "latest_undo")])
def test_what_another_window_takes_back_meanwhile_is_no_refusal(
    call, kept, program, monkeypatch, command, read
):
    for n in range(3):
        call("goal", "edit", "1", "--why", n)
    call("undo")
    call("undo")
    found, others = getattr(history, read), []

    def read_slowly(reader):
        step = found(reader)
        if not others:
            others.append(program.run(command))
        return step

    monkeypatch.setattr(history, read, read_slowly)
    told = call(command)

    assert (others[0].code, told.code) == (0, 0), told.err


def test_several_windows_take_back_a_step_each(call, kept, program):
    for n in range(6):
        call("goal", "edit", "1", "--why", n)

    running = [program.start("undo") for _ in range(4)]
    ended = [process.communicate(timeout=60) for process in running]

    assert [process.returncode for process in running] == [0] * 4
    assert all(err.decode().startswith("Undone: goal 1") for _out, err in ended)
    assert field(call, "goal", "why") == "1"
    assert len(call("history", "--limit", "0").lines) == 11


@pytest.fixture
def steps(monkeypatch):
    """How many statements and how many steps of SQLite a command takes."""

    def count(call, *words):
        counted = {"statements": 0, "steps": 0}
        connect = sqlite3.connect

        def step():
            counted["steps"] += 1

        def trace(_statement):
            counted["statements"] += 1

        def counting(*args, **kwargs):
            connection = connect(*args, **kwargs)
            connection.set_progress_handler(step, 1)
            connection.set_trace_callback(trace)
            return connection

        with monkeypatch.context() as patch:
            patch.setattr("sqlite3.connect", counting)
            assert call(*words).code == 0
        return counted

    return count


@pytest.mark.parametrize(
    "verb",
    [
        *("history", "undo"),
        *(pytest.param(each, marks=pytest.mark.nightly) for each in ("undo 9", "redo")),
    ],
)
def test_the_cost_does_not_grow_with_the_length_of_the_history(call, kept, sql, steps, verb):
    """By counting what SQLite does: a clock says little on a busy machine."""

    def cost_after(many):
        sql("begin", *(f"update goal set why = '{n}'" for n in range(many)), "commit")
        call("action", "edit", "1", "--helper", f"after {many}")
        for n in range(8):
            call("coachee", "edit", "amina", "--role", f"{many} {n}")
        if verb == "redo":
            call("undo")
        return steps(call, *verb.split())

    short, long = cost_after(100), cost_after(400)

    assert long["statements"] == short["statements"]
    assert long["steps"] <= short["steps"] * 1.05


def test_undoing_a_conversation_costs_the_same_in_a_long_journal(call, kept, keep, sql, steps):
    def cost_among(many):
        sql(
            "begin",
            *(each.format(n=f"{many}-{n}") for n in range(many) for each in SOMEBODY_ELSE),
            "commit",
        )
        goals = [{"ref": "g", "statement": WHAT}]
        keep(talk(goals=goals, actions=[{"what": "Call Koen", "goal": "g"}]))
        return steps(call, "undo")

    short, long = cost_among(10), cost_among(500)

    assert long["statements"] == short["statements"]
    assert long["steps"] <= short["steps"] * 1.05


AT = "'2026-01-01T00:00:00.000Z'"
SOMEBODY_ELSE = (
    f"insert into coachee (id, handle, name, name_sort, created_at)"
    f" values ('c{{n}}', 'c{{n}}', 'c{{n}}', 'c{{n}}', {AT})",
    "insert into trajectory (id, number, coachee_id, kind, starts_on, status, created_at)"
    f" values ('t{{n}}', abs(random()), 'c{{n}}', 'coaching', '2026-01-01', 'active', {AT})",
    "insert into goal (id, number, coachee_id, trajectory_id, statement, set_on, status,"
    " created_at) values"
    f" ('g{{n}}', abs(random()), 'c{{n}}', 't{{n}}', 'x', '2026-01-01', 'active', {AT})",
    "insert into action (id, number, coachee_id, goal_id, what, status, agreed_on, created_at)"
    f" values ('a{{n}}', abs(random()), 'c{{n}}', 'g{{n}}', 'x', 'open', '2026-01-01', {AT})",
)


class TestOnATerminal:
    @pytest.fixture
    def home(self, tmp_path):
        home = Home(tmp_path)
        home.keep(**talk(actions=[{"what": "Call Koen"}]))
        assert home.run("action", "done", "1").returncode == 0
        return home

    @pytest.fixture
    def window(self, home):
        opened = []

        def start(*words, **more):
            opened.append(home.terminal(*words, **more))
            return opened[-1]

        yield start
        for each in opened:
            each.close()

    def status(self, home):
        return home.json("action", "list")[0]["status"]

    def test_it_shows_what_will_be_undone_and_enter_is_yes(self, home, window):
        terminal = window("undo")

        terminal.wait_for("This will be undone: action 1 (Call Koen) noted as done · today, 10:00")
        terminal.wait_for("Undo it? (Y/n)")
        terminal.answer("")

        assert terminal.ended() == 0
        assert self.status(home) == "open"

    @pytest.mark.parametrize("answer", ["n", ":stop", ":back"])
    def test_anything_but_yes_leaves_it(self, home, window, answer):
        terminal = window("undo", COACHLOG_LANG="nl")

        terminal.wait_for("Ongedaan maken? (J/n)")
        terminal.answer(answer)
        terminal.wait_for("Er is niets gewijzigd.")

        assert terminal.ended() == 0
        assert self.status(home) == "done"

    @pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 130)])
    def test_leaving_the_question_changes_nothing(self, home, window, key, code):
        terminal = window("undo")

        terminal.wait_for_prompt()
        terminal.type(key)

        assert terminal.ended() == code
        assert self.status(home) == "done"

    @pytest.mark.parametrize("option", ["--yes", "--no-input"])
    def test_it_does_not_ask_where_that_is_not_wanted(self, home, window, option):
        terminal = window("undo", option)

        terminal.wait_for("Undone: action 1")

        assert terminal.ended() == 0
        assert self.status(home) == "open"

    def test_lines_only(self, home, window):
        terminal = window("undo", "--plain", COACHLOG_LANG="fr")

        terminal.wait_for("Ceci sera annulé :")
        terminal.answer("o")
        terminal.wait_for("Annulé : action 1 (Call Koen)")

        assert terminal.ended() == 0
        assert self.status(home) == "open"

    def test_another_window_in_between_does_not_change_what_was_agreed_to(self, home, window):
        terminal = window("undo")
        terminal.wait_for_prompt()
        home.run("coachee", "edit", "amina", "--role", "teamlead")

        terminal.answer("y")

        assert terminal.ended() == 0
        assert self.status(home) == "open"
        assert home.json("coachee", "show", "amina")["role"] == "teamlead"

    def test_what_another_window_took_back_meanwhile_is_not_taken_back_twice(self, home, window):
        terminal = window("undo")
        terminal.wait_for_prompt()
        home.run("undo")

        terminal.answer("y")
        terminal.wait_for("That was already undone.")

        assert terminal.ended() == 4
        assert self.status(home) == "open"

    def test_what_cannot_be_undone_is_said_before_anything_is_asked(self, home, window):
        home.run("undo")
        terminal = window("undo", "2")

        terminal.wait_for("That was already undone.")

        assert terminal.ended() == 4
