"""`observation new` and `observation edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.common.checks import somebody, which_goal
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.observation.queries import line
from coachlog.schema.observation import OBSERVATION
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

COACHEE = FormField(
    "coachee",
    N_("Who did you observe at work?"),
    N_("Short name or full name."),
    somebody,
    required=True,
)
DAY = FormField(
    "observed_on",
    N_("Day"),
    N_("The day; today if left out."),
    lambda text: context().past_day(text),
    option="on",
)
GOAL = FormField(
    "goal",
    OBSERVATION.field("goal_id").label,
    N_("The number of the goal it is for."),
    parse.number,
)
FIELDS = (
    FormField(
        "own_view",
        OBSERVATION.field("own_view").label,
        N_("How the person saw it: what went well, and what they would do differently."),
        parse.text,
    ),
    FormField(
        "fact",
        OBSERVATION.field("fact").label,
        N_("What was seen or heard, without judging."),
        parse.text,
    ),
    FormField(
        "effect",
        OBSERVATION.field("effect").label,
        N_("What it did to you, to colleagues, to the work."),
        parse.text,
    ),
    FormField(
        "wish",
        OBSERVATION.field("wish").label,
        N_("What you would like to see next time."),
        parse.text,
    ),
    FormField(
        "taken",
        OBSERVATION.field("taken").label,
        N_("What the person takes away from it, and what not."),
        parse.text,
    ),
)
QUESTIONS = (
    FormField(
        "own_view",
        N_("In your own eyes: what went well, and what would you do differently?"),
        check=parse.text,
        hints=[N_("For the person to answer first.")],
    ),
    FormField(
        "fact",
        N_("What exactly did you see or hear, without judging?"),
        check=parse.text,
        required=True,
    ),
    FormField(
        "effect",
        N_("What effect did it have on you, on colleagues or on the work?"),
        check=parse.text,
    ),
    FormField("wish", N_("What would you like to see next time?"), check=parse.text),
    FormField(
        "taken",
        N_("What do you take away from this feedback, and what not?"),
        check=parse.text,
        hints=[N_("For the person to answer.")],
    ),
)


@with_options((COACHEE._replace(label=COACHEE.help), DAY, *FIELDS, GOAL), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Note what you saw at work: the person's own view first, then fact, effect and wish.

    coachlog observation new --coachee amina --fact "You let the team talk first"
    """
    run = context()
    if run.interactive and not source:
        given = collect(run, (COACHEE,), given, None)[0].value
    asked = (COACHEE, *QUESTIONS, *which_goal(run, given), DAY)
    inputs = collect(run, asked, given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.observation.model import ObservationInput
    from coachlog.journal.observation.service import add

    numbers = add_all(
        run,
        "observation new",
        ObservationInput,
        inputs,
        lambda work, data: add(work, data, run.today),
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Observation {n} saved."),
        *("observation show {n}", "prep {whose}"),
        as_json=as_json,
    )


@with_options((DAY, *FIELDS, GOAL), number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit an observation: only what you give changes.

    coachlog observation edit 1 --taken "Keep doing it, also when it is busy"
    """
    change_numbered(CHANGING, (DAY, *FIELDS, GOAL), which, Change(given, source, guided), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.observation.model import ObservationEdit
    from coachlog.journal.observation.service import edit as change

    return ObservationEdit, change


CHANGING = Changing(
    "observation edit",
    N_("Observation {n} of {name}"),
    N_("Observation {n} updated."),
    "observation show {n}",
    line,
    _saving,
)
