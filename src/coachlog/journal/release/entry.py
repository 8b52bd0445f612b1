"""Releasing a goal, and what that has in common with releasing a text of a conversation."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import MissingAnswersError, RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import question
from coachlog.journal.goal.queries import line as goal_line
from coachlog.journal.release import queries
from coachlog.journal.release.page import words
from coachlog.journal.release.queries import NOT_FOR_THE_FILE, Copy, ReleaseLine
from coachlog.schema.release import RELEASE
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.output import AsJson, On, say_done, show_json
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

TO_WHOM, AGREED_BY = question(RELEASE.field("to_whom")), question(RELEASE.field("agreed_by"))
FILE = "personnel_file"


def _help(column: str) -> str:
    return RELEASE.field(column).given_by.help


ToWhom = Annotated[str | None, option_info(TO_WHOM.flag, _help("to_whom"), "READER")]
AgreedBy = Annotated[str | None, option_info(AGREED_BY.flag, _help("agreed_by"))]
Withdraw = Annotated[
    str | None, option_info("--withdraw", N_("Withdraw a text that was not handed over."), "R")
]
HandedOver = Annotated[
    str | None, option_info("--handed-over", N_("Mark a text as handed over."), "R")
]
InFile = Annotated[
    bool | None,
    typer.Option(
        "--personnel-file/--no-personnel-file",
        help=_help(FILE),
        show_default=False,
    ),
]


class MissingOptionsError(MissingAnswersError):
    """Nobody can be asked to whom it may go, or who agreed; nothing else can tell it."""

    remedy = N_("Give them as options, or run it in a terminal.")


ONE_THING = (
    N_("Give the number of a conversation, or --withdraw R, or --handed-over R."),
    N_("For example: coachlog session release 2 --to Koen --agreed-by Amina"),
)


class Releasing(NamedTuple):
    """One call: *noun* is `session` or `goal`, *said* what options gave of the release itself."""

    noun: str
    number: str | None
    withdraw: str | None
    handed_over: str | None
    on: str | None
    as_json: bool
    said: Mapping[str, Any]


Keeping = Callable[[Context, int, str], ReleaseLine]
"""What releases number N on a day."""


def release(
    number: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("The number of the goal."))
    ] = None,
    to_whom: ToWhom = None,
    agreed_by: AgreedBy = None,
    personnel_file: InFile = None,
    withdraw: Withdraw = None,
    handed_over: HandedOver = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Release a goal to somebody else: a copy with its steps, and who agreed to it.

    coachlog goal release 1 --to "Koen Maes" --agreed-by Amina
    """
    said = {"to_whom": to_whom, "agreed_by": agreed_by, FILE: personnel_file}
    called = Releasing("goal", number, withdraw, handed_over, on, as_json, said)
    perform(called, lambda run, goal, day: _release_goal(run, goal, said, day))


def perform(called: Releasing, keep: Keeping) -> None:
    """Release by *keep*, withdraw or note a handing over, and say so; raises UsageError."""
    run, said = context(), [value for value in called.said.values() if value not in (None, "")]
    told = [each for each in (called.number, called.withdraw, called.handed_over) if each]
    if len(told) != 1 or (said and not called.number):
        raise (
            UsageError(
                N_("Give the number of a goal, or --withdraw R, or --handed-over R."),
                N_("For example: coachlog goal release 1 --to Koen --agreed-by Amina"),
            )
            if called.noun == "goal"
            else UsageError(*ONE_THING)
        )
    day = run.past_day(called.on).isoformat()
    if called.number:
        kept = keep(run, parse.number(called.number) or 0, day)
        if not called.as_json:
            _tell_kept(kept)
            if not sys.stdout.isatty():
                sys.stdout.write(f"{kept.number}\n")
    else:
        kept = _close(run, called, day)
    if called.as_json:
        show_json(kept._asdict())


