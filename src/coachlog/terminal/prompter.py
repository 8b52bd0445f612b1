"""Asking a person on stderr: prompts, reading and checking answers, wrapping texts."""

import os
import re
import sys
import textwrap
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol

from coachlog.base.errors import CoachlogError
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import NO_BREAK, _, language, with_tied_signs
from coachlog.terminal.prompt_commands import (
    ABOUT,
    DONE,
    HELP,
    Command,
    UnknownCommandError,
    command_word,
    guess_command,
    parse_typed,
)
from coachlog.values import parse

LEAST, WIDEST = 20, 84
"""The fewest and the most columns of a text."""
FEWEST_ROWS = 12
MARGIN = " "
ROOM_TO_ANSWER = 10
"""Cells that a question must leave for an answer on the same line."""
_TIED_SPACE = re.compile(r" (?=[:;?!»])|(?<=«) ")
"""A space between a word and its French sign, where no line may break."""
_LABEL = re.compile(r"\s*(?:\S{1,3}  )?")
"""Indentation and a short number before a text."""


class Prompt(NamedTuple):
    """One thing to ask.

    *earlier* is a previous answer; arrow up brings it back, and also the answers that were
    *refused*. *initial_text* can be edited in the line. *check* raises a CoachlogError for an
    invalid answer. *choices* are offered while typing. *keep* saves the unfinished text every few
    seconds and when the prompt is left; it may fail. Where *asks_back*, a command word without
    its colon has to be confirmed, unless it is one of the *words* that are an answer here.
    """

    mark: str = "›"
    earlier: str = ""
    initial_text: str = ""
    help: str = ""
    check: Callable[[str], object] | None = None
    choices: Sequence[str] = ()
    keep: Callable[[str], None] | None = None
    refused: tuple[str, ...] = ()
    asks_back: bool = True
    words: Collection[str] = ()


def numbers_mark(count: int) -> str:
    """Return the mark of a prompt for one of *count* numbers: `1-4 ›`."""
    return f"1-{count} ›" if count > 1 else f"{count} ›"


class Prompter(Protocol):
    """A way to ask a person. *first_shown* is called once, when a prompt is on the screen."""

    first_shown: Callable[[], None] | None

    @property
    def rows(self) -> int:
        """Return the rows of the screen; 0 where nothing scrolls away, as for screen readers."""

    def ask(self, prompt: Prompt) -> str | Command:
        """Return a checked answer or a command. Raises StoppedError at the end of input."""

    def show(self, text: str = "", style: str = "") -> None:
        """Show lines of text, in one of the styles heading, question, note, quiet, good, late."""


def ask_until_valid(
    prompter: Prompter, prompt: Prompt, read: Callable[[Prompt], str | Command]
) -> str | Command:
    """Ask until the answer is valid; return it, or a command. *read* shows the prompt.

    A refused answer does not stay in the line, or Enter would send it again; arrow up brings it
    back. Raises StoppedError.
    """
    while True:
        typed = read(prompt)
        if isinstance(typed, Command):
            return typed
        try:
            answer = _command_in(prompter, prompt, typed) or parse_and_check(prompt, typed)
            if isinstance(answer, Command) and answer.name == DONE and answer.typed:
                parse_and_check(prompt, answer.typed)  # the text before :done is the answer
        except CoachlogError as error:
            show_error(prompter, error)
            prompt = prompt._replace(initial_text="", refused=(*prompt.refused, typed))
            continue
        if not (isinstance(answer, Command) and answer.name == HELP):
            return answer
        _show_commands(prompter)
        prompt = prompt._replace(initial_text=answer.typed)


def parse_and_check(prompt: Prompt, typed: str) -> str | Command:
    """Return *typed* as a valid answer or a command. Raises a CoachlogError."""
    answer = parse_typed(typed)
    if isinstance(answer, str) and prompt.check:
        prompt.check(answer)
    return answer


def show_error(prompter: Prompter, error: CoachlogError) -> None:
    """Show what is wrong and, in quiet style, what to do about it."""
    prompter.show(error.cause_text(), "late")
    if error.remedy_text():
        prompter.show(error.remedy_text(), "quiet")


def ask_yes_no(prompter: Prompter, question: str) -> bool | Command:
    """Ask a yes/no question, Enter alone meaning yes; return the answer or a command."""
    mark = question_mark(prompter, question, _("(Y/n)"))
    answer = prompter.ask(Prompt(mark, check=parse.yes_no, asks_back=False))
    if isinstance(answer, Command):
        return answer
    return parse.yes_no(answer) is not False  # None: Enter alone


