"""Answers that several nouns check in the same way while they are asked."""

from coachlog.base.texts import N_
from coachlog.dates.parse import parse_day
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.queries import active
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import FormField
from coachlog.values import parse


def somebody(text: str) -> object:
    """A person, by handle or name. Raises NotFoundError."""
    with context().reader() as reader:
        return find(reader, text)


def day(text: str) -> object:
    """A day; one that is not certain lies ahead."""
    return parse_day(text, context().today)


def past_day(text: str) -> object:
    """A day; one that is not certain is over."""
    return parse_day(text, context().today, prefer="past")


def which_goal(run: Context, given: dict[str, str]) -> tuple[FormField, ...]:
    """The question which goal it is for, when this person has one; a wrong name is told first."""
    if not run.interactive or "coachee" not in given:
        return ()
    with run.reader() as reader:
        goals = active(reader, find(reader, given["coachee"]).handle)
    numbers = [str(each.number) for each in goals]
    question = FormField(
        "goal",
        N_("Which goal is it for?"),
        check=lambda text: parse.choice(text.removeprefix("#"), numbers),
        hints=[f"  {each.number}  {each.statement}" for each in goals],
    )
    return (question,) if goals else ()
