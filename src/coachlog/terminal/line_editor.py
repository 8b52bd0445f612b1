"""Prompts with a line editor; it, `keys` and `word_wrap` alone import questionary and its kit."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.safe import visible, width
from coachlog.base.texts import _
from coachlog.display.colours import GREEN, GREY, RED, TEAL
from coachlog.terminal.keys import KnownKeys, bindings
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import (
    Prompt,
    ask_until_valid,
    fit_hints,
    screen_rows,
    text_columns,
    wrap_text,
)
from coachlog.terminal.signals import prompt_ended_by_signals
from coachlog.terminal.word_wrap import WordWrap

if sys.platform != "win32":
    import termios

AUTOSAVE_SECONDS = 2.0
HANGING = 3
"""Cells before what does not fit on the first row of an answer."""


class TerminalPrompter:
    """Prompts with a line editor, in calm colours."""

    first_shown: Callable[[], None] | None = None

    def __init__(self) -> None:
        self._output = create_output(stdout=sys.stderr)
        # With this it asks no terminal where the cursor is: some never answer.
        self._output.get_rows_below_cursor_position = lambda: 1  # type: ignore[method-assign]
        self._style = Style.from_dict(_PALE if os.environ.get("NO_COLOR") else _COLOURS)

    @property
    def rows(self) -> int:
        """How many rows the screen has."""
        return screen_rows()

    def ask(self, prompt: Prompt) -> str | Command:
        """What was typed, checked, or a command. Raises StoppedError at the end of input."""
        return ask_until_valid(self, prompt, self._typed)

    def show(self, text: str = "", style: str = "") -> None:
        """Lines of text, wrapped between words, with a margin."""
        shown = FormattedText([(f"class:{style}" if style else "", wrap_text(visible(text)))])
        print_formatted_text(shown, style=self._style, output=self._output)

    def _typed(self, prompt: Prompt) -> str | Command:
        below = _Below(prompt)
        question = questionary.text(
            prompt.mark,
            default=prompt.initial_text,
            qmark="",
            style=self._style,
            history=InMemoryHistory([each for each in (prompt.earlier, *prompt.refused) if each]),
            completer=_completer(prompt.choices),
            prompt_continuation=" " * HANGING,
            input_processors=[WordWrap(width(f" {prompt.mark} "), HANGING, text_columns())],
            output=self._output,
            bottom_toolbar=below.shown,
        )
        application = question.application
        application.key_processor = KnownKeys(bindings(below.save_now, below.note))
        self._watch(application, below)
        try:
            with _terminal_as_it_was(self._output), prompt_ended_by_signals(application):
                answer: str | Command = question.unsafe_ask()
        except (KeyboardInterrupt, EOFError) as error:
            below.leave(application.current_buffer.text)
            if isinstance(error, KeyboardInterrupt):
                raise
            raise StoppedError from error
        return answer

    def _watch(self, application: Any, below: "_Below") -> None:
        """Tell when the first prompt is on the screen, and keep half-typed text now and then."""

        def painted(app: Any) -> None:
            first, self.first_shown = self.first_shown, None
            if first:
                first()
            if below.save_if_time(app.current_buffer.text):
                app.invalidate()

        application.after_render += painted
        application.refresh_interval = AUTOSAVE_SECONDS / 2


class _Below:
    """The line under a prompt: what can be typed, and how half-typed text fares."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._kept, self._at = prompt.initial_text, time.monotonic()
        self._note = self._trouble = self._noted_at = ""

    def shown(self) -> Sequence[tuple[str, str]]:
        """As the line editor wants it."""
        notes = [wrap_text(visible(each)) for each in (self._trouble, self._note) if each]
        help_text = [" " + fit_hints(self._prompt.help)] if self._prompt.help else []
        return [("class:help", "\n".join((*notes, *help_text)))]

    def note(self, event: Any, text: str) -> None:
        """Show *text* until something else is typed."""
        self._note, self._noted_at = _(text), event.current_buffer.text
        event.app.invalidate()

    def save_now(self, event: Any) -> None:
        """Keep what is typed at once, and say that it is kept."""
        self._save(event.current_buffer.text)
        if not self._prompt.keep:
            self.note(event, _("You need not save anything here: press Enter to end the answer."))
        else:
            self.note(event, "" if self._trouble else _("Everything is saved already."))

    def save_if_time(self, text: str) -> bool:
        """Keep *text* where it is time to; whether what is shown is other than before."""
        stale = bool(self._note) and text != self._noted_at
        if stale:
            self._note = ""
        if text == self._kept or time.monotonic() - self._at < AUTOSAVE_SECONDS:
            return stale
        before = self._trouble
        self._save(text)
        return stale or before != self._trouble

    def leave(self, text: str) -> None:
        """Keep *text*, or a long one that was refused, before the prompt goes."""
        refused = [each for each in self._prompt.refused[-1:] if len(each) >= text_columns()]
        self._save(text or "".join(refused))

    def _save(self, text: str) -> None:
        """Keep half-typed *text*, but no command on its way. It is tried again if that fails."""
        self._at = time.monotonic()
        if not self._prompt.keep:
            return
        try:
            self._prompt.keep("" if text.startswith(":") and not text.startswith("::") else text)
        except CoachlogError as error:
            self._trouble = error.cause_text()
        except Exception as error:  # noqa: BLE001 - the line editor would show all of it, and end
            self._trouble = _("Not saved yet: {problem}").format(problem=type(error).__name__)
        else:
            self._kept, self._trouble = text, ""


@contextmanager
def _terminal_as_it_was(output: Any) -> Iterator[None]:
    """Give the terminal back in order, also where a signal came at a bad moment."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield
        return
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
    "nbsp": "nounderline",
}
_PALE = dict.fromkeys(("question", "qmark"), "bold")
_PALE |= {"answer": "", "help": "noreverse", "bottom-toolbar": "noreverse", "nbsp": "nounderline"}


def _completer(choices: Sequence[str]) -> WordCompleter | None:
    if not choices:
        return None
    return WordCompleter(list(choices), ignore_case=True, sentence=True, match_middle=True)
