"""What was seen at work: noted, listed, mended, removed, and told where it belongs."""

import json

import pytest

from tests.conftest import refused, talk

FACT = "You let the team talk first"


@pytest.fixture(autouse=True)
def people(keep):
    """Amina with goal 1 and Bo with goal 2, both talked with."""
    keep(
        talk(goals=[{"statement": "Chair the meeting"}]),
        talk(coachee="Bo", date="2026-11-03T14:00", goals=[{"statement": "Sleep"}]),
    )


@pytest.fixture
def note(call):
    return lambda *words, **more: call("observation", "new", *words, **more)


def numbers(call, *words):
    return [row["number"] for row in call("observation", "list", *words, "--json").json]


def test_an_observation_is_kept_as_it_was_given(call, note):
    done = note(
        *("--coachee", "amina", "--on", "2026-11-20", "--goal", "1", "--own-view", "I was nervous"),
        *("--fact", FACT, "--effect", "Koen spoke", "--wish", "Sum up", "--taken", "The summary"),
    )

    assert (done.code, done.out) == (0, "1\tamina\n")
    assert call("observation", "show", 1, "--json").json == {
        "number": 1,
        "coachee": "amina",
        "goal": 1,
        "observed_on": "2026-11-20",
        "own_view": "I was nervous",
        "fact": FACT,
        "effect": "Koen spoke",
        "wish": "Sum up",
        "taken": "The summary",
    }


def test_a_fact_of_somebody_is_enough(call, note):
    assert note("--coachee", "bo", "--fact", FACT).code == 0

    kept = call("observation", "show", 1, "--json").json
    assert (kept["observed_on"], kept["goal"], kept["effect"]) == ("2026-11-24", None, None)


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ([], None, 2, "Missing: --coachee, --"),
        (["--coachee", "amina"], None, 2, "Missing: --fact"),
        (["--coachee", "amnia", "--fact", "x"], None, 3, "Nobody is called amnia"),
        (["--coachee", "amina", "--fact", "x", "--goal", "2"], None, 3, "Goal 2 belongs to bo"),
        (["--coachee", "amina", "--fact", "x", "--goal", "9"], None, 3, "no goal 9"),
        (["--coachee", "amina", "--fact", "x", "--goal", "y"], None, 4, "goal: "),
        (["--coachee", "amina", "--fact", "x", "--on", "tomorrow"], None, 4, "is in the future"),
        (["--from", "-"], '{"coachee": "amina"}', 4, "fact: this is missing"),
        (["--from", "-"], '{"coachee": "amina", "fact": " "}', 4, "fact: this is empty"),
        (["--from", "-"], '{"coachee": "amina", "fact": "x", "facts": "x"}', 4, "facts: "),
        (["--from", "-"], '{"coachee": "bo", "fact": "x"}\n{"coachee": "bo"}', 4, "line 2, fact"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, note, words, stdin, code, cause):
    refused(note(*words, stdin=stdin), code, cause)
    assert numbers(call) == []


def test_the_latest_comes_first_and_the_list_can_be_narrowed(call, note):
    lines = [
        {"coachee": "amina", "fact": "a", "observed_on": "2026-11-10", "goal": 1},
        {"coachee": "bo", "fact": "b", "observed_on": "2026-11-20"},
        {"coachee": "amina", "fact": "c", "observed_on": "2026-11-15"},
    ]
    assert note("--from", "-", stdin="\n".join(map(json.dumps, lines))).code == 0

    assert numbers(call) == [2, 3, 1]
    assert numbers(call, "--coachee", "amina") == [3, 1]
    assert numbers(call, "--goal", "1") == [1]
    assert numbers(call, "--since", "2026-11-12", "--until", "2026-11-15") == [3]
    assert call("observation", "list", "--limit", 1).err == "2 more: --limit 0 shows all.\n"
    assert call("observation", "list", "--coachee", "amina", "--csv").rows[0]["fact"] == "c"


def test_of_somebody_in_the_archive_only_where_they_are_named(call, note):
    note("--coachee", "amina", "--fact", FACT, "--goal", 1)
    call("coachee", "archive", "amina")

    assert numbers(call) == []
    assert numbers(call, "--coachee", "amina") == numbers(call, "--goal", 1) == [1]


def test_an_observation_is_mended_and_removed_and_comes_back(call, note):
    note("--coachee", "amina", "--fact", FACT, "--goal", 1)

    assert call("observation", "edit", 1, "--wish", "Again").code == 0
    assert call("observation", "edit", 1, "--from", "-", stdin='{"goal": null}').code == 0
    changed = call("observation", "show", 1, "--json").json
    assert (changed["goal"], changed["wish"], changed["fact"]) == (None, "Again", FACT)
    refused(call("observation", "edit", 1, "--fact", " "), 4, "fact: this cannot be empty")
    refused(call("observation", "edit", 1, "--goal", 2), 3, "Goal 2 belongs to bo")
    refused(call("observation", "edit", 2, "--wish", "x"), 3, "no observation 2")
    refused(call("observation", "remove", 1), 2)
    assert call("observation", "remove", 1, "--yes").code == 0
    refused(call("observation", "show", 1), 3, "no observation 1")
    assert call("undo").code == 0
    assert call("observation", "show", 1, "--json").json == changed


def test_it_goes_with_the_person_and_stays_without_its_goal(call, note):
    note("--coachee", "amina", "--fact", FACT, "--goal", 1)

    call("goal", "remove", 1, "--yes")
    assert call("observation", "show", 1, "--json").json["goal"] is None
    call("undo")
    assert call("observation", "show", 1, "--json").json["goal"] == 1
    call("coachee", "merge", "amina", "bo", "--yes")
    assert numbers(call, "--coachee", "bo") == [1]
    call("coachee", "remove", "bo", "--yes")
    assert numbers(call) == []


def test_pages_and_the_timeline_tell_what_was_seen(call, note):
    note("--coachee", "amina", "--fact", FACT, "--goal", 1, "--on", "2026-11-20")
    note("--coachee", "amina", "--fact", "Before", "--on", "2026-10-20")

    assert [row["number"] for row in call("prep", "amina", "--json").json["observations"]] == [1]
    assert f"observation,1,2026-11-20,{FACT}" in call("prep", "amina", "--csv").out
    assert call("goal", "show", 1, "--json").json["observations"] == [1]
    assert call("coachee", "show", "amina", "--json").json["observations"] == [1]
    seen = [row for row in call("timeline", "--csv").rows if row["kind"] == "observation"]
    assert [(row["on"], row["text"]) for row in seen] == [
        ("2026-10-20", "Before"),
        ("2026-11-20", FACT),
    ]
    assert FACT in call("timeline", "--goal", 1).out
    assert [hit["noun"] for hit in call("search", "talk first", "--json").json] == ["observation"]


@pytest.mark.parametrize(
    ("language", "heading", "label"),
    [
        ("nl", "Sindsdien gezien op het werk", "Volgens de persoon zelf"),
        ("fr", "Vu sur le terrain depuis", "À ses propres yeux"),
        ("en", "Seen at work since then", "In their own eyes"),
    ],
)
def test_a_screen_tells_it_in_words(screen, note, language, heading, label):
    note("--coachee", "amina", "--fact", FACT, "--own-view", "Fine")

    assert heading in screen("prep", "amina", language=language)
    assert label in screen("observation", "show", 1, language=language)
    assert FACT in screen("timeline", "amina", language=language)
