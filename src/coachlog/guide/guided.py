"""A conversation in a terminal: from the first question to the saved result."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, cast

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.errors import RefusedError, StoppedError, UnavailableError
from coachlog.base.texts import _, language
from coachlog.guide import closing, leftover, match, opening, picking_up, topics
from coachlog.guide.afterwards import BRIEFLY, ask_what_is_over
from coachlog.guide.choosing import ASK, choose
from coachlog.guide.draft import DraftHead, DraftState, GuideDraft, draft_of, methods
from coachlog.guide.facts import Facts, facts_of, is_new_journal
from coachlog.guide.leading import Guide
from coachlog.guide.prefilling import prefill, with_days
from coachlog.guide.safekeeping import keep_all, started, take_up_rescued
from coachlog.guide.third import Third, before_three, recall, seated
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.flow import Interview
from coachlog.interview.method import Method
from coachlog.interview.shelf import DEFAULT, USUAL
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.appointment.queries import Appointment, planned_one
from coachlog.journal.session.moments import parse
from coachlog.journal.session.option_fields import SessionOptions
from coachlog.journal.trajectory.fields import nudged
from coachlog.settings import own_methods
from coachlog.store import drafts
from coachlog.store.connection import Reader
from coachlog.store.drafts import DraftKeeper
from coachlog.store.unfinished import unfinished
from coachlog.terminal.background import Preload
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter

if TYPE_CHECKING:
    from coachlog.journal.session.service import Recorded

SAVING = "coachlog.journal.session.saving"
MEASURED = (10, 180)
"""Between these minutes, a conversation led in one go gets its length measured."""


def begin(context: Context, wanted: SessionOptions) -> int:
    """Lead a new conversation; the result is the exit code."""
    prompter, preload = _prompter(context)
    try:
        opened = _open(context, prompter, wanted)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped)
    if isinstance(opened, drafts.Draft):
        return _resume(context, opened, prompter, preload)
    with opened.keeper:
        return _finish(context, opened, preload)


def _open(context: Context, prompter: Prompter, wanted: SessionOptions) -> Guide | drafts.Draft:
    """Everything before the first question; or the draft that the coach goes on with instead."""
    _welcome(context, prompter)
    named = wanted.method or context.settings.method
    led_by = methods(named) if named and named not in ASK else None  # a wrong name is told first
    zone_name = wanted.head.get("time_zone") or context.zone
    three = led_by is not None and led_by[0].with_three
    with context.reader() as reader:
        who = _asked_for(reader, wanted)
        name, person = opening.choose_person(reader, prompter, who, with_three=three)
    ask = not wanted.filled
    if begun := leftover.offered(context, prompter, name, person, ask=ask, with_three=three):
        return begun
    with context.reader() as reader:
        short = is_new_journal(reader) if wanted.short is None else wanted.short
        facts = facts_of(reader, person, short)
        match.check(reader, person, name, wanted.filled)
        topics.check(facts.situation, wanted.filled)
    number = wanted.head.get("planned")
    planned = picking_up.chosen(context, number, person) if number else None
    method, common = led_by or methods(_suiting(prompter, facts.kind, ask=bool(named)))
    third = seated(context, prompter, name, person) if method.with_three else Third()
    if method.with_three:
        facts = before_three(facts, third)
    interview = _interview(context, wanted, facts, method, common)
    opening.welcome(prompter, facts, opening.called(name, person), method)
    if short and wanted.short is None and not wanted.after:
        opening.tell_short(prompter)
    date = _date(context, prompter, wanted.head.get("date"), zone_name, wanted.after)
    left = prefill(interview, with_days(wanted.filled, date.date()))
    planned = _planned(context, prompter, wanted, planned, person, date, silent=method.with_three)
    if method.with_three:
        recall(prompter, third)
    opening.recall(prompter, facts, context)
    draft = _draft(context, interview, facts, person, name)
    draft = draft._replace(head=_head(wanted, left, zone_name, date), third=third.name)
    if planned:
        draft = picking_up.with_plan(draft, planned)
    return Guide(prompter, started(context, prompter, draft), draft)


def _draft(
    context: Context, interview: Interview, facts: Facts, person: Person | None, name: str
) -> GuideDraft:
    """A conversation with *person*, or with somebody new called *name*, before its first answer."""
    return GuideDraft(
        interview,
        person.handle if person else name,
        {},
        nudges=nudged(facts.kind, facts.mirror, context.settings.mirror),
        kind=facts.kind,
        name=opening.called(name, person),
    )


def _interview(
    context: Context, wanted: SessionOptions, facts: Facts, method: Method, common: Method
) -> Interview:
    ticked = bool(context.settings.communication) and "communication" not in wanted.head
    situation = facts.situation._replace(communication=ticked)
    return Interview(method, common, situation, language())


def _planned(
    context: Context,
    prompter: Prompter,
    wanted: SessionOptions,
    chosen: Appointment | None,
    person: Person | None,
    date: datetime,
    *,
    silent: bool,
) -> Appointment | None:
    """The planned conversation that this one is: *chosen*, or found; told unless *silent*."""
    if chosen and not silent:
        picking_up.tell(prompter, chosen)
    if chosen or wanted.unplanned:
        return chosen
    return picking_up.find(context, prompter, person, date, silent=silent)


def _head(wanted: SessionOptions, left: Conversation, zone: str, date: datetime) -> DraftHead:
    """What is known of the talk itself, and what is *left* that no question asks for."""
    head = cast("DraftHead", left | without(wanted.head, "coachee"))
    head |= {"time_zone": zone, "date": date.strftime("%Y-%m-%dT%H:%M")}
    if wanted.after:
        head["after"] = BRIEFLY if wanted.short is None else True
    return head


def _welcome(context: Context, prompter: Prompter) -> None:
    if context.first_run:
        from coachlog.guide.welcome import welcome  # once in the life of a journal

        welcome(context, prompter)


def _suiting(prompter: Prompter, kind: str, *, ask: bool) -> str:
    """The method that suits a trajectory of that *kind*, or the one that the coach chooses."""
    usual = USUAL.get(kind, DEFAULT)
    return choose(prompter, usual, own_methods()) if ask else usual


def _asked_for(reader: Reader, wanted: SessionOptions) -> str | None:
    """Who was named: by name, or by the conversation that was planned."""
    named, number = wanted.head.get("coachee"), wanted.head.get("planned")
    return planned_one(reader, number).coachee if number and not named else named


def _date(
    context: Context, prompter: Prompter, given: str | None, zone_name: str, after: bool
) -> datetime:
    """The local start of the conversation; asked for when it is written up afterwards."""
    if given:
        moment = parse(given, context.now, zone_name, past=True)
    elif after:
        moment = opening.ask_date(context, prompter, zone_name)
    else:
        moment = context.now.astimezone(clock.zone(zone_name))
    return moment.astimezone(clock.zone(zone_name))


def go_on(context: Context, kept: drafts.Draft) -> int:
    """Lead an unfinished conversation on, at the question where it stopped."""
    return _resume(context, kept, *_prompter(context))


def _resume(context: Context, kept: drafts.Draft, prompter: Prompter, preload: Preload) -> int:
    with DraftKeeper.resume(context.store, kept) as keeper:
        draft = draft_of(cast("DraftState", keeper.draft.state))
        day = day_text(draft.head["date"][:10], draft.interview.language)
        with context.reader() as reader:
            names = {each.id: each.name for each in unfinished(reader)}
        name = names.get(kept.id) or draft.called
        prompter.show(
            _("Conversation with {name}, begun on {day}.").format(name=name, day=day),
            "heading",
        )
        prompter.show(opening.help_line(), "quiet")
        guide = Guide(prompter, keeper, draft)
        take_up_rescued(guide)
        return _finish(context, guide, preload, resumed=True)


def _prompter(context: Context) -> tuple[Prompter, Preload]:
    preload = Preload(SAVING)
    prompter = make_prompter(context)
    prompter.first_shown = preload.start
    return prompter, preload


def _finish(context: Context, guide: Guide, preload: Preload, *, resumed: bool = False) -> int:
    begun = clock.now()
    after = "after" in guide.draft.head
    try:
        if after:
            ask_what_is_over(guide)
        guide.lead()
        if not (after or resumed or "minutes" in guide.draft.head):
            _measure(guide, begun)
        recorded = _save(context, guide, preload)
    except (StoppedError, KeyboardInterrupt) as stopped:
        there = guide.leave()
        if guide.is_empty:
            with suppress(UnavailableError):
                guide.keeper.discard()
            return _stopped(stopped, _("Nothing has been answered yet, so nothing is saved."))
        if not there:
            keep_all(guide.said(), guide.draft)
            return _stopped(stopped)
        return _stopped(
            stopped, _("Nothing is lost. Continue with:") + " " + hint("session resume")
        )
    except BaseException:  # whatever it is, what was typed is somebody's words
        guide.leave()
        raise
    from coachlog.guide.result import tell_kept  # not before the end

    tell_kept(context, recorded.number, recorded.coachee, guide.draft.with_three)
    return 0


def _save(context: Context, guide: Guide, preload: Preload) -> "Recorded":
    """Show the page until it is saved: what is refused there can be changed."""
    while True:
        _look_again(context, guide)
        closing.close(guide, context)
        _look_again(context, guide)
        try:
            kept: list[Recorded]
            kept = preload.module().save(context, [guide.said()], guide.keeper.draft.id)
            return kept[0]
        except RefusedError as error:
            guide.prompter.show(error.cause_text(), "late")


def _look_again(context: Context, guide: Guide) -> None:
    """What was there when the conversation began may have changed since."""
    picking_up.look_again(context, guide)
    topics.look_again(context, guide)
    match.look_again(context, guide)


def _stopped(stopped: BaseException, last_words: str = "") -> int:
    with suppress(OSError):  # the window may be gone
        say()
        if last_words:
            say(last_words)
    return 0 if isinstance(stopped, StoppedError) else StoppedError.code


def _measure(guide: Guide, begun: datetime) -> None:
    """Take the time that the guide was open as the length, where that is believable."""
    minutes = round((clock.now() - begun).total_seconds() / 300) * 5
    if MEASURED[0] <= minutes <= MEASURED[1]:
        guide.save_draft(head=guide.draft.head | {"minutes": minutes})
