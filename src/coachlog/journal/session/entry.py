"""`session new` and `session resume`: options, and which way a conversation comes in."""

from typing import Annotated, Any

import typer

from coachlog import kinds, settings
from coachlog.errors import MissingAnswersError, UsageError
from coachlog.journal.session.fields import FORMS, MINUTES_MOST, STATUSES, communication
from coachlog.journal.session.guide.option_lines import option_of
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson, Wish
from coachlog.texts import N_


class AloneError(UsageError):
    """An option that says something about another one, which is not there."""

    cause = N_("{option} also needs {needed}.")
    remedy = N_("Give both, or neither.")


class BothError(UsageError):
    """Two options that say opposite things."""

    cause = N_("Choose {one} or {other}, not both.")
    remedy = ""


def _option(flag: str, help_text: str, metavar: str = "TEXT") -> Any:
    return typer.Option(flag, help=help_text, metavar=metavar, show_default=False)


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
    reality: Annotated[str | None, _option("--reality", N_("What happens now."))] = None,
    score: Annotated[
        str | None, _option("--score", N_("Where the person is now, 0 to 10."), "N")
    ] = None,
    options: Annotated[
        list[str] | None,
        _option(
            "--option",
            N_("An option; ! marks the coach's idea, @name: one from the network. Repeatable."),
        ),
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
    summary: Annotated[
        str | None, _option("--summary", N_("What was agreed, in the person's words."))
    ] = None,
    next_at: Annotated[str | None, _option("--next", N_("The next appointment."), "MOMENT")] = None,
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
    run = context()
    head = {
        "coachee": kinds.line(coachee),
        "date": kinds.line(date),
        "time_zone": kinds.line(time_zone),
        "minutes": kinds.scale(minutes, 1, MINUTES_MOST),
        "form": kinds.choice(form, FORMS),
        "status": kinds.choice(status, STATUSES),
        "planned": kinds.number(planned),
        "communication": communication(forms_used or ""),
    }
    filled = {
        "better": better,
        "topic": topic,
        "goal": {"statement": goal} if goal else None,
        "goal.anti_goal": anti_goal,
        "goal.target_on": kinds.line(target_on),
        "goal.objectives": _numbers(objectives),
        "goal.talent_numbers": _numbers(talents),
        "reality.now": reality,
        "reality.score": kinds.scale(score, 0, 10),
        "options": [option_of(each) for each in options or []],
        "actions": _actions(actions or [], due or []),
        "actions.confidence": [kinds.scale(each, 1, 10) for each in confidence or []],
        "summary": summary,
        "next_at": kinds.line(next_at),
        "private_note": private_note,
        "reflection": reflection,
        "parked": _texts(parked),
        "taken_up": [kinds.number(each) for each in taken_up or [] if each],
    }
    head, filled = _some(head), _some(filled)
    _refuse_what_clashes(head, filled, len(due or []), unplanned=unplanned)
    if source or not run.interactive or as_json:
        _refuse_lost(filled)
        head |= {"method": _named(name)} if (name := kinds.line(method)) else {}
        _script(run, head, filled, source, unplanned, Wish(json=as_json))
    else:
        way = {"short": _briefly(run, short), "after": after, "unplanned": unplanned}
        _guide(run, head, filled, method=kinds.line(method), **way)


def _briefly(run: Context, short: bool | None) -> bool:
    return bool(run.settings.short if short is None else short)


def _named(name: str) -> str:
    """The method of that name; raises MethodUnknownError, or tells that nobody can be asked."""
    from coachlog.interview.shelf import place_of
    from coachlog.journal.session.guide.choosing import ASK

    if name in ASK:
        raise MissingAnswersError(["--method"])
    return place_of(name, settings.own_methods()).stem


def _some(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _refuse_what_clashes(
    head: dict[str, Any], filled: dict[str, Any], due: int, *, unplanned: bool
) -> None:
    """Refuse opposites, and days and links of what is not there; *due* is how many days."""
    _refuse_lonely("--due", due, "--action", len(filled.get("actions", [])))
    if "planned" in head and unplanned:
        raise BothError(one="--planned", other="--unplanned")
    for flag, field in (("--objective", "goal.objectives"), ("--talent", "goal.talent_numbers")):
        _refuse_lonely(flag, field in filled, "--goal", "goal" in filled)


def _texts(given: list[str] | None) -> list[str]:
    return [text for each in given or [] if (text := kinds.text(each))]


def _numbers(given: list[str] | None) -> list[int]:
    return kinds.numbers(" ".join(given or []))


def _refuse_lost(filled: dict[str, Any]) -> None:
    """Refuse a part of something that is not there, and that nobody will be asked for."""
    sure = len(filled.get("actions.confidence", []))
    _refuse_lonely("--confidence", sure, "--action", len(filled.get("actions", [])))
    for flag, field in (("--anti-goal", "goal.anti_goal"), ("--target-on", "goal.target_on")):
        _refuse_lonely(flag, field in filled, "--goal", "goal" in filled)


def _refuse_lonely(option: str, given: int, needed: str, there: int) -> None:
    """Refuse an option that would be lost in silence: there are more of it than of *needed*."""
    if given > there:
        raise AloneError(option=option, needed=needed)


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
    from coachlog.journal.session.guide.resuming import resume_or_drop

    if drop and dropped:
        raise BothError(one="--drop", other="--dropped")
    raise typer.Exit(resume_or_drop(context(), which, drop=drop, dropped=dropped, yes=yes))


def _script(
    run: Context,
    head: dict[str, Any],
    filled: dict[str, Any],
    source: str | None,
    unplanned: bool,
    wish: Wish,
) -> None:
    from coachlog.journal.session.scripted import keep

    keep(run, head, filled, source, wish, unplanned=unplanned)


def _guide(run: Context, head: dict[str, Any], filled: dict[str, Any], **way: Any) -> None:
    from coachlog.journal.session.guide.guided import Wanted, begin

    raise typer.Exit(begin(run, Wanted(head, filled, **way)))


def _actions(actions: list[str], due: list[str]) -> list[dict[str, Any]]:
    """Each with its day as it was typed: that counts from the day of the conversation."""
    days = [kinds.line(each) for each in due] + [None] * len(actions)
    return [{"what": what, "due_on": day} for what, day in zip(actions, days, strict=False)]
