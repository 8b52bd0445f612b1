"""A conversation that is not finished: it is offered, told of, thrown away, taken back."""

import json
import re

import pytest

from coachlog.store.connection import open_reader
from coachlog.store.drafts import DraftKeeper, drafts
from coachlog.store.unfinished import unfinished
from tests.guide.talks import QUESTIONS
from tests.guide.terminal import CTRL_C

AGREEMENT, TOPIC, BETTER = (
    QUESTIONS[id_].ask("en") for id_ in ("first_agreement.01", "grow.topic.01", "grow.review.01")
)
NOW = "2026-11-24T09:00:00Z"
STILL = "You have an unfinished conversation with"


@pytest.fixture
def begun(program, call, monkeypatch):
    """`begun("Jonas Peeters", answers=2)`: a draft, as the guide leaves one."""
    real = call("session", "list")  # the journal is there
    assert real.code == 0

    def make(coachee, *, answers=2, name="", day="2026-11-23T10:00", now=NOW, **state):
        monkeypatch.setenv("COACHLOG_NOW", now)
        given = {f"question.{n}": f"answer {n}" for n in range(answers)} | {"skipped": None}
        state = {
            "coachee": coachee,
            "name": name,
            "head": {"date": day, "time_zone": "Europe/Brussels"},
            "halves": {},
            "parts": {},
            "nudges": True,
            "interview": {"method": "grow", "given": given},
        } | state
        keeper = DraftKeeper.start(program.store, "grow", state, coachee)
        keeper.close()
        monkeypatch.setenv("COACHLOG_NOW", NOW)
        return keeper.draft.id

    return make


def test_who_when_and_how_far_are_told_alike_everywhere(begun, call, keep, screen):
    keep({"coachee": "Jonas Peeters", "date": "2026-11-02T14:00"})
    begun("jonas", answers=3, parts={"question.0": ["a"]})
    begun(
        "Amina Diallo",
        answers=0,
        parts={"grow.review.01": ["a line of a list", "b"]},
        name="Amina Diallo",
        now="2026-11-24T09:30:00Z",
    )

    told = call("session", "resume").err.splitlines()

    assert told[:2] == [
        "  1  Amina Diallo · Mon 23 Nov 2026, 1 answer",
        "  2  Jonas Peeters · Mon 23 Nov 2026, 3 answers",
    ]
    start = screen()
    for line in ("Amina Diallo", "Jonas Peeters", "Mon 23 Nov 2026, 3 answers"):
        assert line in start
    data = [each for each in call("today", "--json").json if each["kind"] == "draft"]
    assert [(each["number"], each["on"], each["value"]) for each in data] == [
        (1, "2026-11-23", 1),
        (2, "2026-11-23", 3),
    ]


def test_two_with_the_same_person_are_told_apart(begun, call):
    hidden = {"discreet": True, "interview": {"method": "stay_or_go", "given": {"x.01": "secret"}}}
    begun("jonas", name="Jonas", now="2026-11-23T08:15:00Z")
    role = {"method": "grow", "given": {"role.01": "mentoring"}}
    begun("jonas", name="Jonas", now="2026-11-23T09:00:00Z", interview=role)
    given = {"grow.topic.01": "Work", "grow.goal.01": None}
    begun("jonas", name="Jonas", interview={"method": "grow", "given": given})
    begun("jonas", name="Jonas", now="2026-11-24T10:00:00Z", **hidden)
    begun("Amina", name="Amina", now="2026-11-24T11:00:00Z")

    told = call("session", "resume").err.splitlines()

    assert (
        "1 answer · begun Tue 24 Nov 2026, 11:00 · coachlog session resume 2" in call("today").out
    )
    alike = "Jonas · Mon 23 Nov 2026, {} · "
    assert told[0] == "  1  Amina · Mon 23 Nov 2026, 2 answers"
    assert told[1] == "  2  " + alike.format("1 answer") + "begun Tue 24 Nov 2026, 11:00"
    begin = "  3  " + alike.format("1 answer") + "GROW · begun Tue 24 Nov 2026, 10:00"
    assert told[2] == f"{begin} · last answered: {TOPIC}"
    assert "last answered: What is your role when you talk with Jonas?" in told[3]
    assert "begun Mon 23 Nov 2026, 09:15 · last answered: Another question" in told[4]
    dropped = call("session", "resume", "3", "--drop", "--yes", env={"COACHLOG_LANG": "nl"})
    assert dropped.code == 0


def test_on_an_empty_journal_too(begun, screen):
    begun("Jonas Peeters", name="Jonas Peeters")

    assert "Jonas Peeters" in screen()
    assert "2 answers" in screen()


def test_places_do_not_move_when_one_is_gone_on_with(begun, program):
    first, second = (begun(name, now=f"2026-11-24T0{n}:00:00Z") for n, name in ((8, "A"), (9, "B")))
    with open_reader(program.store) as reader:
        before = [each.id for each in unfinished(reader)]
    assert before == [second, first]
    with open_reader(program.store) as reader:
        kept = next(each for each in drafts(reader) if each.id == first)
    with DraftKeeper.resume(program.store, kept) as keeper:
        keeper.save(kept.state)

    with open_reader(program.store) as reader:
        assert [each.id for each in unfinished(reader)] == before


