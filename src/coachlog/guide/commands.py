"""`session new` and `session resume`: their options, and which way a conversation comes in."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from coachlog import settings
from coachlog.base.errors import MissingAnswersError, UsageError
from coachlog.base.texts import N_
from coachlog.interview.shelf import place_of
from coachlog.journal.session.option_fields import (
    BOTH,
    filled_of,
    head_of,
    refuse_links_without_goal,
    refuse_lonely,
    refuse_parts_of_nothing,
)
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson, OutputFormat
from coachlog.values import parse


def _option(flag: str, help_text: str, metavar: str = "TEXT", *, also: Sequence[str] = ()) -> Any:
    return typer.Option(flag, *also, help=help_text, metavar=metavar, show_default=False)


def new(
    source: Annotated[
        str | None,
        _option("--from", N_("JSON or JSON Lines from a file; - reads standard input."), "FILE"),
    ] = None,
    coachee: Annotated[
        str | None, _option("--coachee", N_("Short name or full name; a new person is fine too."))
    ] = None,
    date: Annotated[
        str | None,
        _option("--date", N_("When it began: 2026-09-14T14:00, yesterday 14:30.")),
    ] = None,
    time_zone: Annotated[
        str | None, _option("--time-zone", N_("Time zone of the conversation."))
    ] = None,
    minutes: Annotated[str | None, _option("--minutes", N_("How long it took."), "N")] = None,
    form: Annotated[
        str | None, _option("--form", N_("in_person, video, phone, walk or written."))
    ] = None,
    status: Annotated[
        str | None, _option("--status", N_("held, planned, cancelled or missed."))
    ] = None,
    method: Annotated[
        str | None, _option("--method", N_("The method to follow; ask shows them all."))
    ] = None,
    short: Annotated[
        bool | None,
        typer.Option("--short/--normal", help=N_("Ten screens, or all the usual questions.")),
    ] = None,
    after: Annotated[
        bool,
        typer.Option("--after", help=N_("Write up a talk afterwards: date and notes first.")),
    ] = False,
    planned: Annotated[
        str | None, _option("--planned", N_("Which planned conversation this is."), "N")
    ] = None,
    unplanned: Annotated[
        bool, typer.Option("--unplanned", help=N_("It is none of the planned conversations."))
    ] = False,
    better: Annotated[str | None, _option("--better", N_("What has improved."))] = None,
    topic: Annotated[str | None, _option("--topic", N_("What it is about."))] = None,
    goal: Annotated[str | None, _option("--goal", N_("A new development goal."))] = None,
    anti_goal: Annotated[
        str | None, _option("--anti-goal", N_("What is definitely not wanted."))
    ] = None,
    why: Annotated[str | None, _option("--why", N_("Why the goal matters."))] = None,
    signs: Annotated[
        str | None, _option("--signs", N_("What the person will notice first."))
    ] = None,
    milestone: Annotated[
        str | None, _option("--milestone", N_("What will be visible in three months."))
    ] = None,
    strengths: Annotated[
        str | None, _option("--talents", N_("The talents that help with the goal, in words."))
    ] = None,
    serves: Annotated[
        str | None, _option("--serves", N_("What the goal does for the team, in words."))
    ] = None,
    target: Annotated[
        str | None, _option("--target", N_("Where the goal should be, 0 to 10."), "N")
    ] = None,
    objectives: Annotated[
        list[str] | None,
        _option(
            "--objective", N_("The number of an objective that the goal serves. Repeatable."), "N"
        ),
    ] = None,
    talents: Annotated[
        list[str] | None,
        _option("--talent", N_("The number of a talent that the goal uses. Repeatable."), "N"),
    ] = None,
    target_on: Annotated[
        str | None, _option("--target-on", N_("By when the goal should be reached."), "DAY")
    ] = None,
    reality: Annotated[
        str | None, _option("--reality", N_("What is happening now."), also=["--reality-now"])
    ] = None,
    score: Annotated[
        str | None,
        _option("--score", N_("Where the person is now, 0 to 10."), "N", also=["--reality-score"]),
    ] = None,
    why_not_lower: Annotated[
        str | None, _option("--reality-why-not-lower", N_("Why it is not lower."))
    ] = None,
    tried: Annotated[str | None, _option("--reality-tried", N_("What was tried already."))] = None,
    exceptions: Annotated[
        str | None, _option("--reality-exceptions", N_("When it goes better."))
    ] = None,
    people: Annotated[str | None, _option("--reality-people", N_("Who is involved."))] = None,
    obstacles: Annotated[
        str | None, _option("--reality-obstacles", N_("What is in the way."))
    ] = None,
    options: Annotated[
        list[str] | None,
        _option(
            "--option",
            N_("An option; ! marks the coach's idea, @name: one from the network. Repeatable."),
        ),
    ] = None,
    chosen: Annotated[
        list[str] | None,
        _option("--chosen", N_("The place of an option that was chosen. Repeatable."), "N"),
    ] = None,
    actions: Annotated[
        list[str] | None, _option("--action", N_("What will be done. Repeatable."))
    ] = None,
    due: Annotated[
        list[str] | None,
        _option("--due", N_("The due date of each action, in the same order."), "DAY"),
    ] = None,
    confidence: Annotated[
        list[str] | None,
        _option(
            "--confidence", N_("Confidence from 1 to 10, for each action in the same order."), "N"
        ),
    ] = None,
    obstacle: Annotated[
        str | None, _option("--obstacle", N_("What may get in the way of the action."))
    ] = None,
    plan: Annotated[str | None, _option("--plan", N_("What the person will do then."))] = None,
    helper: Annotated[str | None, _option("--helper", N_("Who helps with the action."))] = None,
    summary: Annotated[
        str | None, _option("--summary", N_("What was agreed, in the person's words."))
    ] = None,
    next_at: Annotated[
        str | None, _option("--next", N_("The next appointment."), "MOMENT", also=["--next-at"])
    ] = None,
    private_note: Annotated[str | None, _option("--private-note", N_("Only for you."))] = None,
    reflection: Annotated[
        str | None, _option("--reflection", N_("Your own reflection as a coach."))
    ] = None,
    parked: Annotated[
        list[str] | None, _option("--park", N_("A topic left for later. Repeatable."))
    ] = None,
    taken_up: Annotated[
        list[str] | None,
        _option("--take-up", N_("The number of a parked topic. Repeatable."), "N"),
    ] = None,
    forms_used: Annotated[
        str | None,
        _option(
            "--communication",
            N_("listen, summarise, ask, scale, feedback, observe, show, rehearse, share."),
            "WORDS",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Have a conversation: guided in a terminal, or from options and JSON.

    coachlog session new --coachee amina --short
    """
    given = dict(locals())
    run = context()
    head, filled = _some(head_of(given)), _some(filled_of(given))
    _refuse_what_clashes(head, filled, len(due or []), unplanned=unplanned)
    if source or not run.interactive or as_json:
        refuse_parts_of_nothing(filled)
        head |= {"method": _named(name)} if (name := parse.line(method)) else {}
        _script(run, head, filled, source, unplanned, OutputFormat(json=as_json))
    else:
        way = {"short": _briefly(run, short), "after": after, "unplanned": unplanned}
        _guide(run, head, filled, method=parse.line(method), **way)


