"""Asking a person, on stderr; the only importer of questionary and prompt_toolkit."""

import io
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from coachlog.colours import GREEN, GREY, RED, TEAL
from coachlog.errors import CoachlogError, StoppedError
from coachlog.safe import visible
from coachlog.terminal.commands_typed import BACK, MORE, SKIP, Command, understood
from coachlog.terminal.context import Context, say
from coachlog.terminal.leaving import left_by_signal

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings

AUTOSAVE_SECONDS = 2.0
LEAST, WIDEST = 20, 84
FIGURE = 3
"""A refused answer of so few characters is typed anew; a longer one is there to be mended."""
MARGIN = " "
_TIED = re.compile(r" (?=[:;?!»])|(?<=«) ")
"""French signs stay with their word."""
_LABEL = re.compile(r"\s*(?:\S{1,3}  )?")


class Prompt(NamedTuple):
    """One thing to ask.

    *earlier* is an answer of before: arrow up brings it back. *half* is text that was being
    typed when the program stopped. *check* raises a CoachlogError for an answer that will not
    do. *choices* are offered while typing. *keep* gets the half-typed text every few seconds.
    """

    mark: str = "›"
    earlier: str = ""
    half: str = ""
    help: str = ""
    check: Callable[[str], object] | None = None
    choices: Sequence[str] = ()
    keep: Callable[[str], None] | None = None


class Prompter(Protocol):
    """Somebody who can be asked. *first_shown* is called once, when a prompt is on the screen."""

    first_shown: Callable[[], None] | None

    def ask(self, prompt: Prompt) -> str | Command:
        """What was typed, checked, or a command. Raises StoppedError at the end of input."""

    def show(self, text: str = "", style: str = "") -> None:
        """Show lines of text, in one of the styles heading, question, note, quiet, good, late."""


def make_prompter(context: Context) -> "Prompter":
    """The prompter that suits this terminal."""
    return PlainPrompter() if context.plain else TerminalPrompter()


def columns() -> int:
    """How many columns a text may take; 80 where the terminal does not know its width."""
    try:
        known = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        known = 0
    return min(WIDEST, max(known, LEAST)) if known else 80


