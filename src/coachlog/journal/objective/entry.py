"""`objective new` and `objective edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.common.checks import day, past_day
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.objective.fields import LEVELS, STATUSES
from coachlog.journal.objective.queries import line
from coachlog.schema.objective import OBJECTIVE
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

LEVEL = FormField(
    "level",
    OBJECTIVE.field("level").label,
    N_("organisation or team."),
    lambda text: parse.choice(text, LEVELS),
    words=OBJECTIVE.field("level").words,
)
FIELDS = (
    FormField("statement", OBJECTIVE.field("statement").label, check=parse.text),
    LEVEL,
    FormField("team", OBJECTIVE.field("team").label, check=parse.line),
    FormField("plan", OBJECTIVE.field("plan").label, N_("How it will be achieved."), parse.text),
    FormField(
        "owner", OBJECTIVE.field("owner").label, N_("Who is responsible for it."), parse.line
    ),
    FormField("signs", OBJECTIVE.field("signs").label, check=parse.text),
    FormField("starts_on", OBJECTIVE.field("starts_on").label, check=past_day),
    FormField("ends_on", OBJECTIVE.field("ends_on").label, check=day),
)
STATUS = FormField(
    "status",
    OBJECTIVE.field("status").label,
    N_("active, reached or dropped."),
    lambda text: parse.choice(text, STATUSES),
    words=OBJECTIVE.field("status").words,
)
QUESTIONS = (
    FormField(
        "statement",
        N_("What does the organisation or the team want to achieve?"),
        check=parse.text,
        required=True,
    ),
    LEVEL._replace(label=N_("Is it an objective of the organisation or of a team?")),
    FormField("team", N_("Which team?"), check=parse.line),
    FormField("plan", N_("How will it be achieved?"), check=parse.text),
    FormField("owner", N_("Who is responsible for it?"), check=parse.line),
    FormField("signs", N_("How will you know that it is reached?"), check=parse.text),
    FormField("starts_on", N_("From when?"), check=past_day),
    FormField("ends_on", N_("Until when?"), check=day),
)


@with_options(FIELDS, more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Record an objective of the organisation or a team.

    coachlog objective new --statement "Answer within a day" --team "Team North"
    """
    run = context()
    inputs = collect(run, QUESTIONS, given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.objective.model import ObjectiveInput
    from coachlog.journal.objective.service import add

    numbers = add_all(
        run, "objective new", ObjectiveInput, inputs, lambda work, data: add(work, data, run.today)
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Objective {n} saved."),
        *("objective show {n}", "objective list"),
        as_json=as_json,
    )


@with_options((*FIELDS, STATUS), number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit an objective: only what you give changes.

    coachlog objective edit 1 --owner "Koen Maes"
    """
    change_numbered(CHANGING, (*FIELDS, STATUS), which, Change(given, source, guided), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.objective.model import ObjectiveEdit
    from coachlog.journal.objective.service import edit as change

    return ObjectiveEdit, change


CHANGING = Changing(
    "objective edit",
    N_("Objective {n}"),
    N_("Objective {n} updated."),
    "objective show {n}",
    line,
    _saving,
)