def test_in_a_pipe_one_line_tells(begun, call):
    begun("Jonas Peeters", name="Jonas Peeters")

    kept = call("session", "new", "--coachee", "Jonas Peeters", "--topic", "x")

    assert kept.code == 0
    [line] = [each for each in kept.err.splitlines() if "unfinished" in each]
    assert "Jonas Peeters (Mon 23 Nov 2026, 2 answers)" in line
    assert "session resume 1" in line
    assert "unfinished" not in call("session", "new", "--coachee", "Bo", "--topic", "x").err


def test_what_is_thrown_away_can_be_taken_back(begun, call):
    begun("Jonas Peeters", name="Jonas Peeters")

    dropped = call("session", "resume", "--drop", "--yes")

    assert "session resume --dropped" in dropped.err
    assert call("session", "resume", "--drop", "--yes").code == 3
    assert "unfinished" not in call("session", "new", "--coachee", "Jonas Peeters").err
    back = call("session", "resume", "--dropped")
    assert back.code == 0
    assert "Brought back: Jonas Peeters · Mon 23 Nov 2026, 2 answers" in back.err
    assert call("session", "resume", "--dropped").code == 3
    assert call("session", "resume", "1", "--drop", "--yes").code == 0
    assert call("session", "resume", "--drop", "--dropped").code == 2


def test_what_was_thrown_away_is_not_kept_for_ever(begun, call):
    begun("Jonas Peeters", name="Jonas Peeters")
    call("session", "resume", "--drop", "--yes")
    call("config", "set", "log_days", "1")
    for day in ("01", "03"):  # the clock of one day alone forgets nothing
        later = {"COACHLOG_NOW": f"2027-03-{day}T09:00:00Z"}
        call("session", "new", "--coachee", "Bo", "--topic", "x", env=later)

    assert call("session", "resume", "--dropped", env=later).code == 3


def test_it_goes_with_the_person(begun, call, keep):
    keep({"coachee": "Jonas Peeters", "date": "2026-11-02T14:00"})
    begun("jonas", answers=3)
    call("session", "resume", "--drop", "--yes")

    assert call("coachee", "remove", "jonas", "--yes").code == 0

    assert call("session", "resume", "--dropped").code == 3


def test_somebody_merged_keeps_what_is_unfinished(begun, call, keep):
    keep({"coachee": "Jonas Peeters", "date": "2026-11-02T14:00"})
    keep({"coachee": "Jonas P.", "date": "2026-11-03T14:00"})
    handles = [each["handle"] for each in call("coachee", "list", "--json").json]
    begun(next(each for each in handles if each != "jonas"))

    merged = call(
        "coachee", "merge", *(each for each in handles if each != "jonas"), "jonas", "--yes"
    )

    assert merged.code == 0, merged.err
    assert "Jonas Peeters" in call("session", "new", "--coachee", "jonas", "--topic", "x").err


@pytest.mark.parametrize("how", ["--coachee", "asked"])
def test_the_guide_offers_to_go_on(how, home, lead):
    new = ("session", "new", "--short")
    lead(*new, "--coachee", "Jonas Peeters", typed=((AGREEMENT, "y"), (TOPIC,)))

    given, typed = (("--coachee", "jonas"), ()) if how == "--coachee" else ((), ("Jonas",))
    offered = ((f"{STILL} Jonas Peeters",), ("1 answer", ""))
    lead(*new, *given, typed=(*typed, *offered, (TOPIC,)))

    assert home.given() == {"first_agreement.01": True}


def test_who_does_not_want_to_begins_anew(home, lead):
    home.keep(coachee="Jonas Peeters", date="2026-11-20T14:00")
    new = ("session", "new", "--short", "--coachee")
    lead(*new, "jonas", typed=((BETTER, "Much", ""),))

    lead(*new, "Jonas Peeters", typed=((STILL, "n"), (BETTER, "Little"), ("2 ›",)))

    with open_reader(home.store) as reader:
        assert len(unfinished(reader)) == 2


def test_what_nobody_answered_is_not_kept(home, open_terminal):
    window = open_terminal("session", "new", "--coachee", "Bo", "--short")
    window.wait_for(AGREEMENT)
    window.wait_for_prompt()

    window.type(CTRL_C)

    window.wait_for("nothing is saved")
    assert window.ended() == 130
    assert home.run("session", "resume").returncode == 3
    assert not re.search("draft", json.dumps(home.json("today")))


@pytest.mark.parametrize("minutes", ["abc", "0", "1441", "1,5"])
def test_minutes_that_cannot_be_are_refused_at_once(minutes, lead):
    """Before the first question, not at the end of the talk."""
    refused = lead("session", "new", "--coachee", "Bo", "--minutes", minutes)

    assert refused.code == 4
    assert AGREEMENT not in refused.shown
