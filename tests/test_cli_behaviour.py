"""What came of actions, and how sure people were of them: kept, shown, given back, taken back."""

import json

import pytest

from coachlog.export.tables import TABLES
from tests.conftest import refused, talk

PLAN = {"obstacle": "Koen interrupts", "plan": "I finish my point"}
FIRST = talk(
    actions=[
        {"what": "Lead one item", "confidence": 7, "confidence_before": 4, "if_then": PLAN},
        {"what": "Ask Sarah", "confidence": 9},
        {"what": "Read"},
    ]
)
TOLD = {
    "action": 1,
    "status": "partly",
    "outcome": "It went well",
    "obstacle_came": True,
    "plan_helped": "Yes, he let me finish",
}
SECOND = talk(date="2026-11-16T14:00", reviews=[TOLD, {"action": 3, "status": "dropped"}])
THIRD = talk(
    date="2026-11-23T14:00", reviews=[{"action": 1, "status": "done", "obstacle_came": False}]
)


def figures(call, number=1):
    kept = call("action", "show", number, "--json").json["confidences"]
    return [(each["said_on"], each["figure"], each["session"]) for each in kept]


def test_what_came_of_an_action_is_kept_with_both(call, keep):
    keep(FIRST, SECOND, THIRD)

    assert call("session", "show", 2, "--json").json["reviews"] == SECOND["reviews"]
    shown = call("action", "show", 1, "--json").json
    assert (shown["status"], shown["outcome"]) == ("done", "It went well")
    assert [(each["session"], each["status"]) for each in shown["reviews"]] == [
        (2, "partly"),
        (3, "done"),
    ]
    assert shown["reviews"][0]["plan_helped"] == TOLD["plan_helped"]
    rows = call("export", "csv", "reviews").rows
    assert [(row["session"], row["action"], row["obstacle_came"]) for row in rows] == [
        ("2", "1", "1"),
        ("2", "3", ""),
        ("3", "1", "0"),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ("Obstacle turned up", "yes", "Plan followed, and it helped", "Yes, he let me finish"),
        ),
        ("nl", ("Hindernis dook op", "ja", "Plan gevolgd, en het hielp", "Yes, he let me finish")),
        ("fr", ("Obstacle survenu", "oui", "Plan suivi, et cela a aidé", "Yes, he let me finish")),
    ],
)
@pytest.mark.parametrize("page", [("action", "show", 1), ("session", "show", 2)])
def test_the_pages_tell_what_came_of_an_action(screen, keep, page, language, words):
    keep(FIRST, SECOND)

    shown = screen(*page, language=language)

    assert all(word in shown for word in words), shown


def test_a_whole_person_can_be_taken_into_another_journal(call, keep, program):
    """What each conversation told about the ones before comes along."""
    keep(FIRST, SECOND, THIRD)
    shown = [call("session", "show", number, "--json").json for number in (1, 2, 3)]
    other = program.folder / "other.sqlite"

    lines = "\n".join(json.dumps(each) for each in shown)
    taken = call("session", "new", "--from", "-", "--store", other, stdin=lines)

    assert taken.out == "1\tamina\n2\tamina\n3\tamina\n"
    again = [
        call("session", "show", number, "--json", "--store", other).json for number in (1, 2, 3)
    ]
    assert again == shown
    for name in TABLES:
        mine, copied = (
            call("export", "csv", name, *where).rows for where in ((), ("--store", other))
        )
        assert [_timeless(row) for row in copied] == [_timeless(row) for row in mine], name


def _timeless(row):
    return {key: value for key, value in row.items() if key != "created_at"}


@pytest.mark.parametrize(
    ("review", "code", "cause"),
    [
        ({"action": 1, "status": "done", "obstacle_came": "perhaps"}, 4, "obstacle_came"),
        ({"action": 1, "status": "done", "plan_helped": ["x"]}, 4, "plan_helped"),
        ({"action": 1}, 4, "status: this is missing"),
        ({"action": 12, "status": "done"}, 3, "There is no action 12"),
    ],
)
def test_a_review_that_will_not_do_is_refused(call, keep, review, code, cause):
    keep(FIRST)

    later = json.dumps(talk(date="2026-11-16T14:00", reviews=[review]))
    refused(call("session", "new", "--from", "-", stdin=later), code, cause)

    assert call("export", "csv", "reviews").rows == []


def test_an_action_is_looked_back_at_once_in_a_conversation(call, keep):
    keep(FIRST)
    twice = talk(reviews=[TOLD, TOLD | {"status": "done"}], date="2026-11-16T14:00")

    done = call("session", "new", "--from", "-", stdin=json.dumps(twice))

    refused(done, 4, "reviews.1.action: this action was already reviewed")


def test_one_undo_takes_a_review_back_with_its_conversation(call, keep):
    keep(FIRST, SECOND)

    call("undo")

    assert call("export", "csv", "reviews").rows == []


def test_removing_a_conversation_takes_its_reviews_along(call, keep):
    keep(FIRST, SECOND)

    assert call("session", "remove", 2, "--yes").code == 0

    assert call("export", "csv", "reviews").rows == []
    assert call("action", "show", 1, "--json").json["reviews"] == []


def test_each_confidence_that_was_said_is_kept(call, keep):
    keep(FIRST)

    assert call("action", "confidence", 1, "8", "--on", "2026-11-10").code == 0
    assert call("action", "edit", 1, "--confidence", "6").code == 0
    assert call("action", "edit", 1, "--confidence", "6").code == 0

    assert figures(call) == [
        ("2026-11-02", 4, 1),
        ("2026-11-02", 7, 1),
        ("2026-11-10", 8, None),
        ("2026-11-24", 6, None),
    ]
    assert call("action", "show", 1, "--json").json["confidence"] == 6
    assert call("session", "show", 1, "--json").json["actions"][0]["confidence"] == 7


def test_what_was_said_before_the_latest_does_not_change_the_figure_of_now(call, keep):
    keep(FIRST)
    call("action", "confidence", 2, "5", "--on", "2026-11-20")

    call("action", "confidence", 2, "3", "--on", "2026-11-10")

    assert call("action", "show", 2, "--json").json["confidence"] == 5


def test_an_action_that_was_agreed_outside_a_conversation_has_a_first_figure(call, keep):
    keep(talk())
    call("action", "new", "--coachee", "amina", "--what", "Call", "--confidence", "5")

    assert figures(call) == [("2026-11-24", 5, None)]


def test_the_page_of_an_action_shows_how_sure_over_time(screen, keep):
    keep(FIRST)

    shown = screen("action", "show", 1)
    alone = screen("action", "show", 2)

    assert "Confidence" in shown.splitlines()
    assert "4/10" in shown
    assert "Confidence" not in alone.splitlines()


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ((1, "11"), 4, "11"),
        ((1, "0"), 4, "0"),
        ((1, "high"), 4, "high"),
        ((1, ""), 2, "FIGURE"),
        ((9, "5"), 3, "There is no action 9"),
        ((1, "5", "--on", "tomorrow"), 4, "is in the future"),
        ((1,), 2, "Missing: FIGURE, "),
    ],
)
def test_a_confidence_that_will_not_do_is_refused(call, keep, words, code, cause):
    keep(FIRST)

    refused(call("action", "confidence", *words), code, cause)

    assert len(figures(call)) == 2


def test_one_undo_takes_a_confidence_back(call, keep):
    keep(FIRST)
    call("action", "confidence", 1, "9")

    call("undo")

    assert [figure for _day, figure, _session in figures(call)] == [4, 7]
    assert call("action", "show", 1, "--json").json["confidence"] == 7
