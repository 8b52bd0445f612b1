"""Questions worth asking in the next conversation: a pure function of what is known.

Own wording, after the core questions of the methods: first what goes better, then what was agreed,
then where goals stand and what is not wanted. A help for the coach, never a checklist.
"""

from collections.abc import Iterator
from datetime import date

from coachlog.base.texts import _
from coachlog.views.prep.read import GoalProgress, Prep

MOST = 5
SURE = 7
"""Below this confidence it is worth asking what would make somebody surer."""
FLAT = 3
"""So many equal scores in a row are a standstill worth a question."""
SHOWN = 60


def questions(prep: Prep, today: date) -> list[str]:
    """At most five questions, in the order in which they may be asked."""
    if prep.last is None:
        return [
            _("What would make this conversation worthwhile for you?"),
            _("What do you want, and what do you definitely not want?"),
            _("What are you good at, and where does that show?"),
        ]
    return list(dict.fromkeys(_later(prep, today)))[:MOST]


def _later(prep: Prep, today: date) -> Iterator[str]:
    yield _("What is better since last time?")
    done = [action for action in prep.done if action.status == "done"]
    own = [action for action in prep.open_actions if action.done_by in (None, "coachee")]
    late = [action for action in own if action.overdue(today)]
    unsure = [
        action
        for action in own
        if action.confidence is not None and action.confidence < SURE and action not in late
    ]
    for action in done[:1]:
        yield _("“{action}” is done: what helped?").format(action=_short(action.what))
    for action in late[:1]:
        yield _("“{action}” is still open: what does that tell you?").format(
            action=_short(action.what)
        )
    for course in prep.goals:
        yield from _about_goal(course)
    for topic in prep.topics[:1]:
        yield _("Is it time for what we parked: “{topic}”?").format(topic=_short(topic.text))
    for action in unsure[:1]:
        yield _("What would make you more confident about “{action}”?").format(
            action=_short(action.what)
        )
    if prep.goals and not any(course.goal.anti_goal for course in prep.goals):
        yield _("What do you definitely not want?")
    if not prep.goals:
        yield _("What would you like to achieve in the coming months?")


def _about_goal(course: GoalProgress) -> Iterator[str]:
    points, target = course.points(), course.goal.target
    goal = _short(course.goal.statement)
    if not points:
        yield _("Where are you now with “{goal}”, from 0 to 10?").format(goal=goal)
    elif target is not None and points[-1] >= target:
        yield _("“{goal}” is where you wanted it: is it good enough, and what comes next?").format(
            goal=goal
        )
    elif len(points) >= FLAT and len(set(points[-FLAT:])) == 1 and points[-1] < 10:
        yield _("What would you notice if “{goal}” were at {figure}?").format(
            goal=goal, figure=points[-1] + 1
        )
    elif len(points) > 1 and points[-1] > points[-2]:
        yield _("“{goal}” rose to {figure}: what did you do for that?").format(
            goal=goal, figure=points[-1]
        )
    elif len(points) > 1 and points[-1] < points[-2]:
        yield _("What would bring “{goal}” back to {figure}?").format(goal=goal, figure=points[-2])


def _short(text: str) -> str:
    first = text.split("\n")[0]
    return first if len(first) <= SHOWN else first[:SHOWN].rpartition(" ")[0].rstrip(",;:") + " …"
