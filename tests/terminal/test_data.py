"""What a terminal would obey, in the data that commands print: there it is made harmless."""

import json
import re

import pytest

from coachlog.export.tables import TABLES
from coachlog.terminal import context
from tests.conftest import talk

HOSTILE = "x \x1b]52;c;ZXZpbA==\x07 \x1b]8;;http://e\x1b\\ \x1b[2J \x9b2J \x7f \u202e \u2028 \u200b"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e]")
WHOLE = talk(
    coachee=f"Amina {HOSTILE}",
    topic=HOSTILE,
    summary=HOSTILE,
    private_note=HOSTILE,
    options=[{"text": HOSTILE, "origin": "network", "contact": HOSTILE}],
    goals=[{"statement": HOSTILE, "why": HOSTILE}],
    actions=[{"what": HOSTILE}],
    parked=[HOSTILE],
)
LISTED = ("session", "coachee", "goal", "action", "trajectory", "topic", "objective", "growth")
COMMANDS = [
    *((noun, "list") for noun in (*LISTED, "observation")),
    *((noun, "show", 1) for noun in LISTED if noun not in ("coachee", "growth")),
    ("coachee", "show", "x"),
    ("history",),
    ("review",),
    ("review", "x"),
    ("match",),
    ("search", "zxzpba"),
    ("report", "takehome", 1),
    ("report", "prepare", "x"),
]


@pytest.fixture
def looked_at(call, keep, monkeypatch):
    """`looked_at(*words)`: the same command for a program, and on a terminal."""
    keep(WHOLE)
    handle = call("coachee", "list", "--json").json[0]["handle"]
    for words in (
        ("objective", "new", "--statement", HOSTILE, "--owner", HOSTILE),
        ("growth", "new", "--kind", "reading", "--learned", HOSTILE),
        ("observation", "new", "--coachee", handle, "--fact", HOSTILE),
    ):
        assert call(*words).code == 0

    def looking(*words):
        words = [handle if word == "x" else word for word in words]
        piped = call(*words)
        with monkeypatch.context() as patch:
            patch.setattr(context, "is_stdout_terminal", lambda: True)
            return piped, call(*words)

    return looking


def test_json_on_a_terminal_means_the_same_and_is_not_obeyed(looked_at):
    for command in COMMANDS:
        piped, shown = looked_at(*command, "--json")

        assert shown.code == 0, (command, shown.err)
        assert OBEYED.findall(shown.out) == [], command
        assert json.loads(shown.out) == json.loads(piped.out), command


def test_csv_on_a_terminal_is_not_obeyed_and_in_a_pipe_it_is_whole(looked_at):
    exports = [("export", "csv", table, *more) for table in TABLES for more in ((), ("--excel",))]
    lists = [(*command, "--csv") for command in COMMANDS if command[0] != "search"]
    for command in (*exports, *lists):
        piped, shown = looked_at(*command)

        assert shown.code == 0, (command, shown.err)
        assert OBEYED.findall(shown.out) == [], command
        assert len(shown.lines) == len(piped.out.split("\r\n")[:-1]), command
    assert HOSTILE in looked_at("export", "csv", "goals")[0].out


def test_a_setting_on_a_terminal_is_not_obeyed(looked_at, program):
    program.config.write_text('name = "A\\u001b[2J"', encoding="utf-8")

    piped, shown = looked_at("config", "get", "name")

    assert (piped.out, shown.out) == ("A\x1b[2J\n", "A␛[2J\n")


def test_a_real_terminal_gets_what_can_be_looked_at(program, keep):
    keep(WHOLE)

    for words in (("session", "list", "--csv"), ("session", "list", "--json")):
        assert OBEYED.findall(program.on_terminal(*words).out) == []
