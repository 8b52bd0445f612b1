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
CONTINUATION_INDENT = 3
"""Cells before the second and later rows of an answer."""


class TerminalPrompter:
    """Prompts with a line editor, in calm colours."""

    first_shown: Callable[[], None] | None = None

    def __init__(self) -> None:
        self._output = create_output(stdout=sys.stderr)
        # Do not ask the terminal for the cursor position: some never answer.
        self._output.get_rows_below_cursor_position = lambda: 1  # type: ignore[method-assign]
        self._style = Style.from_dict(_NO_COLOURS if os.environ.get("NO_COLOR") else _COLOURS)

    @property
    def rows(self) -> int:
        """Return the rows of the screen."""
        return screen_rows()

    def ask(self, prompt: Prompt) -> str | Command:
        """Return a checked answer or a command. Raises StoppedError at the end of input."""
        return ask_until_valid(self, prompt, self._read_answer)

    def show(self, text: str = "", style: str = "") -> None:
        """Show lines of text, wrapped between words, with a margin."""
        shown = FormattedText([(f"class:{style}" if style else "", wrap_text(visible(text)))])
        print_formatted_text(shown, style=self._style, output=self._output)

    def _read_answer(self, prompt: Prompt) -> str | Command:
        """Show the prompt and return what was typed, unchecked, or the command of a key."""
        status = _StatusLine(prompt)
        earlier_answers = [answer for answer in (prompt.earlier, *prompt.refused) if answer]
        question = questionary.text(
            prompt.mark,
            default=prompt.initial_text,
            qmark="",
            style=self._style,
            history=InMemoryHistory(earlier_answers),
            completer=_completer(prompt.choices),
            prompt_continuation=" " * CONTINUATION_INDENT,
            input_processors=[
                WordWrap(width(f" {prompt.mark} "), CONTINUATION_INDENT, text_columns())
            ],
            output=self._output,
            bottom_toolbar=status.shown,
        )
        application = question.application
        application.key_processor = KnownKeys(bindings(status.save_now, status.note))
        self._watch(application, status)
        try:
            with _terminal_restored(self._output), prompt_ended_by_signals(application):
                answer: str | Command = question.unsafe_ask()
        except (KeyboardInterrupt, EOFError) as error:
            status.leave(application.current_buffer.text)
            if isinstance(error, KeyboardInterrupt):
                raise
            raise StoppedError from error
        return answer

    def _watch(self, application: Any, status: "_StatusLine") -> None:
        """Call `first_shown` once a prompt is on the screen, and save the text now and then."""

        def after_render(app: Any) -> None:
            on_first_prompt = self.first_shown
            self.first_shown = None  # only once
            if on_first_prompt:
                on_first_prompt()
            if status.save_if_time(app.current_buffer.text):
                app.invalidate()

        application.after_render += after_render
        application.refresh_interval = AUTOSAVE_SECONDS / 2  # draws, and so saves, without a key


class _StatusLine:
    """The line under a prompt: help, a note, and why unfinished text could not be saved."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._saved_text = prompt.initial_text
        self._saved_at = time.monotonic()
        self._note = self._problem = ""
        self._text_at_note = ""  # the note goes when the text is no longer this

    def shown(self) -> Sequence[tuple[str, str]]:
        """Return the line as styled text for the line editor."""
        notes = [wrap_text(visible(text)) for text in (self._problem, self._note) if text]
        help_text = [" " + fit_hints(self._prompt.help)] if self._prompt.help else []
        return [("class:help", "\n".join((*notes, *help_text)))]

    def note(self, event: Any, text: str) -> None:
        """Show *text* until something else is typed."""
        self._note, self._text_at_note = _(text), event.current_buffer.text
        event.app.invalidate()

    def save_now(self, event: Any) -> None:
        """Save the text at once, and say so."""
        self._save(event.current_buffer.text)
        if not self._prompt.keep:
            self.note(event, _("You need not save anything here: press Enter to end the answer."))
        else:
            self.note(event, "" if self._problem else _("Everything is saved already."))

    def save_if_time(self, text: str) -> bool:
        """Save *text* if it is time to; return whether the status line has changed."""
        is_note_gone = bool(self._note) and text != self._text_at_note
        if is_note_gone:
            self._note = ""
        is_too_soon = time.monotonic() - self._saved_at < AUTOSAVE_SECONDS
        if text == self._saved_text or is_too_soon:
            return is_note_gone
        previous_problem = self._problem
        self._save(text)
        return is_note_gone or self._problem != previous_problem

    def leave(self, text: str) -> None:
        """Save *text* before the prompt ends; without any, the last answer if it was refused.

        Only a refused answer longer than a line, which is a text and no mistyped number.
        """
        last_refused = self._prompt.refused[-1] if self._prompt.refused else ""
        is_long = len(last_refused) >= text_columns()
        self._save(text or (last_refused if is_long else ""))

    def _save(self, text: str) -> None:
        """Save unfinished *text*, but no command that is being typed. A failure is shown."""
        self._saved_at = time.monotonic()
        if not self._prompt.keep:
            return
        try:
            is_command = text.startswith(":") and not text.startswith("::")
            self._prompt.keep("" if is_command else text)
        except CoachlogError as error:
            self._problem = error.cause_text()
        except Exception as error:  # noqa: BLE001 - the line editor would show a traceback and end
            self._problem = _("Not saved yet: {problem}").format(problem=type(error).__name__)
        else:
            self._saved_text, self._problem = text, ""


@contextmanager
def _terminal_restored(output: Any) -> Iterator[None]:
    """Restore the terminal after the block, even if a signal came at a bad moment."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield
        return
    modes = termios.tcgetattr(sys.stdin.fileno())
    try:
        yield
    except KeyboardInterrupt:  # the line editor may not have switched its own settings off
        with suppress(OSError):  # the window may be gone
            output.disable_bracketed_paste()
            output.show_cursor()
            output.flush()
        raise
    finally:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)


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
_NO_COLOURS = dict.fromkeys(("question", "qmark"), "bold")
_NO_COLOURS |= {
    "answer": "",
    "help": "noreverse",
    "bottom-toolbar": "noreverse",
    "nbsp": "nounderline",
}


def _completer(choices: Sequence[str]) -> WordCompleter | None:
    """Return what offers the *choices* while typing, by any part of them; None without any."""
    if not choices:
        return None
    return WordCompleter(list(choices), ignore_case=True, sentence=True, match_middle=True)
