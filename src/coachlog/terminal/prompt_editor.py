"""Asking one thing, with the editor at hand: `:edit` opens it on what stands in the line."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coachlog.base.errors import STOPPED, CoachlogError
from coachlog.base.texts import _
from coachlog.terminal.editor import closing_instructions, editor_command, open_in_editor
from coachlog.terminal.prompt_commands import EDIT, Command
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.rescue import rescue_and_tell
from coachlog.terminal.scratch import find_saved_version, read_back, temporary_file
from coachlog.terminal.signals import signals_ignored

Keep = Callable[[str], None]


def ask_with_editor(prompter: Prompter, prompt: Prompt) -> str | Command:
    """Return the answer, or a command other than `:edit`. Raises StoppedError at end of input.

    After the editor the text stands in the line, and Enter makes it the answer.
    """
    while True:
        answer = prompter.ask(prompt)
        if not (isinstance(answer, Command) and answer.name == EDIT):
            return answer
        text = answer.typed or prompt.initial_text or prompt.earlier
        prompt = prompt._replace(initial_text=edit_text(prompter, text, prompt.keep))


def edit_text(prompter: Prompter, text: str, keep: Keep | None = None) -> str:
    """Return *text* as the editor saved it last, even if the editor failed.

    What is not text goes into a rescue file, which is named. If the program is told to end while
    the editor is open, what was saved goes to *keep*, or into such a file.
    """
    try:
        with temporary_file(text, "answer.txt") as path:
            try:
                if editor_command():
                    prompter.show(closing_instructions(), "quiet")
                open_in_editor(path)
                return read_back(path).rstrip("\n")
            except CoachlogError as error:
                return _text_after_failure(prompter, path, text, error)
            except BaseException:  # Ctrl-C, a closed window
                _save_for_later(path, text, keep)
                raise
    except CoachlogError as error:
        _say_failed(prompter, error)
        return text


def _text_after_failure(prompter: Prompter, path: Path, text: str, error: CoachlogError) -> str:
    """Return what was saved before the editor failed; *text* if that is nothing, or no text."""
    saved = find_saved_version(path, text)
    if saved is None:
        _say_failed(prompter, error)
        return text
    if saved.text is None:
        _say_failed(prompter, error)
        rescue_and_tell(saved.data)
        return text
    if error.code != STOPPED:  # a person who stopped it need not be told
        prompter.show(error.cause_text(), "late")
    prompter.show(_("What the editor saved last is shown here now."), "quiet")
    return saved.text.rstrip("\n")


def _save_for_later(path: Path, text: str, keep: Keep | None) -> None:
    """Give what the editor saved to *keep*; without it, or if that fails, to a rescue file."""
    with signals_ignored(), suppress(OSError):  # the window may be gone
        saved = find_saved_version(path, text)
        if saved is None:
            return
        try:
            if saved.text is None or keep is None:
                rescue_and_tell(saved.data)
            else:
                keep(saved.text.rstrip("\n"))
        except CoachlogError:
            rescue_and_tell(saved.data)


def _say_failed(prompter: Prompter, error: CoachlogError) -> None:
    prompter.show(f"{error.cause_text()} {_('Your text is as it was.')}", "late")
    prompter.show(error.remedy_text(), "quiet")
