"""The coach's own page, and the year of a coach without anybody in it."""

import pytest

from tests.conftest import refused, talk

NAMES = ("Amina", "amina", "Jonas", "jonas", "Els", "Peeters", "Zorg", "peter")


@pytest.fixture
def year(call, program, keep, prepared):
    """A year with two people in two roles, learning, ratings, promises and an own goal."""
    program.config.write_text('name = "Koen"\n')

    def fill():
        keep(
            talk(minutes=60, date="2026-02-02T14:00"),
            talk(coachee="Jonas (Zorg)", minutes=45, date="2026-03-02T14:00"),
            talk(date="2026-04-02T14:00", actions=[{"what": "Ask Els", "done_by": "coach"}]),
        )
        call("trajectory", "edit", 2, "--kind", "mentoring", "--purpose", "Peeters leads")
        call(
            "goal", "new", "--coachee", "me", "--statement", "Less advice to Jonas", "--baseline", 3
        )
        call("goal", "score", 1, 5)
        call("action", "new", "--coachee", "me", "--what", "Read", "--due-on", "2026-11-20")
        call("growth", "new", "--kind", "training", "--minutes", "6:00", "--unit", "core", "--on",
             "2026-05-05", "--provider", "Els Peeters", "--learned", "As Amina says")  # fmt: skip
        call(
            "growth", "new", "--kind", "feedback", "--on", "2026-06-05", "--learned", "Jonas: fine"
        )
        call("growth", "new", "--kind", "reading", "--on", "2025-06-05", "--minutes", 30)
        call("growth", "self", "--rate", "listening=2", "--on", "2026-01-10")
        call("growth", "self", "--rate", "listening=4", "--on", "2026-11-10")

    prepared(fill)
    return call


def test_my_page_tells_roles_goals_figures_growth_and_promises(year):
    shown = year("me", "--json").json

    assert [(line["kind"], line["name"]) for line in shown["people"]] == [
        ("coaching", "Amina"),
        ("mentoring", "Jonas"),
    ]
    assert [(line["statement"], line["figures"]) for line in shown["goals"]] == [
        ("Less advice to Jonas", [3, 5])
    ]
    assert [line["figure"] for line in shown["ratings"]["listening"]] == [2, 4]
    assert shown["growth"] == [
        {"kind": "training", "times": 1, "minutes": 360},
        {"kind": "feedback", "times": 1, "minutes": 0},
    ]
    assert [(line["what"], line["coachee"]) for line in shown["promises"]] == [
        ("Read", "me"),
        ("Ask Els", "amina"),
    ]


def test_my_page_is_read_on_a_screen_in_each_language(year, screen):
    for language, words in (
        ("en", ("Whom I talk with now", "2 people at once", "Less advice to Jonas", "for myself")),
        ("nl", ("Met wie ik nu praat", "2 mensen tegelijk", "voor mezelf")),
        ("fr", ("Avec qui je parle", "2 personnes à la fois", "pour moi-même")),
    ):
        shown = " ".join(screen("me", language=language).split())
        assert [word for word in words if word not in shown] == []


def test_my_page_as_data_and_as_lines(year):
    parts = [row["part"] for row in year("me", "--csv").rows]

    assert parts == ["role", "role", "goal", "rating", "growth", "growth", "promise", "promise"]
    assert "Less advice to Jonas" in year("me").out
    refused(year("me", "--json", "--csv"), 2, "Choose --json or --csv")


def test_an_empty_journal_has_an_empty_page(call):
    assert call("me", "--json").json["people"] == []
    assert call("me").code == 0


@pytest.mark.parametrize("form", [(), ("--self",), ("--json", "--self"), ("--csv", "--self")])
@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_year_of_a_coach_has_no_name_of_the_journal(year, form, language):
    shown = year("report", "coach", 2026, *form, env={"COACHLOG_LANG": language})

    assert shown.code == 0
    assert [name for name in NAMES if name in shown.out] == []


def test_who_was_not_talked_with_is_in_no_figure_of_the_year(call):
    call("coachee", "new", "--name", "Bo")
    call("trajectory", "new", "--coachee", "bo", "--kind", "mentoring", "--starts-on", "2026-11-02")

    shown = call("report", "coach", "2026", "--json").json
    assert (shown["people"], shown["most_at_once"]) == (0, 0)
    told = call("report", "coach", "2026", "--plain").out
    assert "People you talked with  0" in told
    assert "same period" not in told


def test_the_year_of_a_coach_counts_by_role(year):
    shown = year("report", "coach", "2026", "--json").json

    assert (shown["people"], shown["most_at_once"], shown["without_length"]) == (2, 2, 1)
    assert shown["roles"] == [
        {"kind": "coaching", "people": 1, "conversations": 2, "minutes": 60},
        {"kind": "mentoring", "people": 1, "conversations": 1, "minutes": 45},
    ]
    assert (shown["goals_set"], shown["goals_reached"]) == (1, 0)
    assert shown["units"] == [{"unit": "core", "minutes": 360}]
    assert "ratings" not in shown


def test_the_year_before_has_what_was_of_it(year):
    shown = year("report", "coach", 2025, "--json", "--self").json

    assert (shown["people"], shown["ratings"]) == (0, {})
    assert shown["growth"] == [{"kind": "reading", "times": 1, "minutes": 30}]


@pytest.mark.parametrize("typed", ["26", "2027", "next", "１９９９"])
def test_what_is_no_year_is_refused(year, typed):
    refused(year("report", "coach", typed), 4, "is not a year until now")
