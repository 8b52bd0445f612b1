"""`goal new` and `goal edit`: by options, JSON or questions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.myself import find_for_new
from coachlog.journal.coachee.queries import talents
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.common.several_values import several_values
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import read_lenses
from coachlog.journal.goal.queries import GOALS, may_have_lenses
from coachlog.journal.objective.queries import active as objectives
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _link_field(name: str, label: str, help_text: str, option: str) -> FormField:
    """Return the field for the numbers of records that a goal is linked with."""
    return FormField(name, label, help_text, parse.numbers, option=option, several=True)


OBJECTIVES = _link_field(
    "objectives",
    N_("Objectives"),
    N_("The number of an objective that it serves. Repeatable."),
    "objective",
)
TALENTS = _link_field(
    "talent_numbers",
    N_("Numbers of talents"),
    N_("The number of a talent that it uses. Repeatable."),
    "talent",
)
LENS_OPTION = FormField(
    "lenses",
    N_("Workable work"),
    N_("An aspect of workable work that the goal is about, for example autonomy. Repeatable."),
    read_lenses,
    option="lens",
    several=True,
    metavar="ASPECT",
)
LINKS = (
    several_values(
        OBJECTIVES, N_("The number of an objective that it no longer serves. Repeatable.")
    ),
    several_values(TALENTS, N_("The number of a talent that it no longer uses. Repeatable.")),
    several_values(
        LENS_OPTION, N_("An aspect of workable work that the goal is no longer about. Repeatable.")
    ),
)


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


def _links_as_typed(reader: "Reader", number: int) -> dict[str, str]:
    """Return the objectives, talents and lenses of a goal by field, as they would be typed."""
    values: dict[str, Sequence[object]] = {
        **queries.link_numbers(queries.links(reader, number)),
        "lenses": queries.lenses(reader, number),
    }
    return {name: ", ".join(map(str, linked)) for name, linked in values.items()}


RECORDS = Records(
    GOAL,
    GOALS,
    N_("Goal {n} of {name}"),
    N_("Goal {n} saved."),
    N_("Goal {n} updated."),
    ["goal show {n}", "goal score {n} 5"],
    linked_values=_links_as_typed,
)


@new_command(RECORDS, _link_questions, [link.field for link in LINKS])
def new() -> None:
    """Set a goal with somebody, outside a conversation.

    coachlog goal new --coachee amina --statement "End on time"
    """


@edit_command(RECORDS, links=LINKS)
def edit() -> None:
    """Edit a goal: only what you give changes.

    coachlog goal edit 1 --target 8
    """
