"""`remove`: what goes is said, asked about, done in one step and taken back in one."""

import pytest

from coachlog.base.texts import speak, with_tied_signs
from coachlog.journal.common.history_words import many
from coachlog.journal.common.remove import stays
from coachlog.store.derived import noun_columns
from coachlog.store.removal import LINKS
from coachlog.store.work import Work
from tests.conftest import refused, talk

TALK = talk(
    goals=[{"ref": "g", "statement": "Leave on time"}],
    scores=[{"goal": "g", "score": 3}],
    options=[{"text": "Ask Koen", "origin": "coachee"}],
    actions=[{"what": "Call Koen", "goal": "g"}, {"what": "Sleep"}],
)
LATER = talk(date="2026-11-09T14:00", scores=[{"goal": 1, "score": 4}])
NOUNS = ("session", "goal", "action")


@pytest.fixture
def journal(call):
    """What people see of the whole journal."""
    views = ("sessions", "goals", "goal_scores", "actions", "options", "coachees")
    return lambda: {each: call("export", "csv", each).out for each in views}


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_removed_comes_back_by_one_undo(call, keep, journal, take_back, noun):
    keep(TALK)
    before = journal()

    gone = call(noun, "remove", 1, "--yes")

    assert (gone.code, gone.out) == (0, "")
    refused(call(noun, "remove", 1, "--yes"), 3, "There is no")
    take_back()
    assert journal() == before


def test_it_is_said_what_goes_and_what_stays(call, keep):
    keep(TALK, LATER)

    told = call("session", "remove", 1, "--yes").err.splitlines()

    assert told[:4] == [
        "To be removed: Conversation 1 with Amina · Mon 2 Nov 2026",
        "This goes with it: 1 score, 2 actions, 1 option.",
        "1 goal that was set there stays: other records depend on it.",
        "The text stays in the history for another 90 days of use.",
    ]
    assert told[4:] == [
        "Removed: Conversation 1 with Amina · Mon 2 Nov 2026",
        "  coachlog undo",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Te verwijderen: Doel 1 · Leave on time", "Verdwijnt mee: 1 score.")),
        ("fr", ("À supprimer : Objectif 1 · Leave on time", "À supprimer aussi : 1 score.")),
    ],
)
def test_it_is_said_in_the_language_of_the_coach(call, keep, language, words):
    keep(TALK)

    told = call("--lang", language, "goal", "remove", 1, "--yes").err.splitlines()

    shown = map(with_tied_signs, words) if language == "fr" else words
    assert told[:2] == [*shown]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("how", [(), ("--no-input",)], ids=["in a pipe", "never asking"])
def test_without_anybody_to_ask_a_yes_is_needed(call, keep, journal, noun, how):
    keep(TALK)
    before = journal()

    refused(call(*how, noun, "remove", 1, stdin="y\n"), 2, "--yes")

    assert journal() == before


@pytest.mark.parametrize(
    ("number", "code", "cause"),
    [("9", 3, "There is no .* 9"), ("x", 4, "“x” is not a number"), ("0", 4, "“0” is not")],
)
@pytest.mark.parametrize("noun", NOUNS)
def test_a_number_that_is_none(call, keep, noun, number, code, cause):
    keep(TALK)

    refused(call(noun, "remove", number, "--yes"), code, cause)


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize("n", [1, 2])
def test_there_are_words_for_every_table_and_for_all_that_stays(call, program, language, n):
    call("goal", "list")
    speak(language)
    with Work(program.store, "look") as work:
        tables = noun_columns(work._connection)

    for table in tables:
        assert many(table, n).startswith(f"{n} ")
    for link in LINKS:
        if not link.cascades or link.kept_if != "false":
            assert stays(link, n).startswith(f"{n} ")
