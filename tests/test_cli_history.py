"""`history` tells what was done, in words that a coach knows; as data, in codes."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

from coachlog.admin.history_commands import HistoryLine
from coachlog.base.texts import with_tied_signs
from tests.conftest import refused, talk

SECRET = "Zwijgt over thuis"


@pytest.fixture
def other_program(program):
    def writes(*statements):
        with closing(sqlite3.connect(program.store, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return writes


@pytest.fixture
def kept(call, keep):
    """Two conversations, a score and an action done, each on a day of its own."""
    goals = [{"ref": "g", "statement": "Lead the weekly meeting"}]
    first = [{"what": "Call Koen", "goal": "g"}, {"what": "Ask Sarah"}]
    days = iter(("2026-11-03T09:00Z", "2026-11-22T09:00Z", "2026-11-23T22:30Z"))

    def on(*words, **more):
        assert call(*words, env={"COACHLOG_NOW": next(days)}, **more).code == 0

    keep_first = talk(goals=goals, actions=first, private_note=SECRET, reflection=SECRET)
    on("session", "new", "--from", "-", stdin=json.dumps(keep_first))
    on("goal", "score", "1", "7")
    on("action", "done", "1")
    keep(talk(date="2026-11-24T09:00", actions=[{"what": "Rest"}], private_note=SECRET))


def whats(call, *words, **more):
    return [line.split("\t")[2] for line in call("history", *words, **more).lines]


def test_a_journal_without_history_says_so(call, program):
    shown = call("history")

    assert (shown.code, shown.out, shown.err) == (0, "", "Nothing was done yet.\n")
    assert call("history", "--json").json == []
    assert not program.store.exists()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "1\ttoday, 10:00\tsaved: conversation 2 with Amina, action 3\t",
                "2\tyesterday, 23:30\tnoted as done: action 1 (Call Koen)\t",
                "3\tSun 22 Nov, 10:00\tscore noted: goal 1 (Lead the weekly meeting)\t",
                "4\tTue 3 Nov, 10:00\tsaved: Amina, conversation 1, goal 1, 2 actions\t",
            ],
        ),
        (
            "nl",
            [
                "1\tvandaag, 10:00\tbewaard: gesprek 2 met Amina, actie 3\t",
                "2\tgisteren, 23:30\tgedaan: actie 1 (Call Koen)\t",
                "3\teergisteren, 10:00\tscore genoteerd: doel 1 (Lead the weekly meeting)\t",
                "4\tdi 3 nov, 10:00\tbewaard: Amina, gesprek 1, doel 1, 2 acties\t",
            ],
        ),
        (
            "fr",
            [
                "1\taujourd'hui, 10h00\tenregistrement : entretien 2 avec Amina, action 3\t",
                "2\thier, 23h30\tfait : action 1 (Call Koen)\t",
                "3\tavant-hier, 10h00\tscore noté : objectif 1 (Lead the weekly meeting)\t",
                "4\tmar. 3 nov., 10h00"
                "\tenregistrement : Amina, entretien 1, objectif 1, 2 actions\t",
            ],
        ),
    ],
)
def test_it_is_told_in_words_on_the_clock_of_the_coach(call, kept, language, lines):
    told = map(with_tied_signs, lines) if language == "fr" else lines
    assert call("--lang", language, "history").lines == [*told]


def test_as_data_it_has_codes_and_instants(call, kept):
    call("undo")
    call("redo")
    call("undo", "4")

    rows = call("history", "--limit", "0", "--json").json

    assert list(rows[0]) == list(HistoryLine._fields)
    assert [(row["place"], row["kind"], row["about"], row["holds"]) for row in rows] == [
        (1, "undo", 5, 1),
        (2, "redo", 4, 1),
        (3, "undo", 4, 0),
        (4, "change", None, 1),
        (5, "change", None, 0),
        (6, "change", None, 1),
        (7, "change", None, 1),
    ]
    assert [row["command"] for row in rows[3:]] == [
        *("session new", "action done", "goal score", "session new")
    ]
    assert rows[4]["records"] == "action:1"
    assert rows[4]["changes"] == "action ~1"
    assert rows[6]["records"] == "coachee:amina session:1 goal:1 trajectory:1"
    assert rows[6]["changes"] == "action +2, coachee +1, goal +1, session +1, trajectory +1"
    assert rows[5]["done_at"] == "2026-11-22T09:00:00.000Z"
    assert len({row["id"] for row in rows}) == 7


def test_csv_is_the_same_as_json(call, kept):
    call("undo")
    rows = call("history", "--json").json

    found = call("history", "--csv").rows

    assert found == [
        {key: "" if value is None else str(value) for key, value in row.items()} for row in rows
    ]


def test_what_was_undone_and_what_undid_it_are_marked(call, kept):
    call("undo", "2")

    found = [line.split("\t")[2:] for line in call("history", "--limit", "4").lines]

    assert found[0] == ["undone: number 3", ""]
    assert found[2] == ["noted as done: action 1 (Call Koen)", "undone"]
    call("redo")
    found = [line.split("\t")[2:] for line in call("history", "--limit", "4").lines]
    assert found[0] == ["redone: number 4", ""]
    assert found[3] == ["noted as done: action 1 (Call Koen)", ""]


def test_the_limit_holds_and_the_rest_is_mentioned(call, kept):
    shown = call("history", "--limit", "3")

    assert len(shown.lines) == 3
    assert shown.err == "1 more: --limit 0 shows all.\n"
    assert len(call("history", "--limit", "0").lines) == 4
    refused(call("history", "--limit", "x"), 2, "“x” is not a whole number")
    refused(call("history", "--json", "--csv"), 2, "--json or --csv, not both")


def test_another_program_is_named_as_such(call, kept, other_program):
    other_program("update goal set why = 'because'", "update goal_score set score = 3")

    assert (
        whats(call, "--limit", "2")
        == ["changed by another program: goal 1 (Lead the weekly meeting)"] * 2
    )
    rows = call("history", "--json").json
    assert [(row["command"], row["origin"]) for row in rows[:2]] == [("", "other")] * 2


def test_what_was_removed_keeps_its_name(call, kept, other_program):
    other_program("delete from action where number = 1", "update coachee set name = 'Zoë'")

    assert whats(call, "--limit", "4") == [
        "changed by another program: Zoë",
        "changed by another program: action 1 (Call Koen)",
        "saved: conversation 2 with Zoë, action 3",
        "noted as done: action 1 (Call Koen)",
    ]


def test_parts_go_by_what_they_belong_to(call, keep, other_program):
    keep(talk(options=[{"text": "a"}, {"text": "b"}]))
    other_program("delete from option where text = 'a'")

    assert whats(call, "--limit", "1") == ["changed by another program: conversation 1 with Amina"]


def test_no_private_text_is_in_the_history(call, kept):
    """A coach may look at the history with somebody beside them."""
    call("session", "edit", "1", "--private-note", SECRET + " nog")
    call("undo")

    for words in ((), ("--json",), ("--csv",)):
        shown = call("history", "--limit", "0", *words)
        assert SECRET not in shown.out + shown.err


def test_what_a_terminal_would_obey_is_shown_and_long_texts_are_cut(call, keep):
    keep(talk(coachee="A\x1b[31mB", goals=[{"statement": "x" * 300 + "\n\x1b]0;y\x07"}]))
    call("goal", "edit", "1", "--why", "because")

    shown = call("history")

    assert "\x1b" not in shown.out
    assert max(len(line) for line in shown.lines) < 120
    assert len(shown.lines) == 2


def test_on_a_terminal_it_is_a_table_that_fits(program, call, kept):
    call("undo", "2")

    for columns in (60, 80, 120):
        shown = program.on_terminal("history", columns=columns)
        assert shown.code == 0
        lines = re.sub(r"\x1b\[[\d;]*m", "", shown.out).splitlines()
        assert max(map(len, lines)) <= columns
        assert "undone: number 3" in shown.out


def test_the_column_for_what_was_undone_is_there_when_something_was(program, call, kept):
    before = program.on_terminal("history").out
    call("undo")

    assert "Status" not in before
    assert "Status" in program.on_terminal("history").out


def test_a_removal_names_what_went_and_not_what_only_lost_its_link(call, kept):
    call("goal", "remove", "1", "--yes")
    call("session", "remove", "1", "--yes")

    assert whats(call, "--limit", "2") == [
        "removed: conversation 1 with Amina, 2 actions",
        "removed: goal 1 (Lead the weekly meeting)",
    ]


def test_a_conversation_counts_what_it_made(call, kept, keep):
    """It also ticked an action: that is in the data."""
    reviews = [{"action": 2, "status": "done"}]
    keep(talk(date="2026-11-24T09:30", actions=[{"what": "x"}], reviews=reviews))

    assert whats(call, "--limit", "1") == ["saved: conversation 3 with Amina, action 4"]
    assert "action +1 ~1" in call("history", "--json").json[0]["changes"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_code_stands_where_people_read(call, language):
    """A code of data that comes with the program has words too, and those are told."""
    call("growth", "self", "--rate", "contracting=4")

    told = call("history", "--lang", language).out

    words = {"nl": "Ik spreek bij het begin af", "fr": "Je commence par convenir", "en": "I begin"}
    assert words[language] in told
    assert "contracting" not in told


def test_a_competence_goes_by_a_word_of_its_statement(call):
    assert call("growth", "self", "--rate", "hoelang=4", "--lang", "nl").code == 0

    refusal = call("growth", "self", "--rate", "foo=4", "--lang", "nl")
    assert (refusal.code, "(1-14)" in refusal.err) == (4, True)
