"""Changing a record as text in the editor: opened again with what is wrong, until it is right."""

import textwrap
from contextlib import suppress
from pathlib import Path

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.terminal.context import say
from coachlog.terminal.editor import EditorFailedError, open_in_editor
from coachlog.terminal.fields import FormField
from coachlog.terminal.record_form import RecordForm, Values, message_of
from coachlog.terminal.record_text import Form, Part, TextMistakeError, same_text
from coachlog.terminal.scratch import find_saved_version, read_back, temporary_file
from coachlog.terminal.signals import signals_ignored

WIDEST = 76
MOST_TIMES = 20
"""A person has given up long before; an editor that is a script may go on for ever."""


def edit_sheet(sheet: RecordForm) -> None:
    """Let the person change *sheet* in the editor until each field is right by itself.

    Raises RefusedError when the same text comes back with its mistakes, or nothing at all;
    and EditorFailedError or EditorStoppedError.
    """
    form = _form(sheet)
    text = sheet.left.decode() or form.render(sheet.shown, _hidden(sheet))
    for _time in range(MOST_TIMES):
        problems = _told(sheet)
        opened = form.with_problems(text, problems)
        say(_how_to_go_on(sheet, problems))
        text = _saved(sheet, opened)
        if problems and (not text.strip() or same_text(text, opened)):
            break
        sheet.left = text.encode()
        _read(sheet, form, text)
        if not sheet.problems:
            return
    raise RefusedError(N_("{problem}"), N_("Nothing was changed."), problem=_first(sheet, problems))


def format_changes(sheet: RecordForm) -> str:
    """The fields that were changed, as text that `read_rescued_text` and the editor read."""
    same = {*sheet.shown} - {*sheet.changes}
    return _form(sheet).render(sheet.typed, same)


def read_rescued_text(sheet: RecordForm) -> None:
    """Take what *sheet* was left with as what is typed, as far as it can be read."""
    form = _form(sheet)
    with suppress(TextMistakeError):  # the editor shows what is wrong
        sheet.typed = sheet.shown | form.parse(sheet.left.decode())


def _hidden(sheet: RecordForm) -> set[str]:
    return {*sheet.shown} - {field.name for field in sheet.visible}


def _form(sheet: RecordForm) -> Form:
    introduction = (
        sheet.title,
        "",
        _("Write below the headings. Save and close the editor to keep your changes."),
        _("Nothing changed, or everything deleted? Then everything stays as it was."),
        _("Keep the headings (==). Lines like this one are removed automatically."),
    )
    return Form(introduction, [_part(field, sheet) for field in sheet.fields])


def _part(field: FormField, sheet: RecordForm) -> Part:
    label = _(field.label)
    same = [other for other in sheet.fields if _(other.label).casefold() == label.casefold()]
    heading = label if len(same) == 1 else f"{label} ({field.name})"
    return Part(field.name, heading, tuple(textwrap.wrap(field.explanation, WIDEST)))


def _read(sheet: RecordForm, form: Form, text: str) -> None:
    """Take over what was typed, and note what is wrong with it."""
    try:
        typed = form.parse(text)
        form.refuse_lost_heading(typed, sheet.shown)
    except TextMistakeError as error:
        sheet.problems = {"": message_of(error)}
    else:
        sheet.typed = sheet.shown | typed
        sheet.check()


def _told(sheet: RecordForm) -> Values:
    """All that is wrong, as lines in the text."""
    found = dict(sheet.problems)
    for name, value in sheet.conflicts.items():
        now = value or _("(empty)")
        found[name] = "\n".join(
            (
                _("This was changed elsewhere in the meantime. It is now:"),
                *("    " + line for line in now.split("\n")),
                _("Delete these lines to keep what is below instead."),
            )
        )
    if found and "" not in found:
        headings = ", ".join(_(field.label) for field in sheet.fields if field.name in found)
        found[""] = _("Not saved yet. Look below: {headings}.").format(headings=headings)
    return found


def _first(sheet: RecordForm, problems: Values) -> str:
    for field in sheet.fields:
        if field.name in problems:
            problem = problems[field.name].partition("\n")[0]
            return _("{label}: {text}").format(label=_(field.label), text=problem)
    return problems[""]


def _how_to_go_on(sheet: RecordForm, problems: Values) -> str:
    if problems:
        return problems[""]
    told = _("{title} is open in your editor. Save and close it to continue.")
    return told.format(title=sheet.title)


def _saved(sheet: RecordForm, text: str) -> str:
    with temporary_file(text, "record.txt") as path:
        try:
            open_in_editor(path)
            return read_back(path)
        except EditorFailedError as error:
            _rescue(sheet, path, text)
            raise EditorFailedError(
                EditorFailedError.cause,
                N_("Nothing was changed. Set EDITOR to another program, or add --guided."),
                **error.values,
            ) from error
        except BaseException:  # Ctrl-C or a closed window
            _rescue(sheet, path, text)
            raise


def _rescue(sheet: RecordForm, path: Path, text: str) -> None:
    """What the editor saved before it failed is somebody's work, whatever it is."""
    with signals_ignored():
        found = find_saved_version(path, text)
        if found is not None:
            sheet.left = found.data
