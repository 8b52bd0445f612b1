"""The question that asks for which goal a new record is."""

from collections.abc import Sequence

from coachlog.base.texts import N_
from coachlog.journal.coachee.myself import find_for_new
from coachlog.journal.goal.queries import GoalLine, active
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.values import parse


def which_goal(run: Context, answers: dict[str, str]) -> tuple[FormField, ...]:
    """Return the question for which goal the record is, or () for a person without active goals.

    Also () if nobody can be asked, or *answers* lack the person. Raises what `find` raises.
    """
    if not run.interactive or "coachee" not in answers:
        return ()
    with run.reader() as reader:
        goals = active(reader, find_for_new(reader, answers["coachee"]).handle)
    return goal_choice(goals, N_("Which goal is it for?"))


def goal_choice(goals: Sequence[GoalLine], label: str) -> tuple[FormField, ...]:
    """Return the question for one of these goals; () where there are none."""
    if not goals:
        return ()
    numbers = [str(goal.number) for goal in goals]
    question = FormField(
        "goal",
        label,
        check=lambda text: parse.choice(text.removeprefix("#"), numbers),
        hints=[f"  {goal.number}  {goal.statement}" for goal in goals],
    )
    return (question,)