def completed(
    run: Context,
    prompter_title: str,
    fields: Sequence[FormField],
    said: Mapping[str, Any],
    now: Mapping[str, str],
    show: Callable[[Prompter], None],
) -> dict[str, Any]:
    """What was *said*, with what is missing asked for on a terminal; *now* is taken by Enter.

    *show* tells on a terminal what there is to know first. Raises MissingOptionsError.
    """
    given = {field.name: told for field in fields if (told := _given(field, said)) is not None}
    left = [field for field in fields if field.name not in given]
    if run.interactive and left:
        prompter = make_prompter(run)
        prompter.show(prompter_title, "heading")
        show(prompter)
        answers = ask_in_turn(prompter, left, now)
        given |= {
            field.name: field.parse(answers[field.name]) for field in left if field.name in answers
        }
    given = {name: text for name, text in now.items() if name not in given} | given
    if missing := [_flag(field) for field in fields if field.name not in given]:
        raise MissingOptionsError(missing)
    return given


def file_question(name: str | None, *, may: bool) -> list[FormField]:
    """Whether it goes into the personnel file: asked where the coach appraises *name*.

    Where it *may* not, a yes is refused at once.
    """

    def check(text: str) -> object:
        said = parse.yes_no(text)
        if said and not may:
            raise RefusedError(*NOT_FOR_THE_FILE, name=name)
        return said

    asked = question(RELEASE.field(FILE))
    return [asked._replace(help=N_("y or n"), check=check, required=True)] if name else []


def _given(field: FormField, said: Mapping[str, Any]) -> object:
    value = said.get(field.name)
    return field.parse(("n", "y")[value] if isinstance(value, bool) else value or "")


def _flag(field: FormField) -> str:
    return f"{field.flag}|--no-personnel-file" if field.name == FILE else field.flag


def _release_goal(run: Context, number: int, said: Mapping[str, Any], day: str) -> ReleaseLine:
    with run.reader() as reader:
        goal = goal_line(reader, number)
        copied = queries.copied(reader, number)
        name = coachee_line(reader, goal.coachee).name
        appraised = queries.appraised(reader, "goal", number)
    fields = (TO_WHOM, AGREED_BY, *file_question(appraised, may=True))
    title = _("Goal {n} of {name}").format(n=number, name=name)
    given = completed(run, title, fields, said, {}, lambda prompter: _show(prompter, copied))
    copy = Copy(**{FILE: said[FILE], "released_on": day, **copied, **given})
    with run.work("goal release") as work:
        return queries.line(work, queries.release_goal(work, number, copy))


def _show(prompter: Prompter, copied: Mapping[str, str | None]) -> None:
    """The copy as the reader will have it, before anybody agrees to it."""
    for line in words(_Shown(goal=1, **copied), language()):
        prompter.show(line.label, "quiet")
        prompter.show(line.text)


class _Shown(NamedTuple):
    """A goal that is about to be released, as a row of the view `releases` would tell it."""

    goal: int
    text: str | None
    why: str | None
    steps: str | None
    signs: str | None
    milestone: str | None
    provided: str | None
    starts_on: str | None
    target_on: str | None


def _tell_kept(kept: ReleaseLine) -> None:
    noun = "goal" if kept.goal else "session"
    told = _("Released text {n} saved, for {whom}; {who} agreed to it.")
    told = told.format(n=kept.number, whom=kept.to_whom, who=kept.agreed_by)
    commands = (f"{noun} release --{what} {kept.number}" for what in ("handed-over", "withdraw"))
    say_done(told, *commands)


def _close(run: Context, called: Releasing, day: str) -> ReleaseLine:
    withdrawn = bool(called.withdraw)
    number = parse.number(called.withdraw or called.handed_over) or 0
    how = "--withdraw" if withdrawn else "--handed-over"
    with run.work(f"{called.noun} release {how}") as work:
        changed = (queries.withdraw if withdrawn else queries.hand_over)(work, number, day)
        kept = queries.line(work, number)
    told = {
        (True, True): _("Released text {n} is withdrawn."),
        (True, False): _("Released text {n} was already withdrawn."),
        (False, True): _("Released text {n} was handed over."),
        (False, False): _("It was already known that released text {n} was handed over."),
    }[withdrawn, changed]
    if not called.as_json:
        shown = f"goal show {kept.goal}" if kept.goal else f"session show {kept.session}"
        say_done(told.format(n=number), shown)
    return kept
