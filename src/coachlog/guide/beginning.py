"""Everything before the first question of a guided conversation: with whom, by which method, when.

Each step is asked or found once, in an order in which a wrong option is told before anything is
asked.
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
from coachlog.guide.safekeeping import started
from coachlog.guide.third_party import Third, before_three, recall, seated
from coachlog.guide.write_up import BRIEFLY
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.flow import Interview
from coachlog.interview.method import Method
from coachlog.interview.shelf import DEFAULT, USUAL
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.appointment.queries import Appointment, planned_one
from coachlog.journal.session.moments import parse
from coachlog.journal.session.option_fields import ASK_METHOD, SessionOptions
from coachlog.journal.trajectory.fields import nudged
from coachlog.settings import own_methods
from coachlog.store.drafts import Draft
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompter


class Partner(NamedTuple):
    """The person the coach talks with: the *name*, and who that is where the journal knows them."""

    name: str
    person: Person | None

    @property
    def called(self) -> str:
        """The name on the screen."""
        return opening.called(self.name, self.person)


def new_conversation(context: Context, prompter: Prompter, wanted: SessionOptions) -> Guide | Draft:
    """A new conversation before its first question; or the draft that the coach goes on with."""
    _welcome(context, prompter)
    named = _named_method(context, wanted)
    three = named is not None and named[0].with_three
    partner = _partner(context, prompter, wanted, with_three=three)
    ask = not wanted.filled
    left = draft_offer.offered(context, prompter, *partner, ask=ask, with_three=three)
    return left or _new(context, prompter, wanted, partner, named)


def _welcome(context: Context, prompter: Prompter) -> None:
    if context.first_run:
        from coachlog.guide.welcome import welcome  # once in the life of a journal

        welcome(context, prompter)


def _named_method(context: Context, wanted: SessionOptions) -> tuple[Method, Method] | None:
    """The method that an option or a setting names, if it does; raises MethodUnknownError."""
    name = wanted.method or context.settings.method
    return methods(name) if name and name not in ASK_METHOD else None


def _partner(
    context: Context, prompter: Prompter, wanted: SessionOptions, *, with_three: bool
) -> Partner:
    """Who was named, by name or by the planned conversation; or who is chosen now."""
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
    named: tuple[Method, Method] | None,
) -> Guide:
    """A conversation with *partner* before its first question, kept as a draft."""
    facts = _facts(context, wanted, partner)
    appointment = _named_appointment(context, wanted, partner)
    method, common = named or _suiting(context, prompter, wanted, facts.kind)
    third = seated(context, prompter, *partner) if method.with_three else Third()
    if method.with_three:
        facts = before_three(facts, third)
    interview = _interview(context, wanted, facts, method, common)
    opening.welcome(prompter, facts, partner.called, method)
    if facts.situation.short and wanted.short is None and not wanted.after:
        opening.tell_short(prompter)
    date = _date(context, prompter, wanted)
    left = prefill(interview, with_days(wanted.filled, date.date()))
    if appointment and not method.with_three:
        appointment_link.tell(prompter, appointment)
    elif not (appointment or wanted.unplanned):
        silent = method.with_three
        appointment = appointment_link.find(context, prompter, partner.person, date, silent=silent)
    recall(prompter, third)
    opening.recall(prompter, facts, context)
    draft = GuideDraft(
        interview,
        partner.person.handle if partner.person else partner.name,
        _head(wanted, left, date),
        nudges=nudged(facts.kind, facts.mirror, context.settings.mirror),
        kind=facts.kind,
        name=partner.called,
        third=third.name,
    )
    if appointment:
        draft = appointment_link.with_plan(draft, appointment)
    return Guide(prompter, started(context, prompter, draft), draft)


def _facts(context: Context, wanted: SessionOptions, partner: Partner) -> Facts:
    """What the journal knows; what options name and is not there is refused."""
    with context.reader() as reader:
        short = is_new_journal(reader) if wanted.short is None else wanted.short
        facts = facts_of(reader, partner.person, short)
        goal_links.check(reader, partner.person, partner.name, wanted.filled)
    topics.check(facts.situation, wanted.filled)
    return facts


def _named_appointment(
    context: Context, wanted: SessionOptions, partner: Partner
) -> Appointment | None:
    """The planned conversation that an option says this one is; raises NotPlannedError."""
    number = wanted.head.get("planned")
    return appointment_link.chosen(context, number, partner.person) if number else None


def _suiting(
    context: Context, prompter: Prompter, wanted: SessionOptions, kind: str
) -> tuple[Method, Method]:
    """The method that suits a trajectory of that *kind*, or the one that the coach chooses."""
    usual = USUAL.get(kind, DEFAULT)
    ask = wanted.method or context.settings.method
    return methods(choose(prompter, usual, own_methods()) if ask else usual)


def _interview(
    context: Context, wanted: SessionOptions, facts: Facts, method: Method, common: Method
) -> Interview:
    ticked = bool(context.settings.communication) and "communication" not in wanted.head
    situation = facts.situation._replace(communication=ticked)
    return Interview(method, common, situation, language())


def _date(context: Context, prompter: Prompter, wanted: SessionOptions) -> datetime:
    """The local start of the conversation; asked for when it is written up afterwards."""
    zone = wanted.head.get("time_zone") or context.zone
    moment = context.now
    if given := wanted.head.get("date"):
        moment = parse(given, context.now, zone, past=True)
    elif wanted.after:
        moment = opening.ask_date(context, prompter, zone)
    return moment.astimezone(clock.zone(zone))


def _head(wanted: SessionOptions, left: Conversation, date: datetime) -> DraftHead:
    """What is known of the talk itself, and what is *left* that no question asks for."""
    head = cast("DraftHead", left | without(wanted.head, "coachee"))
    head |= {"time_zone": str(date.tzinfo), "date": date.strftime("%Y-%m-%dT%H:%M")}
    if wanted.after:
        head["after"] = BRIEFLY if wanted.short is None else True
    return head
