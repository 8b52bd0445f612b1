"""`session new`: its options, and which way a conversation comes in."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from coachlog import settings
from coachlog.base.errors import MissingAnswersError, UsageError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation
from coachlog.interview.fills import FieldValues
from coachlog.interview.method_files import method_path
from coachlog.journal.session.fields import REALITY
from coachlog.journal.session.option_fields import (
    ASK_METHOD,
    BEGIN_BYTES,
    BOTH,
    SessionOptions,
    TypedOptions,
    are_notes,
    columns_given,
    field_values_of,
    head_of,
    refuse_links_without_goal,
    refuse_more_than,
    refuse_parts_of_nothing,
)
from coachlog.schema.session import COMMUNICATION
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson, OutputFormat
from coachlog.values import parse

_COLUMN_OPTIONS = columns_given()
_PLACED_BY_NAME = (
    *("coachee", "date", "time_zone", "minutes", "form", "status", "method", "better", "topic"),
    *(*REALITY, "summary", "next_at", "private_note", "reflection"),
)


def _columns(*names: str) -> dict[str, object]:
    return {name: _COLUMN_OPTIONS[name] for name in names}


_PARAMETERS: dict[str, object] = {
    "source": option(
        "--from",
        N_("JSON or JSON Lines from a file, - reads a pipe; notes or a Word file with --after."),
        "FILE",
    ),
    **_columns(*_PLACED_BY_NAME[:7]),
    "short": Annotated[
        bool | None,
        typer.Option("--short/--normal", help=N_("Ten screens, or all the usual questions.")),
    ],
    "after": Annotated[
        bool, typer.Option("--after", help=N_("Write up a talk afterwards: date and notes first."))
    ],
    "kind": option(
        "--kind",
        N_("Your role at first: coaching, career, mentoring, onboarding or manager."),
        "WORD",
    ),
    "planned": option("--planned", N_("Which planned conversation this is."), "N"),
    "unplanned": Annotated[
        bool, typer.Option("--unplanned", help=N_("It is none of the planned conversations."))
    ],
    **_columns("better", "topic"),
    "goal": option("--goal", N_("A new development goal.")),
    "anti_goal": option("--anti-goal", N_("What is definitely not wanted.")),
    "why": option("--why", N_("Why the goal matters.")),
    "signs": option("--signs", N_("What the person will notice first.")),
    "milestone": option("--milestone", N_("What will be visible in three months.")),
    "strengths": option("--talents", N_("The talents that help with the goal, in words.")),
    "serves": option("--serves", N_("What the goal does for the team, in words.")),
    "target": option("--target", N_("Where the goal should be, 0 to 10."), "N"),
    "objectives": option(
        "--objective",
        N_("The number of an objective that the goal serves. Repeatable."),
        "N",
        several=True,
    ),
    "talents": option(
        "--talent", N_("The number of a talent that the goal uses. Repeatable."), "N", several=True
    ),
    "target_on": option("--target-on", N_("By when the goal should be reached."), "DAY"),
    **_columns(*REALITY),
    "options": option(
        "--option",
        N_("An option; ! marks your own idea, @name: one from the network. Repeatable."),
        several=True,
    ),
    "chosen": option(
        "--chosen", N_("The place of an option that was chosen. Repeatable."), "N", several=True
    ),
    "actions": option("--action", N_("What will be done. Repeatable."), several=True),
    "due": option(
        "--due", N_("The due date of each action, in the same order."), "DAY", several=True
    ),
    "confidence": option(
        "--confidence",
        N_("Confidence from 1 to 10, for each action in the same order."),
        "N",
        several=True,
    ),
    "obstacle": option("--obstacle", N_("What may get in the way of the action.")),
    "plan": option("--plan", N_("What the person will do then.")),
    "helper": option("--helper", N_("Who helps with the action.")),
    **_columns("summary", "next_at", "private_note", "reflection"),
    **columns_given(*_PLACED_BY_NAME),
    "parked": option("--park", N_("A topic left for later. Repeatable."), several=True),
    "taken_up": option(
        "--take-up", N_("The number of a parked topic. Repeatable."), "N", several=True
    ),
    "forms_used": option(
        "--communication",
        COMMUNICATION.field("form").given_by.help,
        "WORDS",
    ),
    "as_json": AsJson,
}
"""What `session new` takes, by the name under which it is read, in the order of its help."""


@with_parameters(_PARAMETERS)
def new(**typed_options: object) -> None:
    """Have a conversation: guided in a terminal, or from options and JSON.

    coachlog session new --coachee amina --short
    """
    run = context()
    options = TypedOptions(typed_options)
    source = options.one("source")
    as_json, after = bool(options.flag("as_json")), bool(options.flag("after"))
    method = parse.line(options.one("method"))
    unplanned = bool(options.flag("unplanned"))
    head, filled = head_of(options), field_values_of(options)
    _refuse_conflicts(head, filled, len(options.each("due")), unplanned=unplanned)
    has_notes = bool(source) and after and _begins_as_notes(source or "")
    is_guided = run.interactive and (has_notes or not source) and not as_json
    if is_guided:
        short = run.settings.short if options.flag("short") is None else options.flag("short")
        session_options = SessionOptions(head, filled, method, short, after, unplanned)
        _begin_guide(run, session_options, source)
    refuse_parts_of_nothing(filled)
    if method:
        head["method"] = _method_id(method)
    from coachlog.journal.session.scripted import keep

    session_options = SessionOptions(head, filled, method, None, after, unplanned)
    keep(run, session_options, source, OutputFormat(json=as_json))


def _method_id(name: str) -> str:
    """Return the id of the method; raises MethodUnknownError.

    Raises MissingAnswersError for `ask`: without a terminal nobody can choose.
    """
    if name in ASK_METHOD:
        raise MissingAnswersError(["--method"])
    return method_path(name, settings.own_methods()).stem


def _refuse_conflicts(
    head: Conversation, filled: FieldValues, due_day_count: int, *, unplanned: bool
) -> None:
    """Refuse options that contradict each other, or that lack the action or goal they belong to.

    Raises UsageError.
    """
    refuse_more_than("--due", due_day_count, "--action", len(filled.get("actions", [])))
    if "planned" in head and unplanned:
        raise UsageError(*BOTH, one="--planned", other="--unplanned")
    refuse_links_without_goal(filled)


def _begin_guide(run: Context, options: SessionOptions, notes_file: str | None) -> NoReturn:
    """Lead the conversation question by question, and end the program."""
    from coachlog.guide.dialogue import begin

    raise typer.Exit(begin(run, options, notes_file))


def _begins_as_notes(source: str) -> bool:
    """Whether a file begins as notes do, and not as JSON; one that cannot be read is told later."""
    try:
        with Path(source).open("rb") as file:
            return are_notes(file.read(BEGIN_BYTES))
    except (OSError, ValueError):
        return False
