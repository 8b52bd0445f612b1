"""The page of a look back, for the coach only: one person in full, or a line for each."""

from collections.abc import Iterator
from datetime import date

from coachlog.base.texts import NO_BREAK, _, language, ngettext
from coachlog.dates.show import show_hours, show_short
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.journal.common.marks import (
    action_line,
    conversation_text,
    course_of_reality,
    goal_line,
)
from coachlog.journal.network_meeting.ideas import count_used
from coachlog.journal.session.mirror import Ideas
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.terminal.context import hint
from coachlog.values.level_words import LEVELS
from coachlog.views.momentum import section as momentum_section
from coachlog.views.review.people import GoalReview, PeriodReview, PersonReview
from coachlog.views.review.sums import (
    ConfidenceOutcome,
    PersonLine,
    communication_forms,
    ideas,
    line,
    lines,
    outcomes_by_confidence,
    total,
)


def page(review: PeriodReview) -> Page:
    """Return the page of a look back; empty sections are left out."""
    sections = _everybody(review) if review.everybody else _person(review, review.people[0])
    if not any(person.has_events for person in review.people):
        nothing = Section("", [Line("", _("Nothing happened in this period."))])
        sections = [nothing, *sections]
    return page_of(_title(review), _facts(review), sections, list(_hints(review)), "private")


def _title(review: PeriodReview) -> str:
    name = _("everybody") if review.everybody else review.people[0].person.name
    return f"{_('Look back')} · {name}"


def _facts(review: PeriodReview) -> list[str]:
    trajectory = review.trajectory
    number = _("trajectory {n}").format(n=trajectory.number) if trajectory else ""
    return [*review.period.in_words(), number, _("for you only")]


def _hints(review: PeriodReview) -> Iterator[tuple[str, str]]:
    if review.everybody:
        yield hint(f"review {_('WHO')}"), _("look back on the time with one person")
        yield hint("review --quarter 2026Q1"), _("another quarter")
        yield hint("review --csv"), _("one line per person, for a spreadsheet")
    else:
        handle = review.people[0].person.handle
        yield hint(f"timeline {handle}"), _("see what happened")
        yield hint(f"prep {handle}"), _("one page to prepare the conversation")


def _everybody(review: PeriodReview) -> list[Section]:
    """Return the sections on everybody: one line for each person, then figures of all together."""
    people = lines(review)
    totals = total(people)
    summaries = [Line(person.name, _summary(person)) for person in people]
    return [
        Section(_("Each person, by name"), summaries),
        Section(_("In total"), _totals(totals) if people else []),
        Section(_("Confidence and outcome"), _outcomes(review)),
        Section(_("Whose ideas"), _whose_ideas(ideas(totals), _("the people themselves"))),
        Section(_("What contacts brought"), _solutions(review)),
        Section(_("Your reflections"), list(_reflections(review)), "private"),
    ]


def _person(review: PeriodReview, person: PersonReview) -> list[Section]:
    """Return the sections on one person, with each goal and action."""
    as_of, figures = review.as_of, line(person, review.as_of)
    actions = [action_line(action, as_of, language()) for action in person.actions]
    return [
        Section("", _totals(figures)),
        Section(_("Goals"), [_goal(goal_review, as_of) for goal_review in person.goals]),
        Section("", course_of_reality(_reality_scores(person))),
        Section(_("Levels"), list(_levels(person))),
        momentum_section((review.goal.number, review.momentum) for review in person.goals),
        Section(_("Actions"), actions, note=_actions(figures)),
        Section(_("Confidence and outcome"), _outcomes(review)),
        Section(_("Whose ideas"), _whose_ideas(person.ideas, person.person.name)),
        Section(_("What contacts brought"), _solutions(review)),
        Section(_("Your reflections"), list(_reflections(review)), "private"),
    ]


def _summary(figures: PersonLine) -> str:
    """Return conversations, goals and actions on one line, without what is empty."""
    actions = _actions(figures)
    if actions:
        actions = _("actions: {told}").format(told=actions)
    return " · ".join(filter(None, (_talks(figures), _goals(figures), actions)))


def _totals(figures: PersonLine) -> list[Line]:
    """Return the figures of one person, or the sums for everybody, without what is empty."""
    texts = {
        _("Conversations"): _talks(figures),
        _("Goals"): _goals(figures),
        _("Actions"): _actions(figures),
        _("Seen at work"): _times(figures.observations),
        _("Check-ins on work"): _times(figures.checkins),
        _("How you spoke"): _communication_forms(figures),
    }
    return labelled_lines(texts)


def _talks(figures: PersonLine) -> str:
    """Format as `3 conversations, 4 h 30 min`; without the time if no length was noted."""
    n = figures.sessions
    count = ngettext("{n} conversation", "{n} conversations", n).format(n=n)
    if not figures.minutes:
        return count
    return f"{count}, {show_hours(figures.minutes, language())}"


