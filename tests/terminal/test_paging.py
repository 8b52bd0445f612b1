"""What is longer than the screen opens in a pager, on a terminal of 24 rows."""

import re
import signal
from contextlib import suppress

import pytest

from tests.conftest import talk
from tests.guide.terminal import CTRL_C, Home, Terminal

ROWS = 24
LONG = [
    ("session", "list", "--limit", "0"),
    ("session", "show", "1"),
    ("timeline", "amina"),
]


@pytest.fixture(autouse=True)
def much(keep, prepared):
    """More conversations than a screen has rows; the oldest one is long by itself."""

    def fill():
        options = [{"text": f"option {n}"} for n in range(30)]
        keep(talk(date="2026-01-02T10:00", options=options))
        keep(*(talk(date=f"2026-10-{day:02}T10:00", topic=f"topic {day}") for day in range(1, 29)))

    prepared(fill)


@pytest.fixture
def pager(program):
    """A pager out of a line of shell; what it is given stands in `read`."""

    def write(line: str) -> str:
        script = program.folder / "a pager"
        script.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        script.chmod(0o755)
        return f"'{script}' --anything"

    return write


@pytest.fixture
def read(program):
    """What the pager read; None where none was started."""

    def reading() -> str | None:
        path = program.folder / "read"
        return path.read_text(encoding="utf-8") if path.exists() else None

    return reading


@pytest.mark.parametrize("words", LONG, ids=" ".join)
def test_what_is_longer_than_the_screen_goes_through_the_pager(program, pager, read, words):
    shown = program.on_terminal(*words, rows=ROWS, env={"COACHLOG_PAGER": pager("cat > read")})

    assert (shown.code, shown.out) == (0, "")
    assert read() == program.on_terminal(*words, rows=200).out


def test_colours_stay(program, pager, read):
    program.on_terminal(
        "session", "list", "--limit", 0, rows=ROWS, env={"PAGER": pager("cat>read")}
    )

    assert "\x1b[38;5;30m" in read()


@pytest.mark.parametrize("words", [("session", "list"), ("coachee", "list")], ids=" ".join)
def test_what_fits_is_printed(program, pager, read, words):
    shown = program.on_terminal(*words, rows=ROWS, env={"PAGER": pager("cat > read")})

    assert "amina" in shown.out
    assert read() is None


def test_the_last_row_is_for_the_next_command(program, pager, read):
    words = ("session", "list", "--limit", 19)
    height = program.on_terminal(*words).out.split("10 more")[0].count("\n")

    program.on_terminal(*words, rows=height + 1, env={"PAGER": pager("cat > read")})
    assert read() is None

    program.on_terminal(*words, rows=height, env={"PAGER": pager("cat > read")})
    assert read() is not None


def test_the_pager_of_coachlog_comes_first(program, pager, read):
    chosen = {"COACHLOG_PAGER": pager("cat > read"), "PAGER": "sh -c 'cat > other'"}

    program.on_terminal(*LONG[0], rows=ROWS, env=chosen)

    assert read() is not None
    assert not (program.folder / "other").exists()


@pytest.mark.parametrize("named", ["", " ", "cat", "no-such-pager", "/", "'unclosed"])
@pytest.mark.parametrize("variable", ["PAGER", "COACHLOG_PAGER"])
def test_no_pager_and_one_that_cannot_start_are_alike(program, variable, named):
    shown = program.on_terminal(*LONG[0], rows=ROWS, env={variable: named})

    assert shown == program.on_terminal(*LONG[0], rows=200)


def test_coachlogs_own_variable_can_switch_another_pager_off(program, pager, read):
    program.on_terminal(
        *LONG[0], rows=ROWS, env={"PAGER": pager("cat > read"), "COACHLOG_PAGER": ""}
    )

    assert read() is None


@pytest.mark.parametrize("line", ["exit 3", "cat > read; exit 1", "kill -9 $$"])
def test_a_pager_that_fails_loses_nothing(program, pager, line):
    shown = program.on_terminal(*LONG[0], rows=ROWS, env={"PAGER": pager(line)})

    assert shown == program.on_terminal(*LONG[0], rows=200)


def test_a_pager_that_is_left_early_is_no_error(program, keep, pager, read):
    keep(*(talk(topic="x" * 2000) for _ in range(60)))

    shown = program.on_terminal(
        "session", "list", "--limit", 0, rows=ROWS, env={"PAGER": pager("head -3 > read")}
    )

    assert (shown.code, shown.out) == (0, "")
    assert read().count("\n") == 3


