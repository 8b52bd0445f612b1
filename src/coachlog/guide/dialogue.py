"""Leads a conversation in a terminal, from the first question to the saved result."""

from contextlib import suppress
from importlib import import_module
from typing import cast

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.errors import StoppedError, UnavailableError
from coachlog.base.texts import _
from coachlog.guide.beginning import new_conversation
from coachlog.guide.draft import DraftState, draft_of
from coachlog.guide.guide import Guide
from coachlog.guide.safekeeping import restore_rescued, save_to_file
from coachlog.guide.simple_prompt import help_line
from coachlog.guide.write_up import ask_length_and_notes
from coachlog.journal.session.option_fields import SessionOptions
from coachlog.store import drafts
from coachlog.store.drafts import DraftKeeper
from coachlog.store.unfinished import unfinished
from coachlog.terminal.background import Preload
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter

ENDING = "coachlog.guide.ending"
"""The module that saves: slow to load, so it is loaded while the coach reads."""
NOTES_FILE = "coachlog.terminal.notes_file"
"""The module that reads notes, loaded where a file is given."""


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
    """Return a prompter, and the loading of the module ENDING, which its first prompt starts."""
    preload = Preload(ENDING)
    prompter = make_prompter(context)
    prompter.first_shown = preload.start
    return prompter, preload


def _finish(context: Context, guide: Guide, preload: Preload, *, resumed: bool = False) -> int:
    """Ask the questions and save the conversation; return the exit code.

    Whatever happens, what was typed is not lost.
    """
    try:
        begun_at = None if resumed else clock.now()
        _lead(guide)
        ending = preload.module()
        recorded = ending.save(context, guide, begun_at)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped, _leave(guide))
    except BaseException:  # whatever the error, what was typed must not be lost
        guide.rescue_unsaved()
        raise
    ending.tell(context, guide, recorded)
    return 0


def _lead(guide: Guide) -> None:
    """Ask all questions.

    Raises StoppedError also where nothing was answered: an empty conversation is not saved.
    """
    if "after" in guide.draft.head:
        ask_length_and_notes(guide)
    guide.lead()
    if guide.says_nothing:
        raise StoppedError


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


def _stopped(stopped: BaseException, message: str = "") -> int:
    """Show the message, if any; return the exit code: 0 where the coach stopped on purpose."""
    with suppress(OSError):  # the window may be gone
        say()
        if message:
            say(message)
    return 0 if isinstance(stopped, StoppedError) else StoppedError.code