def _goals(figures: PersonLine) -> str:
    """Format as `3 goals, 2 higher, 1 reached`; empty without a goal."""
    if not figures.goals:
        return ""
    higher, lower = figures.goals_higher, figures.goals_lower
    reached, dropped = figures.goals_reached, figures.goals_dropped
    counts = [
        ngettext("{n} goal", "{n} goals", figures.goals).format(n=figures.goals),
        _("{n} higher").format(n=higher) if higher else "",
        _("{n} lower").format(n=lower) if lower else "",
        ngettext("{n} reached", "{n} reached", reached).format(n=reached) if reached else "",
        ngettext("{n} dropped", "{n} dropped", dropped).format(n=dropped) if dropped else "",
    ]
    return ", ".join(filter(None, counts))


def _actions(figures: PersonLine) -> str:
    """Format as `4 done, 1 partly done, 2 open, 1 overdue`; no action counts as both."""
    done, not_overdue = figures.actions_done, figures.actions_open - figures.actions_late
    counts = [
        ngettext("{n} done", "{n} done", done).format(n=done) if done else "",
        *_partly_and_dropped(figures.actions_partly, figures.actions_dropped),
        _("{n} open").format(n=not_overdue) if not_overdue else "",
        _overdue(figures.actions_late),
    ]
    return ", ".join(filter(None, counts))


def _partly_and_dropped(partly: int, dropped: int) -> Iterator[str]:
    if partly:
        yield ngettext("{n} partly done", "{n} partly done", partly).format(n=partly)
    if dropped:
        yield ngettext("{n} dropped", "{n} dropped", dropped).format(n=dropped)


def _overdue(count: int) -> str:
    return ngettext("{n} overdue", "{n} overdue", count).format(n=count) if count else ""


def _times(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=count) if count else ""


def _communication_forms(figures: PersonLine) -> str:
    """Format as `asking open questions 6 ×, sharing own experience 4 ×`."""
    counts = []
    for form, n in communication_forms(figures):
        name = _(COMMUNICATION_FORMS[form])
        counts.append(f"{name[:1].lower()}{name[1:]} {n}{NO_BREAK}×")
    return ", ".join(counts)


def _reality_scores(person: PersonReview) -> list[int]:
    return [talk.reality_score for talk in person.talks if talk.reality_score is not None]


def _goal(goal_review: GoalReview, as_of: date) -> Line:
    return goal_line(goal_review.goal, goal_review.points, as_of, language())


def _levels(person: PersonReview) -> Iterator[Line]:
    """Yield from which level to which, in words, each goal with noted levels went."""
    for goal, _points, levels, _momentum in person.goals:
        if not levels:
            continue
        first_level, last_level = _(LEVELS[levels[0]]), _(LEVELS[levels[-1]])
        text = last_level
        if first_level != last_level:
            text = _("from “{first}” to “{last}”").format(first=first_level, last=last_level)
        yield Line("", text, number=goal.number)


def _outcomes(review: PeriodReview) -> list[Line]:
    return [_outcome(outcome) for outcome in outcomes_by_confidence(review)]


def _outcome(outcome: ConfidenceOutcome) -> Line:
    """Return what came of the actions with a confidence from *low* to *high*."""
    done = ngettext("{n} of {all} done", "{n} of {all} done", outcome.done)
    counts = [
        done.format(n=outcome.done, all=outcome.all),
        *_partly_and_dropped(outcome.partly, outcome.dropped),
        _overdue(outcome.late),
    ]
    label = _("confidence {low} to {high}").format(low=outcome.low, high=outcome.high)
    return Line(label, ", ".join(filter(None, counts)))


def _whose_ideas(ideas: Ideas | None, name: str) -> list[Line]:
    return [Line("", ideas.as_text(name))] if ideas else []


def _solutions(review: PeriodReview) -> list[Line]:
    """Return how many solutions contacts brought, and what meetings of networks did."""
    found, used = review.solutions, count_used(review.used_ideas)
    text = _("Solutions from inside {inside}, from outside {outside}")
    networks = _(
        "From meetings of networks: goals {goals}, ideas in conversations {options}, actions"
        " {actions}"
    )
    return [
        *([Line("", text.format(**found._asdict()))] if any(found) else []),
        *([Line("", networks.format(**used))] if used["meetings"] else []),
    ]


def _reflections(review: PeriodReview) -> Iterator[Line]:
    """Yield reflections of the coach on conversations by person, then others, oldest first."""
    for person in review.people:
        for reflection in person.reflections:
            number = conversation_text(reflection.number)
            source = f"{person.person.name}, {number}" if review.everybody else number
            yield Line(_day(reflection.held_on, review), reflection.text, source)
    for moment in reversed(review.own_reflections):  # they are read newest first
        if moment.learned:
            yield Line(_day(moment.done_on, review), moment.learned)


def _day(day: str, review: PeriodReview) -> str:
    return show_short(date.fromisoformat(day), language(), review.as_of)