def ask_no_yes(prompter: Prompter, question: str) -> bool | Command | None:
    """Ask a question above the prompt, Enter alone meaning no; None for Enter."""
    prompter.show(question, "question")
    answer = prompter.ask(Prompt(_("(y/N)") + " ›", check=parse.yes_no, asks_back=False))
    return answer if isinstance(answer, Command) else parse.yes_no(answer)


def question_mark(prompter: Prompter, question: str, choices: str) -> str:
    """Return a short *question* with its *choices* as a prompt; a long one is shown above it."""
    mark = f"{question} {choices} ›"
    if len(mark) <= text_columns() - ROOM_TO_ANSWER:
        return mark
    prompter.show(question, "question")
    return f"{choices} ›"


def _command_in(prompter: Prompter, prompt: Prompt, typed: str) -> Command | None:
    """Return a command after a text, or one without its colon that the person confirms."""
    trailing_command = _trailing_command(typed, prompt.initial_text)
    if trailing_command:
        return trailing_command
    is_answer = typed.strip().casefold() in prompt.words or not prompt.asks_back
    name = None if is_answer else guess_command(typed)
    if name is None or _is_command(typed):  # a clear command needs no question
        return None
    question = _("Did you mean {command}?").format(command=command_word(name))
    reply = ask_yes_no(prompter, question)
    if isinstance(reply, Command):
        return reply
    return Command(name) if reply else None


def _is_command(typed: str) -> bool:
    with suppress(UnknownCommandError):
        return isinstance(parse_typed(typed), Command)
    return False


def _trailing_command(typed: str, initial_text: str) -> Command | None:
    """Return a command at the end of a text: nobody need empty the line before `:stop`.

    The text before it is kept in the command: `a text :stop` is `:stop` with `a text`.
    """
    added = typed[len(initial_text) :].strip()
    is_added = initial_text and typed.startswith(initial_text) and added.startswith(":")
    if is_added:  # even without a space between them
        text, command = initial_text, added
    else:
        text, separator, word = typed.rpartition(" :")
        command = f":{word}" if separator else ""
    if not command or not text.strip():
        return None
    try:
        parsed = parse_typed(command)
    except UnknownCommandError:
        return None
    return parsed._replace(typed=text.rstrip()) if isinstance(parsed, Command) else None


def _show_commands(prompter: Prompter) -> None:
    for command, about in ABOUT.items():
        prompter.show(f"  {command_word(command)}  {_(about)}", "quiet")


def text_columns() -> int:
    """Return the columns that a text may take; 80 if the terminal's width is unknown."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):  # no terminal, or closed
        columns = 0
    return min(WIDEST, max(columns, LEAST)) if columns else 80


def screen_rows() -> int:
    """Return the rows of the terminal; 24 if its height is unknown."""
    try:
        rows = os.get_terminal_size(sys.stderr.fileno()).lines
    except (OSError, ValueError):  # no terminal, or closed
        rows = 0
    return max(rows, FEWEST_ROWS) if rows else 24


def wrap_text(text: str) -> str:
    """Return *text* with a margin, wrapped between words under its indentation or number."""
    return "\n".join(_wrap_line(line) for line in text.split("\n"))


def _wrap_line(line: str) -> str:
    """Return *line* with a margin, as rows that keep a French sign with the word before it.

    In French the space between them is a no-break space. In other languages it is one only while
    the line is wrapped, as the coach's own texts may be French.
    """
    has_tied_signs = SPOKEN[language()].tied
    line = with_tied_signs(line) if has_tied_signs else line
    label = _LABEL.match(line)
    indent = MARGIN + " " * (label.end() if label else 0)
    room = text_columns() - 1  # a full row would make some terminals start another
    if len(MARGIN + line) <= room:
        return (MARGIN + line).rstrip()
    wrapped = textwrap.fill(
        _TIED_SPACE.sub(NO_BREAK, line), room, initial_indent=MARGIN, subsequent_indent=indent
    )
    return wrapped if has_tied_signs else wrapped.replace(NO_BREAK, " ")


def fit_hints(help_text: str) -> str:
    """Return as many of the hints in *help_text* (`a · b · c`) as fit one line.

    The last hint always stays: it says how to leave.
    """
    *hints, last_hint = help_text.split(" · ")
    while hints and len(" · ".join((*hints, last_hint))) > text_columns() - 2:
        hints.pop()
    return " · ".join((*hints, last_hint))