def _briefly(run: Context, short: bool | None) -> bool | None:
    """Whether the short form is wanted; None where nobody chose."""
    return run.settings.short if short is None else short


def _named(name: str) -> str:
    """The method of that name; raises MethodUnknownError, or tells that nobody can be asked."""
    from coachlog.guide.choosing import ASK

    if name in ASK:
        raise MissingAnswersError(["--method"])
    return place_of(name, settings.own_methods()).stem


def _some(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _refuse_what_clashes(
    head: dict[str, Any], filled: dict[str, Any], due: int, *, unplanned: bool
) -> None:
    """Refuse opposites, and days and links of what is not there; *due* is how many days."""
    refuse_lonely("--due", due, "--action", len(filled.get("actions", [])))
    if "planned" in head and unplanned:
        raise UsageError(*BOTH, one="--planned", other="--unplanned")
    refuse_links_without_goal(filled)


def _script(
    run: Context,
    head: dict[str, Any],
    filled: dict[str, Any],
    source: str | None,
    unplanned: bool,
    wish: OutputFormat,
) -> None:
    from coachlog.journal.session.scripted import keep

    keep(run, head, filled, source, wish, unplanned=unplanned)


def _guide(run: Context, head: dict[str, Any], filled: dict[str, Any], **way: Any) -> None:
    from coachlog.guide.guided import SessionOptions, begin

    raise typer.Exit(begin(run, SessionOptions(head, filled, **way)))


def resume(
    which: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("Which draft: its number in the list."))
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help=N_("Discard the draft."))] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help=N_("Bring back one that was discarded."))
    ] = False,
    yes: Yes = False,
) -> None:
    """Continue an unfinished conversation at the question where it stopped.

    coachlog session resume
    """
    from coachlog.guide.resuming import resume_or_drop

    if drop and dropped:
        raise UsageError(*BOTH, one="--drop", other="--dropped")
    raise typer.Exit(resume_or_drop(context(), which, drop=drop, dropped=dropped, yes=yes))
