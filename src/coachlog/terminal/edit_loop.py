"""Edit a record by hand: read it, let a person change it, compare it with what is kept, save it.

What another hand changed meanwhile, and what the journal refuses, goes back to the person with all
that was typed.
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
from coachlog.terminal.in_editor import edit_sheet, format_changes, read_rescued_text
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record import Record
from coachlog.terminal.record_form import RecordForm, Values
from coachlog.terminal.rescue import clear_old, discard, keep, rescued_files


class NotSavedError(CoachlogError):
    """A change that could not be saved; it tells where all that was typed stands now."""

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
    """Let a person change what *read* returns until *save* keeps the fields that they changed.

    *save* gets no fields where nothing changed. What cannot be kept after all is put in a rescue
    file, and the error tells where; the next edit with the same *label* begins with it.
    """
    edit = _editor(context, guided)
    record = read()
    form = RecordForm(record.title, record.fields, record.texts)
    with _rescued(form, label):
        continued = _continue_rescued(context, form, label)
        edit(form)
        while form.changes and not _is_saved(form, read, save):
            edit(form)
        if not form.changes:
            save({})
        elif continued:
            discard(continued)


def _is_saved(form: RecordForm, read: Callable[[], Record], save: Callable[[Values], None]) -> bool:
    """Save the changes; False where the person has to look at them again."""
    form.compare(read().texts)
    if form.conflicts:
        return False
    try:
        _say_days(form)
        save(form.changes)
    except CoachlogError as error:
        if error.code not in (REFUSED, NOT_FOUND):
            raise
        form.refuse(error)
        form.compare(read().texts)
        return False
    return True


@contextmanager
def _rescued(form: RecordForm, label: str) -> Iterator[None]:
    """Within it, an error or an accident leaves what was typed in a file."""
    try:
        yield
    except CoachlogError as error:
        path = keep(form.left, label) if form.left else None
        if path:
            raise NotSavedError(error, path) from error
        raise
    except BaseException:  # Ctrl-C, a closed window, a fault of ours
        path = keep(form.left, label) if form.left else None
        if path:
            say(_("What you typed is saved in {path}").format(path=path))
        raise


def _continue_rescued(context: Context, form: RecordForm, label: str) -> Path | None:
    """Offer what was typed about this record before and not saved; the file that is continued."""
    clear_old()
    for file in rescued_files(label):
        if file.label != label:
            continue
        message = _("What you typed here earlier could not be saved. It is in {path}")
        announcement = [message.format(path=file.path)]
        if confirm_default_yes(context, announcement, _("Continue with it?")):
            form.left = file.text.encode()
            read_rescued_text(form)
            return file.path
    return None


def _editor(context: Context, guided: bool) -> Callable[[RecordForm], None]:
    """The editor of who chose one; others, and who cannot see it, are asked."""
    if guided or context.plain or not is_editor_chosen():
        prompter = make_prompter(context)
        return lambda form: _ask(prompter, form)
    return edit_sheet


def _ask(prompter: Prompter, form: RecordForm) -> None:
    """Ask what to change, or again for what will not do."""
    edit_guided(prompter, form)
    form.left = format_changes(form).encode() if form.changes else b""


def _say_days(form: RecordForm) -> None:
    """Say which days were understood from words."""
    with suppress(OSError):  # the window may be gone
        for label, day in form.days():
            say(_("{label}: {text}").format(label=label, text=show_day(day, language())))
