"""Check-ins on workable work: only for who wants it, never by who appraises, half of it is fine."""

import json
import sqlite3
from contextlib import closing

import pytest

from coachlog.journal.workability.fields import LENSES
from tests.conftest import refused, talk

WHOLE = {lens: at for at, lens in enumerate(LENSES)} | {"note": "My own breaks"}


@pytest.fixture
def new(call, keep):
    """Keep a check-in of Amina: the result of the command."""
    keep(talk())

    def checking(*words, **more):
        return call("workability", "new", "--coachee", "amina", *words, **more)

    return checking


def shown(call, number=1):
    return call("workability", "show", number, "--json").json


def test_options_and_json_are_the_same_check_in(call, new):
    words = [word for name, value in WHOLE.items() for word in (f"--{name}", value)]

    kept = new("--wanted", *words)
    new("--from", "-", stdin=json.dumps(WHOLE | {"wanted": True}))

    assert (kept.code, kept.out) == (0, "1\tamina\n")
    assert kept.err.count("data about health") == 1
    assert shown(call).items() >= (WHOLE | {"checked_on": "2026-11-24", "trajectory": 1}).items()
    assert shown(call, 2) == shown(call) | {"number": 2}


def test_half_of_it_is_fine(call, new):
    assert new("--wanted", "--learning", 6).code == 0

    assert [lens for lens in LENSES if shown(call)[lens] is not None] == ["learning"]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--learning", 6], 2, "Nobody said whether Amina wants this"),
        (["--wanted"], 4, "neither a figure nor a note"),
        (["--wanted", "--learning", 11], 4, "“11” is not a whole number from 0 to 10"),
        (["--wanted", "--learning", 6, "--on", "2026-11-25"], 4, "is in the future"),
        (["--wanted", "--from", "-"], 4, "input is empty"),
    ],
)
def test_what_will_not_do_is_refused(call, new, words, code, cause):
    result = new(*words)

    assert (result.code, result.out) == (code, "")
    assert cause in result.err
    assert call("workability", "list").out == ""


def test_the_support_of_a_supervisor_is_asked_of_managers_too(call, new):
    """Everybody has one. What was asked of a manager before changes nothing any more."""
    said = json.dumps({"wanted": True, "manager": True, "support": 5})
    for told in (new("--wanted", "--manager", "--support", 5), new("--from", "-", stdin=said)):
        assert told.code == 0
    assert (shown(call)["support"], shown(call, 2)["support"]) == (5, 5)
    assert "--manager" not in call("workability", "new", "--help").out


def test_json_says_itself_that_it_is_wanted(call, new):
    given = json.dumps({"learning": 6, "wanted": False})

    assert new("--from", "-", stdin=given).code == 2
    assert new("--from", "-", stdin=given.replace("false", "true")).code == 0


@pytest.fixture(params=["manager", "appraises"])
def appraiser(request, call, keep, program):
    """A coach who is the manager, or who said to appraise the person."""
    keep(talk())
    if request.param == "manager":
        call("trajectory", "edit", 1, "--kind", "manager")
    else:
        with closing(sqlite3.connect(program.store)) as store:
            store.execute("update trajectory set appraises = 1")
            store.commit()


def test_it_is_off_where_the_coach_appraises_the_person(call, appraiser):
    told = call("workability", "new", "--coachee", "amina", "--wanted", "--learning", 6)

    assert told.code == 4
    assert "You appraise Amina" in told.err
    assert "outside the reporting line" in told.err
    assert call("workability", "list").out == ""


def test_a_change_is_off_as_well(call, new):
    new("--wanted", "--learning", 6)
    call("trajectory", "edit", 1, "--kind", "manager")

    refused(call("workability", "edit", 1, "--learning", 7), 4, "You appraise Amina")


def test_only_what_is_given_changes_and_something_must_stay(call, new):
    new("--wanted", "--learning", 6, "--note", "a")

    call("workability", "edit", 1, "--learning", 7, "--note", "")
    refused(call("workability", "edit", 1, "--learning", ""), 4, "neither a figure nor a note")

    assert (shown(call)["learning"], shown(call)["note"]) == (7, None)


