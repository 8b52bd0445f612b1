"""Topics that wait for a later conversation: parked, listed, taken up, dropped, mended."""

import json

import pytest

from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused, talk


@pytest.fixture(autouse=True)
def people(keep):
    """Amina, who parked two topics in a conversation, and Bo."""
    keep(talk(parked=["Koen", "The move"]), talk(coachee="Bo", date="2026-11-03T14:00"))


@pytest.fixture
def park(call):
    return lambda *words, **more: call("topic", "park", *words, **more)


def topics(call, *words):
    return call("topic", "list", *words, "--limit", 0, "--json").json


def statuses(call):
    return {row["number"]: row["status"] for row in topics(call)}


@pytest.mark.parametrize(
    "words", [["The", "team", "in", "June"], ["The team in June"], ["  The team\tin", "June "]]
)
def test_a_topic_is_parked_in_so_many_words(call, park, words):
    done = park("bo", *words)

    assert (done.code, done.out) == (0, "3\tbo\n")
    assert call("topic", "show", 3, "--json").json == {
        "number": 3,
        "coachee": "bo",
        "text": "The team\tin June" if "\t" in words[0] else "The team in June",
        "status": "parked",
        "parked_on": "2026-11-24",
        "session": None,
        "taken_up_in": None,
        "closed_on": None,
    }


def test_what_was_parked_in_a_conversation_says_so(call):
    assert [(row["text"], row["session"], row["parked_on"]) for row in topics(call)] == [
        ("Koen", 1, "2026-11-02"),
        ("The move", 1, "2026-11-02"),
    ]
    assert call("session", "show", 1, "--json").json["parked"] == ["Koen", "The move"]
    assert "The move" in call("session", "show", 1).out


def test_topics_from_json_lines(call, park):
    lines = "\n".join(json.dumps({"coachee": who, "text": f"of {who}"}) for who in ("bo", "amina"))

    done = park("--from", "-", stdin=lines)

    assert done.out == "3\tbo\n4\tamina\n"
    assert park("bo", "--from", "-", "--json", stdin='{"text": "x"}').json["coachee"] == "bo"


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ([], None, 2, "Missing: COACHEE, TEXT$"),
        (["amina"], None, 2, "Missing: TEXT$"),
        (["amina", " "], None, 2, "Missing: TEXT$"),
        (["amnia", "x"], None, 3, "Nobody is called amnia. Did you mean amina"),
        (["--from", "-"], '{"coachee": "amina"}', 4, "text: this is missing"),
        (["--from", "-"], '{"coachee": "amina", "text": ""}', 4, "text: this is empty"),
        (["--from", "-"], '{"coachee": "amina", "text": "x", "txt": "x"}', 4, "txt: "),
        (["--from", "-"], '["amina"]', 4, "an object"),
        (["--from", "-"], '{"coachee": "bo", "text": "x"}\n{"coachee": "x"}', 4, "line 2, text"),
        (["amina", "x" * 200_001], None, 4, "too long"),
    ],
)
def test_what_cannot_be_parked(call, park, words, stdin, code, cause):
    done = park(*words, stdin=stdin) if stdin else park(*words)

    refused(done, code, cause)
    assert len(topics(call)) == 2


def test_those_that_wait_come_first_the_oldest_at_the_top(call, park):
    park("bo", "Later")
    call("topic", "drop", 1)

    assert [row["number"] for row in topics(call)] == [2, 3, 1]
    assert [row["number"] for row in topics(call, "--coachee", "amina")] == [2, 1]
    assert [row["number"] for row in topics(call, "--status", "dropped")] == [1]
    assert [int(line.split("\t")[0]) for line in call("topic", "list").lines] == [2, 3, 1]
    assert [row["number"] for row in call("topic", "list", "--csv").rows] == ["2", "3", "1"]
    assert call("topic", "list", "--limit", 1).err == "2 more: --limit 0 shows all.\n"


def test_a_list_without_topics_is_no_error(call):
    done = call("topic", "list", "--coachee", "bo")

    assert (done.code, done.out, done.err) == (0, "", "No topics yet.\n")
    assert call("topic", "list", "--status", "taken-up").err == "No topic with that status.\n"


def test_a_topic_is_dropped_once(call):
    assert call("topic", "drop", 1, "--on", "yesterday").err.startswith("Topic 1 is dropped.")
    assert call("topic", "drop", 1).err.startswith("Topic 1 was already dropped.")

    assert topics(call, "--status", "dropped")[0]["closed_on"] == "2026-11-23"


def test_a_topic_is_mended_and_waits_again(call):
    call("topic", "edit", 1, "--text", "Koen and Jef", "--status", "dropped")
    assert (topics(call)[-1]["text"], topics(call)[-1]["closed_on"]) == (
        "Koen and Jef",
        "2026-11-24",
    )

    call("topic", "edit", 1, "--status", "parked")

    assert topics(call)[0] | {"status": "parked", "closed_on": None} == topics(call)[0]


def test_a_topic_is_removed_and_comes_back(call, program):
    before = topics(call)
    refused(call("topic", "remove", 1), 2, "--yes")

    done = call("topic", "remove", 1, "--yes")

    assert "Topic 1 · Koen" in done.err
    assert [row["number"] for row in topics(call)] == [2]
    with Work(program.store, command="undo") as work:
        undo(work)
    assert topics(call) == before


