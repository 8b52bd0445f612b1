"""The command `goal release`, and what `session release` has in common with it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import MissingAnswersError, RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import question
from coachlog.journal.goal.queries import line as goal_line
from coachlog.journal.release import queries, saving
from coachlog.journal.release.page import goal_words
from coachlog.journal.release.queries import NOT_FOR_THE_FILE, Copy, ReleaseLine
from coachlog.schema.release import RELEASE
from coachlog.terminal.command_options import option, with_parameters
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


_COPY_OPTIONS: dict[str, object] = {
    "to_whom": option(TO_WHOM.flag, _help("to_whom"), "READER"),
    "agreed_by": option(AGREED_BY.flag, _help("agreed_by")),
    FILE: Annotated[
        bool | None,
        typer.Option("--personnel-file/--no-personnel-file", help=_help(FILE), show_default=False),
    ],
}
"""The options about a copy itself, by its fields."""


def release_parameters(number_help: str, **own: object) -> dict[str, object]:
    """Return what a command takes that releases something, with options of its *own*."""
    return {
        "number": Annotated[str | None, typer.Argument(metavar="[N]", help=number_help)],
        **own,
        **_COPY_OPTIONS,
        "withdraw": option("--withdraw", N_("Withdraw a text that was not handed over."), "R"),
        "handed_over": option("--handed-over", N_("Mark a text as handed over."), "R"),
        "on": On,
        "as_json": AsJson,
    }


class MissingOptionsError(MissingAnswersError):
    """A script did not give the reader or who agreed, and JSON cannot give these either."""

    remedy = N_("Give them as options, or run it in a terminal.")


_ONE_OF_THREE = {
    "session": (
        N_("Give the number of a conversation, or --withdraw R, or --handed-over R."),
        N_("For example: coachlog session release 2 --to Koen --agreed-by Amina"),
    ),
    "goal": (
        N_("Give the number of a goal, or --withdraw R, or --handed-over R."),
        N_("For example: coachlog goal release 1 --to Koen --agreed-by Amina"),
    ),
}
"""The error where a command is to do none of the three, or several; by its noun."""


class ReleaseCall(NamedTuple):
    """The arguments of `session release` or `goal release`, of which *noun* is the first word.

    *withdraw* and *handed_over* are numbers of released texts, as they were typed.
    """

    noun: str
    number: str | None
    withdraw: str | None
    handed_over: str | None
    on: str | None
    as_json: bool


SaveRelease = Callable[[Context, int, Mapping[str, Any], str], ReleaseLine]
"""Saves a copy of the conversation or goal with that number, by options of its own, on that day."""


@with_parameters(release_parameters(N_("The number of the goal.")))
def release(**typed: Any) -> None:
    """Release a goal to somebody else: a copy with its steps, and who agreed to it.

    coachlog goal release 1 --to "Koen Maes" --agreed-by Amina
    """
    perform("goal", typed, _release_goal)


def perform(noun: str, typed: Mapping[str, Any], save: SaveRelease) -> None:
    """Release by *save*, withdraw or mark as handed over, and print what was done.

    Raises UsageError unless exactly one of the three is asked for.
    """
    run = context()
    call = ReleaseCall(noun, *(typed[name] for name in ReleaseCall._fields[1:]))
    given = {name: value for name, value in typed.items() if name not in ReleaseCall._fields}
    actions = [value for value in (call.number, call.withdraw, call.handed_over) if value]
    has_copy_options = any(value not in (None, "") for value in given.values())
    options_without_copy = has_copy_options and not call.number
    if len(actions) != 1 or options_without_copy:
        raise UsageError(*_ONE_OF_THREE[noun])
    day = run.past_day(call.on).isoformat()
    if call.number:
        copy = save(run, parse.number(call.number) or 0, given, day)  # nothing has number 0
        if not call.as_json:
            _say_released(copy)
            if not sys.stdout.isatty():  # a script gets the number to use next
                sys.stdout.write(f"{copy.number}\n")
    else:
        copy = _withdraw_or_hand_over(run, call, day)
    if call.as_json:
        show_json(copy._asdict())


def complete_values(
    run: Context,
    title: str,
    fields: Sequence[FormField],
    given: Mapping[str, Any],
    suggested: Mapping[str, str],
    show_first: Callable[[Prompter], None],
) -> dict[str, Any]:
    """Return the values of *fields*: those *given* as options, the others asked on a terminal.

    Enter takes a *suggested* value, and a script gets it without the option. *show_first* shows,
    under the *title*, what to know before the questions. Raises MissingOptionsError.
    """
    option_values = {field.name: _option_value(field, given) for field in fields}
    values = {name: value for name, value in option_values.items() if value is not None}
    fields_to_ask = [field for field in fields if field.name not in values]
    if run.interactive and fields_to_ask:
        prompter = make_prompter(run)
        prompter.show(title, "heading")
        show_first(prompter)
        answers = ask_in_turn(prompter, fields_to_ask, suggested)
        for field in fields_to_ask:
            if field.name in answers:
                values[field.name] = field.parse(answers[field.name])
    values = {**suggested, **values}
    missing_flags = [_flag(field) for field in fields if field.name not in values]
    if missing_flags:
        raise MissingOptionsError(missing_flags)
    return values


def file_question(appraised_name: str | None, *, may_release: bool) -> list[FormField]:
    """Return the question whether a copy goes into the personnel file, or an empty list.

    It is only asked if the coach also appraises the person, who is called *appraised_name* then.
    Unless it *may_release*, a yes is refused at once.
    """
    if appraised_name is None:
        return []

    def check(typed: str) -> object:
        goes_into_file = parse.yes_no(typed)
        if goes_into_file and not may_release:
            raise RefusedError(*NOT_FOR_THE_FILE, name=appraised_name)
        return goes_into_file

    field = question(RELEASE.field(FILE))
    return [field._replace(help=N_("y or n"), check=check, required=True)]


def _option_value(field: FormField, given: Mapping[str, Any]) -> object:
    """Return the checked value of an option; None if it was not given."""
    value = given.get(field.name)
    if isinstance(value, bool):  # `--personnel-file` or its opposite, as an answer would be typed
        value = "y" if value else "n"
    return field.parse(value or "")


def _flag(field: FormField) -> str:
    """Return how to give a field as an option, for the message about missing ones."""
    return f"{field.flag}|--no-personnel-file" if field.name == FILE else field.flag


def _release_goal(run: Context, number: int, given: Mapping[str, Any], day: str) -> ReleaseLine:
    """Save a copy of goal *number*; *given* has the values of the options."""
    with run.reader() as reader:
        goal = goal_line(reader, number)
        goal_values = queries.goal_copy(reader, number)
        name = coachee_line(reader, goal.coachee).name
        appraised_name = queries.name_if_appraised(reader, "goal", number)
    fields = (TO_WHOM, AGREED_BY, *file_question(appraised_name, may_release=True))
    title = _("Goal {n} of {name}").format(n=number, name=name)
    values = complete_values(
        run, title, fields, given, {}, lambda prompter: _show_copy(prompter, goal_values)
    )
    copy = Copy(**{FILE: given[FILE], "released_on": day, **goal_values, **values})
    with run.work("goal release") as work:
        return queries.line(work, saving.release_goal(work, number, copy))


def _show_copy(prompter: Prompter, goal_values: Mapping[str, str | None]) -> None:
    """Show the copy as the reader will get it, before anybody agrees to it."""
    for line in goal_words(SimpleNamespace(**goal_values), language()):
        prompter.show(line.label, "quiet")
        prompter.show(line.text)


def _say_released(copy: ReleaseLine) -> None:
    """Print that a copy was saved, and the commands to hand it over or withdraw it."""
    noun = "goal" if copy.goal else "session"
    text = _("Released text {n} saved, for {whom}; {who} agreed to it.")
    message = text.format(n=copy.number, whom=copy.to_whom, who=copy.agreed_by)
    commands = (f"{noun} release {flag} {copy.number}" for flag in ("--handed-over", "--withdraw"))
    say_done(message, *commands)


def _withdraw_or_hand_over(run: Context, call: ReleaseCall, day: str) -> ReleaseLine:
    """Save that a released text was withdrawn or handed over, and return it as it is now."""
    if call.withdraw:
        option, change = "--withdraw", saving.withdraw
        text_if_changed = _("Released text {n} is withdrawn.")
        text_if_not = _("Released text {n} was already withdrawn.")
    else:
        option, change = "--handed-over", saving.hand_over
        text_if_changed = _("Released text {n} was handed over.")
        text_if_not = _("It was already known that released text {n} was handed over.")
    number = parse.number(call.withdraw or call.handed_over) or 0  # nothing has number 0
    with run.work(f"{call.noun} release {option}") as work:
        is_changed = change(work, number, day)
        copy = queries.line(work, number)
    if not call.as_json:
        text = text_if_changed if is_changed else text_if_not
        command = f"goal show {copy.goal}" if copy.goal else f"session show {copy.session}"
        say_done(text.format(n=number), command)
    return copy
