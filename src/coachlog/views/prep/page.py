"""The page before a conversation, in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachlog.base.clock import local_moment
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment, show_relative, show_short
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.standing import course_of_reality, doer, goal_line, seen_at_work
from coachlog.journal.goal.queries import LinkLine
from coachlog.journal.observation.queries import ObservationLine
from coachlog.journal.topic.queries import TopicLine
from coachlog.schema.vocabulary import ACTION_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.momentum import as_json as momentum
from coachlog.views.momentum import section
from coachlog.views.momentum import summary as momentum_summary
from coachlog.views.prep.questions import questions
from coachlog.views.prep.read import GoalProgress, Last, Prep


class PrepLine(NamedTuple):
    """One thing of the page, as `prep --csv` gives it.

    kind    last, ahead, action, done, observation, goal, momentum, score,
            objective (which the goal before it serves), topic, talent or question
    number  of the conversation, action, observation, goal (also for a score), objective, topic or
            talent
    on      the local day: held, planned, due, closed, seen, scored, parked, since when it moves so
    text    the summary or topic, what was agreed or seen, the statement, strength or question,
            how a goal moves
    value   of an action how sure, of a goal the target, of a score the figure
    done_by of an action who does it; empty for the person coached
    """

    kind: str
    number: int | None
    on: str | None
    text: str | None
    value: int | None
    done_by: str | None = None


def page(prep: Prep, context: Context) -> Page:
    """The page, its sections in the order of a conversation."""
    today, who = context.today, prep.person
    parts = [
        _last(prep, today),
        Section(_("Private note"), list(_private(prep)), "private"),
        _ahead(prep),
        Section(_("Open actions"), [_action(one, today) for one in prep.open_actions]),
        Section(_("Done since"), [_done(one) for one in prep.done]),
        seen_at_work(prep.observations, today, language(), since=bool(prep.last)),
        Section(_("Goals"), list(_goals(prep, today))),
        Section("", course_of_reality(prep.reality)),
        _moving(prep),
        Section(_("Not wanted"), [_limit(one) for one in prep.goals if one.goal.anti_goal]),
        Section(_("Parked for later"), [_topic(one) for one in prep.topics]),
        Section(
            _("Questions worth asking"),
            [Line("", each, sign=DRAWN.dot) for each in questions(prep, today)],
        ),
    ]
    hints = [
        (
            hint(f"session new --coachee {who.handle}"),
            _("hold the talk, question by question"),
        )
    ]
    if prep.ahead:
        which = prep.ahead.number or who.handle
        hints.append((hint(f"session move {which}"), _("move the appointment")))
    return Page(who.name, _facts(prep), [part for part in parts if part.lines], hints)


def flat(prep: Prep, today: date) -> Iterator[PrepLine]:
    """The page as flat lines, in its order."""
    if prep.last:
        last = prep.last
        said = last.summary or last.topic or last.reality_now
        told = said or next((each.text for each in prep.answers), None)
        yield PrepLine("last", last.number, last.held_on, told, None)
    if prep.ahead:
        on = local_moment(prep.ahead.at, prep.ahead.time_zone).date().isoformat()
        yield PrepLine("ahead", prep.ahead.number, on, prep.ahead.topic, None)
    for action in prep.open_actions:
        known = (action.number, action.due_on, action.what, action.confidence)
        yield PrepLine("action", *known, action.done_by)
    for action in prep.done:
        known = (action.number, action.closed_on, action.what, None)
        yield PrepLine("done", *known, action.done_by)
    yield from map(_flat_seen, prep.observations)
    for course in prep.goals:
        yield from _flat_goal(course, prep)
    for topic in prep.topics:
        yield PrepLine("topic", topic.number, topic.parked_on, topic.text, None)
    for talent in prep.talents:
        yield PrepLine("talent", talent.number, None, talent.strength, None)
    for question in questions(prep, today):
        yield PrepLine("question", None, None, question, None)


def _flat_goal(course: GoalProgress, prep: Prep) -> Iterator[PrepLine]:
    goal, scores, moves = course
    yield PrepLine("goal", goal.number, goal.target_on, goal.statement, goal.target)
    if moves:
        yield PrepLine("momentum", goal.number, str(moves.since), momentum_summary(moves), None)
    for one in scores:
        yield PrepLine("score", goal.number, one.scored_on, None, one.score)
    for link in _served(course, prep):
        yield PrepLine("objective", link.objective, None, link.text, None)


def _served(course: GoalProgress, prep: Prep) -> list[LinkLine]:
    return [link for link in prep.served if link.goal == course.goal.number]


def _flat_seen(seen: ObservationLine) -> PrepLine:
    return PrepLine("observation", seen.number, seen.observed_on, seen.fact, None)


def as_json(prep: Prep, today: date) -> dict[str, object]:
    """The page as one object; its lines are those of the views."""
    return {
        "coachee": prep.person._asdict(),
        "trajectory": prep.trajectory and prep.trajectory._asdict(),
        "last": prep.last and _without_note(prep.last),
        "reality": list(prep.reality),
        "ahead": prep.ahead and prep.ahead._asdict(),
        "open_actions": [one._asdict() for one in prep.open_actions],
        "done": [one._asdict() for one in prep.done],
        "goals": [
            {
                **goal._asdict(),
                "scores": [one._asdict() for one in scores],
                "momentum": momentum(moves),
            }
            for goal, scores, moves in prep.goals
        ],
        "topics": [one._asdict() for one in prep.topics],
        "talents": [one._asdict() for one in prep.talents],
        "questions": questions(prep, today),
        "observations": [one._asdict() for one in prep.observations],
        "answers": [one._asdict() for one in prep.answers],
        "private": {
            "private_note": prep.last and prep.last.private_note,
            "answers": [one._asdict() for one in prep.private],
        },
        "objectives": [
            {"goal": each.goal, "objective": each.objective, "statement": each.text}
            for each in prep.served
        ],
    }


def _without_note(last: Last) -> dict[str, object]:
    return {name: value for name, value in last._asdict().items() if name != "private_note"}


def _facts(prep: Prep) -> list[str]:
    who = prep.person
    purpose = prep.trajectory.purpose if prep.trajectory else None
    talents = ", ".join(one.strength for one in prep.talents)
    told = _("Talents: {talents}").format(talents=talents) if talents else ""
    return [fact for fact in (who.role, who.team, purpose, told) if fact]


def _last(prep: Prep, today: date) -> Section:
    if prep.last is None:
        return Section("", [Line("", _("This will be your first conversation."))])
    held = date.fromisoformat(prep.last.held_on)
    title = _("Last time, {ago}").format(ago=show_relative(held, today, language()))
    number = _("conversation {number}").format(number=prep.last.number)
    return Section(title, list(_said(prep, prep.last)), note=number)


ANSWERS = 5
"""So many answers stand for a conversation that has neither summary nor topic."""


def _said(prep: Prep, last: Last) -> Iterator[Line]:
    """The summary or topic, the reality, and what was answered where there is none of the first."""
    told = last.summary or last.topic
    figure = "" if last.reality_score is None else f"{last.reality_score}/10"
    reality = [Line(_("Reality"), last.reality_now or figure, figure if last.reality_now else "")]
    lines = [
        *([Line("", told)] if told else []),
        *(reality if reality[0].text else []),
        *(Line(each.asked or "", each.text) for each in prep.answers[:ANSWERS]),
    ]
    yield from lines or [Line("", last.method or "–")]


def _private(prep: Prep) -> Iterator[Line]:
    """What the coach wrote to be reminded: this page is for nobody else."""
    if prep.last and prep.last.private_note:
        yield Line("", prep.last.private_note)
    yield from (Line(each.asked or "", each.text) for each in prep.private[:ANSWERS])


def _ahead(prep: Prep) -> Section:
    if prep.ahead is None:
        return Section("", [])
    moment = show_moment(local_moment(prep.ahead.at, prep.ahead.time_zone), language())
    told = _("{label}: {text}").format(label=moment, text=prep.ahead.topic)
    return Section(_("Next conversation"), [Line("", told if prep.ahead.topic else moment)])


def _action(one: ActionLine, today: date) -> Line:
    late, told = one.overdue(today), list(filter(None, [doer(one.done_by)]))
    if one.due_on:
        day = show_short(date.fromisoformat(one.due_on), language(), today)
        told.append((_("was due {day}") if late else _("by {day}")).format(day=day))
    if one.confidence is not None:
        told.append(_("confidence {n}/10").format(n=one.confidence))
    sign, tone = (DRAWN.overdue, "late") if late else (DRAWN.open, "quiet")
    return Line("", one.what, ", ".join(told), tone, sign, one.number)


def _done(one: ActionLine) -> Line:
    who = doer(one.done_by)
    if one.status == "partly":
        told = ", ".join(filter(None, (who, _(ACTION_STATUSES["partly"]))))
        return Line("", one.what, told, "none", DRAWN.partly, one.number)
    return Line("", one.what, who, "good", DRAWN.done, one.number)


def _moving(prep: Prep) -> Section:
    """How each goal moves, and why: the reason stands for itself."""
    return section((each.goal.number, each.moves) for each in prep.goals)


def _goals(prep: Prep, today: date) -> Iterator[Line]:
    """Each goal, and the objectives that it serves."""
    for course in prep.goals:
        yield goal_line(course.goal, course.points(), today, language())
        yield from (Line(_("Objective"), link.text) for link in _served(course, prep))


def _limit(course: GoalProgress) -> Line:
    return Line("", course.goal.anti_goal or "", number=course.goal.number)


def _topic(one: TopicLine) -> Line:
    return Line("", one.text, number=one.number)
