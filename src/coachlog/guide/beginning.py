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
    return _Beginning(context, prompter, options).guide_or_draft()


class _Beginning:
    """What is checked, shown and asked before the first question of one conversation."""

    def __init__(self, context: Context, prompter: Prompter, options: SessionOptions) -> None:
        self.context = context
        self.prompter = prompter
        self.options = options

    def guide_or_draft(self) -> Guide | Draft:
        """Return the guide of a new conversation, or the draft that the coach continues instead."""
        named_methods = self._named_methods()
        with_three = named_methods is not None and named_methods.method.with_three
        partner = self._partner(with_three=with_three)
        draft = draft_offer.offer_draft(
            self.context,
            self.prompter,
            *partner,
            may_ask=not self.options.filled,
            with_three=with_three,
        )
        return draft or self._guide(partner, named_methods)

    def _named_methods(self) -> MethodPair | None:
        """Return the method that an option or a setting names, and the shared questions.

        None where neither names one, or it says `ask`. Raises MethodUnknownError.
        """
        name = self.options.method or self.context.settings.method
        return None if not name or name in ASK_METHOD else load_methods(name)

    def _partner(self, *, with_three: bool) -> Partner:
        """Return the person named by an option or a planned conversation, or ask who it is."""
        name = self.options.head.get("coachee")
        planned_number = self.options.head.get("planned")
        with self.context.reader() as reader:
            if planned_number and not name:
                name = planned_appointment(reader, planned_number).coachee
            partner = Partner(*choose_person(reader, self.prompter, name, with_three=with_three))
        if partner.person is None and is_self_word(partner.name):
            with self.context.work("trajectory new") as work:
                coach = own.begin(work, self.context.today)
            return Partner(coach.name, coach)
        return partner

    def _guide(self, partner: Partner, named_methods: MethodPair | None) -> Guide:
        """Open a conversation with *partner*, save it as a draft, and return its guide."""
        # Options are checked before anything that depends on them is asked.
        facts = self._settle_kind(self._facts(partner))
        self._refuse_unwanted(partner, facts.kind)
        named_appointment = self._named_appointment(partner)
        method, common = named_methods or self._choose_methods(facts.kind)
        third = ThirdParty()
        if method.with_three:
            third = ask_third_party(self.context, self.prompter, *partner)
            facts = without_unreleased(facts, third)
        interview = self._interview(facts, method, common, partner.display_name)
        self._show_welcome(facts, partner, method)
        starts_at = self._starts_at()
        unasked = prefill(interview, with_days(self.options.filled, starts_at.date()))
        silent = method.with_three  # the plan was not made with the third person
        appointment = self._appointment(named_appointment, partner, starts_at, silent=silent)
        show_released(self.prompter, third)
        opening.show_last_session(self.prompter, facts, partner.display_name, self.context)
        draft = GuideDraft(
            interview,
            partner.handle,
            _head(self.options, unasked, starts_at),
            nudges=shows_mirror(MIRROR_KINDS[0], facts.mirror, self.context.settings.mirror),
            proposed={} if facts.situation.kind_known else {ROLE: facts.kind},
            name=partner.display_name,
            third=third.name,
            follows_kind=named_methods is None and not self._chooses_method,
        )
        if appointment:
            draft = appointment_link.with_plan(draft, appointment)
        return Guide(self.prompter, start_draft(self.context, self.prompter, draft), draft)

    def _facts(self, partner: Partner) -> Facts:
        """Return what the journal knows about *partner*.

        Raises NotFoundError if options name an objective, talent or topic that is not there.
        """
        options = self.options
        with self.context.reader() as reader:
            is_short = is_new_journal(reader) if options.short is None else options.short
            facts = facts_of(reader, partner.person, is_short)
            goal_links.check(reader, partner.person, partner.name, options.filled)
        topics.check(facts.situation, options.filled)
        return facts

    def _settle_kind(self, facts: Facts) -> Facts:
        """Return *facts* with the kind of the trajectory, where an option or a setting tells it.

        A trajectory that begins is of the kind in the settings, if no option tells another: nobody
        is asked. RefusedError where the active trajectory is of another kind than the option.
        """
        options, usual = self.options, self.context.settings.role
        kind = options.filled.get("trajectory_kind")
        if facts.situation.kind_known:
            refuse_other_kind(facts.kind, kind or facts.kind)
            self.options = options._replace(filled=without(options.filled, "trajectory_kind"))
        elif usual and not kind:
            head = cast("Conversation", {**options.head, "kind": usual})
            self.options = options._replace(head=head)
            situation = facts.situation._replace(kind=usual, kind_known=True)
            return facts._replace(situation=situation)
        return facts

    def _refuse_unwanted(self, partner: Partner, kind: str | None) -> None:
        """Raise RefusedError, before anything is asked, where the person wants no more talks."""
        if partner.person:
            with self.context.reader() as reader:
                refuse_talk(reader, partner.person.id, kind, self.context.today.isoformat())

    def _named_appointment(self, partner: Partner) -> Appointment | None:
        """Return the planned conversation that an option names, if any; raises NotPlannedError."""
        number = self.options.head.get("planned")
        if not number:
            return None
        return appointment_link.planned_with(self.context, number, partner.person)

    def _appointment(
        self, named: Appointment | None, partner: Partner, starts_at: datetime, *, silent: bool
    ) -> Appointment | None:
        """Return the planned conversation that this one is: *named* by an option, or found."""
        if named and not silent:
            appointment_link.show(self.prompter, named)
        if named or self.options.unplanned:
            return named
        return appointment_link.find(
            self.context, self.prompter, partner.person, starts_at, silent=silent
        )

    @property
    def _chooses_method(self) -> bool:
        """Whether the coach wants to choose from all methods."""
        return (self.options.method or self.context.settings.method) in ASK_METHOD

    def _choose_methods(self, kind: str) -> MethodPair:
        """Return the usual method for the kind of trajectory, or the one that the coach chooses.

        *kind* holds where the options name none.
        """
        name = USUAL.get(self.options.filled.get("trajectory_kind") or kind, DEFAULT)
        if self._chooses_method:
            name = choose(self.prompter, name, own_methods())
        return load_methods(name)

    def _interview(self, facts: Facts, method: Method, common: Method, name: str) -> Interview:
        """Return an interview with the person called *name* that is still without answers."""
        # The setting asks which forms of communication were used; an option answers that already.
        has_forms = "communication" in self.options.head
        asks_forms = bool(self.context.settings.communication) and not has_forms
        situation = facts.situation._replace(communication=asks_forms, name=name)
        return Interview(method, common, situation, language())

    def _show_welcome(self, facts: Facts, partner: Partner, method: Method) -> None:
        """Show the first screen; explain the short form to a coach who did not choose it."""
        opening.show_welcome(self.prompter, facts, partner.display_name, method)
        if facts.situation.short and self.options.short is None and not self.options.after:
            opening.explain_short_form(self.prompter)

    def _starts_at(self) -> datetime:
        """Return the local start of the conversation: that of the option, or now.

        A conversation that is written up afterwards has to be asked for it.
        """
        zone = self.options.head.get("time_zone") or self.context.zone
        moment = self.context.now
        if typed_date := self.options.head.get("date"):
            moment = parse(typed_date, self.context.now, zone, past=True)
        elif self.options.after:
            moment = ask_date(self.context, self.prompter, zone)
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
