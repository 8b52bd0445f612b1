"""`goal new` and `goal edit`: by options, JSON or questions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.queries import find, talents
from coachlog.journal.common.entry import Records, adds, change_numbered
from coachlog.journal.common.forms import changed_fields
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import read_lenses
from coachlog.journal.goal.queries import GOALS, line, links, may_have_lenses, numbers
from coachlog.journal.objective.queries import active as objectives
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL
from coachlog.terminal.collect import Change, FormField, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _linked(name: str, label: str, help_text: str, option: str) -> FormField:
    return FormField(name, label, help_text, parse.numbers, option=option, several=True)


_OBJECTIVES, _TALENTS = N_("Objectives"), N_("Numbers of talents")
OBJECTIVES = _linked(
    "objectives",
    _OBJECTIVES,
    N_("The number of an objective that it serves. Repeatable."),
    "objective",
)
TALENTS = _linked(
    "talent_numbers", _TALENTS, N_("The number of a talent that it uses. Repeatable."), "talent"
)
NO_OBJECTIVES = _linked(
    "no_objectives",
    _OBJECTIVES,
    N_("The number of an objective that it no longer serves. Repeatable."),
    "no_objective",
)
NO_TALENTS = _linked(
    "no_talent_numbers",
    _TALENTS,
    N_("The number of a talent that it no longer uses. Repeatable."),
    "no_talent",
)
_LENSES = N_("Workable work")
LENS_OPTION = FormField(
    "lenses",
    _LENSES,
    N_("An aspect of workable work that the goal is about, for example autonomy. Repeatable."),
    read_lenses,
    option="lens",
    several=True,
    metavar="ASPECT",
)
NO_LENSES = LENS_OPTION._replace(
    name="no_lenses",
    help=N_("An aspect of workable work that the goal is no longer about. Repeatable."),
    option="no_lens",
)
LINKS = (OBJECTIVES, TALENTS, LENS_OPTION)


def _links_of(run: Context, given: dict[str, str]) -> tuple[FormField, ...]:
    """The questions what it serves and uses, where there is something to choose from."""
    if not run.interactive or "coachee" not in given:
        return ()
    with run.reader() as reader:
        served = {str(each.number): each.statement for each in objectives(reader)}
        person = find(reader, given["coachee"])
        used = {str(each.number): each.strength for each in talents(reader, person.handle)}
        seen = may_have_lenses(reader, person)
    asked = (
        (OBJECTIVES._replace(label=N_("Which objectives does it serve?")), served),
        (TALENTS._replace(label=N_("Which talents does it use?")), used),
    )
    chosen = tuple(_choice(field, known) for field, known in asked if known)
    return (*chosen, _which_lenses()) if seen else chosen


def _which_lenses() -> FormField:
    """Asked only about somebody who wanted to talk about workable work before."""
    return LENS_OPTION._replace(
        label=N_("Which aspects of workable work is it about?"),
        help=N_("Separate them with commas; press Enter to skip."),
        hints=[f"  {_(label)}" for label in LENSES.values()],
        several=False,
    )


def _choice(field: FormField, known: dict[str, str]) -> FormField:
    hints = [f"  {number}  {text}" for number, text in known.items()]

    def check(text: str) -> object:
        return [parse.choice(str(number), list(known)) for number in parse.numbers(text)]

    return field._replace(
        help=N_("Numbers; press Enter to skip."), check=check, hints=hints, several=False
    )


def _with_links(number: int, given: dict[str, str]) -> dict[str, str]:
    """*given* with all links that the goal will have, where some are added or taken away."""
    names = {field.name for field in LINKS}
    told = {name for name in names if name in given or f"no_{name}" in given}
    rest = {name: value for name, value in given.items() if name.removeprefix("no_") not in names}
    if not told:
        return rest
    with context().reader() as reader:
        present = _links(reader, line(reader, number).number)
    for name in told:
        read = read_lenses if name == "lenses" else parse.numbers
        gone = read(given.get(f"no_{name}"))
        kept = [*present[name], *read(given.get(name))]
        rest[name] = _told(each for each in kept if each not in gone)
    return rest


def _told(links: Iterable[Any]) -> str:
    return ", ".join(map(str, dict.fromkeys(links)))


def _links(reader: "Reader", number: int) -> dict[str, list[Any]]:
    return {**numbers(links(reader, number)), "lenses": queries.lenses(reader, number)}


def _format_current_links(reader: "Reader", number: int) -> dict[str, str]:
    return {name: _told(found) for name, found in _links(reader, number).items()}


RECORDS = Records(
    GOAL,
    GOALS,
    N_("Goal {n} of {name}"),
    N_("Goal {n} saved."),
    N_("Goal {n} updated."),
    ["goal show {n}", "goal score {n} 5"],
    linked_values=_format_current_links,
)


@adds(RECORDS, _links_of, LINKS)
def new() -> None:
    """Set a goal with somebody, outside a conversation.

    coachlog goal new --coachee amina --statement "End on time"
    """


FIELDS = changed_fields(GOAL)


@with_options(
    (*FIELDS, OBJECTIVES, NO_OBJECTIVES, TALENTS, NO_TALENTS, LENS_OPTION, NO_LENSES),
    number="N",
    more={"as_json": AsJson},
)
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit a goal: only what you give changes.

    coachlog goal edit 1 --target 8
    """
    changed = _with_links(parse.number(which) or 0, given)
    change_numbered(RECORDS, (*FIELDS, *LINKS), which, Change(changed, source, guided), as_json)
