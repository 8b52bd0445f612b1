"""`coachee new` and `coachee edit`: by options, JSON or questions."""

import sys
from collections.abc import Iterable, Mapping

from coachlog.base.texts import _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.coachee.queries import line
from coachlog.journal.common.forms import edit_form, new_questions
from coachlog.schema.coachee import COACHEE
from coachlog.terminal.collect import Change, change_record, collect, with_change, with_options
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsJson, say_done, show_json, show_json_line
from coachlog.terminal.record import Record
from coachlog.terminal.record_output import show_pairs

FIELDS = new_questions(COACHEE)
CHANGED = edit_form(COACHEE)


@with_options(FIELDS, more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Add a person.

    coachlog coachee new --name "Amina El Idrissi" --role teamlead
    """
    run = context()
    inputs = collect(run, FIELDS, given, source)
    from coachlog.journal.coachee.saving import add_people  # pydantic, after the questions

    saved = add_people(run, inputs)
    _say_all(each.owner_note for each in saved)
    _say_all(each.namesakes for each in saved)
    _warn_about_consent(each.agreement_basis for each in saved)
    for item, (person, *_notes) in zip(inputs, saved, strict=True):
        is_one_of_many = bool(item.line)  # from a file with one person on each line
        is_piped = not as_json and not sys.stdout.isatty()
        if is_one_of_many or is_piped:
            _print_for_script(person.handle, person.name, as_json)
        else:
            message = _("{name} has been added.").format(name=person.name)
            _print_result(person.handle, as_json, message)


@with_change(CHANGED, which="WHO", more={"as_json": AsJson})
def edit(which: str, change: Change, as_json: bool) -> None:
    """Edit somebody's details: only what you give changes.

    coachlog coachee edit amina --team "Team Noord"
    """
    run = context()
    change_record(
        run,
        f"coachee edit {which}",
        lambda: _read_record(run, which),
        lambda changes: _save_changes(run, which, changes, as_json),
        change,
    )


def _read_record(run: Context, which: str) -> Record:
    with run.reader() as reader:
        coachee = line(reader, find(reader, which).handle)
    return Record(CHANGED, coachee._asdict(), coachee.name)


def _save_changes(run: Context, which: str, changes: Mapping[str, object], as_json: bool) -> None:
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.coachee.saving import edit_person

    saved = edit_person(run, which, changes)
    _say_all([saved.owner_note])
    _warn_about_consent([saved.agreement_basis])
    message = _("Details of {name} updated.").format(name=saved.person.name)
    _print_result(saved.person.handle, as_json, message)


def _say_all(sentences: Iterable[str]) -> None:
    """Print the *sentences* that are not empty."""
    for sentence in filter(None, sentences):
        say(sentence)


def _warn_about_consent(bases: Iterable[str | None]) -> None:
    """Print, once, why consent is a weak basis, if it is one of the chosen *bases*."""
    if "consent" in bases:
        say(
            _(
                "Between employer and employee, consent is a weak basis:"
                " it is hard to say no freely."
            )
        )


def _print_for_script(handle: str, name: str, as_json: bool) -> None:
    """Print a new person on one line."""
    if as_json:
        with context().reader() as reader:
            show_json_line(line(reader, handle)._asdict())
    else:
        show_pairs([(handle, name)])


def _print_result(handle: str, as_json: bool, message: str) -> None:
    """Print the person as JSON, or *message* and what to type next."""
    if as_json:
        with context().reader() as reader:
            show_json(line(reader, handle)._asdict())
    else:
        say_done(message, f"coachee show {handle}")
