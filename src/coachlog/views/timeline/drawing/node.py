"""One moment on the axis of a timeline: a conversation, or a day on which something was noted."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.clock import local_moment
from coachlog.base.days import SHORT_WEEKDAYS
from coachlog.base.texts import N_, _
from coachlog.dates.show import show_short, show_time
from coachlog.journal.common.marks import action_standing, doer_text
from coachlog.journal.workability.fields import FIGURES
from coachlog.render.console import line, text
from coachlog.schema.referral import HELPERS
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

_MOST_SUMMARY_LINES = 3


def node(moment: Moment, timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield the lines of *moment*, the first one with its day and its sign on the axis."""
    if moment.conversation is None:
        sign, style = page.signs.day, "quiet"
    elif moment.is_held():
        sign, style = page.signs.held, "number"
    else:
        sign, style = page.signs.not_held, "quiet"
    title = page.flow(_title(moment, timeline, page), page.room)
    lines = [*title, *_body(moment, timeline, page)]
    for index, content in enumerate(lines):
        if index == 0:
            yield page.row(content, sign, day_label(moment.on, page), style)
        else:
            yield page.row(content)


def day_label(on: str, page: TimelinePage) -> str:
    """Return the ISO day *on* as it stands left of the axis: `Mon 12`."""
    day = date.fromisoformat(on)
    return f"{SHORT_WEEKDAYS[page.language][day.weekday()]} {day.day:>2}"


