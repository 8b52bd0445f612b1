"""JSON in each form in which scripts and people hand it over."""

import json

import pytest

from tests.conftest import refused, talk

FIRST, SECOND = talk(topic="a"), talk(coachee="Bo", topic="b")
PRETTY = json.dumps(FIRST, indent=2) + "\n" + json.dumps(SECOND, indent=2)
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([FIRST, SECOND]),
        json.dumps([FIRST, SECOND], indent=2),
        f"{json.dumps(FIRST)}\n{json.dumps(SECOND)}",
        f"{json.dumps(FIRST)}\r\n\r\n{json.dumps(SECOND)}\r\n",
        PRETTY,
        f"{json.dumps([FIRST])}\n{json.dumps([SECOND])}",
        f"{BOM}{json.dumps(FIRST)}\n{BOM}{json.dumps(SECOND)}\n",
        f"{BOM}{json.dumps([FIRST])}\n{BOM}{json.dumps(SECOND, indent=1)}\n",
    ],
    ids=("array", "pretty array", "lines", "crlf", "objects", "arrays", "marks", "mixed"),
)
def test_several_conversations_in_each_form(call, text):
    kept = call("session", "new", "--from", "-", stdin=text)

    assert (kept.code, kept.out) == (0, "1\tamina\n2\tbo\n")
    assert [row["topic"] for row in call("session", "list", "--json").json] == ["b", "a"]


def test_one_object_is_answered_as_one_and_an_array_line_by_line(call):
    one = call("session", "new", "--from", "-", "--json", stdin=json.dumps(FIRST))
    array = call("session", "new", "--from", "-", "--json", stdin=json.dumps([SECOND]))

    assert len(one.lines) > 1
    assert [json.loads(line)["number"] for line in array.lines] == [2]


def test_what_is_wrong_in_an_array_is_told_with_its_line(call):
    rows = json.dumps([FIRST, SECOND | {"minutes": 0}], indent=None).replace("}, {", "},\n {")

    refused(call("session", "new", "--from", "-", stdin=rows), 4, "^line 2, minutes: ")
    assert call("session", "list").out == ""


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('{"coachee":"Amina","topic":"a","topic":"b"}', 1, "topic"),
        (
            '{"coachee":"Amina",\n"topic":"a, \\"topic\\": {","topic":"a, \\"topic\\": {"}',
            2,
            "topic",
        ),
        ('{"coachee":"Amina","options":[{"text":"x"}],\n\n"options":[]}', 3, "options"),
        ('{"coachee":"Amina","actions":[{"what":"x"},\n{"what":"y","what":"y"}]}', 2, "what"),
        (
            '{"coachee":"Amina","actions":[{"what":"x","if_then":{"plan":"a","plan":"b"}}]}',
            1,
            "plan",
        ),
        ('{"coachee":"Amina","r\\u0065ason":"a","reason":"b"}', 1, "reason"),
        ('{"coachee":"Amina"}\n{"coachee":"Bo","topic":"a","topic":"b"}', 2, "topic"),
        ('[{"coachee":"Amina"},\n{"coachee":"Bo",\n"topic":"a","topic":null}]', 3, "topic"),
    ],
)
def test_a_key_that_stands_twice_is_refused(call, text, line, key):
    """The first value would be gone, without a word."""
    told = call("session", "new", "--from", "-", stdin=text)

    refused(told, 4, f"^Line {line}: the key “{key}” is there twice")
    assert call("session", "list").out == ""


@pytest.mark.parametrize(
    "command",
    [
        ("coachee", "new"),
        ("coachee", "edit", "amina"),
        ("coachee", "talent", "amina"),
        ("goal", "new"),
        ("goal", "edit", 1),
        ("action", "new"),
        ("session", "plan"),
        ("session", "edit", 1),
        ("topic", "park"),
        ("objective", "new"),
        ("observation", "new"),
        ("growth", "new"),
        ("workability", "new"),
        ("trajectory", "new"),
    ],
    ids=lambda words: " ".join(map(str, words)),
)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b'{"coachee": "Amina", "coachee": "Amina"}', "is there twice"),
        ('{"coachee": "Amina"}'.encode("utf-16"), "not UTF-8 text"),
        ('{"coachee": "Amina"}'.encode("utf-16-le"), "not UTF-8 text"),
        (
            '{"coachee": "Am\N{LATIN SMALL LETTER I WITH DIAERESIS}na"}'.encode("cp1252"),
            "not UTF-8",
        ),
    ],
    ids=["twice", "utf-16", "utf-16 without a mark", "windows-1252"],
)
def test_each_command_that_takes_json_reads_it_alike(call, command, text, words):
    call("session", "new", "--from", "-", stdin=json.dumps(FIRST | {"goals": [{"statement": "x"}]}))

    told = call(*command, "--from", "-", stdin=text)

    refused(told, 4, words)
    assert told.err.splitlines()[1].startswith("  Nothing was saved.")
    assert ("UTF-8" in told.err.splitlines()[1]) == ("twice" not in words)


def test_a_list_of_a_journal_with_the_newest_first_is_taken_in_its_order(call):
    rows = [{"number": number, "statement": f"goal {number}"} for number in (9, 7, 3)]

    call("objective", "new", "--from", "-", stdin=json.dumps(rows))

    told = call("objective", "list", "--json").json
    assert [row["statement"] for row in told] == ["goal 3", "goal 7", "goal 9"]


def test_two_journals_that_were_joined_follow_one_another(call):
    rows = [{"number": n, "statement": f"{journal}{n}"} for journal in "ab" for n in (1, 2)]

    call("objective", "new", "--from", "-", stdin=json.dumps(rows))

    told = call("objective", "list", "--json").json
    assert [row["statement"] for row in told] == ["a1", "a2", "b1", "b2"]
