"""`coachee talent`: what somebody is good at; list, add, change, remove."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coachlog.base.errors import MissingAnswersError, NotFoundError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee import queries
from coachlog.journal.coachee.queries import TALENTS, Person, TalentLine
from coachlog.journal.common.lists import remove_numbered
from coachlog.schema.talent import TALENT
from coachlog.schema.vocabulary import YES_NO
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import JsonFile, Yes, option_info
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.fields import FormField
from coachlog.terminal.new_record import tell_all_kept
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, done, show_json, show_list
from coachlog.terminal.record import Record
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIELDS = (
    FormField(
        "strength",
        TALENT.field("strength").label,
        N_("What this person is good at."),
        parse.line,
        required=True,
    ),
    FormField("shows", TALENT.field("shows").label, N_("Where or when it shows."), parse.text),
    FormField(
        "gives_energy",
        TALENT.field("gives_energy").label,
        N_("Whether it gives energy: yes or no."),
        parse.yes_no,
        option="energy",
    ),
    FormField(
        "wanted_context",
        TALENT.field("wanted_context").label,
        N_("The context that it needs."),
        parse.text,
        option="needs",
    ),
)
COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("strength", N_("Talent")),
    Column("shows", N_("Where it shows"), "text", 2),
    Column("gives_energy", N_("Energy"), "choice", 1, YES_NO),
    Column("wanted_context", N_("Context it needs"), "text", 3),
)

Given = dict[str, Any]


def talent(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    strength: Annotated[
        str | None, typer.Argument(metavar="[TALENT]", help=N_("A talent to add."))
    ] = None,
    shows: Annotated[str | None, option_info("--shows", N_("Where or when it shows."))] = None,
    energy: Annotated[
        str | None, option_info("--energy", N_("Whether it gives energy: yes or no."), "y/n")
    ] = None,
    needs: Annotated[str | None, option_info("--needs", N_("The context that it needs."))] = None,
    add: Annotated[bool, typer.Option("--add", help=N_("Ask for a talent to add."))] = False,
    edit: Annotated[str | None, option_info("--edit", N_("Change this one."), "N")] = None,
    remove: Annotated[str | None, option_info("--remove", N_("Remove this one."), "N")] = None,
    source: JsonFile = None,
    yes: Yes = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List somebody's talents; with a talent, add it.

    coachlog coachee talent amina "Stays calm" --shows "When it is busy" --energy yes
    """
    run = context()
    found = {
        "strength": strength,
        "shows": shows,
        "gives_energy": energy,
        "wanted_context": needs,
    }
    given = {name: value for name, value in found.items() if value is not None}
    if [add, edit is not None, remove is not None].count(True) > 1 or (remove and given):
        raise UsageError(
            N_("Choose one of --add, --edit and --remove."),
            N_("How to use it: coachlog coachee talent --help"),
        )
    with run.reader() as reader:
        person = queries.find(reader, who)
        chosen = _chosen(reader, person, edit if remove is None else remove)
    if remove is not None and chosen:
        _remove(chosen, yes)
    elif chosen:
        _edit(run, chosen, given, source, as_json)
    elif add or given or source:
        _add(run, person, given, source, as_json)
    else:
        _list(run, person, OutputFormat(as_json, as_csv))


def _chosen(reader: "Reader", person: Person, typed: str | None) -> TalentLine | None:
    if typed is None:
        return None
    number = parse.number(typed) or 0
    theirs = "where coachee = :handle and number = :number"
    found = TALENTS.first(reader, theirs, handle=person.handle, number=number)
    if found is None:
        raise NotFoundError(
            N_("{name} has no talent {number}."),
            N_("See them: coachlog coachee talent {handle}"),
            name=person.name,
            number=number,
            handle=person.handle,
        )
    return found


def _list(run: Context, person: Person, wish: OutputFormat) -> None:
    with run.reader() as reader:
        lines = queries.talents(reader, person.handle)
    none = _("No talents have been noted for {name} yet. Note one: {command}").format(
        name=person.name, command=hint(f"coachee talent {person.handle} --add")
    )
    show_list(run, wish, TalentLine._fields, lines, COLUMNS, none)


def _add(run: Context, person: Person, given: Given, source: str | None, as_json: bool) -> None:
    if not (source or given.get("strength") or run.interactive):
        raise MissingAnswersError(["TALENT"])
    from coachlog.terminal.collect import collect  # a list is read without it

    inputs = collect(run, FIELDS, given, source)
    from coachlog.journal.coachee.model import TalentInput
    from coachlog.journal.coachee.service import add_talent
    from coachlog.journal.common.new import add_all

    def add(work: "Work", data: TalentInput) -> int:
        return add_talent(work, person, data)

    numbers = add_all(run, "talent new", TalentInput, inputs, add)
    tell_all_kept(
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
    if not (source or given or run.interactive):
        raise MissingAnswersError(["TALENT", "--shows", "--energy", "--needs"])
    from coachlog.terminal.collect import changes_given  # as above

    fields = tuple(field._replace(required=False) for field in FIELDS)
    energy = None if chosen.gives_energy is None else ("no", "yes")[chosen.gives_energy]
    present = chosen._asdict() | {"gives_energy": energy}
    changes = changes_given(run, Record(fields, present), given, source)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.coachee.model import TalentEdit
    from coachlog.journal.coachee.service import edit_talent
    from coachlog.journal.common.input_types import checked

    data = checked(TalentEdit, changes, run.today)
    with run.work("talent edit") as work:
        edit_talent(work, chosen.number, data)
    if as_json:
        with run.reader() as reader:
            show_json(TALENTS.one(reader, chosen.number)._asdict())
    else:
        told = _("Talent {n} updated.").format(n=chosen.number)
        done(told, f"coachee talent {chosen.coachee}")


def _remove(chosen: TalentLine, yes: bool) -> None:
    title = f"{_('Talent')} {chosen.number} · {chosen.strength}"
    remove_numbered("talent", chosen, title, yes)