def _title(moment: Moment, timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield the conversation with its details, after the person on a timeline of everybody.

    A narrow page has no column for the day, which comes first there.
    """
    talk = moment.conversation
    if page.narrow:
        yield Text(show_short(date.fromisoformat(moment.on), page.language, page.today), "heading")
    if timeline.coachee is None:
        yield line(name_of(moment.coachee, timeline), "person")
    if talk is not None:
        yield Text(_("Conversation {number}").format(number=talk.number), "heading")
        yield from (Text(detail, "quiet") for detail in _talk_details(talk, page))


def _talk_details(talk: TimelineConversation, page: TimelinePage) -> Iterator[str]:
    """Yield the status unless it was held, the time, the minutes, the method and the form."""
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
    """Yield what the conversation was about and what changed, side by side on a wide page."""
    talk = moment.conversation
    has_core = bool(talk and talk.core())
    if page.wide and has_core and moment.has_changes():
        left, right = page.half_widths(page.room)
        changes = list(_changes(moment, page, right))
        yield from page.columns(list(_core(talk, page, left)), changes, left)
    else:
        yield from _core(talk, page, page.room)
        yield from _changes(moment, page, page.room)


def _core(talk: TimelineConversation | None, page: TimelinePage, room: int) -> Iterator[Text]:
    """Yield what a conversation was about, in lines of *room* cells.

    A wide page shows the topic and the summary, one that is not wide only the first text of
    topic, summary, reality and answer. So does a wide page if there is no topic and no summary.
    """
    if talk is None:
        return
    shows_summary = bool(talk.summary) and page.wide
    if talk.topic:
        yield from page.wrap(text(talk.topic), room)
    elif not shows_summary and (core := talk.core()):
        yield from page.wrap(text(core, "quiet"), room, _MOST_SUMMARY_LINES)
    if shows_summary:
        quoted_summary = f"{page.signs.quote}{talk.summary}{page.signs.unquote}"
        yield from page.wrap(text(quoted_summary, "quiet"), room, _MOST_SUMMARY_LINES)


def _changes(moment: Moment, page: TimelinePage, room: int) -> Iterator[Text]:
    """Yield what happened to goals and actions, and what was seen, in lines of *room* cells."""
    for goal in moment.goals_set:
        yield from _goal_set(goal, page, room)
    yield from page.flow([_score(score, page) for score in moment.scores], room)
    for goal in moment.goals_closed:
        yield from _goal_closed(goal, page, room)
    for agreed_action in moment.actions:
        yield from action(agreed_action, page, room)
    for observation in moment.observations:
        yield from _observation(observation, page, room)
    for checkin in moment.checkins:
        yield from _check_in(checkin.number, checkin.given(), page, room)
    for referral in moment.referrals:
        title = _("Referred to: {helper}").format(helper=_(HELPERS[referral.helper]))
        yield from page.with_sign(page.signs.dot, "quiet", text(title), room)
    for milestone in moment.milestones:
        yield from page.with_sign(page.signs.done, "quiet", text(milestone.label), room)


def _goal_set(goal: TimelineGoal, page: TimelinePage, room: int) -> list[Text]:
    """Return a new goal and, below it, the objectives that it serves."""
    title = _("New goal {number}: {statement}").format(number=goal.number, statement=goal.statement)
    lines = page.with_sign(page.signs.plus, "number", text(title), room)
    if goal.serves:
        objectives = _("{label}: {text}").format(label=_("Objective"), text=goal.serves)
        lines += page.with_sign(" ", "quiet", text(objectives, "quiet"), room)
    return lines


def _goal_closed(goal: TimelineGoal, page: TimelinePage, room: int) -> list[Text]:
    if goal.status == "achieved":
        title, sign, style = _("Goal {number} reached: {statement}"), page.signs.done, "good"
    else:
        title, sign, style = _("Goal {number} dropped: {statement}"), page.signs.dropped, "quiet"
    title = title.format(number=goal.number, statement=goal.statement)
    return page.with_sign(sign, style, text(title), room)


def _observation(observation: Observation, page: TimelinePage, room: int) -> list[Text]:
    number, fact = observation.number, observation.fact
    title = _("Seen at work {number}: {fact}").format(number=number, fact=fact)
    return page.with_sign(page.signs.dot, "quiet", text(title), room)


def _score(score: TimelineScore, page: TimelinePage) -> Text:
    """Return the change of a score with its sign: up is green, and no change is called bad."""
    signs, style = page.signs, "quiet"
    figures = str(score.score)
    if score.before is not None:
        figures = f"{score.before} {signs.arrow} {score.score}"
    if score.before is None:
        sign = signs.first_score
    elif score.score > score.before:
        sign, style = signs.up, "good"
    elif score.score < score.before:
        sign = signs.down
    else:
        sign = signs.level
    title = _("Goal {number}: {figures}").format(number=score.goal, figures=figures)
    return Text().append(sign, style).append(f" {title}")


def action(agreed: TimelineAction, page: TimelinePage, room: int, who: str = "") -> list[Text]:
    """Return the lines of an action: sign, number, what was agreed, and how it stands.

    *who* is the name of the person, given on a timeline of several people.
    """
    sign, tone, standing = action_standing(
        agreed.status, agreed.due_on, agreed.closed_on, page.today, page.language
    )
    title = Text().append(f"{agreed.number} ", "number").append_text(text(agreed.what))
    details = [
        line(who, "person"),
        line(doer_text(agreed.done_by), "quiet"),
        Text(standing, tone if tone == "late" else "quiet"),
    ]
    filled_details = [detail for detail in details if detail]
    return page.with_sign(page.adapt(sign), tone, title, room, filled_details)


def name_of(coachee: str, timeline: Timeline) -> str:
    """Return the name of the person with the handle *coachee*; the handle if it is not known."""
    person = timeline.people.get(coachee)
    return person.name if person else coachee


def _check_in(
    number: int, figure_by_lens: dict[str, int], page: TimelinePage, room: int
) -> list[Text]:
    """Return a check-in on workable work with its figures, which are by the id of a lens."""
    figures = " · ".join(f"{_(FIGURES[lens])} {figure}" for lens, figure in figure_by_lens.items())
    title = _("Workable work {number}: {figures}").format(number=number, figures=figures)
    return page.with_sign(page.signs.dot, "quiet", text(title), room)
