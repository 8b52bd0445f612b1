"""Texts on a terminal: wrapped between words, and never obeyed."""

import io
import os
from datetime import date

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from coachlog.base.errors import StoppedError
from coachlog.dates.parse import parse_day as day
from coachlog.terminal import prompter
from coachlog.terminal.line_editor import TerminalPrompter
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompt_commands import (
    BACK,
    DONE,
    EDIT,
    MORE,
    SKIP,
    STOP,
    Command,
    command_word,
)
from coachlog.terminal.prompter import Prompt, fit_hints, wrap_text
from coachlog.values.parse import scale, yes_no


def parse_day(text):
    """A day of that year."""
    return day(text, date(2026, 11, 24))


LONG = "Hoe zeker ben je, op een schaal van 1 tot 10, dat je het ook doet?"


@pytest.fixture
def at_width(monkeypatch):
    """A terminal of so many columns."""
    return lambda columns: monkeypatch.setattr(prompter, "text_columns", lambda: columns)


@pytest.mark.parametrize(("known", "room"), [(0, 80), (1, 20), (50, 50), (500, 84)])
def test_a_terminal_that_tells_no_width_has_one(known, room, monkeypatch):
    monkeypatch.setattr("os.get_terminal_size", lambda _fd: os.terminal_size((known, 24)))
    monkeypatch.setattr("sys.stderr.fileno", lambda: 2, raising=False)

    assert prompter.text_columns() == room
    assert max(len(line) for line in wrap_text("Once and for all. " * 20).split("\n")) < room


@pytest.mark.parametrize("columns", [20, 40, 60, 84])
@pytest.mark.parametrize(
    "text",
    [LONG, f"  3  {LONG}", f"a  {LONG}", f"{LONG}\n\n  · {LONG}", "x" * 200],
    ids=["plain", "numbered", "lettered", "several lines", "no spaces"],
)
def test_no_line_is_longer_than_the_terminal(text, columns, at_width):
    at_width(columns)

    shown = wrap_text(text)

    assert max(len(line) for line in shown.split("\n")) < columns
    assert shown.split() == text.split() or "xxx" in text


def test_a_short_text_gets_a_margin(at_width):
    at_width(40)

    assert wrap_text("Doel\n\n  1  Rust") == " Doel\n\n   1  Rust"


def test_what_is_numbered_hangs(at_width):
    at_width(24)

    first, *rest = wrap_text("  3  one two three four five six").split("\n")

    assert first.startswith("   3  one")
    assert rest
    assert all(line.startswith("      ") and line[6] != " " for line in rest)


@pytest.mark.parametrize("columns", range(12, 40))
def test_a_french_sign_stays_with_its_word(columns, at_width):
    at_width(columns)

    shown = wrap_text("Que voulez-vous ? « Oui ! » dit-il : bien ; fini !")

    assert not any(line.strip()[:1] in ":;?!»" for line in shown.split("\n"))
    assert not any(line.endswith("«") for line in shown.split("\n"))
    assert "\N{NO-BREAK SPACE}" not in shown


def test_hints_are_left_out_where_they_do_not_fit(at_width):
    text = "Enter: next · :back · :skip · :stop"
    at_width(80)
    assert fit_hints(text) == text
    at_width(24)

    assert fit_hints(text) == "Enter: next · :stop"


@pytest.fixture
def plain(monkeypatch):
    """Line mode, with these lines on stdin."""

    def make(typed: str) -> PlainPrompter:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return PlainPrompter()

    return make


def test_line_mode_asks_again_until_the_answer_will_do(plain, capsys):
    asked = plain("11\n:bcak\n7\n")

    assert asked.ask(Prompt(check=lambda text: scale(text, 0, 10))) == "7"
    assert capsys.readouterr().err.count("›") == 3


@pytest.mark.parametrize("check", [None, lambda text: scale(text, 0, 10), yes_no, parse_day])
@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("stop", STOP),
        ("Stop.", STOP),
        ("exit", STOP),
        ("quit", STOP),
        (":exit", STOP),
        ("bewaren", STOP),
        ("klaar", DONE),
        ("einde", STOP),
        ("arrêter", STOP),
        ("terug", BACK),
        (": back", BACK),
        (":  terug ", BACK),
        ("：back", BACK),
        ("« retour »", BACK),
        ("skip", SKIP),
        ("OVERSLAAN", SKIP),
        ("suivant", SKIP),
        ("meer", MORE),
        ("modifier", EDIT),
        ("annuleer", STOP),
        ("Sla op.", STOP),
        ("annuler", STOP),
        ("Ctrl-C", STOP),
        ("retour en arrière", BACK),
        (":stop please", STOP),
        (": terug naar de vorige", BACK),
    ],
)
def test_a_command_word_alone_is_asked_back(typed, command, check, plain, capsys):
    prompt = Prompt(check=check)

    assert plain(f"{typed}\n\n").ask(prompt).name == command
    assert plain(f"{typed}\ny\n").ask(prompt).name == command
    assert f"Did you mean {command_word(command)}?" in capsys.readouterr().err
    if check is None and not typed.startswith(":e"):
        assert plain(f"{typed}\nn\n").ask(prompt) == typed
    else:
        assert plain(f"{typed}\nn\n:stop\n").ask(prompt).name == STOP


