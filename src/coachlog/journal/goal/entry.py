"""`goal new` and `goal edit`: by options, JSON or questions."""

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.fields import HIGH, LOW, STATUSES
from coachlog.journal.goal.queries import line
from coachlog.journal.words import GOAL_STATUSES
from coachlog.terminal.collect import Asked, collect, collect_change, with_options
from coachlog.terminal.context import context
from coachlog.terminal.kept import tell_kept
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _


def _scale(text: str) -> object:
    return kinds.scale(text, LOW, HIGH)


def _day(text: str) -> object:
    return parse_day(text, context().today)


def _somebody(text: str) -> object:
    with context().reader() as reader:
        return find(reader, text)


COACHEE = Asked("coachee", N_("Whose goal is it?"), N_("Handle or name."), _somebody, required=True)
FIELDS = (
    Asked("statement", N_("Goal"), check=kinds.text),
    Asked("why", N_("Why"), check=kinds.text),
    Asked("signs", N_("Signs of success"), check=kinds.text),
    Asked("anti_goal", N_("Not wanted"), check=kinds.text),
    Asked("milestone", N_("Milestone"), check=kinds.text),
    Asked("talents", N_("Talents"), check=kinds.text),
    Asked(
        "serves",
        N_("Serves"),
        N_("The objective of team or organisation that it serves."),
        kinds.text,
    ),
    Asked("target_on", N_("By when"), check=_day),
    Asked("baseline", N_("At the start"), N_("0 to 10"), _scale),
    Asked("target", N_("Target"), N_("0 to 10"), _scale),
)
STATUS = Asked(
    "status",
    N_("Status"),
    N_("active, achieved or dropped."),
    lambda text: kinds.choice(text, STATUSES),
    words=GOAL_STATUSES,
)
# The hints are SMART as it is taught in Flanders: advice, which blocks nothing.
QUESTIONS = (
    COACHEE,
    Asked(
        "statement",
        N_("What is the goal?"),
        check=kinds.text,
        required=True,
        hints=(
            N_("SMART is advice. A goal that is still vague may be kept."),
            N_("Specific: can someone else tell what you will do, with whom and where?"),
        ),
    ),
    Asked(
        "why",
        N_("Why does it matter?"),
        check=kinds.text,
        hints=(N_("Acceptable: do you stand behind it yourself, and do those involved too?"),),
    ),
    Asked(
        "signs",
        N_("What will show that it is reached?"),
        check=kinds.text,
        hints=(N_("Measurable: what will you see, hear or count when it works?"),),
    ),
    Asked("anti_goal", N_("What is definitely not wanted?"), check=kinds.text),
    Asked(
        "target_on",
        N_("By when is it to be reached?"),
        check=_day,
        hints=(N_("Time-bound: by when, and when do you look in between?"),),
    ),
    Asked("baseline", N_("Where does it stand now?"), N_("0 to 10"), _scale),
    Asked(
        "target",
        N_("Which figure is good enough?"),
        N_("0 to 10"),
        _scale,
        hints=(N_("Realisable: is it within reach, with the time and means there are?"),),
    ),
)


@with_options((COACHEE._replace(label=COACHEE.help), *FIELDS), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Set a goal with somebody, outside a conversation.

    coachlog goal new --coachee amina --statement "End on time"
    """
    run = context()
    inputs = collect(run, QUESTIONS, given, source)
    from coachlog.journal.adding import add_all
    from coachlog.journal.goal.model import NewGoalInput
    from coachlog.journal.goal.service import add

    numbers = add_all(
        run, "goal new", NewGoalInput, inputs, lambda work, data: add(work, data, run.today)
    )
    with run.reader() as reader:
        for each, number in zip(inputs, numbers, strict=True):
            tell_kept(
                line(reader, number),
                N_("Goal {n} is kept."),
                *("goal show {n}", "goal score {n} 5"),
                as_json=as_json,
                several=each.line is not None,
            )


@with_options((*FIELDS, STATUS), number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a goal: only what you give changes.

    coachlog goal edit 1 --target 8
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        present = line(reader, number)._asdict()
        name = find(reader, present["coachee"]).name
    title = _("Goal {n} of {name}").format(n=number, name=name)
    changes = collect_change(run, (*FIELDS, STATUS), given, source, present, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.goal.model import GoalEdit
    from coachlog.journal.goal.service import edit as change

    data = checked(GoalEdit, changes, run.today)
    with run.work("goal edit") as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(line(reader, number)._asdict())
    else:
        done(_("Goal {n} is changed.").format(n=number), f"goal show {number}")
