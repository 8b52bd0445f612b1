"""A change made by hand: typed at leisure, compared with what is kept by then, mended until kept.

A command that changes a record is run here several times. The first run shows the record and ends
when the person is through; the next one reads it anew, sees whether another hand changed it
meanwhile, and saves. What the journal refuses goes back to the person, with all that was typed.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _, language
from coachlog.terminal.confirm import agreed
from coachlog.terminal.context import Context, say
from coachlog.terminal.editor import is_editor_chosen
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.in_editor import take_over
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record_form import RecordForm, Values
from coachlog.terminal.rescue import clear_old, discard, found, keep


class NotSavedError(CoachlogError):
    """What ended a change, and where all that was typed stands now."""

    cause = N_("{problem}")
    remedy = N_("{remedy} What you typed is saved in {path}")

    def __init__(self, error: CoachlogError, path: Path) -> None:
        super().__init__(problem=error.cause_text(), remedy=error.remedy_text(), path=path)
        self.code = error.code  # type: ignore[misc]

    def remedy_text(self) -> str:
        return super().remedy_text().strip()


class _ReadAgain(Exception):
    """The person is through: the record has to be read as it is now."""


class _Change:
    """One change, over all the runs of its command."""

    def __init__(self, context: Context, which: str, guided: bool, label: str) -> None:
        self.sheet: RecordForm | None = None
        self.is_sent = False
        self._context = context
        self._which = which
        self._way = _way(context, guided)
        self._label = label
        self._rescued: list[Path] = []

    def changes(self, fields: Sequence[FormField], now: Mapping[str, str], title: str) -> Values:
        """The fields to change; none when nothing was changed. Raises _ReadAgain."""
        if self.sheet is None:
            self.sheet = RecordForm(title or _title(self._which, fields, now), fields, now)
            self._go_on_with_rescued(self.sheet)
        else:
            self.sheet.compare(now)
            if not (self.sheet.problems or self.sheet.conflicts):
                self.is_sent = True
                _say_days(self.sheet)
                return self.sheet.changes
        self._way(self.sheet)
        if not self.sheet.changes:
            return {}
        raise _ReadAgain

    def is_refused(self, error: CoachlogError) -> bool:
        """Whether the journal refused what was sent, so that the person can mend it."""
        sent, self.is_sent = self.is_sent, False
        if not (sent and self.sheet and error.code in (REFUSED, NOT_FOUND)):
            return False
        self.sheet.refuse(error)
        return True

    def left(self) -> Path | None:
        """The file in which all that was typed is kept now; None when nothing was."""
        if not (self.sheet and self.sheet.left):
            return None
        return keep(self.sheet.left, self._label)

    def is_kept(self) -> None:
        """The journal has it: the file that it came from goes."""
        for path in self._rescued if self.is_sent else ():
            discard(path)

    def _go_on_with_rescued(self, sheet: RecordForm) -> None:
        """Offer what was typed about this record before, and could not be kept."""
        clear_old()
        for each in found(self._label):
            told = _("What you typed here earlier could not be saved. It is in {path}")
            question = _("Continue with it?")
            if each.label == self._label and agreed(
                self._context, [told.format(path=each.path)], question
            ):
                self._rescued.append(each.path)
                sheet.left = each.text.encode()
                take_over(sheet)
                return


_current: list[_Change] = []


def until_kept(
    context: Context, which: str, guided: bool, run: Callable[[], None], label: str
) -> None:
    """Call *run*, a command that asks `changed_by_hand`, until the journal keeps what was typed.

    What cannot be kept after all is put in a file, and the error tells where; the *label* of the
    file is that of the record, whose next change begins with it.
    """
    change = _Change(context, which, guided, label)
    _current[:] = [change]
    while True:
        try:
            run()
            return change.is_kept()
        except _ReadAgain:
            continue
        except CoachlogError as error:
            if change.is_refused(error):
                continue
            path = change.left()
            if path:
                raise NotSavedError(error, path) from error
            raise
        except BaseException:  # Ctrl-C, a closed window, a fault of ours
            path = change.left()
            if path:
                say(_("What you typed is saved in {path}").format(path=path))
            raise


def changed_by_hand(
    context: Context, fields: Sequence[FormField], now: Mapping[str, str], title: str
) -> Values:
    """The fields that a person changes; *now* holds their present values."""
    if not _current:
        return ask_in_turn(make_prompter(context), fields, now)
    return _current[0].changes(fields, now, title)


def _way(context: Context, guided: bool) -> Callable[[RecordForm], None]:
    """The editor of who chose one; others, and who cannot see it, are asked."""
    if guided or context.plain or not is_editor_chosen():
        prompter = make_prompter(context)
        return lambda sheet: _ask(prompter, sheet)
    from coachlog.terminal.in_editor import edit_sheet  # not wanted where questions are asked

    return edit_sheet


def _ask(prompter: Prompter, sheet: RecordForm) -> None:
    """Ask what to change, or again for what will not do."""
    from coachlog.terminal.guided_edit import edit_guided  # not wanted where an editor opens
    from coachlog.terminal.in_editor import changed_text

    edit_guided(prompter, sheet)
    sheet.left = changed_text(sheet).encode() if sheet.changes else b""


def _say_days(sheet: RecordForm) -> None:
    """A day in words could be another one than was meant: look at it."""
    from coachlog.base.days import show_day  # no words, no day to show

    with suppress(OSError):  # the window may be gone
        for label, day in sheet.days():
            say(_("{label}: {text}").format(label=label, text=show_day(day, language())))


def _title(which: str, fields: Sequence[FormField], now: Mapping[str, str]) -> str:
    value = visible_line(now.get(fields[0].name, ""))
    return f"{which} · {value}" if value and value != which else which
