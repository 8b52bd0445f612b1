"""`coachee talent`: list, add, change and remove what somebody is good at."""

import json

import pytest

from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused

TALENTS = [
    {"strength": "Rust bewaren", "shows": "Als het\ndruk is", "gives_energy": True},
    {"strength": "Luisteren"},
    {"strength": "Cijfers", "gives_energy": "nee"},
]


pytestmark = pytest.mark.usefixtures("example")


@pytest.fixture
def talents(call):
    return lambda who="amina": call("coachee", "talent", who, "--json").json


@pytest.fixture
def three(call):
    lines = "\n".join(map(json.dumps, TALENTS))
    assert call("coachee", "talent", "amina", "--from", "-", stdin=lines).lines == [
        *("1\tamina", "2\tamina", "3\tamina")
    ]


def test_a_talent_is_added(call, talents):
    more = ("--shows", "Als het druk is", "--energy", "ja")

    told = call("coachee", "talent", "Amina El Idrissi", " Rust  bewaren ", *more)

    assert told == (0, "1\tamina\n", "")
    assert talents() == [
        {
            "number": 1,
            "coachee": "amina",
            "strength": "Rust bewaren",
            "shows": "Als het druk is",
            "gives_energy": 1,
            "wanted_context": None,
        }
    ]


def test_talents_are_added_as_json(three, talents):
    assert [(each["strength"], each["gives_energy"]) for each in talents()] == [
        ("Rust bewaren", 1),
        ("Luisteren", None),
        ("Cijfers", 0),
    ]


def test_without_a_talent_they_are_listed(call, three):
    told = call("coachee", "talent", "amina")

    assert told.lines == [
        "1\tRust bewaren\tAls het druk is\t1\t",
        "2\tLuisteren\t\t\t",
        "3\tCijfers\t\t0\t",
    ]
    assert [row["strength"] for row in call("coachee", "talent", "amina", "--csv").rows] == [
        *("Rust bewaren", "Luisteren", "Cijfers")
    ]


def test_each_person_has_their_own(call, three, talents):
    call("coachee", "new", "--name", "Bo")

    told = call("coachee", "talent", "bo")

    assert (told.code, told.out) == (0, "")
    assert (
        told.err
        == "No talents have been noted for Bo yet. Note one: coachlog coachee talent bo --add\n"
    )
    refused(call("coachee", "talent", "bo", "--edit", 1, "x"), 3, "Bo has no talent 1")
    refused(call("coachee", "talent", "bo", "--remove", 1, "--yes"), 3, "Bo has no talent 1")
    assert len(talents()) == 3


def test_a_talent_is_changed_and_its_fields_are_cleared(call, three, talents):
    assert (
        call("coachee", "talent", "amina", "Heel rustig", "--edit", "#1", "--shows", "").code == 0
    )
    assert talents()[0]["strength"] == "Heel rustig"
    assert (talents()[0]["shows"], talents()[0]["gives_energy"]) == (None, 1)

    changed = call("coachee", "talent", "amina", "--edit", 1, "--energy", "non", "--json").json
    assert changed == talents()[0]
    assert changed["gives_energy"] == 0

    call("coachee", "talent", "amina", "--edit", 1, "--from", "-", stdin='{"gives_energy": null}')
    assert talents()[0]["gives_energy"] is None


def test_a_talent_is_removed_and_comes_back(call, three, talents, program):
    refused(call("coachee", "talent", "amina", "--remove", 2), 2, "only done with --yes")

    told = call("coachee", "talent", "amina", "--remove", 2, "--yes")

    assert "Removed: Talent 2 · Luisteren" in told.err
    assert [each["number"] for each in talents()] == [1, 3]
    with Work(program.store, "undo") as work:
        undo(work)
    assert [each["number"] for each in talents()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--shows", "x"], 2, "^Missing: TALENT$"),
        (["--add"], 2, "^Missing: TALENT$"),
        ([" "], 4, "^strength: this is empty"),
        (["--edit", "1"], 2, "^Missing: TALENT, --shows, --energy, --needs$"),
        (["--edit", "1", ""], 4, "^strength: this cannot be empty"),
        (["--edit", "x", "y"], 4, "“x” is not a number"),
        (["--edit", "9", "y"], 3, "has no talent 9"),
        (["--remove", "0"], 4, "“0” is not a number"),
        (["--remove", "1", "--edit", "1"], 2, "Choose one of"),
        (["--remove", "1", "y"], 2, "Choose one of"),
        (["--add", "y", "--edit", "1"], 2, "Choose one of"),
        (["y", "--energy", "perhaps"], 4, "^gives_energy: “perhaps” is neither yes nor no"),
        (["x" * 501], 4, "^strength: This is too long"),
        (["--json", "--csv"], 2, "Choose --json or --csv, not both"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_changes(call, three, talents, words, code, cause):
    before = talents()

    refused(call("coachee", "talent", "amina", *words), code, cause)
    assert talents() == before


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ('{"strength": "x"}\n{"shows": "y"}', "^line 2, strength: this is missing"),
        (
            '{"strength": "x"}\n{"strength": "y", "coachee": "bo"}',
            "^line 2, coachee: .* somebody else",
        ),
        ('["x"]', "^line 1, the input: "),
        ('{"strength": 5}', "^strength: a text is expected"),
    ],
)
def test_talents_are_taken_whole_or_not_at_all(call, talents, given, cause):
    refused(call("coachee", "talent", "amina", "--from", "-", stdin=given), 4, cause)
    assert talents() == []


def test_nobody_of_that_name(call):
    refused(
        call("coachee", "talent", "amnia", "x"), 3, "Nobody is called amnia. Did you mean amina[?]"
    )


@pytest.mark.parametrize(
    ("language", "words"), [("nl", ("Energie", "ja", "nee")), ("fr", ("Énergie", "oui", "non"))]
)
def test_a_terminal_says_it_in_words(program, call, three, language, words):
    shown = program.on_terminal("coachee", "talent", "amina", "--lang", language).out

    assert all(word in shown for word in words)


def test_the_table_can_be_exported(call, three):
    rows = call("export", "csv", "talents").rows

    assert [(row["coachee"], row["gives_energy"]) for row in rows] == [
        ("amina", "1"),
        ("amina", ""),
        ("amina", "0"),
    ]
