"""Editing a record by hand: read it, let a person change it, compare it with the journal, save it.

Conflicts with other changes, and what the journal refuses, go back to the person with all that
was typed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coachlog.base.days import show_day
from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError
from coachlog.base.texts import N_, _, language
from coachlog.terminal.confirm import confirm_default_yes
from coachlog.terminal.context import Context, say
from coachlog.terminal.editor import is_editor_chosen
from coachlog.terminal.guided_edit import edit_guided
from coachlog.terminal.in_editor import edit_in_editor, format_changes, read_rescued_text
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record import Record
from coachlog.terminal.record_form import RecordForm, Values
from coachlog.terminal.rescue import clear_old, discard, keep, rescue_and_tell, rescued_files


class NotSavedError(CoachlogError):
    """A change that could not be saved; the remedy names the file with the text."""

    cause = N_("{problem}")
    remedy = N_("{remedy} What you typed is saved in {path}")

    def __init__(self, error: CoachlogError, path: Path) -> None:
        super().__init__(problem=error.cause_text(), remedy=error.remedy_text(), path=path)
        self.code = error.code

    def remedy_text(self) -> str:
        return super().remedy_text().strip()


def edit_record(
    context: Context,
    label: str,
    read: Callable[[], Record],
    save: Callable[[Values], None],
    *,
    guided: bool = False,
) -> None:
    """Let a person change what *read* returns until *save* accepts the changed fields.

    *save* gets no fields if nothing changed. A text that cannot be saved is put in a rescue file,
    which the error names; the next edit with the same *label* offers to continue with it.
    """
    edit = _make_editor(context, guided)
    record = read()
    form = RecordForm(record.title, record.fields, record.texts)
    with _rescued(form, label):
        rescue_file = _continue_rescued(context, form, label)
        edit(form)
        while form.changes and not _is_saved(form, read, save):
            edit(form)
        if not form.changes:
            save({})  # the caller says that nothing changed
        elif rescue_file:  # its text is in the journal now
            discard(rescue_file)


def _is_saved(form: RecordForm, read: Callable[[], Record], save: Callable[[Values], None]) -> bool:
    """Save the changes; return False if the person has to look at conflicts or problems."""
    form.compare(read().texts)
    if form.conflicts:
        return False
    try:
        _say_days(form)
        save(form.changes)
    except CoachlogError as error:
        if error.code not in (REFUSED, NOT_FOUND):  # other answers would not help
            raise
        form.refuse(error)
        form.compare(read().texts)  # the refusal may come from a change made just now
        return False
    return True


@contextmanager
def _rescued(form: RecordForm, label: str) -> Iterator[None]:
    """Write the rescue text of *form* into a file if the block fails for any reason.

    A CoachlogError becomes a NotSavedError, which names the file.
    """
    try:
        yield
    except CoachlogError as error:
        path = keep(form.rescue_text, label) if form.rescue_text else None
        if path is None:  # nothing to rescue, or `keep` showed it on the screen
            raise
        raise NotSavedError(error, path) from error
    except BaseException:  # Ctrl-C, a closed window, a fault of ours
        if form.rescue_text:
            rescue_and_tell(form.rescue_text, label)
        raise


def _continue_rescued(context: Context, form: RecordForm, label: str) -> Path | None:
    """Offer to continue with an earlier unsaved text; return its file if that is accepted.

    The text then is the rescue text of *form*. Return None if there is none, or it is not wanted.
    """
    clear_old(context)
    for file in rescued_files(label):
        if file.label != label:  # it only begins with this label
            continue
        message = _("What you typed here earlier could not be saved. It is in {path}")
        announcement = [message.format(path=file.path)]
        if confirm_default_yes(context, announcement, _("Continue with it?")):
            form.rescue_text = file.text.encode()
            read_rescued_text(form)
            return file.path
    return None


def _make_editor(context: Context, guided: bool) -> Callable[[RecordForm], None]:
    """Return the function that edits a form: in the editor if one was chosen, or by questions."""
    if guided or context.plain or not is_editor_chosen():
        prompter = make_prompter(context)
        return lambda form: _edit_by_questions(prompter, form)
    return edit_in_editor


def _edit_by_questions(prompter: Prompter, form: RecordForm) -> None:
    """Ask what to change, and set the rescue text to the changes."""
    edit_guided(prompter, form)
    form.rescue_text = format_changes(form).encode() if form.changes else b""


def _say_days(form: RecordForm) -> None:
    """Say which days were understood from words, such as `next friday`."""
    with suppress(OSError):  # the window may be gone
        for label, day in form.days():
            say(_("{label}: {text}").format(label=label, text=show_day(day, language())))
