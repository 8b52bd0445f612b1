"""The page of a coachee: who it is, what was agreed, where things stand, what is next."""

from datetime import date

from coachlog.base.clock import local_day, local_moment, moment_of
from coachlog.base.days import day_text, show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_moment, show_relative, show_short
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.journal.coachee.queries import CoacheeLine, TalentLine
from coachlog.journal.common.marks import (
    action_line,
    conversation_text,
    course_of_reality,
    goal_line,
    seen_at_work,
)
from coachlog.schema.referral import HELPERS
from coachlog.schema.vocabulary import BASES, CONSENTS, TRAJECTORY_KINDS
from coachlog.terminal.context import Context, hint
from coachlog.views.gas import section as gas_section
from coachlog.views.person.read import PersonView
from coachlog.views.prep.read import GoalProgress, Prep


def page(view: PersonView, context: Context) -> Page:
    """Return the page of one person; empty sections are left out."""
    prep, today = view.prep, context.today
    person = prep.person
    overdue = sum(action.overdue(today) for action in prep.open_actions)
    actions = [action_line(action, today, language()) for action in prep.open_actions]
    topics = [Line("", topic.text, number=topic.number) for topic in prep.topics]
    sections = [
        Section("", _about(prep, context.zone)),
        Section(_("What was agreed"), _agreement(person) + _consents(view)),
        Section(_("Talents"), [line for talent in prep.talents for line in _talent(talent)]),
        Section(_("Goals"), [_goal(progress, today) for progress in prep.goals]),
        Section("", course_of_reality(prep.reality)),
        Section(_("Open actions"), actions, note=_count_overdue(overdue)),
        Section(_("Parked for later"), topics),
        Section(_("Last conversations"), _talks(view, today)),
        seen_at_work(prep.observations, today, language(), since=bool(prep.last)),
        Section(_("Next conversation"), _next_talk(prep, today)),
        Section(_("Referred"), _referrals(view), "private"),
        *([gas_section(view.gas)] if view.gas else []),
    ]
    facts = [person.role or "", person.team or "", person.organisation or ""]
    return page_of(f"{person.name} · {person.handle}", facts, sections, _hints(person.handle))


def _about(prep: Prep, zone: str) -> list[Line]:
    """Return who the person is, the trajectory, and when the person was archived, if so."""
    person, trajectory = prep.person, prep.trajectory
    archived_on = local_day(moment_of(person.archived_at), zone) if person.archived_at else None
    kind = _(TRAJECTORY_KINDS[trajectory.kind]) if trajectory else ""
    purpose = trajectory.purpose if trajectory else None
    texts = {
        _("Since"): day_text(person.since, language()),
        _("Contact"): person.reach,
        _("Trajectory"): f"{purpose} · {kind}" if purpose else kind,
        _("Context"): person.context,
        _("Conversations"): str(person.sessions) if person.sessions else "",
        _("Archived"): show_day(archived_on, language()) if archived_on else "",
    }
    return labelled_lines(texts)


def _agreement(person: CoacheeLine) -> list[Line]:
    """Return what was agreed on the notes: on which basis, and until when they are kept."""
    basis = _(BASES[person.agreement_basis]) if person.agreement_basis else ""
    texts = {
        _("Agreement"): person.agreement,
        _("Legal basis"): basis,
        _("Responsible for the notes"): person.controller,
        _("Kept until"): day_text(person.retention_on, language()),
        _("Why kept"): person.retention_reason,
    }
    return labelled_lines(texts)


def _consents(view: PersonView) -> list[Line]:
    """Return what the person agreed to in so many words and when, and when that was withdrawn."""
    lines = []
    for consent in view.consents:
        withdrawal = ""
        if consent.withdrawn_on:
            day = day_text(consent.withdrawn_on, language())
            withdrawal = _("withdrawn {day}").format(day=day)
        agreed_on = day_text(consent.agreed_on, language())
        lines.append(Line(_(CONSENTS[consent.about]), agreed_on, withdrawal))
    return lines


def _talent(talent: TalentLine) -> list[Line]:
    """Return a talent with its energy, where it shows, and the context that it needs."""
    # None: it was not asked whether the talent gives or takes energy.
    energy_texts = {None: "", 0: _("takes energy"), 1: _("gives energy")}
    energy = energy_texts[talent.gives_energy]
    details = {_("Where it shows"): talent.shows, _("Context it needs"): talent.wanted_context}
    return [Line("", talent.strength, energy, number=talent.number), *labelled_lines(details)]


def _goal(progress: GoalProgress, today: date) -> Line:
    return goal_line(progress.goal, progress.points(), today, language())


def _count_overdue(count: int) -> str:
    return ngettext("{n} overdue", "{n} overdue", count).format(n=count) if count else ""


def _talks(view: PersonView, today: date) -> list[Line]:
    """Return the last conversations: day, topic (a dash if not known) and number."""
    return [
        Line(
            show_short(date.fromisoformat(talk.held_on), language(), today),
            talk.topic or "–",
            conversation_text(talk.number),
        )
        for talk in view.talks
    ]


def _referrals(view: PersonView) -> list[Line]:
    """Return to whom the person was referred, and when; the journal does not know why."""
    return [
        Line(day_text(each.referred_on, language()), _(HELPERS[each.helper]), number=each.number)
        for each in view.referrals
    ]


def _next_talk(prep: Prep, today: date) -> list[Line]:
    """Return when the next conversation is and what about; no line if none was agreed."""
    talk = prep.ahead
    if talk is None:
        return []
    moment = local_moment(talk.at, talk.time_zone)
    distance = show_relative(moment.date(), today, language())
    lines = [Line("", show_moment(moment, language()), note=distance, tone="ahead")]
    if talk.topic:
        lines.append(Line(_("Topic"), talk.topic))
    return lines


def _hints(handle: str) -> list[tuple[str, str]]:
    return [
        (hint(f"prep {handle}"), _("one page to prepare the conversation")),
        (hint(f"session new --coachee {handle}"), _("hold the talk, question by question")),
        (hint(f"timeline {handle}"), _("see what happened")),
        (hint(f"coachee edit {handle}"), _("edit the details")),
    ]
