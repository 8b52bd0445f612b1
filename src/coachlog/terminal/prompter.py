"""Asking a person, on stderr: what a prompt is, how an answer is taken, how texts are wrapped."""

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

LEAST, WIDEST, FEWEST = 20, 84, 12
MARGIN = " "
ROOM_TO_ANSWER = 10
"""So many cells are left for an answer on the line of its question."""
_TIED = re.compile(r" (?=[:;?!»])|(?<=«) ")
"""French signs stay with their word."""
_LABEL = re.compile(r"\s*(?:\S{1,3}  )?")


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


class Prompter(Protocol):
    """Somebody who can be asked. *first_shown* is called once, with a prompt on the screen."""

    first_shown: Callable[[], None] | None

    @property
    def rows(self) -> int:
        """How many rows the screen has; 0 where what was shown stays, as for who hears it."""

    def ask(self, prompt: Prompt) -> str | Command:
        """What was typed, checked, or a command. Raises StoppedError at the end of input."""

    def show(self, text: str = "", style: str = "") -> None:
        """Show lines of text, in one of the styles heading, question, note, quiet, good, late."""


def ask_until_valid(
    prompter: Prompter, prompt: Prompt, read: Callable[[Prompt], str | Command]
) -> str | Command:
    """The answer to *prompt*, or a command: *read* shows it and gives what was typed.

    What is refused does not stay in the line, or Enter would send it for ever; arrow up brings
    it back. Raises StoppedError.
    """
    while True:
        typed = read(prompt)
        if isinstance(typed, Command):
            return typed
        try:
            answer = _command_in(prompter, prompt, typed) or parse_and_check(prompt, typed)
            if isinstance(answer, Command) and answer.name == DONE and answer.typed:
                parse_and_check(prompt, answer.typed)  # it counts as the answer
        except CoachlogError as error:
            show_error(prompter, error)
            prompt = prompt._replace(initial_text="", refused=(*prompt.refused, typed))
            continue
        if not (isinstance(answer, Command) and answer.name == HELP):
            return answer
        _explain(prompter)
        prompt = prompt._replace(initial_text=answer.typed)


def parse_and_check(prompt: Prompt, typed: str) -> str | Command:
    """*typed* as an answer that will do, or a command. Raises a CoachlogError."""
    answer = parse_typed(typed)
    if isinstance(answer, str) and prompt.check:
        prompt.check(answer)
    return answer


def show_error(prompter: Prompter, error: CoachlogError) -> None:
    """Say what is wrong, and quietly what to do."""
    prompter.show(error.cause_text(), "late")
    if error.remedy_text():
        prompter.show(error.remedy_text(), "quiet")


def ask_yes_no(prompter: Prompter, question: str) -> bool | Command:
    """Whether the person agrees; Enter alone is a yes. A command is given back as it is."""
    mark = f"{question} {_('(Y/n)')} ›"
    if len(mark) > text_columns() - ROOM_TO_ANSWER:
        prompter.show(question, "question")
        mark = f"{_('(Y/n)')} ›"
    answer = prompter.ask(Prompt(mark, check=parse.yes_no, asks_back=False))
    return answer if isinstance(answer, Command) else parse.yes_no(answer) is not False


def _command_in(prompter: Prompter, prompt: Prompt, typed: str) -> Command | None:
    """The command that was typed behind what stood in the line, or without its colon."""
    behind = _behind(typed, prompt.initial_text)
    is_answer = typed.strip().casefold() in prompt.words or not prompt.asks_back
    command = None if behind or is_answer else guess_command(typed)
    if command is None or _is_command(typed):
        return behind
    said = ask_yes_no(prompter, _("Did you mean {command}?").format(command=command_word(command)))
    if isinstance(said, Command):
        return said
    return Command(command) if said else None


def _is_command(typed: str) -> bool:
    with suppress(UnknownCommandError):
        return isinstance(parse_typed(typed), Command)
    return False


def _behind(typed: str, half: str) -> Command | None:
    """A command typed behind a text: who wants to stop need not empty the line first."""
    stood = half and typed.startswith(half) and typed[len(half) :].strip().startswith(":")
    text, colon, rest = (half, ":", typed[len(half) :]) if stood else typed.rpartition(" :")
    if not (colon and text.strip()):
        return None
    try:
        found = parse_typed(rest.strip() if stood else f":{rest}")
    except UnknownCommandError:
        return None
    return found._replace(typed=text.rstrip()) if isinstance(found, Command) else None


def _explain(prompter: Prompter) -> None:
    for command, about in ABOUT.items():
        prompter.show(f"  {command_word(command)}  {_(about)}", "quiet")


def text_columns() -> int:
    """How many columns a text may take; 80 where the terminal does not know its width."""
    try:
        known = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        known = 0
    return min(WIDEST, max(known, LEAST)) if known else 80


def screen_rows() -> int:
    """How many rows the terminal has; 24 where it does not know its height."""
    try:
        known = os.get_terminal_size(sys.stderr.fileno()).lines
    except (OSError, ValueError):
        known = 0
    return max(known, FEWEST) if known else 24


def wrap_text(text: str) -> str:
    """*text* with a margin, broken between words; what is indented or numbered hangs."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    tied = SPOKEN[language()].tied
    line = with_tied_signs(line) if tied else line
    label = _LABEL.match(line)
    hanging = MARGIN + " " * (label.end() if label else 0)
    room = text_columns() - 1
    if len(MARGIN + line) <= room:
        return (MARGIN + line).rstrip()
    filled = textwrap.fill(
        _TIED.sub(NO_BREAK, line), room, initial_indent=MARGIN, subsequent_indent=hanging
    )
    return filled if tied else filled.replace(NO_BREAK, " ")


def fit_hints(help_text: str) -> str:
    """As many hints of *help_text*, which dots part, as fit on one line; the last one stays."""
    *hints, last = help_text.split(" · ")
    while hints and len(" · ".join((*hints, last))) > text_columns() - 2:
        hints.pop()
    return " · ".join((*hints, last))
