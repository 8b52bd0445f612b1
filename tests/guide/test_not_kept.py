"""An answer that cannot be put on the disk: it stays, Enter tries again, and leaving rescues it."""

import os
import resource
import signal
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from coachlog.guide.draft import GuideDraft, state_of
from coachlog.guide.guide import Guide
from coachlog.interview.flow import Interview
from coachlog.interview.method_files import BUILT_IN, COMMON, load, read
from coachlog.interview.situation import ActionFact, GoalFact, Situation
from coachlog.store.drafts import DraftKeeper
from coachlog.terminal.prompter import parse_and_check
from tests.guide.talks import QUESTIONS
from tests.guide.terminal import CTRL_C, CTRL_D, ENTER
from tests.guide.test_methods_led import typed_at

TOPIC, GOAL = (QUESTIONS[id_].ask("en") for id_ in ("grow.topic.01", "grow.goal.01"))
UNKEPT = "Not saved yet"
SHORT = ("session", "new", "--coachee", "Bo", "--short")
both = pytest.mark.parametrize(
    "plain",
    [(), pytest.param(("--plain",), marks=pytest.mark.nightly)],
    ids=["terminal", "plain"],
)


@contextmanager
def busy(home, _window) -> Iterator[None]:
    """Another program writes."""
    other = sqlite3.connect(home.store, isolation_level=None)
    other.execute("begin immediate")
    yield
    other.execute("rollback")
    other.close()


@contextmanager
def full(home, window) -> Iterator[None]:
    """No file may grow any more."""
    size = home.store.with_name(f"{home.store.name}-wal").stat().st_size
    before = resource.prlimit(window.child.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(window.child.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.prlimit(window.child.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def gone(home, _window) -> Iterator[None]:
    """The folder of the journal is not there any more: a stick was pulled out."""
    away = home.store.parent.with_name(f"{home.store.parent.name}-away")
    home.store.parent.rename(away)
    yield
    away.rename(home.store.parent)


@contextmanager
def emptied(home, _window) -> Iterator[None]:
    """A synchroniser put an empty file in its place."""
    away = home.store.with_name("away")
    home.store.rename(away)
    home.store.touch()
    yield
    away.replace(home.store)


FAULTS = [busy, full, gone, emptied]
each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.__name__)


@pytest.fixture
def at_topic(home, open_terminal):
    """A window at the question after the first one, which was answered; the journal lies apart."""
    stick = home.folder / "stick"
    stick.mkdir()
    home.store = stick / "journal.sqlite"
    home.environment |= {"COACHLOG_STORE": str(home.store), "COACHLOG_BUSY_MS": "50"}

    def begin(*options, **more):
        window = open_terminal(*SHORT, *options, **more)
        window.answer("y")
        window.wait_for(TOPIC)
        window.wait_for_prompt()
        return window

    return begin


def rescued(home):
    """The rescue files there are."""
    return list((home.folder / ".local/state/coachlog/log").glob("edit-*.txt"))


@both
@each_fault
def test_enter_tries_again_until_it_is_kept(fault, plain, home, at_topic):
    window = at_topic(*plain)
    with fault(home, window):
        window.answer("Meetings that run late")
        window.wait_for(UNKEPT)
        window.answer("" if plain else " again")
        window.wait_for(UNKEPT)
        window.wait_for_prompt()

    window.answer("")

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings that run late" + ("" if plain else " again")
    assert "Traceback" not in window.shown()
    assert rescued(home) == []


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.type(CTRL_C),
        lambda window: window.answer(":stop"),
        lambda window: os.kill(window.child.pid, signal.SIGTERM),
        lambda window: os.kill(window.child.pid, signal.SIGHUP),
        lambda window: os.kill(window.child.pid, signal.SIGQUIT),
    ],
    ids=["Ctrl-C", ":stop", "SIGTERM", "SIGHUP", "SIGQUIT"],
)
@both
def test_who_leaves_gets_a_file_and_resume_the_words(leave, plain, home, at_topic, open_terminal):
    window = at_topic(*plain)
    with busy(home, window):
        window.answer("Meetings that run late")
        window.wait_for(UNKEPT)
        window.wait_for_prompt()
        leave(window)
        window.wait_for("session resume")
        assert window.ended() in (0, 130)

    [file] = rescued(home)
    assert file.read_text() == "Meetings that run late"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert str(file) in "".join(window.shown().split())
    window = open_terminal("session", "resume")
    window.wait_for("is back at its question")
    window.wait_for("Meetings that run late")
    assert rescued(home) == []
    window.answer("!")
    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings that run late!"


