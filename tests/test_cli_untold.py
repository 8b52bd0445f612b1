"""What was done and could not be told: said so, on stderr, whatever the command was."""

import json
import sys
from io import StringIO
from pathlib import Path

import pytest

from coachlog import main as door
from tests.conftest import talk

WRITES = {
    "session new --coachee Bert --topic x": "conversation 2",
    "coachee new --name Bert": "bert",
    "goal new --coachee Amina --statement x": "goal 2",
    "action new --coachee Amina --what x": "action 2",
    "session plan Amina 1/12": "conversation 2",
    "observation new --coachee Amina --fact x": "observation 1",
    "topic park Amina x": "topic 1",
    "growth new --kind training --learned x": "learning moment 1",
    "trajectory new --coachee Amina --kind coaching": "trajectory",
    "objective new --statement x --level team": "objective 1",
    "coachee talent Amina x": "talent",
    "coachee edit Amina --role boss --json": "amina",
}


FULL, CLOSED = OSError(28, "No space left on device"), BrokenPipeError(32, "Broken pipe")


class Full(StringIO):
    """A stream that takes what it gets, and then cannot pass it on."""

    def __init__(self, error):
        super().__init__()
        self._error = error

    def flush(self):
        if self.getvalue():
            raise self._error


@pytest.fixture
def untold(call, monkeypatch):
    """`untold(words, error)`: the code and stderr of a command whose output goes nowhere."""

    def run(words, error):
        out, err = Full(error), StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(door, "_discard_output", lambda _stream: None)
            code = door.main(words.split())
        return code, err.getvalue(), out.getvalue()

    call(
        "session",
        "new",
        "--from",
        "-",
        stdin=json.dumps(talk(goals=[{"statement": "Lead"}], actions=[{"what": "Call"}])),
    )
    return run


@pytest.mark.parametrize("words", WRITES)
@pytest.mark.parametrize("error", [FULL, CLOSED], ids=["full", "closed"])
def test_a_write_that_could_not_be_told_says_what_was_kept(call, untold, words, error):
    before = len(call("history", "--limit", 0).lines)

    code, err, out = untold(words, error)

    assert out, err
    assert len(call("history", "--limit", 0).lines) == before + 1
    assert code == 5
    assert WRITES[words] in err.lower()
    assert error.strerror in err
    assert "as it was" not in err
    assert "Do not enter it again" in err


@pytest.mark.parametrize("words", ["session list", "history", "coachee show Amina"])
def test_a_command_that_only_reads_leaves_all_as_it_was(untold, words):
    code, err, _out = untold(words, FULL)

    assert code == 5
    assert "as it was" in err


def test_in_a_process_of_its_own(program, run):
    run("coachee", "new", "--name", "Amina")

    with Path("/dev/full").open("w") as full:
        ended = program.start("session", "new", "--coachee", "Bert", stdout=full)
        _out, err = ended.communicate()

    assert ended.returncode == 5
    assert b"onversation 1" in err


def test_what_the_system_says_is_told_in_the_language_of_the_run(call, program):
    folder = program.folder / "a folder"
    folder.mkdir()

    done = call("--lang", "nl", "session", "new", "--from", folder)

    assert done.code != 0
    assert "Is a directory" not in done.err
    assert "het is een map" in done.err
