"""`goal new` and `goal edit`: by options, JSON or questions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.myself import find_for_new
from coachlog.journal.coachee.queries import talents
from coachlog.journal.common.entry import Records, edit_numbered, new_command
from coachlog.journal.common.forms import edit_form
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import read_lenses
from coachlog.journal.goal.queries import GOALS, line, link_numbers, may_have_lenses
from coachlog.journal.objective.queries import active as objectives
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL
from coachlog.terminal.collect import Change, FormField, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _link_field(name: str, label: str, help_text: str, option: str) -> FormField:
    """Return the field for the numbers of records that a goal is linked with."""
    return FormField(name, label, help_text, parse.numbers, option=option, several=True)


_OBJECTIVES, _TALENTS = N_("Objectives"), N_("Numbers of talents")
OBJECTIVES = _link_field(
    "objectives",
    _OBJECTIVES,
    N_("The number of an objective that it serves. Repeatable."),
    "objective",
)
TALENTS = _link_field(
    "talent_numbers", _TALENTS, N_("The number of a talent that it uses. Repeatable."), "talent"
)
NO_OBJECTIVES = _link_field(
    "no_objectives",
    _OBJECTIVES,
    N_("The number of an objective that it no longer serves. Repeatable."),
    "no_objective",
)
NO_TALENTS = _link_field(
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


def _link_questions(run: Context, answers: dict[str, str]) -> tuple[FormField, ...]:
    """Return the questions for objectives, talents and lenses that there are to choose from.

    None of them if nobody can be asked, or *answers* lack the person.
    """
    if not run.interactive or "coachee" not in answers:
        return ()
    with run.reader() as reader:
        objective_texts = {str(line.number): line.statement for line in objectives(reader)}
        person = find_for_new(reader, answers["coachee"])
        talent_texts = {str(line.number): line.strength for line in talents(reader, person.handle)}
        offers_lenses = may_have_lenses(reader, person)
    fields = (
        (OBJECTIVES._replace(label=N_("Which objectives does it serve?")), objective_texts),
        (TALENTS._replace(label=N_("Which talents does it use?")), talent_texts),
    )
    questions = tuple(_choice(field, choices) for field, choices in fields if choices)
    return (*questions, _lens_question()) if offers_lenses else questions


def _lens_question() -> FormField:
    """Return the question for the aspects of workable work, with all of them as hints."""
    return LENS_OPTION._replace(
        label=N_("Which aspects of workable work is it about?"),
        help=N_("Separate them with commas; press Enter to skip."),
        hints=[f"  {_(label)}" for label in LENSES.values()],
        several=False,
    )


def _choice(field: FormField, choices: dict[str, str]) -> FormField:
    """Return *field* as a question that lists *choices*, texts by number, and accepts no other."""
    hints = [f"  {number}  {text}" for number, text in choices.items()]

    def check(text: str) -> object:
        typed_numbers = parse.numbers(text)
        return [parse.choice(str(number), list(choices)) for number in typed_numbers]

    return field._replace(
        help=N_("Numbers; press Enter to skip."), check=check, hints=hints, several=False
    )


def _with_links(number: int, options: dict[str, str]) -> dict[str, str]:
    """Return *options* with all links that the goal will have in place of those to add or remove.

    For a goal with talents 1 and 2, `--talent 3 --no-talent 1` becomes `talent_numbers: "2, 3"`.
    Raises NotFoundError for an unknown goal if links change.
    """
    link_names = {field.name for field in LINKS}
    changed_names = {name for name in link_names if name in options or f"no_{name}" in options}
    values = {
        name: text for name, text in options.items() if name.removeprefix("no_") not in link_names
    }
    if not changed_names:
        return values
    with context().reader() as reader:
        current_links = _read_links(reader, line(reader, number).number)
    for name in changed_names:
        parse_links = read_lenses if name == "lenses" else parse.numbers
        added = parse_links(options.get(name))
        removed = parse_links(options.get(f"no_{name}"))
        links = [*current_links[name], *added]
        values[name] = _format_links(link for link in links if link not in removed)
    return values


def _format_links(links: Iterable[Any]) -> str:
    """Return numbers or lenses as they would be typed, each once."""
    return ", ".join(map(str, dict.fromkeys(links)))


def _read_links(reader: "Reader", number: int) -> dict[str, list[Any]]:
    """Return the objectives, talents and lenses of a goal, by the name of their field."""
    links = queries.links(reader, number)
    return {**link_numbers(links), "lenses": queries.lenses(reader, number)}


def _format_current_links(reader: "Reader", number: int) -> dict[str, str]:
    return {name: _format_links(links) for name, links in _read_links(reader, number).items()}


RECORDS = Records(
    GOAL,
    GOALS,
    N_("Goal {n} of {name}"),
    N_("Goal {n} saved."),
    N_("Goal {n} updated."),
    ["goal show {n}", "goal score {n} 5"],
    linked_values=_format_current_links,
)


@new_command(RECORDS, _link_questions, LINKS)
def new() -> None:
    """Set a goal with somebody, outside a conversation.

    coachlog goal new --coachee amina --statement "End on time"
    """


FIELDS = edit_form(GOAL)


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
    values = _with_links(parse.record_number(which), given)
    edit_numbered(RECORDS, (*FIELDS, *LINKS), which, Change(values, source, guided), as_json)