@pytest.mark.parametrize("option", ["--no-pager", "--plain", "--no-input"])
def test_an_option_switches_it_off(program, pager, read, option):
    shown = program.on_terminal(*LONG[0], option, rows=ROWS, env={"PAGER": pager("cat > read")})

    assert "topic 1" in shown.out
    assert read() is None


def test_a_setting_switches_it_off(program, call, pager, read):
    assert call("config", "set", "pager", "no").code == 0

    shown = program.on_terminal(*LONG[0], rows=ROWS, env={"PAGER": pager("cat > read")})

    assert "topic 1" in shown.out
    assert read() is None


@pytest.mark.parametrize("words", LONG, ids=" ".join)
def test_a_pipe_knows_no_pager(run, pager, read, words):
    shown = run(*words, env={"PAGER": pager("cat > read"), "TERM": "xterm"})

    assert shown.out
    assert read() is None


def test_data_knows_no_pager(program, pager, read):
    for form in ("--json", "--csv"):
        program.on_terminal(*LONG[0], form, rows=ROWS, env={"PAGER": pager("cat > read")})

    assert read() is None


@pytest.fixture
def less(program, tmp_path):
    """`less` in a window of 24 rows; it is closed at the end."""
    opened: list[Terminal] = []

    def start(*words: str, **more: str) -> Terminal:
        home = Home(tmp_path)
        home.environment.update(program.environment)
        opened.append(home.terminal(*words, size=(ROWS, 80), **more))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize(
    ("language", "keys"),
    [
        ("en", "space: on, b: back, q: close"),
        ("nl", "spatie: verder, b: terug, q: sluiten"),
        ("fr", "espace : suite, b : retour, q : fermer"),
    ],
)
def test_less_shows_screen_by_screen_and_tells_its_keys(less, language, keys):
    window = less(*LONG[0], COACHLOG_LANG=language)

    window.wait_for(keys)
    assert "topic 28" in window.shown()
    assert "topic 1 " not in window.shown()
    window.type(" ")
    window.wait_for("topic 1 ")
    window.type("q")

    assert window.ended() == 0
    assert "ESC[" not in window.shown()


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "This is the end. q: close, b: back"),
        ("nl", "Dit is het einde. q: sluiten, b: terug"),
        ("fr", "C'est la fin. q : fermer, b : retour"),
    ],
)
def test_at_the_end_less_says_so_and_typing_a_command_there_leads_nowhere(less, language, end):
    """No manual in English, no question about a file, no other editor, no shell."""
    window = less(*LONG[0], COACHLOG_LANG=language)
    window.wait_for("topic 28")
    for typed in ("coachlog", " --help", "session show", "!ls\r", "hHv"):
        window.type(typed)
    window.type("G")
    window.wait_for(end)

    assert not any(told in window.shown() for told in ("SUMMARY OF LESS", "file:", "Save", "edit"))
    window.type("q")
    assert window.ended() == 0


def test_what_a_person_set_for_less_stays_but_colours_are_drawn(less):
    window = less(*LONG[0], LESS="-M -PMmine$")

    window.wait_for("mine")
    window.type("q")

    assert window.ended() == 0
    assert "ESC[" not in window.shown()


def test_searching_in_less_leaves_no_trace(less, program):
    """Names that are searched for are as confidential as the journal."""
    window = less(*LONG[0])

    window.wait_for("space")
    window.type("/topic 3\r")
    window.wait_for("q: close")
    window.type("q")

    assert window.ended() == 0
    assert list(program.folder.rglob("*less*")) == []


def test_ctrl_c_is_for_the_pager(less):
    window = less(*LONG[0])

    window.wait_for("space")
    window.type(CTRL_C)
    for _time in range(20):  # less drops a key that comes while it handles the signal
        if window.child.isalive():
            with suppress(OSError):
                window.type("q")
            window.watch(0.3)

    assert window.ended() == 0


def test_a_pager_that_ctrl_c_ends_ends_the_program(less):
    window = less(*LONG[0], PAGER="sh -c 'echo waiting; exec sleep 60'")

    window.wait_for("waiting")
    window.watch(0.2)
    window.type(CTRL_C)

    assert window.ended() == 130
    assert "topic" not in re.sub("waiting", "", window.shown())


def test_the_end_of_the_program_ends_the_pager(less):
    window = less(*LONG[0])

    window.wait_for("space")

    assert window.kill(signal.SIGTERM) == 130
