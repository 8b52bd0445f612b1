"""The page before a conversation, in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachlog.base.clock import local_moment
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment, show_relative, show_short
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.marks import (
    conversation_text,
    course_of_reality,
    doer_text,
    goal_line,
    seen_at_work,
)
from coachlog.journal.goal.queries import GoalLine, LinkLine
from coachlog.journal.network_meeting.ideas import used_section
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import TASKS
from coachlog.schema.vocabulary import ACTION_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.momentum import momentum_record
from coachlog.views.momentum import section as momentum_section
from coachlog.views.momentum import summary as momentum_summary
from coachlog.views.prep.questions import questions
from coachlog.views.prep.read import GoalProgress, LastTalk, Prep


class PrepLine(NamedTuple):
    """One item of the page, as `prep --csv` gives it.

    kind    last, ahead, action, done, checklist, observation, goal, momentum, score,
            objective (which the goal before it serves), topic, talent or question
    number  of the conversation, action, checklist item, observation, goal (also for a score),
            objective, topic or talent
    on      the local day: held, planned, due, closed, seen, scored, parked, or moving so since
    text    the summary or topic, what was agreed or seen, the statement, strength or question,
            how a goal is going
    value   of an action the confidence, of a goal the target, of a score the figure
    done_by of an action who does it, empty for the person coached; of an item of a checklist whose
            task it is
    """

    kind: str
    number: int | None = None
    on: str | None = None
    text: str | None = None
    value: int | None = None
    done_by: str | None = None


def page(prep: Prep, context: Context) -> Page:
    """Return the page, its sections in the order of a conversation; empty ones are left out."""
    today, person = context.today, prep.person
    anti_goals = [
        Line("", progress.goal.anti_goal, number=progress.goal.number)
        for progress in prep.goals
        if progress.goal.anti_goal
    ]
    sections = [
        _last_talk(prep, today),
        Section(_("Private note"), list(_private(prep)), "private"),
        used_section(prep.used_ideas),
        _next_talk(prep),
        Section(_("Open actions"), [_open_action(action, today) for action in prep.open_actions]),
        Section(_("Checklist"), [_item(item) for item in prep.checklist]),
        Section(_("Done since"), [_done_action(action) for action in prep.done]),
        seen_at_work(prep.observations, today, language(), since=bool(prep.last)),
        Section(_("Goals"), list(_goals(prep, today))),
        Section("", course_of_reality(prep.reality)),
        momentum_section((progress.goal.number, progress.momentum) for progress in prep.goals),
        Section(_("Not wanted"), anti_goals),
        Section(
            _("Parked for later"),
            [Line("", topic.text, number=topic.number) for topic in prep.topics],
        ),
        Section(
            _("Questions worth asking"),
            [Line("", question, sign=DRAWN.dot) for question in questions(prep, today)],
        ),
    ]
    new_session = hint(f"session new --coachee {person.handle}")
    hints = [(new_session, _("hold the talk, question by question"))]
    if prep.ahead:
        # An appointment that was only agreed on has no number: it is found by its person.
        appointment = prep.ahead.number or person.handle
        hints.append((hint(f"session move {appointment}"), _("move the appointment")))
    return page_of(person.name, _facts(prep), sections, hints)


def flat(prep: Prep, today: date) -> Iterator[PrepLine]:
    """Yield the items of the page as flat lines, in its order."""
    if last := prep.last:
        first_answer = prep.answers[0].text if prep.answers else None
        text = last.summary or last.topic or last.reality_now or first_answer
        yield PrepLine("last", last.number, last.held_on, text)
    if talk := prep.ahead:
        day = local_moment(talk.at, talk.time_zone).date().isoformat()
        yield PrepLine("ahead", talk.number, day, talk.topic)
    yield from _flat_tasks(prep)
    for observation in prep.observations:
        day, fact = observation.observed_on, observation.fact
        yield PrepLine("observation", observation.number, day, fact)
    for progress in prep.goals:
        yield from _flat_goal(progress, prep)
    for topic in prep.topics:
        yield PrepLine("topic", topic.number, topic.parked_on, topic.text)
    for talent in prep.talents:
        yield PrepLine("talent", talent.number, text=talent.strength)
    for question in questions(prep, today):
        yield PrepLine("question", text=question)


def _flat_tasks(prep: Prep) -> Iterator[PrepLine]:
    """Yield open actions, actions that were done, and what is to do of a checklist."""
    for action in prep.open_actions:
        due_on, what, confidence = action.due_on, action.what, action.confidence
        yield PrepLine("action", action.number, due_on, what, confidence, action.done_by)
    for action in prep.done:
        yield PrepLine("done", action.number, action.closed_on, action.what, None, action.done_by)
    for item in prep.checklist:
        yield PrepLine("checklist", item.number, text=item.text, done_by=item.task_of)


def _flat_goal(progress: GoalProgress, prep: Prep) -> Iterator[PrepLine]:
    """Yield a goal, its momentum, its scores, and the objectives that it serves."""
    goal, scores, momentum = progress
    yield PrepLine("goal", goal.number, goal.target_on, goal.statement, goal.target)
    if momentum:
        yield PrepLine(
            "momentum", goal.number, str(momentum.since), momentum_summary(momentum), None
        )
    for score in scores:
        yield PrepLine("score", goal.number, score.scored_on, value=score.score)
    for link in _objective_links(goal, prep):
        yield PrepLine("objective", link.objective, text=link.text)


def _objective_links(goal: GoalLine, prep: Prep) -> list[LinkLine]:
    return [link for link in prep.objective_links if link.goal == goal.number]


def as_json(prep: Prep, today: date) -> dict[str, object]:
    """Return the page as one JSON object; what is private stands under `private`."""
    return {
        "coachee": prep.person._asdict(),
        "trajectory": prep.trajectory._asdict() if prep.trajectory else None,
        "last": _without_private_note(prep.last) if prep.last else None,
        "reality": list(prep.reality),
        "ahead": prep.ahead._asdict() if prep.ahead else None,
        "open_actions": [action._asdict() for action in prep.open_actions],
        "done": [action._asdict() for action in prep.done],
        "goals": [
            {
                **goal._asdict(),
                "scores": [score._asdict() for score in scores],
                "momentum": momentum_record(momentum),
            }
            for goal, scores, momentum in prep.goals
        ],
        "topics": [topic._asdict() for topic in prep.topics],
        "talents": [talent._asdict() for talent in prep.talents],
        "questions": questions(prep, today),
        "observations": [observation._asdict() for observation in prep.observations],
        "answers": [answer._asdict() for answer in prep.answers],
        "private": {
            "private_note": prep.last.private_note if prep.last else None,
            "answers": [answer._asdict() for answer in prep.private_answers],
            "used_ideas": [idea._asdict() for idea in prep.used_ideas],
        },
        "checklist": [item._asdict() for item in prep.checklist],
        "objectives": [
            {"goal": link.goal, "objective": link.objective, "statement": link.text}
            for link in prep.objective_links
        ],
    }


def _without_private_note(talk: LastTalk) -> dict[str, object]:
    return {name: value for name, value in talk._asdict().items() if name != "private_note"}


def _facts(prep: Prep) -> list[str]:
    """Return role and team, the purpose of the trajectory, and the talents, as far as known.

    A talent that costs energy is left out: nobody is urged to use it.
    """
    person = prep.person
    purpose = prep.trajectory.purpose if prep.trajectory else None
    strengths = ", ".join(talent.strength for talent in prep.talents if talent.gives_energy != 0)
    talents = _("Talents: {talents}").format(talents=strengths) if strengths else ""
    return [fact for fact in (person.role, person.team, purpose, talents) if fact]


def _last_talk(prep: Prep, today: date) -> Section:
    """Return the section on the last conversation; a sentence instead before the first one."""
    talk = prep.last
    if talk is None:
        return Section("", [Line("", _("This will be your first conversation."))])
    held_on = date.fromisoformat(talk.held_on)
    title = _("Last time, {ago}").format(ago=show_relative(held_on, today, language()))
    number = conversation_text(talk.number)
    return Section(title, _notes(talk, prep), note=number)


ANSWERS_SHOWN = 5
"""Answers shown of a conversation that has neither summary nor topic."""


def _notes(talk: LastTalk, prep: Prep) -> list[Line]:
    """Return the summary or topic, the reality and the answers.

    The method if there is none of these, and a dash if that is not known either.
    """
    subject = talk.summary or talk.topic
    score = "" if talk.reality_score is None else f"{talk.reality_score}/10"
    lines = [Line("", subject)] if subject else []
    if talk.reality_now:
        lines.append(Line(_("Reality"), talk.reality_now, score))
    elif score:
        lines.append(Line(_("Reality"), score))
    lines += [Line(answer.asked or "", answer.text) for answer in prep.answers[:ANSWERS_SHOWN]]
    return lines or [Line("", talk.method or "–")]


def _private(prep: Prep) -> Iterator[Line]:
    """Yield the private note and answers of the last conversation.

    They may be on the page, because only the coach reads it.
    """
    if prep.last and prep.last.private_note:
        yield Line("", prep.last.private_note)
    for answer in prep.private_answers[:ANSWERS_SHOWN]:
        yield Line(answer.asked or "", answer.text)


def _next_talk(prep: Prep) -> Section:
    """Return when the next conversation is and what about; an empty section without one."""
    talk = prep.ahead
    if talk is None:
        return Section("", [])
    moment = show_moment(local_moment(talk.at, talk.time_zone), language())
    text = _("{label}: {text}").format(label=moment, text=talk.topic) if talk.topic else moment
    return Section(_("Next conversation"), [Line("", text)])


def _open_action(action: ActionLine, today: date) -> Line:
    """Return an action with who does it, by when, and how confident the person is."""
    is_overdue = action.overdue(today)
    details = [doer_text(action.done_by)]
    if action.due_on:
        day = show_short(date.fromisoformat(action.due_on), language(), today)
        due = _("was due {day}") if is_overdue else _("by {day}")
        details.append(due.format(day=day))
    if action.confidence is not None:
        details.append(_("confidence {n}/10").format(n=action.confidence))
    sign, tone = (DRAWN.overdue, "late") if is_overdue else (DRAWN.open, "quiet")
    return Line(
        "",
        action.what,
        note=", ".join(filter(None, details)),
        tone=tone,
        sign=sign,
        number=action.number,
    )


def _item(item: ItemLine) -> Line:
    """Return what a newcomer should know, with whose task it is to see to it."""
    return Line("", item.text, _(TASKS[item.task_of]), sign=DRAWN.open, number=item.number)


def _done_action(action: ActionLine) -> Line:
    """Return an action that was done, or done in part, with who did it."""
    who = doer_text(action.done_by)
    if action.status == "partly":
        details = ", ".join(filter(None, (who, _(ACTION_STATUSES["partly"]))))
        return Line(
            "", action.what, note=details, tone="none", sign=DRAWN.partly, number=action.number
        )
    return Line("", action.what, note=who, tone="good", sign=DRAWN.done, number=action.number)


def _goals(prep: Prep, today: date) -> Iterator[Line]:
    """Yield each goal, followed by the objectives that it serves."""
    for progress in prep.goals:
        yield goal_line(progress.goal, progress.points(), today, language())
        for link in _objective_links(progress.goal, prep):
            yield Line(_("Objective"), link.text)
