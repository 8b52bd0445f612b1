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
"""How often the editor is opened: if it is a script, it might go on forever."""


def edit_in_editor(form: RecordForm) -> None:
    """Open *form* as text in the editor, again and again until each field is valid.

    Raises RefusedError if a text with problems comes back unchanged or empty; and
    EditorFailedError or EditorStoppedError.
    """
    layout = _layout(form)
    text = form.rescue_text.decode() or layout.render(form.shown, _hidden_names(form))
    for _attempt in range(MOST_TIMES):
        problems = _problem_texts(form)
        shown_text = layout.with_problems(text, problems)
        say(_opening_message(form, problems))
        text = _edit(form, shown_text)
        gives_up = not text.strip() or same_text(text, shown_text)
        if problems and gives_up:
            break
        form.rescue_text = text.encode()
        _read_text(form, layout, text)
        if not form.problems:
            return
    raise RefusedError(
        N_("{problem}"), N_("Nothing was changed."), problem=_first_problem(form, problems)
    )


def format_changes(form: RecordForm) -> str:
    """Return the changed fields as text that `read_rescued_text` reads."""
    unchanged = {*form.shown} - {*form.changes}
    return _layout(form).render(form.typed, without=unchanged)


def read_rescued_text(form: RecordForm) -> None:
    """Set the typed values of *form* from its rescue text, if that can be read."""
    layout = _layout(form)
    with suppress(TextMistakeError):  # the editor shows what is wrong
        form.typed = form.shown | layout.parse(form.rescue_text.decode())


def _hidden_names(form: RecordForm) -> set[str]:
    return {*form.shown} - {field.name for field in form.visible}


def _layout(form: RecordForm) -> Form:
    """Return the frame of the text: how to edit it, then a heading for each field."""
    introduction = (
        form.title,
        "",
        _("Write below the headings. Save and close the editor to keep your changes."),
        _("Nothing changed, or everything deleted? Then everything stays as it was."),
        _("Keep the headings (==). Lines like this one are removed automatically."),
    )
    return Form(introduction, [_field_part(field, form) for field in form.fields])


def _field_part(field: FormField, form: RecordForm) -> Part:
    """Return the part of *field*; its name is added where two fields have the same label."""
    label = _(field.label)
    same_label = [other for other in form.fields if _(other.label).casefold() == label.casefold()]
    heading = label if len(same_label) == 1 else f"{label} ({field.name})"
    return Part(field.name, heading, tuple(textwrap.wrap(field.explanation, WIDEST)))


def _read_text(form: RecordForm, layout: Form, text: str) -> None:
    """Set the typed values of *form* from *text*, and its problems."""
    try:
        typed = layout.parse(text)
        layout.refuse_lost_heading(typed, form.shown)
    except TextMistakeError as error:
        form.problems = {"": message_of(error)}
    else:
        form.typed = form.shown | typed
        form.check()


def _problem_texts(form: RecordForm) -> Values:
    """Return problems and conflicts by field, and under "" a line that names the fields."""
    texts = dict(form.problems)
    for name, value in form.conflicts.items():
        current = value or _("(empty)")
        texts[name] = "\n".join(
            (
                _("This was changed elsewhere in the meantime. It is now:"),
                *("    " + line for line in current.split("\n")),
                _("Delete these lines to keep what is below instead."),
            )
        )
    if texts and "" not in texts:
        headings = ", ".join(_(field.label) for field in form.fields if field.name in texts)
        texts[""] = _("Not saved yet. Look below: {headings}.").format(headings=headings)
    return texts


def _first_problem(form: RecordForm, problems: Values) -> str:
    """Return the first line of the first field with a problem, or that of the whole form."""
    for field in form.fields:
        if field.name in problems:
            problem = problems[field.name].partition("\n")[0]
            return _("{label}: {text}").format(label=_(field.label), text=problem)
    return problems[""]


def _opening_message(form: RecordForm, problems: Values) -> str:
    if problems:
        return problems[""]
    message = _("{title} is open in your editor. Save and close it to continue.")
    return message.format(title=form.title)


def _edit(form: RecordForm, text: str) -> str:
    """Open *text* in the editor and return what it saved; if that fails, set the rescue text."""
    with temporary_file(text, "record.txt") as path:
        try:
            open_in_editor(path)
            return read_back(path)
        except EditorFailedError as error:
            _rescue_saved_text(form, path, text)
            raise EditorFailedError(
                EditorFailedError.cause,
                N_("Nothing was changed. Set EDITOR to another program, or add --guided."),
                **error.values,
            ) from error
        except BaseException:  # Ctrl-C or a closed window
            _rescue_saved_text(form, path, text)
            raise


def _rescue_saved_text(form: RecordForm, path: Path, text: str) -> None:
    """Set the rescue text to what the editor saved before it failed."""
    with signals_ignored():
        saved = find_saved_version(path, text)
        if saved is not None:
            form.rescue_text = saved.data
