"""Actions between two conversations: agreed, done, dropped, and which ones are overdue."""

import json

import pytest

from coachlog.journal.action.queries import ACTIONS, ActionFilter
from coachlog.store.connection import open_reader
from tests.conftest import Explained, refused, talk

GIVEN = {
    "what": "Call Koen",
    "due_on": "2026-12-01",
    "confidence": 7,
    "obstacle": "He is away",
    "plan": "Write to him",
    "helper": "Lies",
    "goal": 1,
}


@pytest.fixture
def people(keep):
    """Amina with goal 1, Bo with goal 2; no actions."""
    keep(
        talk(goals=[{"statement": "End on time"}]),
        talk(coachee="Bo", goals=[{"statement": "Speak up"}]),
    )


@pytest.fixture
def new(call, people):
    """Agree an action with Amina: the result of the command."""

    def agreeing(*words, coachee="amina", **more):
        return call("action", "new", "--coachee", coachee, *words, **more)

    return agreeing


@pytest.fixture
def several(new, call, prepared):
    """Seven actions, due on different days, of two people; today is 24 November."""

    def fill():
        for what, due in (("a", "2026-11-20"), ("b", "2026-11-24"), ("c", ""), ("d", "2026-12-01")):
            new("--what", what, "--due-on", due, "--goal", 1)
        new("--what", "e", "--due-on", "2026-11-10", coachee="bo")
        new("--what", "f", "--due-on", "2026-11-11", "--goal", 2, coachee="bo")
        new("--what", "g", "--due-on", "2026-11-12")
        call("action", "done", 6)
        call("action", "drop", 7)

    prepared(fill)


def action(call, number=1):
    rows = call("action", "list", "--limit", 0, "--json").json
    return next(row for row in rows if row["number"] == number)


def flags(values):
    return [
        word for key, value in values.items() for word in (f"--{key.replace('_', '-')}", str(value))
    ]


def test_an_action_is_kept_with_all_that_is_given(call, new):
    kept = new(*flags(GIVEN))

    assert (kept.code, kept.out, kept.err) == (0, "1\tamina\n", "")
    facts = {"coachee": "amina", "status": "open", "agreed_on": "2026-11-24", "session": None}
    assert action(call).items() >= (GIVEN | facts).items()


def test_json_and_options_are_the_same_action(call, new):
    new(*flags(GIVEN))
    call("action", "new", "--from", "-", stdin=json.dumps(GIVEN | {"coachee": "amina"}))

    assert {**action(call), "number": 0} == {**action(call, 2), "number": 0}


def test_all_lines_or_none_are_kept(call, new):
    lines = "\n".join(json.dumps({"what": "a", "confidence": sure}) for sure in (10, 0))

    refused(new("--from", "-", stdin=lines), 4, "line 2, confidence: “0”")

    assert call("action", "list").out == ""


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--coachee", "amna", "--what", "a"], 3, "Nobody is called amna. Did you mean amina?"),
        ([], 2, "Missing: --coachee, --what"),
        (["--coachee", "amina", "--what", "a", "--confidence", "0"], 4, "“0” is not a whole"),
        (["--coachee", "amina", "--what", "a", "--due-on", "31/2"], 4, "31/2"),
        (["--coachee", "amina", "--what", "a", "--goal", "x"], 4, "“x” is not a number"),
        (["--coachee", "amina", "--what", "a", "--goal", "9"], 3, "There is no goal 9"),
        (["--coachee", "amina", "--what", "a", "--goal", "2"], 3, "Goal 2 belongs to bo"),
    ],
)
def test_what_will_not_do_is_refused_and_keeps_nothing(call, people, words, code, cause):
    refused(call("action", "new", *words), code, cause)

    assert call("action", "list").out == ""
    assert len(call("coachee", "list").lines) == 2


def test_an_action_is_dropped_with_what_it_brought(call, new):
    new("--what", "a")

    told = call("action", "drop", 1, "--outcome", "The meeting was cancelled", "--on", "gisteren")

    assert (told.code, told.err.splitlines()[0]) == (0, "Action 1 is dropped.")
    kept = action(call)
    assert (kept["status"], kept["outcome"], kept["closed_on"]) == (
        "dropped",
        "The meeting was cancelled",
        "2026-11-23",
    )


TWICE = [
    (["done"], "Action 1 was already done."),
    (["done", "--partly"], "Action 1 was already partly done."),
    (["drop"], "Action 1 was already dropped."),
]


@pytest.mark.parametrize(("words", "told"), TWICE, ids=["done", "partly", "drop"])
def test_done_twice_is_done_once(call, new, take_back, words, told):
    verb, *how = words
    new("--what", "a")
    call("action", verb, 1, *how, "--on", "2026-11-20", "--outcome", "good")

    again = call("action", verb, 1, *how)

    assert (again.code, again.err.splitlines()[0]) == (0, told)
    assert (action(call)["closed_on"], action(call)["outcome"]) == ("2026-11-20", "good")
    take_back()
    assert action(call)["status"] == "open"


def test_what_it_brought_may_come_later_and_the_day_stays(call, new):
    new("--what", "a")
    call("action", "done", 1, "--on", "2026-11-20")

    told = call("action", "done", 1, "--outcome", "Koen agreed")

    assert told.err.splitlines()[0] == "Action 1 is done."
    assert (action(call)["closed_on"], action(call)["outcome"]) == ("2026-11-20", "Koen agreed")


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [("drop", "done", "done"), ("done", "drop", "dropped")],
    ids=["done after all", "dropped after all"],
)
def test_what_was_closed_wrongly_is_closed_otherwise(call, new, first, then, status):
    new("--what", "a")
    call("action", first, 1, "--on", "2026-11-20", "--outcome", "x")

    call("action", then, 1)

    kept = action(call)
    assert (kept["status"], kept["closed_on"], kept["outcome"]) == (status, "2026-11-24", "x")


