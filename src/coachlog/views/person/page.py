"""The page of a coachee: who it is, what was agreed, where things stand, what is next."""

from datetime import date

from coachlog.base.clock import local_day, local_moment, moment_of
from coachlog.base.days import day_text, show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_moment, show_relative, show_short
from coachlog.display.page import Line, Page, Section
from coachlog.journal.coachee.queries import CoacheeLine, TalentLine
from coachlog.journal.common.standing import action_line, course_of_reality, goal_line, seen_at_work
from coachlog.schema.vocabulary import BASES, TRAJECTORY_KINDS
from coachlog.terminal.context import Context, hint
from coachlog.views.gas import section
from coachlog.views.person.read import PersonView
from coachlog.views.prep.read import GoalProgress, Prep


def page(known: PersonView, context: Context) -> Page:
    """The page of one person; empty parts are left out."""
    found, today = known.prep, context.today
    who = found.person
    late = sum(action.overdue(today) for action in found.open_actions)
    actions = [action_line(action, today, language()) for action in found.open_actions]
    parts = [
        Section("", _about(found, context.zone)),
        Section(_("What was agreed"), _agreement(who) + _consents(known)),
        Section(_("Talents"), [each for talent in found.talents for each in _talent(talent)]),
        Section(_("Goals"), [_goal(course, today) for course in found.goals]),
        Section("", course_of_reality(found.reality)),
        Section(_("Open actions"), actions, note=_overdue(late)),
        Section(
            _("Parked for later"),
            [Line("", each.text, number=each.number) for each in found.topics],
        ),
        Section(_("Last conversations"), _talks(known, today)),
        seen_at_work(found.observations, today, language(), since=bool(found.last)),
        Section(_("Next conversation"), _ahead(found, today)),
        *([section(known.gas)] if known.gas else []),
    ]
    facts = [fact for fact in (who.role, who.team, who.organisation) if fact]
    shown = [part for part in parts if part.lines]
    return Page(f"{who.name} · {who.handle}", facts, shown, _hints(who.handle))


def _about(found: Prep, zone: str) -> list[Line]:
    who, course = found.person, found.trajectory
    archived = local_day(moment_of(who.archived_at), zone) if who.archived_at else None
    kind = _(TRAJECTORY_KINDS[course.kind]) if course else ""
    told = {
        _("Since"): day_text(who.since, language()),
        _("Contact"): who.reach,
        _("Trajectory"): f"{course.purpose} · {kind}" if course and course.purpose else kind,
        _("Context"): who.context,
        _("Conversations"): str(who.sessions) if who.sessions else "",
        _("Archived"): show_day(archived, language()) if archived else "",
    }
    return _labelled(told)


def _agreement(who: CoacheeLine) -> list[Line]:
    told = {
        _("Agreement"): who.agreement,
        _("Legal basis"): _(BASES[who.agreement_basis]) if who.agreement_basis else "",
        _("Responsible for the notes"): who.controller,
        _("Kept until"): day_text(who.retention_on, language()),
    }
    return _labelled(told)


def _consents(known: PersonView) -> list[Line]:
    """That the person agreed to notes about workable work, and until when."""
    lines = []
    for each in known.consents:
        told = ""
        if each.withdrawn_on:
            told = _("withdrawn {day}").format(day=day_text(each.withdrawn_on, language()))
        lines.append(Line(_("Workable work"), day_text(each.agreed_on, language()), told))
    return lines


def _labelled(told: dict[str, str | None]) -> list[Line]:
    return [Line(label, text) for label, text in told.items() if text]


def _talent(talent: TalentLine) -> list[Line]:
    energy = {0: _("takes energy"), 1: _("gives energy")}
    told = "" if talent.gives_energy is None else energy[talent.gives_energy]
    more = {_("Where it shows"): talent.shows, _("Context it needs"): talent.wanted_context}
    head = Line("", talent.strength, told, number=talent.number)
    return [head, *_labelled(more)]


def _goal(course: GoalProgress, today: date) -> Line:
    return goal_line(course.goal, course.points(), today, language())


def _overdue(count: int) -> str:
    return ngettext("{n} overdue", "{n} overdue", count).format(n=count) if count else ""


def _talks(known: PersonView, today: date) -> list[Line]:
    return [
        Line(
            show_short(date.fromisoformat(talk.held_on), language(), today),
            talk.topic or "–",
            _("conversation {number}").format(number=talk.number),
        )
        for talk in known.talks
    ]


def _ahead(found: Prep, today: date) -> list[Line]:
    if found.ahead is None:
        return []
    moment = local_moment(found.ahead.at, found.ahead.time_zone)
    far = show_relative(moment.date(), today, language())
    topic = [Line(_("Topic"), found.ahead.topic)] if found.ahead.topic else []
    return [Line("", show_moment(moment, language()), far, "ahead"), *topic]


def _hints(handle: str) -> list[tuple[str, str]]:
    return [
        (hint(f"prep {handle}"), _("one page to prepare the conversation")),
        (hint(f"session new --coachee {handle}"), _("hold the talk, question by question")),
        (hint(f"timeline {handle}"), _("see what happened")),
        (hint(f"coachee edit {handle}"), _("edit the details")),
    ]
