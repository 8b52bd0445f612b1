"""The page of a look back, for the coach only: one person in full, or a line for each."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_hours, show_short
from coachlog.display.page import Line, Page, Section
from coachlog.journal.common.standing import action_line, course_of_reality, goal_line
from coachlog.journal.session.mirror import Ideas
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.terminal.context import hint
from coachlog.values.level_words import LEVELS
from coachlog.views.momentum import section
from coachlog.views.review.people import GoalReview, PeriodReview, PersonReview
from coachlog.views.review.sums import (
    PersonLine,
    Sure,
    ideas,
    line,
    lines,
    spoken,
    sureness,
    together,
)


def page(review: PeriodReview) -> Page:
    """The page; empty parts are left out."""
    parts = _everybody(review) if review.everybody else _person(review, review.people[0])
    shown = [part for part in parts if part.lines]
    if not any(one.touched for one in review.people):
        shown = [Section("", [Line("", _("Nothing happened in this period."))]), *shown]
    return Page(_title(review), _facts(review), shown, list(_hints(review)))


def _title(review: PeriodReview) -> str:
    whom = _("everybody") if review.everybody else review.people[0].whom.name
    return f"{_('Look back')} · {whom}"


def _facts(review: PeriodReview) -> list[str]:
    course = review.trajectory
    number = _("trajectory {n}").format(n=course.number) if course else ""
    return [part for part in (*review.period.told(), number, _("for the coach only")) if part]


def _hints(review: PeriodReview) -> Iterator[tuple[str, str]]:
    if review.everybody:
        yield hint(f"review {_('WHO')}"), _("look back on the time with one person")
        yield hint("review --quarter 2026Q1"), _("another quarter")
        yield hint("review --csv"), _("one line per person, for a spreadsheet")
    else:
        handle = review.people[0].whom.handle
        yield hint(f"timeline {handle}"), _("see what happened")
        yield hint(f"prep {handle}"), _("one page to prepare the conversation")


def _everybody(review: PeriodReview) -> list[Section]:
    figures = lines(review)
    total = together(figures)
    return [
        Section(_("Each person, by name"), [Line(one.name, _in_short(one)) for one in figures]),
        Section(_("In total"), _totals(total) if figures else []),
        Section(_("Confidence and outcome"), _sure(review)),
        Section(_("Whose ideas"), _whose(ideas(total), _("the people coached"))),
        Section(_("Your reflections"), list(_reflections(review)), "private"),
    ]


def _person(review: PeriodReview, one: PersonReview) -> list[Section]:
    as_of, figures = review.as_of, line(one, review.as_of)
    return [
        Section("", _totals(figures)),
        Section(_("Goals"), [_goal(each, as_of) for each in one.goals]),
        Section("", course_of_reality(_reality(one))),
        Section(_("Levels"), list(_levels(one))),
        section((each.goal.number, each.moves) for each in one.goals),
        Section(
            _("Actions"),
            [action_line(each, as_of, language()) for each in one.actions],
            note=_actions(figures),
        ),
        Section(_("Confidence and outcome"), _sure(review)),
        Section(_("Whose ideas"), _whose(one.ideas, one.whom.name)),
        Section(_("Your reflections"), list(_reflections(review)), "private"),
    ]


def _in_short(of: PersonLine) -> str:
    acted = _actions(of)
    acted = acted and _("actions: {told}").format(told=acted)
    return " · ".join(part for part in (_talks(of), _goals(of), acted) if part)


def _totals(of: PersonLine) -> list[Line]:
    told = {
        _("Conversations"): _talks(of),
        _("Goals"): _goals(of),
        _("Actions"): _actions(of),
        _("Seen at work"): _times(of.observations),
        _("Check-ins on work"): _times(of.checkins),
        _("How you spoke"): _spoken(of),
    }
    return [Line(label, text) for label, text in told.items() if text]


def _talks(of: PersonLine) -> str:
    told = ngettext("{n} conversation", "{n} conversations", of.sessions).format(n=of.sessions)
    if not of.minutes:
        return told
    return f"{told}, {show_hours(of.minutes, language())}"


def _goals(of: PersonLine) -> str:
    reached, dropped = of.goals_reached, of.goals_dropped
    told = [
        ngettext("{n} goal", "{n} goals", of.goals).format(n=of.goals),
        of.goals_higher and _("{n} higher").format(n=of.goals_higher),
        of.goals_lower and _("{n} lower").format(n=of.goals_lower),
        reached and ngettext("{n} reached", "{n} reached", reached).format(n=reached),
        dropped and ngettext("{n} dropped", "{n} dropped", dropped).format(n=dropped),
    ]
    return _listed(told) if of.goals else ""


def _actions(of: PersonLine) -> str:
    done, late = of.actions_done, of.actions_late
    waiting = of.actions_open - late
    told = [
        done and ngettext("{n} done", "{n} done", done).format(n=done),
        *_not_done(of.actions_partly, of.actions_dropped),
        waiting and _("{n} open").format(n=waiting),
        late and ngettext("{n} overdue", "{n} overdue", late).format(n=late),
    ]
    return _listed(told)


def _not_done(partly: int, dropped: int) -> Iterator[str]:
    if partly:
        yield ngettext("{n} partly done", "{n} partly done", partly).format(n=partly)
    if dropped:
        yield ngettext("{n} dropped", "{n} dropped", dropped).format(n=dropped)


def _listed(told: Sequence[object]) -> str:
    """What there is of something, with a comma between; a figure of nothing is left out."""
    return ", ".join(str(part) for part in told if part)


def _times(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=count) if count else ""


def _spoken(of: PersonLine) -> str:
    """`asking open questions 6 ×, sharing own experience 4 ×`."""
    named = ((_(COMMUNICATION_FORMS[form]), times) for form, times in spoken(of))
    return ", ".join(f"{name[:1].lower()}{name[1:]} {times} ×" for name, times in named)


def _reality(one: PersonReview) -> list[int]:
    return [talk.reality_score for talk in one.talks if talk.reality_score is not None]


def _goal(each: GoalReview, as_of: date) -> Line:
    return goal_line(each.goal, each.points, as_of, language())


def _levels(one: PersonReview) -> Iterator[Line]:
    """From which level to which, in words, of the goals where levels were noted."""
    for each in one.goals:
        if not each.levels:
            continue
        first, last = (_(LEVELS[level]) for level in (each.levels[0], each.levels[-1]))
        moved = _("from “{first}” to “{last}”").format(first=first, last=last)
        yield Line("", last if first == last else moved, number=each.goal.number)


def _sure(review: PeriodReview) -> list[Line]:
    actions = [each for one in review.people for each in one.actions]
    return [_band(each) for each in sureness(actions, review.as_of)]


def _band(of: Sure) -> Line:
    done = ngettext("{n} of {all} done", "{n} of {all} done", of.done)
    told = [
        done.format(n=of.done, all=of.all),
        *_not_done(of.partly, of.dropped),
        of.late and ngettext("{n} overdue", "{n} overdue", of.late).format(n=of.late),
    ]
    return Line(_("confidence {low} to {high}").format(low=of.low, high=of.high), _listed(told))


def _whose(found: Ideas | None, name: str) -> list[Line]:
    return [Line("", found.told(name))] if found else []


def _reflections(review: PeriodReview) -> Iterator[Line]:
    """What the coach wrote for themselves, by person; then what stands alone, oldest first."""
    for one in review.people:
        for each in one.reflections:
            number = _("conversation {number}").format(number=each.number)
            whose = f"{one.whom.name}, {number}" if review.everybody else number
            yield Line(_day(each.held_on, review), each.text, whose)
    for moment in reversed(review.moments):
        if moment.learned:
            yield Line(_day(moment.done_on, review), moment.learned)


def _day(day: str, review: PeriodReview) -> str:
    return show_short(date.fromisoformat(day), language(), review.as_of)
