"""`goal new` and `goal edit`: by options, JSON or questions."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.queries import find, talents
from coachlog.journal.common.checks import day, somebody
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import HIGH, LOW, STATUSES, read_lenses
from coachlog.journal.goal.queries import line, links, may_have_lenses, numbers
from coachlog.journal.objective.queries import active as objectives
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _scale(text: str) -> object:
    return parse.scale(text, LOW, HIGH)


COACHEE = FormField(
    "coachee", N_("Whose goal is it?"), N_("Short name or full name."), somebody, required=True
)
FIELDS = (
    FormField("statement", GOAL.field("statement").label, check=parse.text),
    FormField("why", GOAL.field("why").label, check=parse.text),
    FormField("signs", GOAL.field("signs").label, check=parse.text),
    FormField("anti_goal", GOAL.field("anti_goal").label, check=parse.text),
    FormField("milestone", GOAL.field("milestone").label, check=parse.text),
    FormField("talents", GOAL.field("talents").label, check=parse.text),
    FormField(
        "serves",
        GOAL.field("serves").label,
        N_("The objective of the team or the organisation that it serves."),
        parse.text,
    ),
    FormField("target_on", GOAL.field("target_on").label, check=day),
    FormField("baseline", GOAL.field("baseline").label, N_("0 to 10"), _scale),
    FormField("target", GOAL.field("target").label, N_("0 to 10"), _scale),
)


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
ON = FormField(
    "set_on",
    N_("Day"),
    N_("The day; today if left out."),
    lambda text: context().past_day(text),
    option="on",
)
LINKS = (OBJECTIVES, TALENTS, LENS_OPTION)
STATUS = FormField(
    "status",
    GOAL.field("status").label,
    N_("active, achieved or dropped."),
    lambda text: parse.choice(text, STATUSES),
    words=GOAL.field("status").words,
)
# The hints are SMART as it is taught in Flanders: advice, which blocks nothing.
QUESTIONS = (
    COACHEE,
    FormField(
        "statement",
        N_("What is the goal?"),
        check=parse.text,
        required=True,
        hints=(
            N_("SMART is only advice: a goal may still be vague."),
            N_("Specific: can someone else tell what you will do, with whom and where?"),
        ),
    ),
    FormField(
        "why",
        N_("Why does it matter?"),
        check=parse.text,
        hints=(N_("Acceptable: do you stand behind it yourself, and do the others involved?"),),
    ),
    FormField(
        "signs",
        N_("How will you know that it is reached?"),
        check=parse.text,
        hints=(N_("Measurable: what will you see, hear or count when it works?"),),
    ),
    FormField("anti_goal", N_("What is definitely not wanted?"), check=parse.text),
    FormField(
        "target_on",
        N_("By when should it be reached?"),
        check=day,
        hints=(N_("Time-bound: by when, and when do you look in between?"),),
    ),
    FormField("baseline", N_("Where are things now?"), N_("0 to 10"), _scale),
    FormField(
        "target",
        N_("Which figure is good enough?"),
        N_("0 to 10"),
        _scale,
        hints=(N_("Realistic: is it within reach, with the time and resources available?"),),
    ),
)


@with_options((COACHEE._replace(label=COACHEE.help), ON, *FIELDS, *LINKS), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Set a goal with somebody, outside a conversation.

    coachlog goal new --coachee amina --statement "End on time"
    """
    run = context()
    if run.interactive and not source and not given.get("statement"):
        given = collect(run, (COACHEE,), given, None)[0].value
    inputs = collect(run, (*QUESTIONS, *_links_of(run, given)), given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.goal.model import NewGoalInput
    from coachlog.journal.goal.service import add

    numbers = add_all(
        run, "goal new", NewGoalInput, inputs, lambda work, data: add(work, data, run.today)
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Goal {n} saved."),
        *("goal show {n}", "goal score {n} 5"),
        as_json=as_json,
    )


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


@with_options(
    (*FIELDS, STATUS, OBJECTIVES, NO_OBJECTIVES, TALENTS, NO_TALENTS, LENS_OPTION, NO_LENSES),
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
    change_numbered(
        CHANGING, (*FIELDS, STATUS, *LINKS), which, Change(changed, source, guided), as_json
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


def _present_links(reader: "Reader", number: int) -> dict[str, str]:
    return {name: _told(found) for name, found in _links(reader, number).items()}


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.goal.model import GoalEdit
    from coachlog.journal.goal.service import edit as change

    return GoalEdit, change


CHANGING = Changing(
    "goal edit",
    N_("Goal {n} of {name}"),
    N_("Goal {n} updated."),
    "goal show {n}",
    line,
    _saving,
    _present_links,
)
