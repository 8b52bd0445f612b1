"""One place on the axis of a timeline: a conversation, or a day on which something was noted."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.clock import local_moment
from coachlog.base.days import SHORT_WEEKDAYS
from coachlog.base.texts import N_, _
from coachlog.dates.show import show_short, show_time
from coachlog.journal.common.standing import action_standing, doer
from coachlog.journal.workability.fields import FIGURES
from coachlog.render.console import line, text
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import (
    Moment,
    Observation,
    Timeline,
    TimelineAction,
    TimelineConversation,
    TimelineGoal,
    TimelineScore,
)

FORMS = {
    "in_person": N_("in person"),
    "video": N_("by video"),
    "phone": N_("by phone"),
    "walk": N_("walking"),
    "written": N_("in writing"),
}
STATUSES = {"planned": N_("planned"), "cancelled": N_("cancelled"), "missed": N_("missed")}

_SUMMARY_MOST = 3


def node(moment: Moment, timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """The lines of *moment*, the first one with its sign on the axis."""
    talk = moment.conversation
    title = page.flow(_title(moment, timeline, page), page.room)
    body = list(_body(moment, timeline, page))
    sign, style = page.signs.day, "quiet"
    if talk is not None:
        sign, style = (
            (page.signs.held, "number") if talk.status == "held" else (page.signs.not_held, "quiet")
        )
    for at, content in enumerate(title + body):
        if at == 0:
            yield page.row(content, sign, day_label(moment.on, page), style)
        else:
            yield page.row(content)


def day_label(on: str, page: TimelinePage) -> str:
    """The day as it stands left of the axis: `Mon 12`."""
    day = date.fromisoformat(on)
    return f"{SHORT_WEEKDAYS[page.language][day.weekday()]} {day.day:>2}"


def _title(moment: Moment, timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    talk = moment.conversation
    if page.narrow:
        yield Text(show_short(date.fromisoformat(moment.on), page.language, page.today), "heading")
    if timeline.coachee is None:
        yield line(name_of(moment.coachee, timeline), "person")
    if talk is not None:
        yield Text(_("Conversation {number}").format(number=talk.number), "heading")
        yield from (Text(part, "quiet") for part in _particulars(talk, page))


def _particulars(talk: TimelineConversation, page: TimelinePage) -> Iterator[str]:
    if talk.status != "held":
        yield _(STATUSES[talk.status])
    yield show_time(local_moment(talk.starts_at, talk.time_zone), page.language)
    if talk.minutes and talk.status == "held":
        yield _("{n} min").format(n=talk.minutes)
    if talk.method:
        yield line(talk.method).plain
    if talk.form:
        yield _(FORMS[talk.form])


def _body(moment: Moment, timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    talk = moment.conversation
    told = bool(talk and talk.core())
    if not page.wide or not told or not moment.touched():
        yield from _told(talk, page, page.room)
        yield from _details(moment, timeline, page, page.room)
        return
    left, right = page.half_widths(page.room)
    details = list(_details(moment, timeline, page, right))
    yield from page.columns(list(_told(talk, page, left)), details, left)


def _told(talk: TimelineConversation | None, page: TimelinePage, room: int) -> Iterator[Text]:
    if talk and talk.topic:
        yield from page.wrap(text(talk.topic), room)
    elif talk and not (talk.summary and page.wide) and (core := talk.core()):
        yield from page.wrap(text(core, "quiet"), room, _SUMMARY_MOST)
    if talk and talk.summary and page.wide:
        words = f"{page.signs.quote}{talk.summary}{page.signs.unquote}"
        yield from page.wrap(text(words, "quiet"), room, _SUMMARY_MOST)


def _details(moment: Moment, timeline: Timeline, page: TimelinePage, room: int) -> Iterator[Text]:
    for goal in moment.goals_set:
        yield from _goal_set(goal, page, room)
    yield from page.flow([_score(score, page) for score in moment.scores], room)
    for goal in moment.goals_closed:
        yield from _goal_closed(goal, page, room)
    for one in moment.actions:
        yield from action(one, page, room)
    for seen in moment.observations:
        yield from _seen(seen, page, room)
    for checkin in moment.checkins:
        yield from _checked(checkin.number, checkin.given(), page, room)


def _goal_set(goal: TimelineGoal, page: TimelinePage, room: int) -> list[Text]:
    words = _("New goal {number}: {statement}").format(number=goal.number, statement=goal.statement)
    told = page.with_sign(page.signs.plus, "number", text(words), room)
    if goal.serves:
        serves = _("{label}: {text}").format(label=_("Objective"), text=goal.serves)
        told += page.with_sign(" ", "quiet", text(serves, "quiet"), room)
    return told


def _goal_closed(goal: TimelineGoal, page: TimelinePage, room: int) -> list[Text]:
    if goal.status == "achieved":
        words = _("Goal {number} reached: {statement}").format(
            number=goal.number, statement=goal.statement
        )
        return page.with_sign(page.signs.done, "good", text(words), room)
    words = _("Goal {number} dropped: {statement}").format(
        number=goal.number, statement=goal.statement
    )
    return page.with_sign(page.signs.dropped, "quiet", text(words), room)


def _seen(seen: Observation, page: TimelinePage, room: int) -> list[Text]:
    words = _("Seen at work {number}: {fact}").format(number=seen.number, fact=seen.fact)
    return page.with_sign(page.signs.dot, "quiet", text(words), room)


def _score(score: TimelineScore, page: TimelinePage) -> Text:
    signs = page.signs
    if score.before is None:
        sign, figures, up = signs.first_score, str(score.score), False
    else:
        up, down = score.score > score.before, score.score < score.before
        sign = signs.up if up else signs.down if down else signs.level
        figures = f"{score.before} {signs.arrow} {score.score}"
    told = _("Goal {number}: {figures}").format(number=score.goal, figures=figures)
    return Text().append(sign, "good" if up else "quiet").append(f" {told}")


def action(one: TimelineAction, page: TimelinePage, room: int, who: str = "") -> list[Text]:
    """An action with sign, number, what was agreed and how it stands; *who* among several."""
    sign, tone, told = action_standing(
        one.status, one.due_on, one.closed_on, page.today, page.language
    )
    words = Text().append(f"{one.number} ", "number").append_text(text(one.what))
    whose = line(doer(one.done_by), "quiet")
    tails = [line(who, "person"), whose, Text(told, tone if tone == "late" else "quiet")]
    return page.with_sign(page.adapt(sign), tone, words, room, [tail for tail in tails if tail])


def name_of(coachee: str, timeline: Timeline) -> str:
    """The name of a person on the *timeline*, or the handle."""
    person = timeline.people.get(coachee)
    return person.name if person else coachee


def _checked(number: int, given: dict[str, int], page: TimelinePage, room: int) -> list[Text]:
    told = " · ".join(f"{_(FIGURES[lens])} {figure}" for lens, figure in given.items())
    words = _("Workable work {number}: {figures}").format(number=number, figures=told)
    return page.with_sign(page.signs.dot, "quiet", text(words), room)
