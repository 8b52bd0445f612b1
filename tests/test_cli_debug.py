"""`--debug` and the log of accidents tell what was done, and not a word of the journal."""

import json
import re

import pytest

from coachlog.front import debug_log
from tests.conftest import EXAMPLE

MARK = re.compile("zq[0-9]+", re.IGNORECASE)


@pytest.fixture
def logs(program):
    return program.folder / "home/.local/state/coachlog/log"


def marked(value, path=""):
    """*value* of an input with a mark of its own in each free text."""
    if isinstance(value, dict):
        return {key: marked(each, f"{path}.{key}") for key, each in value.items()}
    if isinstance(value, list):
        return [marked(each, path) for each in value]
    is_free = isinstance(value, str) and " " in value
    return f"Zq{abs(hash(path)) % 1000} {value}" if is_free else value


def in_logs(logs):
    return [each for file in logs.iterdir() for each in MARK.findall(file.read_text())]


def test_nothing_that_was_typed_is_in_the_log(call, program, logs, monkeypatch):
    monkeypatch.setenv("COACHLOG_DEBUG", "1")
    monkeypatch.setattr(debug_log, "MOST_FILES", 99)
    talk = marked(json.loads(EXAMPLE.read_text()))
    assert len(MARK.findall(json.dumps(talk))) > 15
    talk["coachee"] = "Zq1 Peeters"
    commands = (
        ("session", "new", "--from", "-"),
        ("coachee", "new", "Zq2", "--role", "zq3", "--handle", "zq2"),
        ("coachee", "edit", "zq2", "--team", "zq4", "--name", "Zq5"),
        ("goal", "new", "--coachee", "zq2", "--statement", "Zq6 doet het"),
        ("search", "zq3"),
        ("session", "list", "--coachee=zq2"),
        ("session", "list", "--coachee", "zq9"),
        ("zq7",),
        ("zq2",),
        ("goal", "score", "zq8", "7"),
        ("coachee", "show", "--zq9", "x"),
        ("--store", "zq10.sqlite", "today"),
        ("export", "csv", "sessions"),
        ("coachee", "remove", "zq2", "--yes"),
        ("undo", "--yes"),
        ("session", "new", "--from", "zq11.json"),
        ("config", "set", "name", "Zq12"),
    )
    codes = [call(*words, stdin=json.dumps(talk)).code for words in commands]
    call("session", "new", "--from", "-", stdin='{"coachee": "Zq13", "zq14": [')
    call("session", "new", "--from", "-", stdin='{"coachee": "Zq13", "zq14": "zq15"}')
    call("session", "new", "--plain", typed="Zq16\nzq17 zq18\n:stop\n")

    assert codes.count(0) > 9
    assert any(MARK.search(file.name) for file in program.folder.iterdir()) is False
    assert in_logs(logs) == []
    text = "".join(file.read_text() for file in logs.glob("debug-*.log"))
    for told in (
        "command coachee edit --team --name and 3 other words",
        "command coachee show --? and 1 other words",
        "work coachee edit saved",
        "sql select",
        "exit 0",
        "exit 3",
        "error coachlog.base.errors.NotFoundError",
    ):
        assert told in text
    assert re.search(r"error   coachlog/\S+\.py:\d+ \w+", text)


def test_its_place_is_told_and_it_is_for_one_person_and_bounded(call, logs, monkeypatch):
    plain = call("today")
    monkeypatch.setattr(debug_log, "MOST_BYTES", 2000)

    told = [call("today", "--debug") for _time in range(debug_log.MOST_FILES + 2)]

    assert {each.out for each in told} == {plain.out}
    files = sorted(logs.glob("debug-*.log"))
    assert len(files) == debug_log.MOST_FILES
    assert f"What this run did, without a word of the journal: {files[-1]}" in told[-1].err
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert all(0 < file.stat().st_size <= 2000 for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(call, program):
    (program.folder / "home").write_text("a file, no folder")

    told = call("coachee", "list", "--debug")

    assert told.code == 0
    assert "No log could be written: Not a directory" in told.err


@pytest.mark.parametrize("debug", [True, False])
def test_an_accident_is_told_without_its_words(call, logs, monkeypatch, capfd, debug):
    from coachlog.main import main

    def fail(_context):
        raise ValueError("zq1") from KeyError("zq2")

    monkeypatch.setattr("coachlog.front.menu.show_start", fail)
    for _time in range(200):
        assert main([]) == 1
    size = (logs / "error.log").stat().st_size

    assert main(["--debug"] if debug else []) == 1

    told = capfd.readouterr().err
    file = max(logs.glob("debug-*.log")) if debug else logs / "error.log"
    assert f"Please report this, with {file}: no word of yours is in it." in told
    lines = file.read_text().splitlines()
    assert any(line.endswith("builtins.ValueError") for line in lines)
    assert any(line.endswith("builtins.KeyError") for line in lines)
    assert any(re.search(r"coachlog/main\.py:\d+ \w+$", line) for line in lines)
    assert in_logs(logs) == []
    assert (logs / "error.log").stat().st_size == size <= 64 * 1024


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "select 'a ''b' from \"goal\" where x = 1.5e3 and y=x'00ff'",
            'select ? from "goal" where x = ? and y=x?',
        ),
        (
            "insert into goal values ('a\nb', \"een woord\", 'open",
            "insert into goal values (?, ?, ?",
        ),
        ("PRAGMA key = \"x'2dd2'\"", "pragma key"),
        ("PRAGMA key='secret'", "pragma key"),
        ("ATTACH 'secret' AS s KEY \"secret\"", "attach"),
        ("", "?"),
    ],
)
def test_a_statement_is_told_without_its_values(statement, told):
    assert debug_log.without_values(statement) == told
