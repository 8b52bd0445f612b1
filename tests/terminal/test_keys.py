"""Every key of a terminal: what it does to what was typed, decided one by one."""

import re

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import ALL_KEYS, Keys
from prompt_toolkit.output import DummyOutput

from coachlog.base.errors import StoppedError
from coachlog.terminal import keys
from coachlog.terminal.line_editor import TerminalPrompter
from coachlog.terminal.prompt_commands import BACK, MORE, SKIP, Command
from coachlog.terminal.prompter import Prompt
from tests.conftest import ROOT

OURS = keys.bindings(lambda _event: None, lambda _event, _text: None).bindings
SEVERAL = {binding.keys for binding in OURS if len(binding.keys) > 1}
DONE_BY = {str(getattr(binding.keys[0], "value", binding.keys[0])) for binding in OURS}
LEAVE = ("c-m", "c-j", "c-c", "<sigint>", "c-d", "pageup", "pagedown", "f1", "f2")
CHANGE = ("c-z", "c-y", "c-h", "delete")
"""Keys that take away or bring back what was typed, which is what they are for."""


@pytest.fixture
def typing():
    """What a prompt makes of what is typed."""

    def ask(typed: str, prompt: Prompt | None = None):
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(typed)
            return TerminalPrompter().ask(prompt or Prompt())

    return ask


def named(key) -> str:
    """The name of *key*, which stands for several that send the same."""
    return str(getattr(key, "value", key))


def test_no_key_is_the_line_editors_own(typing):
    """It has some hundreds, and another version may bring more: those here are all that count."""
    of_its_own = {named(key) for each in load_key_bindings().bindings for key in each.keys[:1]}
    assert len(of_its_own) > len(DONE_BY)  # to undo, to search, to quote, to record, to cut

    assert set(ALL_KEYS) >= DONE_BY
    assert {("escape", Keys.ControlM)} == {(named(one), two) for one, two in SEVERAL}


def test_no_sequence_that_a_terminal_may_send_takes_anything_of_a_text(typing):
    """All at once: every key, with Shift, Alt and Ctrl, in the dialect of every terminal."""
    harmless = [
        sequence
        for sequence, key in ANSI_SEQUENCES.items()
        if not {named(each) for each in (key if isinstance(key, tuple) else (key,))}
        & {*LEAVE, *CHANGE, "<bracketed-paste>", "up", "down"}
    ]
    assert len(harmless) > 200
    text = "".join(f"a{each}" for each in harmless)

    answer = typing(f"<{text}>\x1b[F\r")

    assert sorted(answer) == sorted("<" + "a" * len(harmless) + ">")


@pytest.mark.parametrize(
    "sequence",
    [f"\x1b[{n};{m}~" for n in (2, 3, 15, 34) for m in (2, 3, 5, 8, 16)]
    + [f"\x1b[1;{m}{end}" for m in (2, 3, 9) for end in "EFPQRSX"]
    + ["\x1b[13;2u", "\x1b[97;5u", "\x1b[27;5;97~", "\x1b[?1;2c", "\x1b[0n", "\x1b[>0;276;0c"],
)
def test_a_sequence_that_the_line_editor_does_not_know_leaves_no_signs(sequence, typing):
    """Alt-F4, Ctrl-Insert, Shift-Enter of some terminals: their tails would stand in the answer."""
    answer = typing(f"one\x1b[F{sequence}\x1b[F two\r")

    assert answer == "one two"


def test_shift_insert_says_how_to_paste_where_the_line_editor_does_not_know_it():
    processor = keys.KnownKeys(keys.bindings(lambda _event: None, lambda _event, _text: None))

    processor.feed_multiple([KeyPress(Keys.Escape, "\x1b"), *map(KeyPress, "[2;2~")])

    assert [each.key for each in processor.input_queue] == [Keys.ShiftInsert]
    assert "s-insert" in keys.NOTES


@pytest.mark.parametrize("letter", [chr(n) for n in range(ord("a"), ord("z") + 1)])
def test_a_letter_with_alt_or_after_escape_stops_nothing(letter, typing):
    assert typing(f"before\x1b{letter} after\r") == f"before{letter} after"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("one two\x1a\r", "one "),
        ("one two\x1a\x1a\r", ""),
        ("one two\x1a\x1a\x1a\x19\x19\r", "one two"),
        ("one two\x1a\x1b[D\x19\r", "one two"),
        ("one\x7f\x7f\x1a\r", "one"),
        ("\x1b[200~pasted text\x1b[201~\x1a\r", ""),
    ],
    ids=["a word", "all", "and back", "after a move", "what was deleted", "what was pasted"],
)
def test_ctrl_z_takes_back_and_ctrl_y_brings_again(typed, answer, typing):
    assert typing(typed) == answer


@pytest.mark.parametrize("keep", [True, False], ids=["saved", "nothing to keep"])
def test_ctrl_s_keeps_at_once(keep, typing):
    kept = []

    answer = typing("half\x13 done\r", Prompt(keep=kept.append if keep else None))

    assert answer == "half done"
    assert kept == (["half"] if keep else [])


def test_ctrl_s_that_cannot_keep_ends_nothing(typing):
    def fail(_text):
        raise RuntimeError

    assert typing("half\x13 done\r", Prompt(keep=fail)) == "half done"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("a\x1b\rb\r", "a\nb"),
        ("ab\x01c\r", "cab"),
        ("ab\x01\x05c\r", "abc"),
        ("ab\x1b[Dc\r", "acb"),
        ("ab\x1b[D\x1b[3~\r", "a"),
        ("half\x1b[5~", Command(BACK, "half")),
        ("half\x1b[6~", Command(SKIP, "half")),
        ("half\x1bOP", Command(MORE, "half")),
        ("a\n", "a"),
    ],
)
def test_keys_that_do_something(typed, answer, typing):
    assert typing(typed) == answer


@pytest.mark.parametrize(("typed", "error"), [("a\x03", KeyboardInterrupt), ("\x04", StoppedError)])
def test_keys_that_leave(typed, error, typing):
    with pytest.raises(error):
        typing(typed)


def test_the_guide_tells_of_every_key():
    """A key that does something and is not on the page was never decided."""
    page = (ROOT / "docs" / "reference" / "guide.md").read_text("utf-8")
    told = set(re.findall(r"<!-- keys: (.*?) -->", page, re.DOTALL)[0].split())

    assert told == DONE_BY - {named(Keys.Any)}
