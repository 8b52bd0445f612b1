"""What happens before the first question of a guided conversation: with whom, which method, when.

Options are checked before anything that depends on them is asked.
"""

from datetime import datetime
from typing import NamedTuple, cast

from coachlog.base import clock
from coachlog.base.texts import language
from coachlog.guide import appointment_link, draft_offer, goal_links, opening, topics
from coachlog.guide.draft import DraftHead, GuideDraft, MethodPair, load_methods
from coachlog.guide.facts import Facts, facts_of, is_new_journal, welcome_at_first
from coachlog.guide.guide import Guide
from coachlog.guide.method_choice import choose
from coachlog.guide.option_answers import prefill, with_days
from coachlog.guide.person_choice import choose_person, display_name
from coachlog.guide.safekeeping import start_draft
from coachlog.guide.third_party import (
    ThirdParty,
    ask_third_party,
    show_released,
    without_unreleased,
)
from coachlog.guide.write_up import BRIEFLY, ask_date
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.flow import Interview
from coachlog.interview.method import Method
from coachlog.interview.method_files import DEFAULT, USUAL
from coachlog.journal.coachee.consents.queries import refuse_talk
from coachlog.journal.coachee.lookup import Person, is_self_word
from coachlog.journal.session.appointment.queries import Appointment, planned_appointment
from coachlog.journal.session.moments import parse
from coachlog.journal.session.option_fields import ASK_METHOD, SessionOptions
from coachlog.journal.trajectory import own
from coachlog.journal.trajectory.fields import MIRROR_KINDS, refuse_other_kind, shows_mirror
from coachlog.settings import own_methods
from coachlog.store.drafts import Draft
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompter

ROLE = "role.01"
"""The question for the role of the coach, to which Enter answers that of the last trajectory."""


class Partner(NamedTuple):
    """The person the coach talks with: a *name*, and the *person* if the journal knows them."""

    name: str
    person: Person | None

    @property
    def handle(self) -> str:
        """The short name in the journal; the whole name of somebody new."""
        return self.person.handle if self.person else self.name

    @property
    def display_name(self) -> str:
        """The name on the screen."""
        return display_name(self.name, self.person)


def new_conversation(
    context: Context, prompter: Prompter, options: SessionOptions
) -> Guide | Draft:
    """Return a new conversation before its first question, or the draft to continue instead."""
    welcome_at_first(context, prompter)
    named_methods = _named_method(context, options)
    with_three = named_methods is not None and named_methods.method.with_three
    partner = _partner(context, prompter, options, with_three=with_three)
    draft = draft_offer.offer_draft(
        context,
        prompter,
        partner.name,
        partner.person,
        may_ask=not options.filled,
        with_three=with_three,
    )
    if draft:
        return draft
    return _new(context, prompter, options, partner, named_methods)


def _named_method(context: Context, options: SessionOptions) -> MethodPair | None:
    """Return the method that an option or a setting names, and the shared questions.

    None where neither names one, or it says `ask`. Raises MethodUnknownError.
    """
    name = options.method or context.settings.method
    if not name or name in ASK_METHOD:
        return None
    return load_methods(name)


def _partner(
    context: Context, prompter: Prompter, options: SessionOptions, *, with_three: bool
) -> Partner:
    """Return the person named by an option or a planned conversation, or ask who it is."""
    name = options.head.get("coachee")
    planned_number = options.head.get("planned")
    with context.reader() as reader:
        if planned_number and not name:
            name = planned_appointment(reader, planned_number).coachee
        partner = Partner(*choose_person(reader, prompter, name, with_three=with_three))
    if partner.person is None and is_self_word(partner.name):
        with context.work("trajectory new") as work:
            coach = own.begin(work, context.today)
        return Partner(coach.name, coach)
    return partner


def _refuse_unwanted(context: Context, partner: Partner, kind: str | None) -> None:
    """Raise RefusedError, before anything is asked, where the person wants no more talks."""
    if partner.person:
        with context.reader() as reader:
            refuse_talk(reader, partner.person.id, kind, context.today.isoformat())


def _new(
    context: Context,
    prompter: Prompter,
    options: SessionOptions,
    partner: Partner,
    named_methods: MethodPair | None,
) -> Guide:
    """Open a conversation with *partner*, save it as a draft, and return its guide."""
    # Options are checked before anything that depends on them is asked.
    facts = _facts(context, options, partner)
    options, facts = _settle_kind(options, facts, context.settings.role)
    _refuse_unwanted(context, partner, facts.kind)
    appointment = _named_appointment(context, options, partner)
    method, common = named_methods or _choose_method(context, prompter, options, facts.kind)
    third = ask_third_party(context, prompter, *partner) if method.with_three else ThirdParty()
    facts = without_unreleased(facts, third) if method.with_three else facts
    interview = _interview(context, options, facts, method, common, partner.display_name)
    _show_welcome(prompter, options, facts, partner, method)
    starts_at = _start(context, prompter, options)
    unasked = prefill(interview, with_days(options.filled, starts_at.date()))
    if appointment and not method.with_three:  # the plan was not made with the third person
        appointment_link.show(prompter, appointment)
    if not (appointment or options.unplanned):
        where = (context, prompter, partner.person, starts_at)
        appointment = appointment_link.find(*where, silent=method.with_three)
    show_released(prompter, third)
    opening.show_last_session(prompter, facts, partner.display_name, context)
    draft = GuideDraft(
        interview,
        partner.handle,
        _head(options, unasked, starts_at),
        nudges=shows_mirror(MIRROR_KINDS[0], facts.mirror, context.settings.mirror),
        proposed={} if facts.situation.kind_known else {ROLE: facts.kind},
        name=partner.display_name,
        third=third.name,
        follows_kind=named_methods is None and not _chooses_method(context, options),
    )
    if appointment:
        draft = appointment_link.with_plan(draft, appointment)
    return Guide(prompter, start_draft(context, prompter, draft), draft)


