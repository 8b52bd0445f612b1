"""The page before a conversation, in words."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from coachlog.dateshow import show_moment, show_relative, show_short
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.topic.queries import TopicLine
from coachlog.overview.prep import Course, Prep, overdue
from coachlog.overview.prep_questions import questions
from coachlog.overview.styled import Line, Part, heading, line
from coachlog.overview.today import local
from coachlog.terminal.context import Context, hint
from coachlog.texts import _, language

Bars = Callable[[list[int]], str]


class PrepLine(NamedTuple):
    """One thing of the page, as `prep --csv` gives it.

    kind    last, ahead, action, done, goal, score, topic, talent or question
    number  of the conversation, action, goal (also for a score), topic or talent
    on      the local day: held, planned, due, closed, scored or parked
    text    the summary or topic, what was agreed, the statement, the strength or the question
    value   of an action how sure, of a goal the target, of a score the figure
    """

    kind: str
    number: int | None
    on: str | None
    text: str | None
    value: int | None


def lines(prep: Prep, context: Context, bars: Bars) -> list[Line]:
    """The page, its sections in the order of a conversation; *bars* draws scores in a row."""
    today = context.today
    page = [*_head(prep), *_last(prep, today), *_ahead(prep)]
    page += _section(_("Open actions"), [_action(one, today) for one in prep.open_actions])
    page += _section(_("Done since then"), [_done(one) for one in prep.done])
    page += _section(_("Goals"), [each for one in prep.goals for each in _goal(one, bars)])
    page += _section(_("Parked for later"), [_topic(one) for one in prep.topics])
    worth = [line(f"  · {each}") for each in questions(prep, today)]
    page += _section(_("Questions worth asking"), worth)
    begin = hint(f"session new --coachee {prep.person.handle}")
    return [*page, *heading(_("What you can type next:")), line(f"  {begin}")]


def flat(prep: Prep, today: date) -> Iterator[PrepLine]:
    """The page as flat lines, in its order."""
    if prep.last:
        told = prep.last.summary or prep.last.topic
        yield PrepLine("last", prep.last.number, prep.last.held_on, told, None)
    if prep.ahead:
        on = local(prep.ahead.at, prep.ahead.time_zone).date().isoformat()
        yield PrepLine("ahead", prep.ahead.number, on, prep.ahead.topic, None)
    for action in prep.open_actions:
        yield PrepLine("action", action.number, action.due_on, action.what, action.confidence)
    for action in prep.done:
        yield PrepLine("done", action.number, action.closed_on, action.what, None)
    for goal, scores in prep.goals:
        yield PrepLine("goal", goal.number, goal.target_on, goal.statement, goal.target)
        for one in scores:
            yield PrepLine("score", goal.number, one.scored_on, None, one.score)
    for topic in prep.topics:
        yield PrepLine("topic", topic.number, topic.parked_on, topic.text, None)
    for talent in prep.talents:
        yield PrepLine("talent", talent.number, None, talent.strength, None)
    for question in questions(prep, today):
        yield PrepLine("question", None, None, question, None)


def as_json(prep: Prep, today: date) -> dict[str, object]:
    """The page as one object; its lines are those of the views."""
    return {
        "coachee": prep.person._asdict(),
        "trajectory": prep.trajectory and prep.trajectory._asdict(),
        "last": prep.last and prep.last._asdict(),
        "ahead": prep.ahead and prep.ahead._asdict(),
        "open_actions": [one._asdict() for one in prep.open_actions],
        "done": [one._asdict() for one in prep.done],
        "goals": [
            {**goal._asdict(), "scores": [one._asdict() for one in scores]}
            for goal, scores in prep.goals
        ],
        "topics": [one._asdict() for one in prep.topics],
        "talents": [one._asdict() for one in prep.talents],
        "questions": questions(prep, today),
    }


def _section(title: str, shown: list[Line]) -> list[Line]:
    return [*heading(title), *shown] if shown else []


def _head(prep: Prep) -> Iterator[Line]:
    who = prep.person
    known = ", ".join(part for part in (who.role, who.team) if part)
    yield line(Part(who.name, "person"), Part(f" · {known}" if known else "", "quiet"))
    if prep.trajectory and prep.trajectory.purpose:
        yield line(Part(prep.trajectory.purpose, "quiet"))
    if prep.talents:
        strengths = ", ".join(one.strength for one in prep.talents)
        yield line(Part(_("Talents: {talents}").format(talents=strengths), "quiet"))


def _last(prep: Prep, today: date) -> list[Line]:
    if prep.last is None:
        return [(), line(_("This will be your first conversation."))]
    held = date.fromisoformat(prep.last.held_on)
    title = _("Last time, {ago}").format(ago=show_relative(held, today, language()))
    number = _("conversation {number}").format(number=prep.last.number)
    told = (prep.last.summary or prep.last.topic or "–").split("\n")
    return [
        (),
        line(Part(title, "heading"), Part(f" · {number}", "quiet")),
        *(line(f"  {each}") for each in told),
    ]


def _ahead(prep: Prep) -> list[Line]:
    if prep.ahead is None:
        return []
    moment = show_moment(local(prep.ahead.at, prep.ahead.time_zone), language())
    topic = f" · {prep.ahead.topic}" if prep.ahead.topic else ""
    return [*heading(_("Next conversation")), line("  ", Part(moment, "ahead"), topic)]


def _done(one: ActionLine) -> Line:
    return line(Part("  ✓ ", "good"), Part(f"{one.number}  ", "number"), one.what)


def _topic(one: TopicLine) -> Line:
    return line(Part(f"  {one.number}  ", "number"), one.text)


def _action(one: ActionLine, today: date) -> Line:
    late = overdue(one, today)
    parts = [Part("  ! " if late else "  ○ ", "late" if late else "")]
    parts += [Part(f"{one.number}  ", "number"), Part(one.what)]
    if one.due_on:
        day = show_short(date.fromisoformat(one.due_on), language(), today)
        told = _("was due {day}") if late else _("by {day}")
        parts.append(Part(f" · {told.format(day=day)}", "late" if late else "quiet"))
    if one.confidence is not None:
        sure = _("{n} of 10 sure").format(n=one.confidence)
        parts.append(Part(f" · {sure}", "quiet"))
    return tuple(parts)


def _goal(course: Course, bars: Bars) -> Iterator[Line]:
    goal, points = course.goal, course.points()
    yield line(Part(f"  {goal.number}  ", "number"), goal.statement)
    indent = " " * (len(str(goal.number)) + 4)
    if points:
        told = f"{points[0]} → {points[-1]}" if len(points) > 1 else f"{points[0]}"
        target = _("target {figure}").format(figure=goal.target)
        aim = "" if goal.target is None else f", {target}"
        yield line(f"{indent}{bars(points)}  {told}", Part(aim, "quiet"))
    if goal.anti_goal:
        yield line(Part(indent + _("Not wanted: {text}").format(text=goal.anti_goal), "quiet"))
