"""What happens before the first question of a guided conversation: with whom, which method, when.

Options are checked before anything that depends on them is asked.
"""

from datetime import datetime
from typing import NamedTuple, cast

from coachlog.base import clock
from coachlog.base.texts import language
from coachlog.guide import appointment_link, draft_offer, goal_links, opening, topics
from coachlog.guide.draft import DraftHead, GuideDraft, methods
from coachlog.guide.facts import Facts, facts_of, is_new_journal
from coachlog.guide.guide import Guide
from coachlog.guide.method_choice import choose
from coachlog.guide.option_answers import prefill, with_days
from coachlog.guide.safekeeping import start_draft
from coachlog.guide.third_party import (
    ThirdParty,
    ask_third_party,
    show_released,
    without_unreleased,
)
from coachlog.guide.write_up import BRIEFLY
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.flow import Interview
from coachlog.interview.method import Method
from coachlog.interview.shelf import DEFAULT, USUAL
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.appointment.queries import Appointment, planned_one
from coachlog.journal.session.moments import parse
from coachlog.journal.session.option_fields import ASK_METHOD, SessionOptions
from coachlog.journal.trajectory.fields import asks_for_third_option
from coachlog.settings import own_methods
from coachlog.store.drafts import Draft
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompter


class Partner(NamedTuple):
    """The person the coach talks with: a *name*, and the *person* if the journal knows them."""

    name: str
    person: Person | None

    @property
    def display_name(self) -> str:
        """The name on the screen."""
        return opening.display_name(self.name, self.person)


def new_conversation(context: Context, prompter: Prompter, wanted: SessionOptions) -> Guide | Draft:
    """Return a new conversation before its first question, or the draft to go on with instead."""
    _welcome(context, prompter)
    methods_named = _named_method(context, wanted)
    with_three = methods_named is not None and methods_named[0].with_three
    partner = _partner(context, prompter, wanted, with_three=with_three)
    draft = draft_offer.offer_draft(
        context, prompter, *partner, ask=not wanted.filled, with_three=with_three
    )
    return draft or _new(context, prompter, wanted, partner, methods_named)


def _welcome(context: Context, prompter: Prompter) -> None:
    if context.first_run:
        from coachlog.guide.welcome import welcome  # once in the life of a journal

        welcome(context, prompter)


def _named_method(context: Context, wanted: SessionOptions) -> tuple[Method, Method] | None:
    """Return the method that an option or a setting names, and the shared questions.

    None where neither names one. Raises MethodUnknownError.
    """
    name = wanted.method or context.settings.method
    return methods(name) if name and name not in ASK_METHOD else None


def _partner(
    context: Context, prompter: Prompter, wanted: SessionOptions, *, with_three: bool
) -> Partner:
    """Return the person named by an option or a planned conversation, or ask who it is."""
    name, number = wanted.head.get("coachee"), wanted.head.get("planned")
    with context.reader() as reader:
        if number and not name:
            name = planned_one(reader, number).coachee
        return Partner(*opening.choose_person(reader, prompter, name, with_three=with_three))


def _new(
    context: Context,
    prompter: Prompter,
    wanted: SessionOptions,
    partner: Partner,
    methods_named: tuple[Method, Method] | None,
) -> Guide:
    """Open a conversation with *partner*, save it as a draft, and return its guide."""
    facts = _facts(context, wanted, partner)
    appointment = _named_appointment(context, wanted, partner)
    method, common = methods_named or _choose_method(context, prompter, wanted, facts.kind)
    third = ask_third_party(context, prompter, *partner) if method.with_three else ThirdParty()
    if method.with_three:
        facts = without_unreleased(facts, third)
    interview = _interview(context, wanted, facts, method, common)
    opening.show_welcome(prompter, facts, partner.display_name, method)
    if facts.situation.short and wanted.short is None and not wanted.after:
        opening.explain_short_form(prompter)
    date = _date(context, prompter, wanted)
    unasked = prefill(interview, with_days(wanted.filled, date.date()))
    if appointment and not method.with_three:
        appointment_link.show(prompter, appointment)
    elif not (appointment or wanted.unplanned):
        appointment = appointment_link.find(
            context, prompter, partner.person, date, silent=method.with_three
        )
    show_released(prompter, third)
    opening.show_last_session(prompter, facts, context)
    draft = GuideDraft(
        interview,
        partner.person.handle if partner.person else partner.name,
        _head(wanted, unasked, date),
        nudges=asks_for_third_option(facts.kind, facts.mirror, context.settings.mirror),
        kind=facts.kind,
        name=partner.display_name,
        third=third.name,
    )
    if appointment:
        draft = appointment_link.with_plan(draft, appointment)
    return Guide(prompter, start_draft(context, prompter, draft), draft)


def _facts(context: Context, wanted: SessionOptions, partner: Partner) -> Facts:
    """Return what the journal knows; raises NotFoundError for what options name in vain."""
    with context.reader() as reader:
        short = is_new_journal(reader) if wanted.short is None else wanted.short
        facts = facts_of(reader, partner.person, short)
        goal_links.check(reader, partner.person, partner.name, wanted.filled)
    topics.check(facts.situation, wanted.filled)
    return facts


def _named_appointment(
    context: Context, wanted: SessionOptions, partner: Partner
) -> Appointment | None:
    """Return the planned conversation that an option names; raises NotPlannedError."""
    number = wanted.head.get("planned")
    return appointment_link.planned_with(context, number, partner.person) if number else None


def _choose_method(
    context: Context, prompter: Prompter, wanted: SessionOptions, kind: str
) -> tuple[Method, Method]:
    """Return the usual method for that *kind* of trajectory, or the one that the coach chooses.

    The coach chooses where the option or the setting is `ask`.
    """
    usual = USUAL.get(kind, DEFAULT)
    asks_for_choice = wanted.method or context.settings.method
    return methods(choose(prompter, usual, own_methods()) if asks_for_choice else usual)


def _interview(
    context: Context, wanted: SessionOptions, facts: Facts, method: Method, common: Method
) -> Interview:
    # The setting asks which forms of communication were used; an option answers that already.
    asks_forms = bool(context.settings.communication) and "communication" not in wanted.head
    situation = facts.situation._replace(communication=asks_forms)
    return Interview(method, common, situation, language())


def _date(context: Context, prompter: Prompter, wanted: SessionOptions) -> datetime:
    """Return the local start of the conversation; ask for it if it is written up afterwards."""
    zone = wanted.head.get("time_zone") or context.zone
    moment = context.now
    if given := wanted.head.get("date"):
        moment = parse(given, context.now, zone, past=True)
    elif wanted.after:
        moment = opening.ask_date(context, prompter, zone)
    return moment.astimezone(clock.zone(zone))


def _head(wanted: SessionOptions, unasked: Conversation, date: datetime) -> DraftHead:
    """Return the head of the draft, with the values of options that no question asks for."""
    head = cast("DraftHead", unasked | without(wanted.head, "coachee"))
    head |= {"time_zone": str(date.tzinfo), "date": date.strftime("%Y-%m-%dT%H:%M")}
    if wanted.after:
        head["after"] = BRIEFLY if wanted.short is None else True
    return head