@pytest.mark.parametrize("verb", ["show", "drop", "edit", "remove"])
@pytest.mark.parametrize(("number", "code"), [("9", 3), ("x", 4)])
def test_a_topic_that_is_not_there(call, verb, number, code):
    more = {"edit": ["--text", "x"], "remove": ["--yes"]}.get(verb, [])

    refused(call("topic", verb, number, *more), code, "no topic 9|not a number")


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["--text", ""], "text: this cannot be empty"),
        (["--status", ""], "status: this cannot be empty"),
        (["--status", "taken_up"], "not one of the choices"),
    ],
)
def test_what_a_topic_cannot_be(call, words, cause):
    refused(call("topic", "edit", 1, *words), 4, cause)
    assert statuses(call)[1] == "parked"


HOLD = ("session", "new", "--coachee", "amina")


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        (["--take-up", "1"], "Koen"),
        (["--take-up", "#2", "--take-up", "1"], "The move\nKoen"),
        (["--take-up", "1", "--topic", "All of it"], "All of it"),
    ],
)
def test_a_conversation_takes_topics_up_by_their_numbers(call, words, topic):
    numbers = [int(word.strip("#")) for word in words[1::2] if word.strip("#").isdigit()]

    assert call(*HOLD, *words).out == "3\tamina\n"

    kept = call("session", "show", 3, "--json").json
    assert (kept["topic"], kept["taken_up"]) == (topic, sorted(numbers))
    told = [row for row in topics(call) if row["number"] in numbers]
    assert {(row["status"], row["taken_up_in"], row["closed_on"]) for row in told} == {
        ("taken_up", 3, "2026-11-24")
    }


def test_a_conversation_parks_topics(call):
    call(*HOLD, "--park", "One", "--park", "Two\nlines", "--park", " ")

    assert call("session", "show", 3, "--json").json["parked"] == ["One", "Two\nlines"]


def test_json_parks_and_takes_up(call, keep):
    keep(talk(date="2026-11-20T14:00", parked=["New"], taken_up=[2, 2]))

    assert statuses(call) == {1: "parked", 2: "taken_up", 3: "parked"}
    kept = call("session", "show", 3, "--json").json
    assert (kept["topic"], kept["parked"], kept["taken_up"]) == ("The move", ["New"], [2])


def test_what_is_shown_as_json_can_be_kept_in_another_journal(call, keep, program):
    keep(talk(date="2026-11-20T14:00", parked=["New"], taken_up=[2]))
    shown = [call("session", "show", number, "--json").json for number in (1, 2, 3)]
    other = ("--store", program.folder / "other.sqlite")

    call("session", "new", "--from", "-", *other, stdin="\n".join(map(json.dumps, shown)))

    assert [call("session", "show", n, "--json", *other).json for n in (1, 2, 3)] == shown
    assert call("export", "csv", "topics", *other).out == call("export", "csv", "topics").out


@pytest.mark.parametrize(
    ("given", "code", "cause"),
    [
        ({"taken_up": [1], "coachee": "Bo"}, 3, "no topic 1"),
        ({"taken_up": [9]}, 3, "no topic 9"),
        ({"taken_up": ["x"]}, 4, "taken_up.0: .*not a number"),
        ({"taken_up": 1}, 4, "taken_up: a list"),
        ({"parked": [""]}, 4, "parked.0: this is empty"),
        ({"parked": "x"}, 4, "parked: a list"),
        ({"parked": [{"text": "x"}]}, 4, "parked.0: a text"),
        ({"parked": ["x"] * 101}, 4, "parked: at most 100"),
    ],
)
def test_what_a_conversation_cannot_park_or_take_up(call, given, code, cause):
    done = call("session", "new", "--from", "-", stdin=json.dumps(talk() | given))

    refused(done, code, cause)
    assert len(call("session", "list").lines) == 2
    assert statuses(call) == {1: "parked", 2: "parked"}


def test_what_was_taken_up_is_not_taken_up_again_nor_dropped(call):
    call(*HOLD, "--take-up", "1")

    refused(call(*HOLD, "--take-up", "1"), 4, "Topic 1 was already discussed, in conversation 3")
    refused(call("topic", "drop", "1"), 4, "Topic 1 was already discussed, in conversation 3")
    call("topic", "edit", 1, "--status", "parked")
    assert call(*HOLD, "--take-up", "1").code == 0
    assert topics(call)[-1]["taken_up_in"] == 4


def test_what_was_dropped_may_be_taken_up_after_all(call):
    call("topic", "drop", 1)

    assert call(*HOLD, "--take-up", "1").code == 0


def test_undo_of_a_conversation_lets_its_topics_wait(call, program):
    before = topics(call)
    call(*HOLD, "--take-up", "1", "--park", "New")

    with Work(program.store, command="undo") as work:
        undo(work)

    assert topics(call) == before


def test_a_topic_waits_again_when_the_conversation_goes(call):
    call(*HOLD, "--take-up", "1")

    call("session", "remove", 3, "--yes")

    assert statuses(call)[1] == "parked"


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Onderwerp 1 is losgelaten."), ("fr", "Le sujet 1 est abandonné.")],
)
def test_in_the_language_of_the_run(call, language, words):
    assert words in call("topic", "drop", 1, env={"COACHLOG_LANG": language}).err


def test_what_waits_for_somebody_in_the_archive_is_listed_with_the_person_alone(call):
    call("coachee", "new", "--name", "Bo")
    call("topic", "park", "bo", "Shifts")
    call("coachee", "archive", "bo")

    everybody = call("topic", "list", "--json").json
    assert "Shifts" not in [each["text"] for each in everybody]
    one = call("topic", "list", "--coachee", "bo", "--json").json
    assert [each["text"] for each in one] == ["Shifts"]
