"""Looking back: what came of a quarter, a trajectory, all the time with somebody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.views.review.period import quarter_of
from tests.conftest import refused, talk


@pytest.fixture
def year(call, keep):
    """Amina from March on, in two trajectories; Bo in November; Cas, of whom nothing is known."""
    keep(
        talk(
            date="2026-03-02T14:00",
            minutes=60,
            goals=[
                {"ref": "g", "statement": "Lead the meeting", "baseline": 3, "target": 8},
                {"ref": "h", "statement": "Answer less mail"},
            ],
            scores=[{"goal": "h", "score": 5}],
            actions=[
                {"what": "Ask Koen", "confidence": 9, "goal": "g", "due_on": "2026-03-10"},
                {"what": "Ask Sarah", "confidence": 9, "goal": "g", "due_on": "2026-12-24"},
                {"what": "Write", "confidence": 4, "goal": "h", "due_on": "2026-09-10"},
            ],
            options=[
                {"text": "One point", "origin": "coachee"},
                {"text": "A course", "origin": "coach"},
            ],
            reflection="I spoke too soon",
        ),
        talk(
            date="2026-08-03T14:00",
            minutes=45,
            scores=[{"goal": 1, "score": 6}, {"goal": 2, "score": 4}],
            reviews=[{"action": 1, "status": "done"}],
            options=[{"text": "Half of it", "origin": "coachee"}],
            reflection="I waited",
        ),
        talk(date="2026-11-09T14:00", scores=[{"goal": 1, "score": 8}]),
        talk(coachee="Bo", date="2026-11-10T14:00", minutes=30),
    )
    for words in (
        ("coachee", "new", "--name", "Cas"),
        ("goal", "achieve", 1, "--on", "2026-11-09"),
        ("goal", "drop", 2, "--on", "2026-10-02"),
        ("observation", "new", "--coachee", "amina", "--fact", "She led", "--on", "2026-08-05"),
        (*("workability", "new", "--coachee", "amina", "--wanted"), "--stress", 2),
    ):
        assert call(*words).code == 0, words


@pytest.fixture
def back(call):
    return lambda *words: call("review", *words, "--json").json


def ends(found):
    return {
        goal["number"]: (goal["score_at_start"], goal["score_at_end"], goal["status"])
        for goal in found["goals"]
    }


def test_of_one_person_it_is_about_all_the_time(year, back):
    found = back("amina")

    assert (found["since"], found["until"], found["coachee"]) == (None, "2026-11-24", "amina")
    assert [each["number"] for each in found["sessions"]] == [1, 2, 3]
    assert found["minutes"] == 105
    assert ends(found) == {1: (3, 8, "achieved"), 2: (5, 4, "dropped")}
    assert (found["observations"], found["checkins"]) == (1, 1)
    assert [found[f"options_by_{who}"] for who in ("coachee", "coach", "network")] == [2, 1, 0]
    private = found["private"]["reflections"]
    assert [each["text"] for each in private] == ["I spoke too soon", "I waited"]


def test_a_period_that_is_over_is_told_as_it_stood_on_its_last_day(year, back):
    """What came later would make every quarter look like today."""
    found = back("amina", "--quarter", "2026Q3")

    assert (found["since"], found["until"]) == ("2026-07-01", "2026-09-30")
    assert ends(found) == {1: (3, 6, "active"), 2: (5, 4, "active")}
    assert {each["number"]: (each["status"], each["late"]) for each in found["actions"]} == {
        1: ("done", False),
        2: ("open", False),
        3: ("open", True),
    }
    assert [each["momentum"]["why"] for each in found["goals"]] == ["rose", "overdue"]
    assert [each["text"] for each in found["private"]["reflections"]] == ["I waited"]
    assert found["checkins"] == 0


def test_what_ended_before_the_period_is_not_in_it(year, back):
    found = back("amina", "--since", "2026-11-15")

    assert ends(found) == {}
    assert [each["number"] for each in found["actions"]] == [2, 3]
    assert found["sessions"] == []


def test_it_lays_how_sure_people_were_beside_what_came_of_it(year, back):
    assert back("amina")["sureness"] == [
        {"low": 8, "high": 10, "done": 1, "partly": 0, "dropped": 0, "late": 0},
        {"low": 1, "high": 4, "done": 0, "partly": 0, "dropped": 0, "late": 1},
    ]


def test_levels_are_told_in_words(call, year, screen):
    call("goal", "edit", 1, "--status", "active")
    call("goal", "scale", 1, "--level-0", "I lead one", "--baseline-level", -1)
    call("goal", "level", 1, 1)

    shown = screen("review", "amina", language="nl")

    assert "van “Iets minder dan verwacht” naar “Iets beter dan verwacht”" in shown
    goals = call("review", "amina", "--json").json["goals"]
    assert (goals[0]["level_at_start"], goals[0]["level_at_end"]) == (-1, 1)


def test_of_everybody_there_is_a_line_a_person_by_name_and_the_totals(call, year, back):
    call("coachee", "new", "--name", "Aad")
    call("goal", "new", "--coachee", "aad", "--statement", "Plan")

    rows = call("review", "--csv").rows
    assert [row["coachee"] for row in rows] == ["aad", "amina", "bo"]
    assert [row["sessions"] for row in rows] == ["0", "1", "1"]
    assert [row["goals_reached"] for row in rows] == ["0", "1", "0"]
    assert back()["totals"]["sessions"] == 2
    assert "coachee" not in back()["totals"]


def test_alone_it_is_about_the_last_quarter_as_long_as_nothing_happened_in_this_one(call, keep):
    keep(talk(date="2026-09-02T14:00", minutes=30))
    assert call("review", "--json").json["until"] == "2026-09-30"

    keep(talk(date="2026-11-02T14:00"))

    assert call("review", "--json").json["until"] == "2026-12-31"


def test_a_trajectory_has_only_what_belongs_to_it(call, year, keep, back):
    call("trajectory", "close", 1)
    call("trajectory", "new", "--coachee", "amina", "--kind", "mentoring")
    call("goal", "new", "--coachee", "amina", "--statement", "Find a network")
    call("action", "new", "--coachee", "amina", "--what", "Call", "--goal", 3)
    keep(talk(date="2026-11-23T14:00"))

    first, second = back("--trajectory", 1), back("amina", "--trajectory", 3)

    assert [each["number"] for each in first["sessions"]] == [1, 2, 3]
    assert set(ends(first)) == {1, 2}
    assert (first["checkins"], second["checkins"]) == (1, 0)
    assert [each["number"] for each in second["sessions"]] == [5]
    assert set(ends(second)) == {3}
    assert [each["what"] for each in second["actions"]] == ["Call"]


def test_the_mirror_is_not_there_where_it_is_off(call, year, back, screen):
    assert "Whose ideas" in screen("review", "amina")
    call("trajectory", "edit", 1, "--mirror", "no")

    assert back("amina")["options_by_coachee"] is None
    assert "Whose ideas" not in screen("review", "amina")
    assert call("review", "--since", "2026", "--csv").rows[0]["options_by_coachee"] == ""


def test_what_a_check_in_says_is_nowhere(call, year, screen):
    call("workability", "edit", 1, "--note", "TIRED-OF-IT")

    for shown in (
        screen("review", "amina"),
        *(call("review", "amina", *form).out for form in FORMS),
    ):
        assert "TIRED-OF-IT" not in shown
    assert "Check-ins on work" in screen("review", "amina")


FORMS = ((), ("--json",), ("--csv",))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Quarter 3 of 2026", "for you only", "3 → 6, target 8")),
        ("nl", ("Kwartaal 3 van 2026", "alleen voor jou", "Loopt goed: van 3 naar 6")),
        ("fr", ("Trimestre 3 de 2026", "pour vous uniquement", "Avance bien : de 3 à 6")),
    ],
)
def test_the_page_says_it_in_words_and_marks_what_is_private(year, screen, language, words):
    shown = " ".join(screen("review", "amina", "--quarter", "Q3", language=language).split())

    for each in words:
        assert each in shown


def test_own_learning_moments_of_the_period_stand_with_the_reflections(call, year, screen):
    words = ("--kind", "reflection", "--learned", "Ask less", "--on", "2026-08-20")
    assert call("growth", "new", *words).code == 0

    assert "Ask less" in screen("review", "--quarter", "2026Q3")
    assert "Ask less" not in screen("review", "--quarter", "2026Q2")
    assert "Ask less" not in screen("review", "amina")


def test_an_empty_journal_and_somebody_new_have_a_page_too(call):
    assert "Nothing happened in this period." in call("review").out
    assert call("review", "--csv").rows == []
    assert call("review", "--json").json["totals"]["options_by_coach"] is None
    call("coachee", "new", "--name", "Cas")
    assert "Nothing happened in this period." in call("review", "cas").out


def test_who_is_in_the_archive_counts_where_something_happened(call, year):
    call("coachee", "archive", "bo")

    assert [row["coachee"] for row in call("review", "--csv").rows] == ["amina", "bo"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nobody",), 3, "Nobody is called nobody"),
        (("--trajectory", "99"), 3, "There is no trajectory 99"),
        (("bo", "--trajectory", "1"), 3, "Trajectory 1 belongs to amina"),
        (("--trajectory", "x"), 4, "“x” is not a number"),
        (("--quarter", "2026Q5"), 4, "“2026Q5” is not a quarter"),
        (("--quarter", ""), 4, "is not a quarter"),
        (("--quarter", "0000Q1"), 4, "“0000Q1” is not a quarter"),
        (("--quarter", "2027Q1"), 4, "1 Jan 2027 is in the future"),
        (("--quarter", "2026Q3", "--since", "2026"), 2, "A quarter is already a period"),
        (("--since", "2026-10", "--until", "2026-03"), 2, "ends on .*before it starts"),
        (("--since", "soonish"), 4, "“soonish” cannot be read"),
        (("--json", "--csv"), 2, "Choose --json or --csv, not both"),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_a_line(call, year, words, code, told):
    refused(call("review", *words), code, told)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_is_in_its_quarter_and_quarters_follow_each_other(day):
    found = quarter_of(day)

    assert found.since <= day.isoformat() <= found.until
    assert found.previous_quarter().until < found.since
