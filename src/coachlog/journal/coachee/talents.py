"""The command `coachee talent`: lists, adds, changes and removes the talents of a person."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.errors import MissingAnswersError, NotFoundError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee import lookup, queries
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.queries import TALENTS, TalentLine
from coachlog.journal.common.columns import columns
from coachlog.journal.common.forms import new_options, new_questions
from coachlog.journal.common.numbered import remove_numbered, title_of
from coachlog.schema.talent import TALENT
from coachlog.terminal.command_options import JsonFile, Yes, option, with_parameters
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.new_record import show_new_records
from coachlog.terminal.output import (
    AsCsv,
    AsJson,
    OutputFormat,
    Who,
    say_done,
    show_json,
    show_list,
)
from coachlog.terminal.record import Record
from coachlog.values.typed import record_number

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

FIELDS = new_options(TALENT)
COLUMNS = columns(TALENT, "strength", ("shows", 2), "gives_energy", ("wanted_context", 3))
OPTIONS = {
    "who": Who,
    "strength": Annotated[
        str | None, typer.Argument(metavar="[TALENT]", help=N_("A talent to add."))
    ],
    **{field.name: option(field.flag, field.help) for field in FIELDS if field.name != "strength"},
    "add": Annotated[bool, typer.Option("--add", help=N_("Ask for a talent to add."))],
    "edit": option("--edit", N_("Change this one."), "N"),
    "remove": option("--remove", N_("Remove this one."), "N"),
    "source": JsonFile,
    "yes": Yes,
    "as_json": AsJson,
    "as_csv": AsCsv,
}

Given = dict[str, str]


@with_parameters(OPTIONS)
def talent(
    who: str,
    add: bool,
    edit: str | None,
    remove: str | None,
    source: str | None,
    yes: bool,
    as_json: bool,
    as_csv: bool,
    **typed: str | None,
) -> None:
    """List somebody's talents; with a talent, add it.

    coachlog coachee talent amina "Stays calm" --shows "When it is busy" --energy yes
    """
    run = context()
    given = {name: value for name, value in typed.items() if value is not None}
    several_modes = [add, edit is not None, remove is not None].count(True) > 1
    if several_modes or (remove and given):  # a value has no meaning for a talent that goes
        raise UsageError(
            N_("Choose one of --add, --edit and --remove."),
            N_("How to use it: coachlog coachee talent --help"),
        )
    with run.reader() as reader:
        person = lookup.find(reader, who)
        typed_number = edit if remove is None else remove
        chosen = _find_talent(reader, person, typed_number)
    if remove is not None and chosen:
        _remove(chosen, yes)
    elif chosen:
        _edit(run, chosen, given, source, as_json)
    elif add or given or source:
        _add(run, person, given, source, as_json)
    else:
        _list(run, person, OutputFormat(as_json, as_csv))


def _find_talent(reader: "Reader", person: Person, typed: str | None) -> TalentLine | None:
    """Return the talent whose number was typed; raises NotFoundError if the person has no such."""
    if typed is None:
        return None
    number = record_number(typed)
    behind = "where coachee = :handle and number = :number"
    found_talent = TALENTS.first(reader, behind, handle=person.handle, number=number)
    if found_talent is None:
        raise NotFoundError(
            N_("{name} has no talent {number}."),
            N_("See them: coachlog coachee talent {handle}"),
            name=person.name,
            number=number,
            handle=person.handle,
        )
    return found_talent


def _list(run: Context, person: Person, wish: OutputFormat) -> None:
    """Print the talents of a person."""
    with run.reader() as reader:
        lines = queries.talents(reader, person.handle)
    empty = _("No talents have been noted for {name} yet. Note one: {command}").format(
        name=person.name, command=hint(f"coachee talent {person.handle} --add")
    )
    show_list(run, wish, TalentLine._fields, lines, COLUMNS, empty)


def _add(run: Context, person: Person, given: Given, source: str | None, as_json: bool) -> None:
    """Add talents from options, from JSON or by asking; a script has to give the talent."""
    if not (source or given.get("strength") or run.interactive):
        raise MissingAnswersError(["TALENT"])
    from coachlog.terminal.collect import collect  # a list is read without it

    inputs = collect(run, new_questions(TALENT), given, source)
    from coachlog.journal.coachee.saving import add_talents  # pydantic, after the questions

    numbers = add_talents(run, person, inputs)
    show_new_records(
        run,
        inputs,
        numbers,
        TALENTS.one,
        N_("Talent {n} saved."),
        "coachee talent {whose}",
        as_json=as_json,
    )


def _edit(
    run: Context, chosen: TalentLine, given: Given, source: str | None, as_json: bool
) -> None:
    """Change the talent *chosen* by options, by JSON or by asking; a script has to give values."""
    if not (source or given or run.interactive):
        raise MissingAnswersError(["TALENT", "--shows", "--energy", "--needs"])
    from coachlog.terminal.collect import changes_given  # a list is read without it

    current_values: dict[str, object] = chosen._asdict()
    if chosen.gives_energy is not None:  # shown as it is typed, not as 1 or 0
        current_values["gives_energy"] = "yes" if chosen.gives_energy else "no"
    changes = changes_given(run, Record(FIELDS, current_values), given, source)
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.coachee.saving import edit_talent

    edit_talent(run, chosen.number, changes)
    if as_json:
        with run.reader() as reader:
            show_json(TALENTS.one(reader, chosen.number)._asdict())
    else:
        message = _("Talent {n} updated.").format(n=chosen.number)
        say_done(message, f"coachee talent {chosen.coachee}")


def _remove(chosen: TalentLine, yes: bool) -> None:
    remove_numbered("talent", chosen, title_of(TALENT, chosen), yes)