@pytest.mark.parametrize(
    "words",
    [
        ("new", "--coachee", "bo", "--what", "b"),
        ("done", 1),
        ("drop", 1),
        ("remove", 1, "--yes"),
    ],
    ids=lambda words: words[0],
)
def test_each_is_take_back_in_one_step(call, new, take_back, words):
    new("--what", "a")
    tables = ("actions", "coachees", "sessions")
    before = [call("export", "csv", table).out for table in tables]

    assert call("action", *words).code == 0
    take_back()

    assert [call("export", "csv", table).out for table in tables] == before


FILTERS = [
    ([], [5, 1, 2, 4, 3, 7, 6]),
    (["--overdue"], [5, 1]),
    (["--overdue", "--coachee", "amina"], [1]),
    (["--overdue", "--goal", "1"], [1]),
    (["--overdue", "--status", "open", "--due-before", "2026-11-15"], [5]),
    (["--overdue", "--due-before", "2027-01-01"], [5, 1]),
    (["--due-before", "2026-11-24"], [5, 1, 7, 6]),
    (["--due-before", "morgen", "--status", "open"], [5, 1, 2]),
    (["--goal", "#1"], [1, 2, 4, 3]),
    (["--goal", "2", "--status", "done"], [6]),
    (["--status", "dropped"], [7]),
    (["--coachee", "Bo"], [5, 6]),
    (["--coachee", "Bo", "--goal", "1"], []),
]
IDS = [" ".join(words) or "all" for words, _numbers in FILTERS]


@pytest.mark.parametrize(("words", "numbers"), FILTERS, ids=IDS)
def test_every_form_has_the_same_filters_and_order(call, several, words, numbers):
    plain, data, table = (call("action", "list", *words, *form) for form in FORMS)

    assert [int(line.split("\t")[0]) for line in plain.lines] == numbers
    assert [row["number"] for row in data.json] == numbers
    assert [int(row["number"]) for row in table.rows] == numbers


FORMS: tuple[list[str], ...] = ([], ["--json"], ["--csv"])


@pytest.mark.parametrize(("words", "numbers"), FILTERS, ids=IDS)
def test_what_a_limit_leaves_out_is_counted_with_the_same_filters(call, several, words, numbers):
    told = [call("action", "list", *words, *form, "--limit", 1).err for form in FORMS]

    left = len(numbers) - 1
    more = f"{left} more: --limit 0 shows all.\n" if left > 0 else ""
    empty = "No actions match.\n" if not numbers else ""
    assert told == [more or empty, more, more]


def test_a_terminal_has_the_same_filters(call, several, program):
    shown = program.on_terminal("action", "list", "--overdue").out

    assert ["2026-11-10" in shown or "10 Nov" in shown, " d " in shown] == [True, False]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--overdue", "--status", "done"], 2, "Only open actions can be overdue"),
        (["--due-before", "someday"], 4, "someday"),
        (["--goal", "9"], 3, "There is no goal 9"),
        (["--goal", "x"], 4, "“x” is not a number"),
        (["--coachee", "amna"], 3, "Did you mean amina?"),
        (["--status", "late"], 4, "“late” is not one"),
    ],
)
def test_a_filter_that_is_none(call, several, words, code, cause):
    refused(call("action", "list", *words), code, cause)


def test_with_no_actions_at_all_it_is_said(call):
    assert call("action", "list").err == "No actions yet.\n"
    assert call("action", "list", "--overdue").err == "No actions match.\n"


@pytest.mark.parametrize(
    "wanted",
    [
        ActionFilter(coachee="amina"),
        ActionFilter(coachee="amina", status="done"),
        ActionFilter(status="open", due_before="2026-11-24"),
        ActionFilter(coachee="amina", status="open", due_before="2026-11-24"),
        ActionFilter(goal=1),
    ],
    ids=str,
)
def test_a_filter_reads_no_more_actions_than_it_must(several, program, wanted):
    """At ten thousand conversations a list is as quick as at ten."""
    with open_reader(program.store) as reader:
        plan = Explained(reader)
        ACTIONS.rows(plan, wanted, 10)
        ACTIONS.total(plan, wanted, 10)

    people_are_few = "SCAN coachee"
    assert {step for step in plan.steps if step.startswith("SCAN")} <= {people_are_few}


def test_the_first_ten_are_found_without_sorting_all(several, program):
    with open_reader(program.store) as reader:
        plan = Explained(reader)
        ACTIONS.rows(plan, ActionFilter(), 10)

    assert plan.steps[0] == "SCAN a USING INDEX action_in_order"
    assert [step for step in plan.steps if "TEMP B-TREE" in step] == []


def test_an_action_gets_another_goal_or_none(call):
    assert call("coachee", "new", "--name", "Amina").code == 0
    assert call("coachee", "new", "--name", "Bo").code == 0
    for whose in ("amina", "amina", "bo"):
        assert call("goal", "new", "--coachee", whose, "--statement", "x").code == 0
    assert call("action", "new", "--coachee", "amina", "--what", "y", "--goal", "1").code == 0

    assert call("action", "edit", 1, "--goal", "2").code == 0
    assert call("action", "show", 1, "--json").json["goal"] == 2
    refused(call("action", "edit", 1, "--goal", "3"), 3, "belongs to bo")
    refused(call("action", "edit", 1, "--goal", "9"), 3, "9")
    assert call("action", "edit", 1, "--from", "-", stdin='{"goal": 1}').code == 0
    assert call("action", "show", 1, "--json").json["goal"] == 1
    assert call("action", "edit", 1, "--goal", "").code == 0
    assert call("action", "show", 1, "--json").json["goal"] is None