@pytest.mark.parametrize("typed", ["stop with that", "I skip it", "back home", "::stop", "1", "-"])
def test_a_word_among_others_is_an_answer(typed, plain, capsys):
    assert plain(f"{typed}\n").ask(Prompt()) == typed.replace("::", ":")
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize("typed", [":help", "help", "hulp", "aide", ":Hulp"])
def test_help_tells_what_can_be_typed_and_asks_again(typed, plain, capsys):
    asked = plain(f"{typed}\n" + ("" if typed.startswith(":") else "\n") + "answer\n")

    assert asked.ask(Prompt()) == "answer"
    told = capsys.readouterr().err
    assert all(command_word(command) in told for command in (BACK, SKIP, MORE, EDIT, STOP))


@pytest.mark.parametrize("typed", ["11\n\n", "a day\n\n", "11\n12\n\n"])
def test_what_was_refused_is_not_sent_again_by_enter(typed, plain):
    assert plain(typed).ask(Prompt(check=lambda text: scale(text, 0, 10))) == ""
    assert plain(typed).ask(Prompt(initial_text="x", check=lambda text: scale(text, 0, 10))) == ""


def test_a_command_takes_nothing_of_what_stands_there(plain):
    assert plain(":stop\n").ask(Prompt(initial_text="half")) == Command(STOP, "half")


def test_line_mode_shows_half_typed_text_and_enter_takes_it(plain, capsys):
    assert plain("\n").ask(Prompt(initial_text="half \x1b[31m")) == "half \x1b[31m"
    assert "\x1b" not in capsys.readouterr().err


def test_line_mode_tells_the_first_prompt_once(plain):
    asked, told = plain("a\nb\n"), []
    asked.first_shown = lambda: told.append(1)

    asked.ask(Prompt())
    asked.ask(Prompt())

    assert told == [1]


@pytest.mark.parametrize("typed", ["", "x"], ids=["nothing", "half a line"])
def test_the_end_of_input_ends_line_mode(typed, plain):
    asked = plain(typed)

    with pytest.raises(StoppedError):
        asked.ask(Prompt(check=lambda text: scale(text, 0, 10)))


def test_a_terminal_that_is_gone_ends_line_mode(monkeypatch):
    class Gone(io.StringIO):
        def readline(self, *_size):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", Gone())

    with pytest.raises(StoppedError):
        PlainPrompter().ask(Prompt())


@pytest.fixture
def typing(monkeypatch):
    """A terminal on which *keys* are typed, and what a prompt makes of them."""

    def ask(keys: str, prompt: Prompt | None = None, first_shown=None):
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(keys)
            asked = TerminalPrompter()
            asked.first_shown = first_shown
            return asked.ask(prompt or Prompt())

    return ask


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("hello\r", "hello"),
        ("one\x1b\rtwo\r", "one\ntwo"),
        ("\x1b[200~one\r\ntwo\x1b[201~\r", "one\ntwo"),
        ("half\x1b[5~", Command(BACK, "half")),
        ("half\x1b[6~", Command(SKIP, "half")),
        ("\x1bOP", Command(MORE)),
        ("?\r", Command(MORE)),
        ("11\r7\r", "7"),
        ("11\r\r", ""),
    ],
    ids=[
        *("Enter", "Alt-Enter", "paste", "PageUp", "PageDown", "F1", "?"),
        *("refused", "and Enter"),
    ],
)
def test_keys_of_a_terminal(keys, answer, typing):
    checked = Prompt(check=lambda text: scale(text, 0, 10)) if keys.startswith("11") else None

    assert typing(keys, checked) == answer


def test_an_earlier_answer_comes_back_by_arrow_up(typing):
    assert typing("\x1b[A!\r", Prompt(earlier="before")) == "before!"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [("\x1b[A\x7f0\r", "10"), ("\x1b[A\x1b[A!\r", "11!"), ("\x1b[A\x1b[B3\r", "3")],
)
def test_what_was_refused_comes_back_by_arrow_up(keys, answer, typing):
    assert typing(keys, Prompt(earlier="9", refused=("11", "12"))) == answer


def test_half_typed_text_stands_there(typing):
    assert typing(" more\r", Prompt(initial_text="half")) == "half more"


@pytest.mark.parametrize(
    ("keys", "error"), [("\x03", KeyboardInterrupt), ("\x04", StoppedError)], ids=["C", "D"]
)
def test_ctrl_c_and_ctrl_d(keys, error, typing):
    with pytest.raises(error):
        typing(keys)


@pytest.mark.parametrize(
    ("typed", "kept"), [("half a", ["half a"]), (":bac", [""]), ("::x", ["::x"])]
)
def test_half_typed_text_is_put_away_at_ctrl_c(typed, kept, typing):
    put_away = []

    with pytest.raises(KeyboardInterrupt):
        typing(typed + "\x03", Prompt(keep=put_away.append))

    assert put_away[-1:] == kept  # before, it may have been put away meanwhile


@pytest.mark.parametrize("behind", [":stop", " :STOP"])
def test_a_command_behind_what_stands_there(behind, typing):
    assert typing(f"{behind}\r", Prompt(initial_text="half a text")) == Command(STOP, "half a text")


@pytest.mark.parametrize("behind", ["?", ": he said", ":x"])
def test_what_is_no_command_behind_it_is_text(behind, typing):
    assert typing(f"{behind}\r", Prompt(initial_text="half a text")) == f"half a text{behind}"


def test_the_first_prompt_is_told_once_it_is_on_the_screen(typing, capsys):
    """What is imported from then on must not hold up the first prompt."""
    told = []

    typing("x\r", Prompt("mark ›"), first_shown=lambda: told.append(capsys.readouterr().err))

    [before] = told
    assert "mark ›" in before


def test_the_same_in_line_mode(plain, capsys):
    told = []
    asked = plain("x\n")
    asked.first_shown = lambda: told.append(capsys.readouterr().err)

    asked.ask(Prompt("mark ›"))

    assert told == ["mark › "]
