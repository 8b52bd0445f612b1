"""A planned conversation that is held with the guide."""

import json
import signal

import pytest

from coachlog.base.texts import translation
from tests.guide.script import Until
from tests.guide.talks import QUESTIONS
from tests.guide.terminal import NOW

SAVE = "1"
TOPIC, BETTER = "grow.topic.01", "grow.review.01"
GOAL, REALITY = "grow.goal.01", "grow.reality.01"
SHORT = ("session", "new", "--short", "--coachee", "amina")
PLANNED, RESUME = ("session", "new", "--short", "--planned"), ("session", "resume")


@pytest.fixture
def plan(home):
    """Plan a conversation with Amina, with whom one was held before."""
    home.keep(coachee="Amina", date="2026-11-02T14:00")

    def planning(moment: str = "today 15:00", *words: str, now: str = NOW) -> None:
        given = ("--topic", "De vergadering", "--form", "walk", "--minutes", "60")
        done = home.run("session", "plan", "amina", moment, *given, *words, COACHLOG_NOW=now)
        assert done.returncode == 0, done.stderr

    return planning


def asked(id_: str, language: str = "en") -> str:
    return QUESTIONS[id_].ask(language)


def saved(language: str = "en") -> tuple[Until, str]:
    """Enter alone up to the last page, and there it is saved."""
    return Until(translation(language).gettext("Save as draft")), SAVE


def statuses(home):
    return {row["number"]: row["status"] for row in home.json("session", "list")}


@pytest.mark.parametrize(
    "language",
    ["nl", *(pytest.param(each, marks=pytest.mark.nightly) for each in ("fr", "en"))],
)
def test_it_is_told_and_becomes_the_conversation(language, home, lead, plan):
    home.environment["COACHLOG_LANG"] = language
    plan()

    lead(
        *SHORT,
        typed=(
            *(("De vergadering", ""), (asked(TOPIC, language),), ("De vergadering", "")),
            *((asked(GOAL, language), ""), (asked(REALITY, language), "Het gaat")),
            *saved(language),
        ),
    )

    assert statuses(home) == {1: "held", 2: "held"}
    kept = home.json("session", "show", "2")
    assert (kept["date"], kept["topic"]) == ("2026-11-24T10:00", "De vergadering")
    assert (kept["form"], kept["minutes"], kept["method"]) == ("walk", 60, "grow")
    assert kept["reality"] == {"now": "Het gaat"}


@pytest.mark.parametrize(
    ("given", "kept"), [("Iets anders", "Iets anders"), (":skip", None), ("", "De vergadering")]
)
def test_the_topic_is_a_proposal(given, kept, home, lead, plan):
    plan()

    lead(*SHORT, typed=("", (asked(TOPIC), given), *saved()))

    assert home.json("session", "show", "2").get("topic") == kept


@pytest.mark.parametrize(
    ("moment", "found"),
    [("in 2 days 15:00", True), ("10 days ago 15:00", True), ("in 5 days 15:00", False)],
)
@pytest.mark.parametrize(("answer", "same"), [("", True), ("y", True), ("n", False)])
def test_one_of_another_day_near_is_asked_about(moment, found, answer, same, home, lead, plan):
    plan(moment) if "in" in moment else plan("2026-11-14 15:00", now="2026-11-03T09:00:00Z")

    said = [("Is this that conversation?", answer)] if found else []
    shown = lead(*SHORT, typed=(*said, (asked(BETTER), "Much"))).shown

    assert home.draft()["head"].get("planned") == (2 if found and same else None)
    assert ("Is this that conversation?" in shown) == found


def test_of_several_the_nearest_on_that_day_is_meant(home, lead, plan):
    plan("today 18:00")
    plan("today 11:00")
    plan("tomorrow 9:00")

    lead(*SHORT, typed=((asked(BETTER), "Much"),))

    assert home.draft()["head"]["planned"] == 3


@pytest.mark.parametrize(
    ("words", "number"),
    [(("--unplanned",), None), (("--planned", "3"), 3)],
    ids=["none", "another"],
)
def test_an_option_says_which_one_it_is(words, number, home, lead, plan):
    plan()
    plan("in 3 weeks 15:00")

    lead(*SHORT, *words, typed=((asked(BETTER), "Much"),))

    assert home.draft()["head"].get("planned") == number


def test_the_number_alone_tells_with_whom(lead, plan):
    plan()

    lead(*PLANNED, "2", typed=(("conversation with Amina",), (asked(BETTER), "")))


def test_what_is_not_planned_is_refused_before_the_first_question(lead, plan):
    refused = lead(*PLANNED, "1")

    assert refused.code == 4
    assert "Conversation 1 is not a planned conversation with Amina." in refused.shown


def test_it_may_be_let_go_on_the_last_page(home, lead, plan):
    plan()

    lead(*SHORT, typed=(saved()[0], "2", "p", ("a separate conversation", SAVE)))

    assert statuses(home) == {1: "held", 2: "planned", 3: "held"}


def test_a_machine_that_loses_its_current_keeps_the_plan(home, open_terminal, lead, plan):
    plan()
    window = open_terminal(*SHORT)
    window.answer()
    window.wait_for(asked(TOPIC))
    window.wait_for_prompt()

    assert window.kill() == -signal.SIGKILL

    lead(*RESUME, typed=(("Planned: De vergadering", ""), *saved()))

    assert statuses(home) == {1: "held", 2: "held"}
    assert home.json("session", "show", "2")["topic"] == "De vergadering"


@pytest.mark.parametrize("gone", ["cancelled", "held", "removed"])
def test_a_draft_of_one_that_is_planned_no_longer_is_kept_as_its_own(gone, home, lead, plan):
    plan()
    lead(*SHORT, typed=("", (asked(TOPIC), "")))
    words = {
        "cancelled": ("session", "cancel", "2"),
        "held": ("session", "new", "--planned", "2"),
        "removed": ("session", "remove", "2", "--yes"),
    }[gone]
    assert home.run(*words).returncode == 0

    shown = lead(*RESUME, typed=saved()).shown

    assert "Conversation 2 is no longer planned" in shown
    assert statuses(home)[3] == "held"
    assert home.json("session", "show", "3")["topic"] == "De vergadering"


def test_a_draft_of_a_version_before_goes_on(home, lead):
    """Its state knows neither what is proposed nor what was planned."""
    lead("session", "new", "--short", "--coachee", "Bo", typed=("y", (asked(TOPIC), "Meetings")))
    forget(home, "proposed")

    lead(*RESUME, typed=saved())

    assert home.json("session", "show", "1")["topic"] == "Meetings"


def forget(home, key):
    """Make the draft what an earlier version left."""
    import sqlite3

    def without(value):
        if not isinstance(value, dict):
            return value
        return {name: without(each) for name, each in value.items() if name != key}

    with sqlite3.connect(home.store) as store:
        store.execute("update draft set state = ?", (json.dumps(without(home.draft())),))
    store.close()