@pytest.mark.parametrize(
    "fault",
    [busy, *(pytest.param(each, marks=pytest.mark.nightly) for each in (full, gone, emptied))],
    ids=lambda each: each.__name__,
)
def test_half_typed_words_that_cannot_be_kept(fault, home, at_topic):
    """The window tells it on one line, waits for nobody, and keeps them as soon as it can."""
    window = at_topic(size=(34, 200), COACHLOG_BUSY_MS="60000")
    with fault(home, window):
        window.type("Meetings that")
        window.wait_for(UNKEPT)
        window.type(" run late")
        window.wait_for("run late")
    while home.draft()["halves"] != {"grow.topic.01": "Meetings that run late"}:
        window.watch(0.2)

    window.answer()

    window.wait_for(GOAL)
    assert "Traceback" not in window.shown()
    assert "Press ENTER" not in window.shown()


def test_half_typed_words_of_who_leaves(home, at_topic):
    window = at_topic()
    with gone(home, window):
        window.type("Meetings that run")
        window.wait_for("run")
        window.type(CTRL_C)
        assert window.ended() == 130

    assert [file.read_text() for file in rescued(home)] == ["Meetings that run"]


def test_without_room_for_a_file_the_words_are_shown(home, at_topic):
    window = at_topic()
    resource.prlimit(window.child.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    window.answer("Meetings that run late")
    window.wait_for(UNKEPT)
    window.wait_for_prompt()

    window.type(CTRL_C)

    window.wait_for("Meetings that run late\n")
    assert window.ended() == 130


@both
def test_notes_of_a_talk_that_is_over(plain, home, open_terminal):
    home.environment["COACHLOG_BUSY_MS"] = "50"
    window = open_terminal("session", "new", "--coachee", "Bo", "--after", *plain)
    window.answer("yesterday 14:00")
    window.wait_for("How many minutes")
    window.wait_for_prompt()
    with busy(home, window):
        window.answer("45")
        window.wait_for(UNKEPT)
        window.wait_for_prompt()
    window.answer("")
    window.wait_for("What do you remember")
    window.wait_for_prompt()
    with busy(home, window):
        window.answer("All of ten minutes")
        window.wait_for(UNKEPT)
        window.wait_for_prompt()
        window.answer(":stop")
        assert window.ended() == 0

    window = open_terminal("session", "resume", *plain)
    window.wait_for("All of ten minutes")
    window.answer("")
    window.wait_for(QUESTIONS["first_agreement.01"].ask("en"))
    assert home.draft()["head"]["minutes"] == 45
    assert "All of ten minutes" in str(home.draft()), home.draft()


def test_a_conversation_that_cannot_begin_yet(home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    home.environment["COACHLOG_BUSY_MS"] = "50"
    with busy(home, None):
        window = open_terminal(*SHORT)
        window.wait_for(UNKEPT)
        window.wait_for_prompt()

    window.answer("")

    window.wait_for(QUESTIONS["first_agreement.01"].ask("en"))


class Unlucky:
    """A coach whose every answer finds the journal in use, and who presses Enter once more."""

    first_shown = None

    def __init__(self, store, *, lucky: bool) -> None:
        self.store = store
        self.lucky = lucky
        self.refused = 0
        self.guide: Guide
        self._of = ""
        self._typed: Iterator[str] = iter(())
        self._other: sqlite3.Connection | None = None

    def ask(self, prompt):
        """What is typed; the first time somebody else is writing meanwhile."""
        if self._other or prompt.initial_text:
            if self._other:
                self._other.close()
                self.refused += 1
            self._other = None
            return parse_and_check(prompt, prompt.initial_text)
        question = self.guide.interview.current
        if question.id != self._of:
            self._of = question.id
            self._typed = iter([each.format(id=question.id) for each in typed_at(question)])
        if not self.lucky:
            self._other = sqlite3.connect(self.store, isolation_level=None)
            self._other.execute("begin immediate")
        return parse_and_check(prompt, next(self._typed, ""))

    def show(self, text="", style=""):
        """Nobody looks."""


@pytest.mark.parametrize(("name", "number"), [("grow", 1), ("grow", 2), ("first_weeks", 1)])
def test_whatever_the_question_nothing_of_the_answer_changes(name, number, tmp_path, monkeypatch):
    """Also parts of lists, and what follows from an answer: asked again, it comes but once."""
    monkeypatch.setenv("COACHLOG_BUSY_MS", "0")
    monkeypatch.setenv("COACHLOG_NOW", "2026-11-24T09:00:00Z")
    goals = (GoalFact(4, "Lead", None, 3, 8), GoalFact(7, "Delegate", None, 5))
    actions = (ActionFact(3, "Talk", "2026-11-20", "noise → leave"), ActionFact(5, "Read", None))
    common = read(BUILT_IN / f"{COMMON}.toml")
    said = []
    for lucky in (True, False):
        store = tmp_path / f"{lucky}.sqlite"
        later = number > 1
        situation = Situation(number, False, goals if later else (), actions if later else ())
        interview = Interview(load(name), common, situation, "en")
        head = {"date": "2026-11-24T10:00", "time_zone": "Europe/Brussels"}
        draft = GuideDraft(interview, "amina", head)
        coach = Unlucky(store, lucky=lucky)
        with DraftKeeper.start(store, name, state_of(draft)) as keeper:
            coach.guide = Guide(coach, keeper, draft)
            coach.guide.lead()
            said.append((coach.guide.conversation(), keeper.draft.state))

    assert said[0] == said[1]
    assert coach.refused > len(coach.guide.interview.path)


def test_ctrl_d_needs_an_empty_line(home, at_topic):
    window = at_topic()
    window.type("Meetings" + CTRL_D + " late" + ENTER)

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings late"


def test_a_journal_emptied_in_its_place_leaves_all_answers_in_a_file(home, at_topic, call):
    """It is still the same file, and open here: what is written beside it comes to nothing."""
    window = at_topic()
    window.answer("Meetings that run late")
    window.wait_for(GOAL)
    window.wait_for_prompt()
    os.truncate(home.store, 0)

    window.type(CTRL_C)

    window.wait_for("emptied")
    window.ended()
    (file,) = rescued(home)
    assert "session resume" not in window.shown().split("emptied")[1]
    taken = call("session", "new", "--from", str(file))
    assert taken.code == 0
    assert call("session", "list", "--json").json[0]["topic"] == "Meetings that run late"


def test_words_typed_after_a_journal_was_emptied_in_its_place_stay_at_the_prompt(home, at_topic):
    window = at_topic()
    os.truncate(home.store, 0)

    window.answer("Meetings that run late")

    window.wait_for(UNKEPT)
    window.wait_for("empty")


def test_a_list_under_way_is_not_lost_with_an_emptied_journal(home, open_terminal, call):
    call("session", "new", "--coachee", "Bo", "--topic", "one")
    window = open_terminal("session", "new", "--coachee", "bo")
    window.wait_for(QUESTIONS["grow.review.01"].ask("en"))
    window.wait_for_prompt()
    window.answer("Shorter meetings")
    window.wait_for("2 ›")
    os.truncate(home.store, 0)

    window.type(CTRL_C)

    window.ended()
    assert "Shorter meetings" in [each.read_text("utf-8") for each in rescued(home)]
