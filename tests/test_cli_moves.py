"""Appointments at another moment, and those on another clock than yours."""

import pytest

from tests.conftest import refused, talk

HELD = talk(next_at="2026-12-14T14:00")
"""Amina on the second of November, with an appointment for Monday the fourteenth of December."""


@pytest.fixture
def plan(call):
    def planning(*words, **more):
        return call("session", "plan", *words, **more)

    return planning


@pytest.fixture
def answering(call):
    """`answering(answers, *words)`: a command of somebody at the keyboard, line by line."""

    def typed(answers, *words):
        return call(*words, "--plain", typed="".join(f"{each}\n" for each in answers))

    return typed


def ahead(call):
    listed = call("session", "list", "--ahead", "--json").json
    return [(row["number"], row["starts_at"][:16], row["topic"]) for row in listed]


def agreed(call):
    return call("session", "show", 1, "--json").json.get("next_at")


@pytest.mark.parametrize(
    ("moment", "at"),
    [
        ("15/12 16:00", "2026-12-15T15:00"),
        ("15 december", "2026-12-15T13:00"),
        ("16:30", "2026-12-14T15:30"),
        ("volgende week vrijdag 9u", "2026-12-04T08:00"),
        ("2026-12-15T10:00", "2026-12-15T09:00"),
    ],
)
@pytest.mark.parametrize("which", ["1", "amina"])
def test_an_appointment_is_moved(call, plan, which, moment, at):
    """A day alone keeps its hour, an hour alone its day."""
    plan("Amina", "2026-12-14 14:00", "--topic", "Leading")

    told = call("session", "move", which, *moment.split())

    assert told.code == 0
    assert "The appointment with Amina is moved" in told.err
    assert "no longer Mon 14 Dec 2026, 14:00" in told.err
    assert ahead(call) == [(1, at, "Leading")]


@pytest.mark.parametrize("which", ["1", "amina"])
def test_what_was_only_agreed_is_moved_as_well(call, keep, which):
    keep(HELD)

    assert call("session", "move", which, "15/12", "10:00").code == 0

    assert agreed(call) == "2026-12-15T10:00"
    assert call("undo", "--yes").code == 0
    assert agreed(call) == "2026-12-14T14:00"


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (("1", "yesterday", "10:00"), 4, "has passed"),
        (("1", "soon"), 4, "“soon” cannot be understood|date"),
        (("1",), 2, "Missing: MOMENT"),
        (("7", "friday 10:00"), 3, "7"),
        (("nobody", "friday 10:00"), 3, "Nobody is called nobody"),
        (("2", "friday 10:00"), 4, "Conversation 2 is not a planned conversation"),
    ],
)
def test_what_cannot_be_moved(call, plan, keep, words, code, cause):
    plan("Amina", "2026-12-14 14:00")
    keep(talk())
    before = ahead(call)

    refused(call("session", "move", *words), code, cause)

    assert ahead(call) == before


def test_at_the_keyboard_the_new_moment_is_asked(call, plan, answering):
    plan("Amina", "2026-12-14 14:00")

    told = answering(["15/12 9:00"], "session", "move", "amina")

    assert "It is now Mon 14 Dec 2026, 14:00." in told.err
    assert ahead(call) == [(1, "2026-12-15T08:00", None)]


def test_a_second_one_with_somebody_may_be_the_first_one_moved(call, plan, answering):
    plan("Amina", "2026-12-14 14:00", "--topic", "Leading")

    told = answering(
        ["y"], "session", "plan", "amina", "15/12 10:00", "--topic", "Listening", "--minutes", "30"
    )

    assert "There is an appointment with Amina: Mon 14 Dec 2026, 14:00." in told.err
    assert ahead(call) == [(1, "2026-12-15T09:00", "Listening")]


def test_or_another_one(call, plan, answering):
    plan("Amina", "2026-12-14 14:00")

    answering(["n"], "session", "plan", "amina", "15/12 10:00")

    assert [at for _number, at, _topic in ahead(call)] == ["2026-12-14T13:00", "2026-12-15T09:00"]


def test_what_was_agreed_and_is_planned_on_another_day_is_moved(call, keep, answering):
    keep(HELD)

    answering(["y"], "session", "plan", "amina", "15/12 10:00")

    assert agreed(call) == "2026-12-15T10:00"
    assert ahead(call) == [(2, "2026-12-15T09:00", None)]
    assert len(call("today", "--json").json) == 1


@pytest.mark.parametrize(("answer", "how_many"), [("", 1), ("n", 1), ("y", 2)])
def test_the_same_hour_twice_is_asked_about(call, plan, answering, answer, how_many):
    plan("Amina", "2026-12-14 14:00")

    told = answering([answer], "session", "plan", "amina", "14/12 14:00")

    assert "is there already: Mon 14 Dec 2026, 14:00" in told.err
    assert len(ahead(call)) == how_many


def test_where_nobody_can_be_asked_it_is_told(plan):
    plan("Amina", "2026-12-14 14:00")

    told = plan("amina", "15/12 10:00")

    assert "There is another appointment with Amina: Mon 14 Dec 2026, 14:00." in told.err
    assert "coachlog session move 1 MOMENT" in told.err


@pytest.mark.parametrize("words", [(), ("prep", "amina"), ("session", "show", 1)])
def test_screens_tell_how_to_move(plan, screen, words):
    plan("Amina", "2026-12-14 14:00")

    assert "coachlog session move 1" in screen(*words)


READING = {
    "today": ("today",),
    "prep": ("prep", "amina"),
    "the person": ("coachee", "show", "amina"),
    "the conversation": ("session", "show", 1),
    "what lies ahead": ("session", "list", "--ahead"),
    "timeline": ("timeline", "amina"),
    "all timelines": ("timeline",),
}


@pytest.mark.parametrize("words", READING.values(), ids=READING.keys())
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata", "UTC"])
def test_a_moment_of_another_clock_says_whose(call, plan, screen, words, zone):
    plan("Amina", "2026-12-01 18:00", "--time-zone", zone)
    place = zone.rpartition("/")[2].replace("_", " ")

    shown = screen(*words)

    assert f"18:00 {place}" in shown
    assert "18:00 Brussels" not in shown


@pytest.mark.parametrize("words", READING.values(), ids=READING.keys())
def test_a_moment_of_the_same_clock_says_nothing(plan, screen, words):
    plan("Amina", "2026-12-01 18:00", "--time-zone", "Europe/Paris")

    assert "Paris" not in screen(*words)


def test_who_travels_sees_whose_clock_it_is(plan, screen):
    plan("Amina", "2026-11-24 20:00")

    shown = screen("today", TZ="America/New_York")

    assert "today, 20:00 Brussels" in shown
    assert "Tue 24 Nov, 14:00 for you" in shown


def test_what_was_planned_elsewhere_is_told_on_both_clocks(plan):
    told = plan("Amina", "2026-12-01 18:00", "--time-zone", "America/New_York")

    assert "Tue 1 Dec 2026, 18:00 New York (Wed 2 Dec, 00:00 for you)" in told.err


def test_data_keeps_instants(call, plan):
    plan("Amina", "2026-12-01 18:00", "--time-zone", "America/New_York")

    [row] = call("session", "list", "--csv").rows

    assert (row["starts_at"], row["time_zone"]) == ("2026-12-01T23:00:00.000Z", "America/New_York")
