"""What `--json` of a noun tells is taken by its `--from`, and its schema tells of both."""

import json
from typing import Any

import pytest

from coachlog.admin.schemas import SCHEMAS, input_of
from tests.conftest import ROOT, refused, talk
from tests.journal.rich import conversations, kept, parents
from tests.json_schema import faults

NOUNS = {
    "objective": ("objective new",),
    "coachee": ("coachee new",),
    "talent": ("coachee talent amina",),
    "trajectory": ("trajectory new",),
    "goal": ("goal new",),
    "action": ("action new",),
    "topic": ("topic park",),
    "observation": ("observation new",),
    "growth": ("growth new",),
    "workability": ("workability new",),
    "session": ("session new",),
}
"""Each noun and the command that takes it, in an order in which they may come into a journal."""

BY_HAND = (
    (
        "trajectory",
        {"coachee": "bo", "kind": "mentoring", "starts_on": "2026-02-01", "mirror": True},
    ),
    (
        "trajectory",
        {"coachee": "bo", "status": "closed", "starts_on": "2025-02-01", "appraises": 0},
    ),
    ("goal", {"coachee": "bo", "statement": "By hand", "set_on": "2026-03-01", "target_on": "1/4"}),
    (
        "goal",
        {"coachee": "bo", "statement": "Over", "status": "achieved", "closed_on": "2026-05-01"},
    ),
    ("action", {"coachee": "bo", "what": "By hand", "goal": 3, "agreed_on": "2026-03-01"}),
    ("action", {"coachee": "bo", "what": "Done", "status": "done", "outcome": "good"}),
    ("topic", {"coachee": "bo", "text": "Dropped", "status": "dropped", "closed_on": "2026-05-01"}),
    ("observation", {"coachee": "amina", "fact": "f", "goal": 1, "observed_on": "2026-05-01"}),
    ("growth", {"kind": "reading", "minutes": "1u30", "done_on": "2026-05-01"}),
    (
        "workability",
        {"coachee": "amina", "wanted": True, "learning": 6, "checked_on": "2026-05-01"},
    ),
)


def taking(noun):
    return NOUNS[noun][0].split()


def listing(noun):
    if noun == "talent":
        return ["coachee", "talent", "amina"]
    return [noun, "list", "--limit", "0"]


def model_of(noun):
    return input_of(noun)


@pytest.fixture
def rich(call, tmp_path):
    """A journal with something of every noun; the result is what each list of it tells."""
    store = tmp_path / "there.sqlite"
    parents(call, store)
    conversations(call, store)
    for noun, given in BY_HAND:
        kept(call, *taking(noun), "--from", "-", given=given, store=store)
    return {noun: call(*listing(noun), "--json", "--store", store).json for noun in NOUNS}, store


def test_each_list_comes_back_into_an_empty_journal(call, rich):
    """All but what the journal alone writes is as it was, and so is the order."""
    lists, _store = rich

    for noun in NOUNS:
        kept(call, *taking(noun), "--from", "-", given=lists[noun])
        if noun == "session":
            break
        again = call(*listing(noun), "--json").json
        own = set(model_of(noun).read_only)
        assert [_without(row, own) for row in again] == [_without(row, own) for row in lists[noun]]
        assert len(lists[noun]) > (noun not in ("talent", "observation", "growth", "workability"))
    told = call("session", "list", "--limit", "0", "--json").json
    kept_of = ("topic", "summary", "reality_now", "starts_at", "status", "minutes", "form")
    assert [[row[key] for key in kept_of] for row in told] == [
        [row[key] for key in kept_of] for row in lists["session"]
    ]


def _without(row, keys):
    return {key: value for key, value in row.items() if key not in keys}


def shows(call, store, lists):
    """Each record of each noun as `show --json` tells it."""
    for noun, rows in lists.items():
        for row in rows if noun != "talent" else ():
            which = row["handle"] if noun == "coachee" else row["number"]
            yield noun, call(noun, "show", which, "--json", "--store", store).json