def test_the_trend_shows_each_lens_with_its_days(call, new, screen):
    new("--wanted", "--learning", 4, "--on", "2026-09-01")
    new("--wanted", "--learning", 7, "--autonomy", 3)

    page = screen("workability", "trend", "amina")
    rows = call("workability", "trend", "amina", "--csv").rows
    whole = call("workability", "trend", "amina", "--json").json

    assert "Learning opportunities" in page
    assert "4 (" in page
    assert "Workload (10 = manageable)" not in page
    assert call("workability", "trend", "amina").lines == [
        "coachee\tamina",
        "lenses.learning.1.checked_on\t2026-09-01",
        "lenses.learning.1.figure\t4",
        "lenses.learning.1.number\t1",
        "lenses.learning.2.checked_on\t2026-11-24",
        "lenses.learning.2.figure\t7",
        "lenses.learning.2.number\t2",
        "lenses.autonomy.1.checked_on\t2026-11-24",
        "lenses.autonomy.1.figure\t3",
        "lenses.autonomy.1.number\t2",
    ]
    assert [(row["lens"], row["checked_on"], row["figure"]) for row in rows] == [
        ("learning", "2026-09-01", "4"),
        ("learning", "2026-11-24", "7"),
        ("autonomy", "2026-11-24", "3"),
    ]
    assert [each["figure"] for each in whole["lenses"]["learning"]] == [4, 7]
    assert whole["lenses"]["stress"] == []


def test_without_check_ins_the_trend_says_so(call, keep):
    keep(talk())

    assert call("workability", "trend", "amina").err == "No check-ins yet.\n"
    assert call("workability", "trend", "amina", "--csv").rows == []


def test_it_goes_with_the_trajectory_and_comes_back_with_it(call, new):
    new("--wanted", "--learning", 6)
    before = shown(call)

    told = call("trajectory", "remove", 1, "--yes")
    assert "1 check-in" in told.err
    assert call("workability", "show", 1).code == 3
    call("undo")

    assert shown(call) == before


def test_nobody_comes_across_it_by_accident(call, new):
    """It can be data about health: in no search, on no timeline, on no other page."""
    new("--wanted", "--learning", 6, "--note", "Zebra")

    for words in (
        ("search", "zebra"),
        ("timeline", "amina", "--json"),
        ("prep", "amina", "--json"),
        ("coachee", "show", "amina", "--json"),
        ("session", "show", 1, "--json"),
    ):
        assert "Zebra" not in call(*words).out


@pytest.mark.parametrize(
    ("language", "told"),
    [("nl", "Leermogelijkheden"), ("fr", "plus haut = mieux"), ("en", "Learning opportunities")],
)
def test_it_speaks_the_language_of_the_coach(screen, new, language, told):
    new("--wanted", "--learning", 6)

    assert told in screen("workability", "trend", "amina", language=language)


TIMELINE = (("timeline",), ("timeline", "amina"), ("timeline", "amina", "--since", "1y"))


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)], ids=["plain", "json", "csv"])
@pytest.mark.parametrize("words", TIMELINE, ids=["all", "one", "year"])
def test_the_timeline_has_check_ins_only_where_they_are_asked_for(call, new, words, form):
    new("--wanted", "--on", "2026-11-10", "--learning", 6, "--note", "QXJZ")

    without, told = call(*words, *form), call(*words, *form, "--workability")

    assert "learning" not in without.out
    assert "2026-11-10" not in without.out
    assert "learning 6" in told.out
    assert "QXJZ" not in without.out + told.out
    assert "learning" not in call(*words, *form, "--workability", "--until", "2026-11-09").out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Workable work 1: Learning opportunities 6 · Workload (10 = manageable) 3"),
        ("nl", "Werkbaar werk 1: Leermogelijkheden 6 · Werkdruk (10 = haalbaar) 3"),
        ("fr", "Point sur le travail 1 : Possibilités d'apprendre 6"),
    ],
)
def test_the_timeline_draws_a_check_in(screen, new, language, words):
    new("--wanted", "--learning", 6, "--workload", 3)

    def told(*options):
        shown = screen("timeline", "amina", *options, language=language)
        return " ".join(shown.replace("│", "").split())

    assert words in told("--workability")
    assert words not in told()
