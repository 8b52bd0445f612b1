"""Asking one thing, with the editor at hand: `:edit` opens it on what stands in the line."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coachlog.base.errors import STOPPED, CoachlogError
from coachlog.base.texts import _
from coachlog.terminal.editor import closing_instructions, editor_command, open_in_editor
from coachlog.terminal.prompt_commands import EDIT, Command
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.rescue import keep_and_tell
from coachlog.terminal.scratch import find_saved_version, read_back, temporary_file
from coachlog.terminal.signals import signals_ignored

Keep = Callable[[str], None]


def ask_with_editor(prompter: Prompter, prompt: Prompt) -> str | Command:
    """What was typed, or a command other than `:edit`. Raises StoppedError at the end of input."""
    while True:
        answer = prompter.ask(prompt)
        if not (isinstance(answer, Command) and answer.name == EDIT):
            return answer
        text = answer.typed or prompt.initial_text or prompt.earlier
        prompt = prompt._replace(initial_text=edit_text(prompter, text, prompt.keep))


def edit_text(prompter: Prompter, text: str, keep: Keep | None = None) -> str:
    """*text* after the editor. What it saved last counts, however it ended.

    Where that cannot be taken over, it is put in a rescue file, which is named. Told to end while
    the editor is open, the program puts what was saved away with *keep*, or in such a file.
    """
    try:
        with temporary_file(text, "answer.txt") as path:
            try:
                if editor_command():
                    prompter.show(closing_instructions(), "quiet")
                open_in_editor(path)
                return read_back(path).rstrip("\n")
            except CoachlogError as error:
                return _after_all(prompter, path, text, error)
            except BaseException:  # Ctrl-C, a closed window
                _put_away(path, text, keep)
                raise
    except CoachlogError as error:
        _say_failed(prompter, error)
        return text


def _after_all(prompter: Prompter, path: Path, text: str, error: CoachlogError) -> str:
    """What was saved before the editor failed; *text* where that is nothing, or no text."""
    found = find_saved_version(path, text)
    if found is None:
        _say_failed(prompter, error)
        return text
    if found.text is None:
        _say_failed(prompter, error)
        keep_and_tell(found.data)
        return text
    if error.code != STOPPED:  # who stopped it knows that
        prompter.show(error.cause_text(), "late")
    prompter.show(_("What the editor saved last is shown here now."), "quiet")
    return found.text.rstrip("\n")


def _put_away(path: Path, text: str, keep: Keep | None) -> None:
    with signals_ignored(), suppress(OSError):  # the window may be gone
        found = find_saved_version(path, text)
        if found is None:
            return
        try:
            if found.text is None or keep is None:
                keep_and_tell(found.data)
            else:
                keep(found.text.rstrip("\n"))
        except CoachlogError:
            keep_and_tell(found.data)


def _say_failed(prompter: Prompter, error: CoachlogError) -> None:
    prompter.show(f"{error.cause_text()} {_('Your text is as it was.')}", "late")
    prompter.show(error.remedy_text(), "quiet")