def test_each_record_alone_comes_back_and_is_no_change_of_itself(call, rich):
    lists, store = rich
    told = list(shows(call, store, lists))
    before = call("history", "--limit", 1, "--store", store).out

    for noun, record in told:
        which = record["handle"] if noun == "coachee" else record["number"]
        more = ("--from", "-", "--store", store)
        changed = call(noun, "edit", which, *more, stdin=json.dumps(record))
        assert (changed.code, changed.out) == (0, ""), (noun, changed.err)
    assert call("history", "--limit", 1, "--store", store).out == before
    parents(call)
    kept(call, "goal", "new", "--coachee", "amina", "--statement", "x")
    for noun, record in told:
        if noun not in ("coachee", "session", "action"):
            kept(call, *taking(noun), "--from", "-", given=record)


def test_what_is_told_is_as_the_schema_says(call, rich):
    lists, store = rich
    schemas = {noun: call("schema", noun).json for noun in NOUNS}

    told = [*shows(call, store, lists), *((noun, row) for noun in NOUNS for row in lists[noun])]

    assert len(told) > 40
    for noun, record in told:
        assert faults(record, schemas[noun]) == [], noun


@pytest.mark.parametrize(
    "path", ["eerste-gesprek.json", "terugblik.json", "half-year.jsonl", "year/journal.jsonl"]
)
def test_the_examples_are_as_the_schema_says(call, path):
    schema = call("schema", "session").json
    text = (ROOT / "examples" / path).read_text(encoding="utf-8")

    talks = [json.loads(text)] if path.endswith(".json") else map(json.loads, text.splitlines())

    assert [fault for each in talks for fault in faults(each, schema)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_only_told_is_marked_and_passed_over(call, name):
    schema, model = call("schema", name).json, model_of(name)

    marked = {key for key, said in schema["properties"].items() if said.get("readOnly")}

    assert marked == set(model.read_only)
    assert marked.isdisjoint(model.model_fields)


SESSION = talk()
ALIKE: tuple[Any, ...] = (
    ("coachee", {"name": ""}),
    ("coachee", {"name": "x" * 300}),
    ("coachee", {"name": "x" * 200}),
    ("coachee", {"name": "x", "role": ""}),
    ("coachee", {"name": "x", "role": None}),
    ("coachee", {"name": "x", "language": "de"}),
    ("coachee", {"name": "x", "since": "vrijdag"}),
    ("session", SESSION | {"coachee": ""}),
    ("session", SESSION | {"coachee": " \n"}),
    ("session", SESSION | {"coachee": "x" * 201}),
    ("session", SESSION | {"reality": {"score": "5"}}),
    ("session", SESSION | {"reality": {"score": "5/10"}}),
    ("session", SESSION | {"reality": {"score": " 10 "}}),
    ("session", SESSION | {"reality": {"score": "11"}}),
    ("session", SESSION | {"reality": {"score": ""}}),
    ("session", SESSION | {"reality": {"score": -1}}),
    ("session", SESSION | {"reality": {"score": True}}),
    ("session", SESSION | {"reality": {"score": "five"}}),
    ("session", SESSION | {"reality": None}),
    ("session", SESSION | {"roles": {"appraises": "yes"}}),
    ("session", SESSION | {"roles": {"appraises": "ja"}}),
    ("session", SESSION | {"roles": {"appraises": 1}}),
    ("session", SESSION | {"roles": {"appraises": 2}}),
    ("session", SESSION | {"roles": {"appraises": "maybe"}}),
    ("session", SESSION | {"roles": {"appraises": ""}}),
    ("session", SESSION | {"roles": None}),
    ("session", SESSION | {"minutes": "60"}),
    ("session", SESSION | {"minutes": 0}),
    ("session", SESSION | {"form": "zoom"}),
    ("session", SESSION | {"form": ""}),
    ("session", SESSION | {"status": ""}),
    ("session", SESSION | {"options": 3}),
    ("session", SESSION | {"options": [{"text": ""}]}),
    ("session", SESSION | {"options": [{"text": "x", "chosen": 1}]}),
    ("session", SESSION | {"communication": "ask, listen"}),
    ("session", SESSION | {"communication": ["ask"]}),
    ("session", SESSION | {"goals": [{"statement": "x", "target_on": "2026-12-01"}] * 101}),
    ("session", SESSION | {"goals": [{"statement": "x", "target_on": 5}]}),
    ("session", SESSION | {"goals": [{"statement": "x", "weight": "11"}]}),
    ("session", {"coachee": "Bo", "goals": [{"statement": "x", "lenses": "autonomy"}]}),
    ("session", SESSION | {"topik": "x"}),
    ("growth", {"kind": "reading", "minutes": "1u30"}),
    ("growth", {"kind": "reading", "minutes": 6001}),
    ("growth", {}),
    ("goal", {"coachee": "Amina", "statement": "x", "level_baseline": -3}),
    ("goal", {"coachee": "Amina", "statement": "x", "level_baseline": -2}),
    ("goal", {"coachee": "Amina", "statement": " "}),
    ("trajectory", {"coachee": "Amina", "rhythm_days": "3w", "areas": ["work"]}),
    ("trajectory", {"coachee": "Amina", "areas": "work, health"}),
    ("action", {"coachee": "Amina", "what": "x", "done_by": "boss"}),
    ("action", {"coachee": "Amina", "what": "x", "number": 7, "session": None}),
)


def test_program_and_schema_agree_on_what_is_taken(call):
    kept(call, "coachee", "new", "--name", "Amina")
    schemas = {noun: call("schema", noun).json for noun in NOUNS}

    answers = [
        (noun, given, call(*taking(noun), "--from", "-", stdin=json.dumps(given)))
        for noun, given in ALIKE
    ]

    for noun, given, told in answers:
        assert told.code in (0, 4), (given, told.err)
        assert (told.code == 0) == (faults(given, schemas[noun]) == []), (noun, given, told.err)


def test_what_is_open_has_no_day_on_which_it_was_closed(call):
    kept(call, "coachee", "new", "--name", "Amina")

    for noun, given in (
        ("goal", {"statement": "x"}),
        ("action", {"what": "x"}),
        ("topic", {"text": "x"}),
        ("trajectory", {}),
    ):
        wrong = json.dumps({"coachee": "Amina", "closed_on": "2026-11-01"} | given)
        refused(
            call(*taking(noun), "--from", "-", stdin=wrong), 4, "^closed_on: only what is closed"
        )


def test_a_talent_of_somebody_else_is_refused(call):
    for name in ("Amina", "Bo"):
        kept(call, "coachee", "new", "--name", name)
    given = json.dumps({"strength": "x", "coachee": "bo"})

    refused(call("coachee", "talent", "amina", "--from", "-", stdin=given), 4, "^coachee: “bo”")
    assert call("coachee", "talent", "bo", "--from", "-", stdin=given).out == "1\tbo\n"


def test_the_same_file_taken_in_twice_is_told(call, keep):
    keep(talk())
    once = call("session", "new", "--from", "-", stdin=json.dumps(talk()))
    more = call(
        "session", "new", "--from", "-", stdin=json.dumps([talk(), talk(date="2026-11-03")] * 2)
    )
    other = call("session", "new", "--from", "-", stdin=json.dumps(talk(date="2026-11-02T14:01")))
    plan = call("session", "new", "--coachee", "Bo", "--date", "2026-11-02T14:00")

    assert once.err == "The journal already has a conversation with Amina at that moment: 1.\n"
    assert more.err.startswith("The journal already had 3 of these, with the same person")
    assert len(more.err.splitlines()) == 1
    assert len(more.lines) == 4
    assert "already" not in other.err + plan.err
