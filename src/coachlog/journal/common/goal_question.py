"""The question which goal a new record is for."""

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.queries import active
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.values import parse


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
