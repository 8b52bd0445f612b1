"""Leads a conversation in a terminal, from the first question to the saved result."""

from contextlib import suppress
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, cast

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.errors import RefusedError, StoppedError, UnavailableError
from coachlog.base.texts import _
from coachlog.guide import appointment_link, closing, goal_links, topics
from coachlog.guide.beginning import new_conversation
from coachlog.guide.draft import DraftState, draft_of
from coachlog.guide.guide import Guide
from coachlog.guide.practice_questions import (
    ask_for_hours,
    ask_for_ledger,
    ask_for_length,
    needs_length,
)
from coachlog.guide.result import tell_saved
from coachlog.guide.safekeeping import restore_rescued, save_to_file
from coachlog.guide.simple_prompt import help_line
from coachlog.guide.write_up import ask_length_and_notes
from coachlog.journal.session.option_fields import SessionOptions
from coachlog.journal.session.page import label_of
from coachlog.store import drafts
from coachlog.store.drafts import DraftKeeper
from coachlog.store.unfinished import unfinished
from coachlog.terminal.background import Preload
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter

if TYPE_CHECKING:
    from coachlog.journal.session.service import SavedSession

SAVING = "coachlog.journal.session.saving"
"""The module that saves: slow to load, so it is loaded while the coach reads."""
NOTES_FILE = "coachlog.terminal.notes_file"
"""The module that reads notes, loaded where a file is given."""
MEASURED_LEAST, MEASURED_MOST = 10, 180
"""The minutes between which the time that the guide was open is taken as the length."""


def begin(context: Context, options: SessionOptions, notes_file: str | None = None) -> int:
    """Lead a new conversation, or continue a draft instead; return the exit code.

    With *notes_file*, what stands in it is beside the questions.
    """
    if notes_file:
        options = options._replace(notes=import_module(NOTES_FILE).notes_from(notes_file))
    prompter, preload = _prompter(context)
    try:
        guide_or_draft = new_conversation(context, prompter, options)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped)
    if isinstance(guide_or_draft, drafts.Draft):
        return _resume(context, guide_or_draft, prompter, preload)
    with guide_or_draft.keeper:
        return _finish(context, guide_or_draft, preload)


def resume(context: Context, draft: drafts.Draft) -> int:
    """Continue an unfinished conversation where it stopped; return the exit code."""
    return _resume(context, draft, *_prompter(context))


def _resume(context: Context, stored: drafts.Draft, prompter: Prompter, preload: Preload) -> int:
    """Continue the *stored* draft to its end or the next stop; return the exit code."""
    with DraftKeeper.resume(context.store, stored) as keeper:
        context.has_draft = True
        draft = draft_of(cast("DraftState", keeper.draft.state))
        day = day_text(draft.head["date"][:10], draft.interview.language)
        with context.reader() as reader:
            names = {line.id: line.name for line in unfinished(reader)}
        # The person may have another name in the journal since the draft was saved.
        name = names.get(stored.id) or draft.display_name
        prompter.show(
            _("Conversation with {name}, begun on {day}.").format(name=name, day=day),
            "heading",
        )
        prompter.show(help_line(), "quiet")
        guide = Guide(prompter, keeper, draft)
        restore_rescued(guide)
        return _finish(context, guide, preload, resumed=True)


def _prompter(context: Context) -> tuple[Prompter, Preload]:
    """Return a prompter, and the loading of the module SAVING, which its first prompt starts."""
    preload = Preload(SAVING)
    prompter = make_prompter(context)
    prompter.first_shown = preload.start
    return prompter, preload


def _finish(context: Context, guide: Guide, preload: Preload, *, resumed: bool = False) -> int:
    """Ask the questions and save the conversation; return the exit code.

    Whatever happens, what was typed is not lost.
    """
    try:
        _lead(context, guide, resumed=resumed)
        ask_for_hours(context, guide)
        recorded = _save(context, guide, preload)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped, _leave(guide))
    except BaseException:  # whatever the error, what was typed must not be lost
        guide.rescue_unsaved()
        raise
    ask_for_ledger(context, guide, recorded)
    tell_saved(context, recorded.number, recorded.coachee, guide.draft.with_three)
    return 0


def _lead(context: Context, guide: Guide, *, resumed: bool) -> None:
    """Ask all questions; take the time that this took as the length, if nothing else tells it.

    That says nothing about a conversation that is written up afterwards, or was interrupted.
    Where the length counts, the coach is asked. Raises StoppedError also where nothing was
    answered: an empty conversation is not saved.
    """
    begun_at = clock.now()
    is_write_up = "after" in guide.draft.head
    if is_write_up:
        ask_length_and_notes(guide)
    guide.lead()
    if guide.says_nothing:
        raise StoppedError
    if is_write_up:
        return
    measured = None if resumed else _measure(begun_at)
    if needs_length(context, guide.draft):
        ask_for_length(context, guide, measured)
    elif measured and "minutes" not in guide.draft.head:
        guide.save_draft(head=guide.draft.head | {"minutes": measured})


def _leave(guide: Guide) -> str:
    """Save what was typed last, and return the message to show; "" if it was shown already."""
    has_draft = guide.rescue_unsaved()
    if guide.is_empty or (guide.says_nothing and guide.interview.current is None):
        with suppress(UnavailableError):
            guide.keeper.discard()
        return _("Nothing has been answered yet, so nothing is saved.")
    if has_draft:
        return _("Nothing is lost. Continue with:") + " " + hint("session resume")
    save_to_file(guide.conversation(), guide.draft)
    return ""


def _save(context: Context, guide: Guide, preload: Preload) -> "SavedSession":
    """Show the last page until the conversation is saved; what is refused can be changed there."""
    while True:
        _refresh(context, guide)
        closing.close(guide, context)
        _refresh(context, guide)  # the page may have stood on the screen for long
        try:
            recorded: list[SavedSession] = preload.module().save(
                context, [guide.conversation()], guide.keeper.draft.id
            )
            return recorded[0]
        except RefusedError as error:
            guide.prompter.show(_in_words(error), "late")


def _in_words(error: RefusedError) -> str:
    """Return what is wrong, with the label of the field, where it has one, instead of its key."""
    label = label_of(str(error.values.get("path", "")))
    if not label:
        return error.cause_text()
    return _("{path}: {problem}").format(path=label, problem=error.values["problem"])


def _refresh(context: Context, guide: Guide) -> None:
    """Take over what changed in the journal since the conversation began."""
    appointment_link.refresh(context, guide)
    topics.refresh(context, guide)
    goal_links.refresh(context, guide)


def _stopped(stopped: BaseException, message: str = "") -> int:
    """Show the message, if any; return the exit code: 0 where the coach stopped on purpose."""
    with suppress(OSError):  # the window may be gone
        say()
        if message:
            say(message)
    return 0 if isinstance(stopped, StoppedError) else StoppedError.code


def _measure(begun_at: datetime) -> int | None:
    """Return the time since *begun_at*, to five minutes; None where that is no plausible length."""
    minutes_open = (clock.now() - begun_at).total_seconds() / 60
    minutes = round(minutes_open / 5) * 5
    return minutes if MEASURED_LEAST <= minutes <= MEASURED_MOST else None