def _show_welcome(
    prompter: Prompter, options: SessionOptions, facts: Facts, partner: Partner, method: Method
) -> None:
    """Show the first screen; explain the short form to a coach who did not choose it."""
    opening.show_welcome(prompter, facts, partner.display_name, method)
    if facts.situation.short and options.short is None and not options.after:
        opening.explain_short_form(prompter)


def _facts(context: Context, options: SessionOptions, partner: Partner) -> Facts:
    """Return what the journal knows about *partner*.

    Raises NotFoundError if options refer to an objective, a talent or a topic that is not there.
    """
    with context.reader() as reader:
        is_short = is_new_journal(reader) if options.short is None else options.short
        facts = facts_of(reader, partner.person, is_short)
        goal_links.check(reader, partner.person, partner.name, options.filled)
    topics.check(facts.situation, options.filled)
    return facts


def _named_appointment(
    context: Context, options: SessionOptions, partner: Partner
) -> Appointment | None:
    """Return the planned conversation that an option names, if any; raises NotPlannedError."""
    number = options.head.get("planned")
    if not number:
        return None
    return appointment_link.planned_with(context, number, partner.person)


def _choose_method(
    context: Context, prompter: Prompter, options: SessionOptions, kind: str
) -> MethodPair:
    """Return the usual method for the kind of trajectory, or the one that the coach chooses.

    *kind* holds where the options name none. Only called where neither the option nor the setting
    names a method: if one of them is given,
    it is `ask`, and the coach chooses.
    """
    name = USUAL.get(options.filled.get("trajectory_kind") or kind, DEFAULT)
    if _chooses_method(context, options):
        name = choose(prompter, name, own_methods())
    return load_methods(name)


def _chooses_method(context: Context, options: SessionOptions) -> bool:
    """Whether the coach wants to choose from all methods."""
    return (options.method or context.settings.method) in ASK_METHOD


def _settle_kind(
    options: SessionOptions, facts: Facts, usual: str | None
) -> tuple[SessionOptions, Facts]:
    """Return options and facts where an option or a setting tells the kind of the trajectory.

    A trajectory that begins is of the *usual* kind, if there is one and no option tells another:
    nobody is asked. RefusedError where the active trajectory is of another kind than the option.
    """
    kind = options.filled.get("trajectory_kind")
    if facts.situation.kind_known:
        refuse_other_kind(facts.kind, kind or facts.kind)
        filled = without(options.filled, "trajectory_kind")
        return options._replace(filled=filled), facts
    if not usual or kind:
        return options, facts
    situation = facts.situation._replace(kind=usual, kind_known=True)
    head = cast("Conversation", {**options.head, "kind": usual})
    return options._replace(head=head), facts._replace(situation=situation)


def _interview(
    context: Context,
    options: SessionOptions,
    facts: Facts,
    method: Method,
    common: Method,
    name: str,
) -> Interview:
    """Return an interview with the person called *name* that is still without answers."""
    # The setting asks which forms of communication were used; an option answers that already.
    asks_forms = bool(context.settings.communication) and "communication" not in options.head
    situation = facts.situation._replace(communication=asks_forms, name=name)
    return Interview(method, common, situation, language())


def _start(context: Context, prompter: Prompter, options: SessionOptions) -> datetime:
    """Return the local start of the conversation: that of the option, or now.

    A conversation that is written up afterwards has to be asked for it.
    """
    zone = options.head.get("time_zone") or context.zone
    moment = context.now
    if typed_date := options.head.get("date"):
        moment = parse(typed_date, context.now, zone, past=True)
    elif options.after:
        moment = ask_date(context, prompter, zone)
    return moment.astimezone(clock.zone(zone))


def _head(options: SessionOptions, unasked: Conversation, starts_at: datetime) -> DraftHead:
    """Return the head of the draft; *unasked* are values of options that no question asks for."""
    head = cast("DraftHead", unasked | without(options.head, "coachee"))
    head |= {"time_zone": str(starts_at.tzinfo), "date": starts_at.strftime("%Y-%m-%dT%H:%M")}
    if options.after:
        # Whoever chose a form wants its questions; otherwise notes replace most of them.
        head["after"] = BRIEFLY if options.short is None and not options.notes else True
    if options.notes:
        head["notes"] = options.notes
    return head
