"""The roles of a coach, what follows from them, and the mirror on options."""

import json

import pytest

from coachlog.journal.trajectory.roles import Roles, advice
from tests.conftest import refused, talk

ROLES = {
    "appraises": True,
    "asked_for_opinion": False,
    "close_or_in_conflict": False,
    "hard_to_tell": "That he wants to leave",
    "kept_out": "Pay: with HR",
    "freely_chosen": True,
    "turn_to": "Sofie of HR",
}


def options(*origins):
    return [{"text": f"Option {n}", "origin": origin} for n, origin in enumerate(origins)]


@pytest.fixture
def with_roles(keep):
    keep(talk(roles=ROLES))


def test_a_conversation_answers_for_its_trajectory(call, with_roles):
    shown = call("trajectory", "show", 1, "--json").json

    assert {key: shown[key] for key in ROLES} == ROLES | {
        "appraises": 1,
        "asked_for_opinion": 0,
        "close_or_in_conflict": 0,
        "freely_chosen": 1,
    }


def test_what_is_not_answered_again_stays(call, keep, with_roles):
    keep(talk(date="2026-11-16T14:00", roles={"freely_chosen": False}))

    shown = call("trajectory", "show", 1, "--json").json
    assert (shown["appraises"], shown["freely_chosen"], shown["turn_to"]) == (1, 0, "Sofie of HR")


def test_options_and_questions_of_a_trajectory_know_the_roles(call, keep):
    keep(talk())

    told = call("trajectory", "edit", 1, "--appraises", "yes", "--freely-chosen", "no")

    assert told.code == 0
    assert "do not start" in told.err.split("You appraise")[0]
    assert "offer somebody outside the reporting line" in " ".join(told.err.split())
    shown = call("trajectory", "show", 1, "--json").json
    assert (shown["appraises"], shown["freely_chosen"]) == (1, 0)
    call("trajectory", "edit", 1, "--appraises", "")
    assert call("trajectory", "show", 1, "--json").json["appraises"] is None


@pytest.mark.parametrize(
    ("field", "wrong"), [("appraises", "perhaps"), ("freely_chosen", 3), ("kept_out", ["x"])]
)
def test_an_answer_that_will_not_do_is_refused(call, field, wrong):
    lines = json.dumps(talk(roles={field: wrong}))

    refused(call("session", "new", "--from", "-", stdin=lines), 4, f"roles.{field}")

    assert call("session", "list").out == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("You appraise", "Say so openly", "Whose ideas", "Amina 2, you 1, network 1")),
        ("nl", ("Je evalueert", "Zeg dat openlijk", "Wiens ideeën", "Amina 2, jij 1, netwerk")),
        ("fr", ("Vous évaluez", "Dites-le clairement", "Origine des idées", "Amina 2, vous 1")),
    ],
)
def test_the_page_of_a_trajectory(screen, keep, language, words):
    keep(talk(roles=ROLES, options=options("coachee", "coachee", "coach", "network")))

    shown = " ".join(screen("trajectory", "show", 1, language=language).split())

    assert all(word in shown for word in words), shown


def test_the_page_says_what_is_for_the_coach_only(screen, with_roles):
    shown = screen("trajectory", "show", 1)

    assert "That he wants to leave" in shown.split("for you only")[1]


def test_only_a_view_of_its_own_tells_what_is_hard_to_tell(call, with_roles):
    assert "leave" not in call("export", "csv", "trajectories").out
    [row] = call("export", "csv", "trajectories_private").rows
    assert row == {"number": "1", "coachee": "amina", "hard_to_tell": "That he wants to leave"}


def test_what_follows_from_roles():
    assert advice(Roles(), "coaching", "Amina") == []
    assert advice(Roles(False, False, False, True), "coaching", "Amina") == []
    assert [each.split(":")[0] for each in advice(Roles(1, 1, 1, 0), "coaching", "Amina")][:1] == [
        "This is not freely chosen"
    ]
    assert len(advice(Roles(1, 1, 1, 0), "coaching", "Amina")) == 4


@pytest.mark.parametrize(
    ("kind", "mirror", "setting", "shown"),
    [
        ("coaching", None, None, True),
        ("manager", None, None, True),
        ("mentoring", None, None, False),
        ("onboarding", None, None, False),
        ("own", None, None, False),
        ("coaching", "no", None, False),
        ("mentoring", "yes", None, True),
        ("coaching", None, "no", False),
        ("coaching", "yes", "no", True),
        ("mentoring", None, "yes", True),
    ],
)
def test_the_mirror_follows_the_kind_unless_the_coach_chose(
    screen, call, keep, kind, mirror, setting, shown
):
    keep(talk(options=options("coachee", "coach")))
    call("trajectory", "edit", 1, "--kind", kind)
    if mirror:
        call("trajectory", "edit", 1, "--mirror", mirror)
    if setting:
        call("config", "set", "mirror", setting)

    assert ("Whose ideas" in screen("trajectory", "show", 1)) is shown
    assert ("Whose ideas" in screen("session", "show", 1)) is shown


def test_the_mirror_over_time(screen, call, keep):
    """Two conversations with a third of own ideas, then two with all of them."""
    mixed, own = options("coachee", "coach", "network"), options("coachee", "coachee")
    days = ("02", "09", "16", "23")
    for day, gathered in zip(days, (mixed, mixed, own, own), strict=True):
        keep(talk(date=f"2026-11-{day}T14:00", options=gathered))
    keep(talk(date="2026-11-24T09:00"))

    ideas = call("trajectory", "show", 1, "--json").json["options_by_origin"]
    assert [(each["coachee"], each["coach"], each["network"]) for each in ideas] == [
        *((1, 1, 1), (1, 1, 1)),
        *((2, 0, 0), (2, 0, 0)),
    ]
    shown = screen("trajectory", "show", 1)
    assert "Amina's share: 33% at first, 100% lately" in shown
    assert "Amina 6, you 2, network 2" in shown
