"""`goal new` and `goal edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog import kinds
from coachlog.journal.asked import day, somebody
from coachlog.journal.changing import Changing, change_numbered
from coachlog.journal.goal.fields import HIGH, LOW, STATUSES
from coachlog.journal.goal.queries import line
from coachlog.journal.words import GOAL_STATUSES
from coachlog.terminal.collect import Asked, collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.kept import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.texts import N_


def _scale(text: str) -> object:
    return kinds.scale(text, LOW, HIGH)


COACHEE = Asked("coachee", N_("Whose goal is it?"), N_("Handle or name."), somebody, required=True)
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
    Asked("target_on", N_("By when"), check=day),
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
        check=day,
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
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Goal {n} is kept."),
        *("goal show {n}", "goal score {n} 5"),
        as_json=as_json,
    )


@with_options((*FIELDS, STATUS), number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a goal: only what you give changes.

    coachlog goal edit 1 --target 8
    """
    change_numbered(CHANGING, (*FIELDS, STATUS), which, given, source, as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.goal.model import GoalEdit
    from coachlog.journal.goal.service import edit as change

    return GoalEdit, change


CHANGING = Changing(
    "goal edit",
    N_("Goal {n} of {name}"),
    N_("Goal {n} is changed."),
    "goal show {n}",
    line,
    _saving,
)
