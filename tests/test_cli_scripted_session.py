"""A conversation without a terminal: from options, from JSON, from JSON Lines."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

import pytest

from tests.conftest import EXAMPLE, refused, talk

FIRST = json.loads(EXAMPLE.read_text(encoding="utf-8"))


def new(call, data, *options, **more):
    text = data if isinstance(data, str) else json.dumps(data)
    return call("session", "new", "--from", "-", *options, stdin=text, **more)


def shown(call, number=1):
    return call("session", "show", number, "--json").json


@pytest.mark.parametrize("source", ["file", "pipe"])
def test_the_example_is_kept_as_it_was_given(call, source):
    kept = (
        call("session", "new", "--from", EXAMPLE)
        if source == "file"
        else new(call, EXAMPLE.read_text(encoding="utf-8"))
    )

    assert (kept.code, kept.out) == (0, "1\tamina\n")
    assert kept.err == "Amina El Idrissi is new in the journal.\n"
    found = shown(call)
    for field in ("date", "time_zone", "minutes", "form", "method", "topic", "reality", "summary"):
        assert found[field] == FIRST[field]
    for field in ("private_note", "reflection", "next_at"):
        assert found[field] == FIRST[field]
    assert found["options"] == FIRST["options"]
    assert found["goals"] == [FIRST["goals"][0] | {"ref": "goal-1"}]
    assert found["scores"] == [{"goal": "goal-1", "score": 3}]
    action = {**FIRST["actions"][0], "goal": "goal-1"}
    assert found["actions"] == [action | {"number": 1, "status": "open"}]


def test_one_object_is_answered_by_one_object(call):
    kept = new(call, FIRST, "--json").json

    assert kept == shown(call)
    assert (kept["number"], kept["coachee"]) == (1, "amina")


def test_json_lines_are_answered_line_by_line(call):
    lines = "\n".join(json.dumps(talk(coachee=name)) for name in ("Bo", "Lea", "Bo"))

    plain = new(call, lines)
    data = new(call, lines + "\n\n", "--json")

    assert plain.out == "1\tbo\n2\tlea\n3\tbo\n"
    assert [json.loads(line)["number"] for line in data.lines] == [4, 5, 6]


@pytest.mark.parametrize(
    ("third", "code", "words"),
    [
        ({"reality": {"score": 11}}, 4, ["line 4, reality.score: “11”"]),
        ({"goals": [{"statement": "x"}, {"why": "y"}]}, 4, ["line 4, goals.1: a goal needs"]),
        ({"dates": "x"}, 4, ["line 4, dates: this field is not known"]),
        ({"next_at": "2020-01-01"}, 4, ["line 4, next_at: The next appointment"]),
        ({"scores": [{"goal": 99, "score": 1}]}, 3, ["Line 4: There is no goal 99"]),
        ({"reviews": [{"action": 9, "status": "done"}]}, 3, ["Line 4: There is no action 9"]),
        ('{"coachee": }', 4, ["Expecting value in line 4, column 13"]),
        ("17", 4, ["line 4, the input: one conversation as an object"]),
    ],
)
def test_a_mistake_in_one_line_keeps_nothing_of_any_line(call, third, code, words):
    """The blank line counts: an editor shows this number."""
    wrong = third if isinstance(third, str) else json.dumps(talk() | third)
    lines = [json.dumps(talk()), "", json.dumps(talk()), wrong, json.dumps(talk())]

    refused(new(call, "\n".join(lines)), code, *words)
    assert call("coachee", "list").out == call("session", "list").out == ""


def test_options_win_over_json(call):
    options = {
        "--coachee": "Bo",
        "--date": "2026-11-03T09:30",
        "--minutes": "45",
        "--form": "video",
        "--topic": "other",
        "--score": "7",
        "--summary": "short",
        "--next": "2026-12-01T10:00",
    }

    kept = new(call, FIRST, *(word for pair in options.items() for word in pair), "--json").json

    assert (kept["coachee"], kept["date"], kept["minutes"]) == ("bo", "2026-11-03T09:30", 45)
    assert (kept["form"], kept["topic"], kept["summary"]) == ("video", "other", "short")
    assert kept["next_at"] == "2026-12-01T10:00"
    assert kept["reality"] == FIRST["reality"] | {"score": 7}
    assert kept["private_note"] == FIRST["private_note"]


def test_options_win_in_every_line(call):
    new(call, f"{json.dumps(talk())}\n{json.dumps(talk(minutes=5))}", "--minutes", 30)

    assert [row["minutes"] for row in call("session", "list", "--json").json] == [30, 30]


def test_everything_by_options(call):
    words = (
        "--coachee=Bo --date=2026-11-03 --minutes=30 --form=phone --method=clear --topic=t"
        " --better=b --goal=g --anti-goal=no --target-on=1/12/2026 --reality=r --score=4"
        " --option=mine --option=!yours --option=@Sarah:hers --action=a1 --action=a2"
        " --due=20/11/2026 --confidence=8 --confidence=5 --summary=s --next=2026-12-01T10:00"
        " --private-note=p --reflection=me --time-zone=Europe/Paris"
    )

    kept = call("session", "new", *words.split(), "--json").json

    assert kept["goals"] == [
        {
            "ref": "goal-1",
            "statement": "g",
            "anti_goal": "no",
            "target_on": "2026-12-01",
            "baseline": 4,
        }
    ]
    assert kept["scores"] == [{"goal": "goal-1", "score": 4}]
    assert kept["options"] == [
        {"text": "mine", "origin": "coachee"},
        {"text": "yours", "origin": "coach"},
        {"text": "hers", "origin": "network", "contact": "Sarah"},
    ]
    assert [(each["what"], each.get("due_on"), each["confidence"]) for each in kept["actions"]] == [
        ("a1", "2026-11-20", 8),
        ("a2", None, 5),
    ]
    assert (kept["date"], kept["time_zone"]) == ("2026-11-03T09:00", "Europe/Paris")
    assert (kept["method"], kept["private_note"], kept["reflection"]) == ("clear", "p", "me")


@pytest.mark.parametrize(
    ("option", "needed"),
    [
        ("--anti-goal=x", "--goal"),
        ("--target-on=2026-12-01", "--goal"),
        ("--due=2026-12-01", "--action"),
        ("--confidence=7", "--action"),
    ],
)
def test_an_option_is_never_lost_in_silence(call, option, needed):
    name = option.partition("=")[0]

    refused(call("session", "new", "--coachee", "Bo", option), 2, f"{name} also needs {needed}")


def test_without_a_date_it_is_now_to_the_minute(call):
    call("session", "new", "--coachee", "Bo", env={"COACHLOG_NOW": "2026-11-24T09:12:34.567Z"})

    assert shown(call)["starts_at"] == "2026-11-24T09:12:00.000Z"
    assert shown(call)["date"] == "2026-11-24T10:12"


@pytest.mark.parametrize(
    ("date", "starts_at"),
    [
        ("2026-11-02T14:00", "2026-11-02T13:00:00.000Z"),
        ("2026-07-02T14:00", "2026-07-02T12:00:00.000Z"),
        ("2026-11-02T14:00+05:00", "2026-11-02T09:00:00.000Z"),
        ("2026-11-02T14:00Z", "2026-11-02T14:00:00.000Z"),
        ("2026-11-02", "2026-11-02T08:00:00.000Z"),
        ("gisteren 14u30", "2026-11-23T13:30:00.000Z"),
        ("hier à 14h", "2026-11-23T13:00:00.000Z"),
        ("2026-10-25T02:30", "2026-10-25T00:30:00.000Z"),
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30:00.000Z"),
    ],
)
def test_a_date_in_many_ways(call, date, starts_at):
    new(call, talk(date=date))

    assert shown(call)["starts_at"] == starts_at


def test_what_the_journal_adds_may_come_back(call, program):
    new(call, FIRST)
    kept = shown(call)

    again = new(call, kept, "--json").json

    assert again["number"] == 2
    assert {
        k: v for k, v in again.items() if k not in ("number", "goals", "scores", "actions")
    } == {k: v for k, v in kept.items() if k not in ("number", "goals", "scores", "actions")}


@pytest.mark.parametrize("key", ["starts_at", "held_on"])
def test_the_start_as_the_journal_tells_it_is_not_lost(call, key):
    """A row of `session list --json`, given back, would else have been held just now."""
    day = {"starts_at": "2026-05-04T12:00:00.000Z", "held_on": "2026-05-04"}[key]

    new(call, {"coachee": "Bo", key: day})

    assert shown(call)["held_on"] == "2026-05-04"


def test_a_second_conversation_looks_back(call):
    new(call, FIRST)
    later = talk(
        coachee="amina",
        better="It goes better",
        reviews=[{"action": 1, "status": "done", "outcome": "Koen agreed"}],
        goals=[{"number": 1, "ref": "old", "status": "achieved"}],
        scores=[{"goal": "old", "score": 8}],
        actions=[{"what": "more", "goal": 1}, {"what": "other", "goal": "old"}],
    )

    kept = new(call, later, "--json").json

    assert kept["scores"] == [{"goal": 1, "score": 8}]
    assert [action["goal"] for action in kept["actions"]] == [1, 1]
    goal = call("goal", "show", 1, "--json").json
    assert (goal["status"], goal["score"], goal["closed_on"]) == ("achieved", 8, "2026-11-02")
    action = call("action", "list", "--status", "done", "--json").json[0]
    assert (action["outcome"], action["closed_on"]) == ("Koen agreed", "2026-11-02")
    assert "status" not in shown(call, 1)["goals"][0]
    assert kept["goals"] == [{"number": 1, "status": "achieved"}]


def test_goals_and_actions_of_somebody_else_cannot_be_named(call):
    new(call, FIRST)
    theirs = talk(coachee="Bo")

    refused(new(call, theirs | {"scores": [{"goal": 1, "score": 1}]}), 3, "Goal 1 belongs to")
    refused(new(call, theirs | {"goals": [{"number": 1, "why": "x"}]}), 3, "Goal 1 belongs to")
    refused(new(call, theirs | {"reviews": [{"action": 1, "status": "done"}]}), 3, "no action 1")
    assert len(call("session", "list").lines) == 1


def test_an_unknown_name_is_somebody_new_and_a_like_one_is_asked_about(call):
    new(call, talk(coachee="Amina"))

    kept = new(call, talk(coachee="Amnia"))

    assert kept.out == "2\tamnia\n"
    assert kept.err == "Amnia is new in the journal.\n  Did you mean amina?\n"


@pytest.mark.parametrize("who", ["amina", "AMINA EL IDRISSI", " Amina  El Idrissi "])
def test_a_known_person_by_handle_or_name(call, who):
    new(call, FIRST)

    assert new(call, talk(coachee=who)) == (0, "2\tamina\n", "")


def test_a_handle_that_is_new_comes_with_a_name(call):
    new(call, talk(coachee="amina-e", coachee_name="Amina El Idrissi"))

    found = call("coachee", "show", "amina-e", "--json").json
    assert (found["handle"], found["name"]) == ("amina-e", "Amina El Idrissi")


def test_two_people_of_one_name_are_told_apart_by_handle(call):
    call("coachee", "new", "--name", "Jan Peeters")
    call("coachee", "new", "--name", "Jan Peeters")

    refused(new(call, talk(coachee="Jan Peeters")), 4, "Several people .*: jan, jan-p")
    refused(call("coachee", "show", "jan peeters"), 4, "Several people")
    refused(call("session", "list", "--coachee", "Jan Peeters"), 4, "Several people")
    assert new(call, talk(coachee="jan-p")).out == "1\tjan-p\n"


@pytest.mark.parametrize("status", ["planned", "cancelled", "missed"])
def test_what_was_not_held_may_lie_ahead(call, status):
    new(call, talk(date="2027-01-10T10:00", status=status))

    assert shown(call)["status"] == status
    assert call("coachee", "list", "--json").json[0]["sessions"] == 0


@pytest.mark.parametrize("words", [[], ["--no-input"], ["--topic", "x"], ["--json"]])
def test_without_a_terminal_what_is_missing_is_named_at_once(call, words):
    refused(call("session", "new", *words), 2, "Missing: --coachee$")


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (["coachee", "new"], "Missing: --name"),
        (["coachee", "new", "--role", "x"], "Missing: --name"),
        (["goal", "edit", "1"], "at least one of: --statement, --why, "),
        (["session", "edit", "1"], "at least one of: --date, --minutes, "),
        (["action", "edit", "1"], "at least one of: --what, --due-on, "),
        (["coachee", "edit", "amina"], "at least one of: --name, --handle, "),
        (["goal", "score", "1", ""], "Missing: FIGURE"),
    ],
)
def test_no_command_waits_for_input_that_cannot_come(call, words, missing):
    new(call, FIRST)

    refused(call(*words), 2, missing)


@pytest.mark.parametrize("stdin", ["closed", "open pipe"])
def test_neither_a_closed_nor_an_open_pipe_is_waited_for(program, stdin):
    arguments = ["session", "new", "--topic", "x"]
    if stdin == "closed":
        process = program.start(
            *arguments, stdin=None, preexec_fn=lambda: __import__("os").close(0)
        )
    else:
        process = program.start(*arguments)
    with process:
        assert process.wait(20) == 2
        assert b"Missing: --coachee" in process.stderr.read()


def test_an_empty_input_is_told(call):
    refused(new(call, ""), 4, "empty")
    refused(new(call, " \n\t\n"), 4, "empty")


def test_from_a_pipe_that_is_closed(program):
    process = program.start(
        "session", "new", "--from", "-", stdin=None, preexec_fn=lambda: __import__("os").close(0)
    )
    with process:
        assert process.wait(20) == 4
        assert b"The input is empty" in process.stderr.read()


def test_twenty_at_once_are_twenty_kept(program, run):
    text = json.dumps(FIRST)
    new = partial(run, "session", "new", "--from", "-", stdin=text)

    with ThreadPoolExecutor(20) as people:
        ended = [each.result() for each in [people.submit(new) for _ in range(20)]]

    assert [each.code for each in ended] == [0] * 20, ended
    assert sorted(int(each.out.split("\t")[0]) for each in ended) == list(range(1, 21))
    assert len(run("session", "list", "--limit", 0).lines) == 20
    assert run("coachee", "list").lines == [
        "amina\tAmina El Idrissi\t\t\t20\t2026-09-14T12:00:00.000Z\t20"
    ]


def test_the_change_log_knows_every_command(call, program):
    commands = [
        ("session new", ("--from", EXAMPLE)),
        ("coachee new", ("--name", "Bo")),
        ("coachee edit", ("bo", "--team", "Noord")),
        ("goal score", (1, 5)),
        ("goal edit", (1, "--target", 9)),
        ("action edit", (1, "--due-on", "2026-12-01")),
        ("action done", (1,)),
        ("session edit", (1, "--minutes", 45)),
    ]

    for command, words in commands:
        assert call(*command.split(), *words).code == 0

    with closing(sqlite3.connect(program.store)) as store:
        logged = store.execute("select command from operation order by stamp").fetchall()
        lost = "select count(*) from operation where id not in (select operation from change)"
        assert [command for (command,) in logged] == [command for command, _words in commands]
        assert store.execute(lost).fetchone() == (0,)


def test_a_method_that_is_not_there_is_kept_as_it_is_told(call):
    """What is imported may name a method of long ago; only the guide needs its file."""
    new(call, talk(method="oskar-2009", method_version=3))

    assert (shown(call)["method"], shown(call)["method_version"]) == ("oskar-2009", 3)


def test_the_schema_describes_the_input(call):
    schema = call("schema", "session").json

    assert schema["required"] == ["coachee"]
    assert set(FIRST) <= set(schema["properties"])
    kinds = schema["$defs"]
    assert kinds["OptionInput"]["properties"]["origin"]["enum"] == ["coachee", "coach", "network"]
    assert kinds["ScoreInput"]["properties"]["score"]["maximum"] == 10
    minutes = schema["properties"]["minutes"]["anyOf"]
    assert [each["type"] for each in minutes] == ["integer", "string", "null"]
    assert schema["additionalProperties"] is False


def test_the_page_tells_the_score_of_reality_once(call, aloud):
    call("session", "new", "--coachee", "kim", "--reality", "Loud", "--score", "7")

    page = aloud("session", "show", 1).out

    assert page.count("Score") == 1
    assert "7/10" in page