def wrapped(text: str) -> str:
    """*text* with a margin, broken between words; what is indented or numbered hangs."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    import textwrap  # only where something is shown

    label = _LABEL.match(line)
    hanging = MARGIN + " " * (label.end() if label else 0)
    room = columns() - 1
    if len(MARGIN + line) <= room:
        return (MARGIN + line).rstrip()
    tied = _TIED.sub("\N{NO-BREAK SPACE}", line)
    filled = textwrap.fill(tied, room, initial_indent=MARGIN, subsequent_indent=hanging)
    return filled.replace("\N{NO-BREAK SPACE}", " ")


def fitting(help_text: str) -> str:
    """As many hints of *help_text*, which dots part, as fit on one line; the last one stays."""
    *hints, last = help_text.split(" · ")
    while hints and len(" · ".join((*hints, last))) > columns() - 2:
        hints.pop()
    return " · ".join((*hints, last))


def checked(prompt: Prompt, typed: str, refused: str = "") -> str | Command:
    """*typed* as an answer to *prompt*, or a command, which may stand behind what was *refused*."""
    behind = understood(typed.removeprefix(refused))
    answer = behind if isinstance(behind, Command) else understood(typed)
    if isinstance(answer, str) and prompt.check:
        prompt.check(answer)
    return answer


class PlainPrompter:
    """Lines of text, nothing that moves: for screen readers and simple terminals."""

    first_shown: Callable[[], None] | None = None

    def __init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # a slip of the keyboard ends nothing

    def ask(self, prompt: Prompt) -> str | Command:
        if prompt.help:
            say(f"({prompt.help})")
        if prompt.half:
            say(f"({visible(prompt.half)})")
        while True:
            sys.stderr.write(f"{prompt.mark} ")
            sys.stderr.flush()
            self._after_first()
            line = _line()
            if not line:
                say()
                raise StoppedError
            try:
                return checked(prompt, line.rstrip("\r\n") or prompt.half)
            except CoachlogError as error:
                say(f"{error.cause_text()} {error.remedy_text()}")

    def show(self, text: str = "", style: str = "") -> None:
        say(visible(text))

    def _after_first(self) -> None:
        first, self.first_shown = self.first_shown, None
        if first:
            first()


def _line() -> str:
    try:
        return sys.stdin.readline()
    except OSError:  # the window is gone
        return ""


class TerminalPrompter:
    """Prompts with a line editor, in calm colours."""

    first_shown: Callable[[], None] | None = None

    def __init__(self) -> None:
        from prompt_toolkit.output import create_output  # heavy: only for a terminal
        from prompt_toolkit.styles import Style

        self._output = create_output(stdout=sys.stderr)
        self._style = Style.from_dict(_PALE if os.environ.get("NO_COLOR") else _COLOURS)

    def ask(self, prompt: Prompt) -> str | Command:
        refused = ""
        while True:
            typed = self._typed(prompt)
            if isinstance(typed, Command):
                return typed
            try:
                return checked(prompt, typed, refused)
            except CoachlogError as error:
                self.show(error.cause_text(), "late")
                self.show(error.remedy_text(), "quiet")
                refused = typed if FIGURE < len(typed) < columns() else ""
                prompt = prompt._replace(half=refused, earlier=typed)

    def _typed(self, prompt: Prompt) -> str | Command:
        import questionary  # heavy: only for a terminal
        from prompt_toolkit.history import InMemoryHistory

        question = questionary.text(
            prompt.mark,
            default=prompt.half,
            qmark="",
            style=self._style,
            history=InMemoryHistory([prompt.earlier] if prompt.earlier else []),
            key_bindings=_keys(),
            completer=_completer(prompt.choices),
            enable_suspend=True,
            prompt_continuation="   ",
            output=self._output,
            bottom_toolbar=[("class:help", " " + fitting(prompt.help))] if prompt.help else None,
        )
        self._watch(question.application, prompt)
        try:
            with _terminal_as_it_was(self._output), left_by_signal(question.application):
                answer: str | Command = question.unsafe_ask()
        except (KeyboardInterrupt, EOFError) as error:
            _put_away(prompt, question.application.current_buffer.text)
            if isinstance(error, KeyboardInterrupt):
                raise
            raise StoppedError from error
        return answer

    def show(self, text: str = "", style: str = "") -> None:
        """Lines of text, wrapped between words, with a margin."""
        from prompt_toolkit import print_formatted_text
        from prompt_toolkit.formatted_text import FormattedText

        shown = FormattedText([(f"class:{style}" if style else "", wrapped(visible(text)))])
        print_formatted_text(shown, style=self._style, output=self._output)

    def _watch(self, application: Any, prompt: Prompt) -> None:
        """Tell when the first prompt is on the screen, and keep half-typed text now and then."""
        kept, at = prompt.half, time.monotonic()

        def painted(app: Any) -> None:
            nonlocal kept, at
            first, self.first_shown = self.first_shown, None
            if first:
                first()
            text = app.current_buffer.text
            if text != kept and time.monotonic() - at >= AUTOSAVE_SECONDS:
                kept, at = text, time.monotonic()
                _put_away(prompt, text)

        application.after_render += painted
        application.refresh_interval = AUTOSAVE_SECONDS / 2


@contextmanager
def _terminal_as_it_was(output: Any) -> Iterator[None]:
    """Give the terminal back in order, also where a signal came at a bad moment."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield
        return
    import termios  # not on Windows

    before = termios.tcgetattr(sys.stdin.fileno())
    try:
        yield
    except KeyboardInterrupt:
        with suppress(OSError):  # the window may be gone
            output.disable_bracketed_paste()
            output.show_cursor()
            output.flush()
        raise
    finally:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)


def _put_away(prompt: Prompt, text: str) -> None:
    """Keep half-typed *text*, but no command on its way."""
    if prompt.keep:
        prompt.keep("" if text.startswith(":") and not text.startswith("::") else text)


_COLOURS = {
    "answer": "",
    "heading": TEAL,
    "question": "bold",
    "note": "",
    "quiet": GREY,
    "good": GREEN,
    "late": f"bold {RED}",
    "help": f"noreverse {GREY}",
    "bottom-toolbar": "noreverse",
}
_PALE = dict.fromkeys(("question", "qmark"), "bold")
_PALE |= {"answer": "", "help": "noreverse", "bottom-toolbar": "noreverse"}


def _keys() -> "KeyBindings":
    """Keys beside the commands: PageUp back, PageDown skip, F1 more; Alt-Enter for a new line."""
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()
    for key, command in (("pageup", BACK), ("pagedown", SKIP), ("f1", MORE)):
        keys.add(key)(_leave_by(command))
    keys.add("escape", "enter")(lambda event: event.current_buffer.insert_text("\n"))
    return keys


def _leave_by(command: str) -> Callable[[Any], None]:
    def leave(event: Any) -> None:
        event.app.exit(result=Command(command, event.current_buffer.text))

    return leave


def _completer(choices: Sequence[str]) -> Any:
    if not choices:
        return None
    from prompt_toolkit.completion import WordCompleter

    return WordCompleter(list(choices), ignore_case=True, sentence=True, match_middle=True)
