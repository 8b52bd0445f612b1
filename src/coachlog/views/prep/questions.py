"""Questions worth asking in the next conversation, chosen from what is known, without a query.

In our own words, after the core questions of the methods: first what goes better, then what was
agreed, then where goals stand and what is not wanted. A suggestion to the coach, no checklist.
"""

from collections.abc import Iterator
from datetime import date

from coachlog.base.texts import _
from coachlog.views.prep.read import GoalProgress, Prep

MOST_QUESTIONS = 5
CONFIDENT = 7
"""Below this confidence it is worth asking what would raise it."""
STANDSTILL_SCORES = 3
"""This many equal scores in a row are a standstill worth a question."""
HIGHEST_SCORE = 10
LONGEST_QUOTE = 60
"""Characters quoted from a record in a question."""


def questions(prep: Prep, today: date) -> list[str]:
    """Return at most MOST_QUESTIONS questions, in the order in which to ask them."""
    if prep.last is None and prep.trajectory and prep.trajectory.kind == "onboarding":
        return [
            _("How have the past few days been for you?"),
            _("Three months from now, what do you want to be able to do on your own?"),
            _("What is clear by now, and what is not clear yet?"),
        ]
    if prep.last is None:
        return [
            _("What would make this conversation worthwhile for you?"),
            _("What do you want, and what do you definitely not want?"),
            _("What are you good at, and where does that show?"),
        ]
    return list(dict.fromkeys(_follow_up_questions(prep, today)))[:MOST_QUESTIONS]


def _follow_up_questions(prep: Prep, today: date) -> Iterator[str]:
    """Yield questions for every conversation but the first.

    Of the actions done, overdue and not sure, and of the parked topics, only the first is asked
    about.
    """
    yield _("What is better since last time?")
    done = [action for action in prep.done if action.status == "done"]
    # Only what the person does themselves: None stands for the person, as "coachee" does.
    own_actions = [action for action in prep.open_actions if action.done_by in (None, "coachee")]
    overdue = [action for action in own_actions if action.overdue(today)]
    unsure = [
        action
        for action in own_actions
        if action.confidence is not None
        and action.confidence < CONFIDENT
        and not action.overdue(today)
    ]
    for action in done[:1]:
        yield _("“{action}” is done: what helped?").format(action=_quote(action.what))
    for action in overdue[:1]:
        yield _("“{action}” is still open: what does that tell you?").format(
            action=_quote(action.what)
        )
    for progress in prep.goals:
        yield from _about_goal(progress)
    for topic in prep.topics[:1]:
        yield _("Is it time for what we parked: “{topic}”?").format(topic=_quote(topic.text))
    for action in unsure[:1]:
        yield _("What would make you more confident about “{action}”?").format(
            action=_quote(action.what)
        )
    if prep.goals and not any(progress.goal.anti_goal for progress in prep.goals):
        yield _("What do you definitely not want?")
    if not prep.goals:
        yield _("What would you like to achieve in the coming months?")


def _about_goal(progress: GoalProgress) -> Iterator[str]:
    """Yield one question on where a goal stands, or none.

    A single score, or two equal ones, give no question: that is no change and no standstill yet.
    """
    points, target = progress.points(), progress.goal.target
    goal = _quote(progress.goal.statement)
    if not points:
        yield _("Where are you now with “{goal}”, from 0 to 10?").format(goal=goal)
        return
    current = points[-1]
    previous = points[-2] if len(points) > 1 else current
    stands_still = points[-STANDSTILL_SCORES:] == [current] * STANDSTILL_SCORES
    if target is not None and current >= target:
        yield _("“{goal}” is where you wanted it: is it good enough, and what comes next?").format(
            goal=goal
        )
    elif stands_still and current < HIGHEST_SCORE:  # it is asked about the next figure
        yield _("What would you notice if “{goal}” were at {figure}?").format(
            goal=goal, figure=current + 1
        )
    elif current > previous:
        yield _("“{goal}” rose to {figure}: what did you do for that?").format(
            goal=goal, figure=current
        )
    elif current < previous:
        yield _("What would bring “{goal}” back to {figure}?").format(goal=goal, figure=previous)


def _quote(text: str) -> str:
    """Return the first line of *text*, cut at a space if it is longer than LONGEST_QUOTE."""
    first_line = text.split("\n")[0]
    if len(first_line) <= LONGEST_QUOTE:
        return first_line
    return first_line[:LONGEST_QUOTE].rpartition(" ")[0].rstrip(",;:") + " …"
