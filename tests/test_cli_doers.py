"""Who does an action stands wherever it is told; what the coach promised stands apart."""

import pytest

from tests.conftest import talk

BY = {"coach": "me", "manager": "the manager"}
ACTIONS = [
    {"what": f"Do {who}", "due_on": f"2026-11-{day}", **({"done_by": who} if who in BY else {})}
    for who, day in (("mine", 20), ("coach", 18), ("manager", 19))
]
PAGES = {
    "list": ("action", "list"),
    "timeline": ("timeline", "amina"),
    "prep": ("prep", "amina"),
    "review": ("review", "amina"),
    "goal": ("goal", "show", 1),
    "person": ("coachee", "show", "amina"),
    "look back": ("session", "show", 2),
    "prepare": ("report", "prepare", "amina"),
}


@pytest.fixture
def agreed(keep):
    goal = {"ref": "g", "statement": "Rest"}
    actions = [{**each, "goal": "g"} for each in ACTIONS]
    reviews = [{"action": n, "status": "open"} for n in (1, 2, 3)]
    keep(talk(goals=[goal], actions=actions), talk(date="2026-11-10T10:00", reviews=reviews))


def lines_with(what, shown):
    return [line for line in shown.splitlines() if what in line]


@pytest.mark.parametrize("page", PAGES)
def test_each_page_tells_who_does_it(screen, agreed, page):
    shown = screen(*PAGES[page], columns=140).partition("Questions")[0]

    by = BY | {"coach": "coach"} if page == "prepare" else BY
    for who, told in by.items():
        assert all(told in line for line in lines_with(f"Do {who}", shown))
        assert lines_with(f"Do {who}", shown)
    assert not any(told in line for told in BY.values() for line in lines_with("Do mine", shown))


@pytest.mark.parametrize("words", [("timeline", "amina"), ("prep", "amina"), ("review", "amina")])
def test_plain_lines_tell_it_too(call, agreed, words):
    assert all(
        "the manager" in line
        for line in lines_with("Do manager", call(*words).out.partition("Questions")[0])
    )


def test_a_list_for_a_script_keeps_its_columns(call, agreed):
    assert {line.count("\t") for line in call("action", "list").lines} == {5}
    assert {each["done_by"] for each in call("action", "list", "--json").json} == {None, *BY}


@pytest.mark.parametrize("words", [("timeline", "amina"), ("prep", "amina")])
def test_rows_tell_it(call, agreed, words):
    rows = [row for row in call(*words, "--csv").rows if row["text"] == "Do coach"]

    assert {row["done_by"] for row in rows} == {"coach"}


def test_a_look_back_as_data_tells_it(call, agreed):
    told = call("review", "amina", "--json").json["actions"]

    assert [each["done_by"] for each in told] == [None, "coach", "manager"]


def test_today_tells_apart_what_the_coach_promised(call, keep, agreed):
    keep(talk(coachee="Bo", actions=[{"what": "Send the map", "done_by": "coach"}]))

    shown = call("today").out
    mine, late = shown.partition("What you promised")[2].split("Overdue")

    assert "Do coach" in mine
    assert "Send the map  (Bo)" in mine
    assert "Do coach" not in late
    assert "Do manager  (Amina, the manager, was due" in late


def test_for_a_script_what_is_late_stays_late(call, agreed):
    told = [(each["kind"], each["number"]) for each in call("today", "--json").json]

    assert told == [("promised", 2), ("overdue", 2), ("overdue", 3), ("overdue", 1)]


def test_what_was_promised_and_done_is_told_no_longer(call, agreed):
    call("action", "done", 2)

    assert "What you promised" not in call("today").out
