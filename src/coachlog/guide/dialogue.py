"""A conversation in a terminal: from the first question to the saved result."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, cast

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.errors import RefusedError, StoppedError, UnavailableError
from coachlog.base.texts import _
from coachlog.guide import appointment_link, closing, goal_links, opening, topics
from coachlog.guide.beginning import new_conversation
from coachlog.guide.draft import DraftState, draft_of
from coachlog.guide.guide import Guide
from coachlog.guide.result import tell_kept
from coachlog.guide.safekeeping import keep_all, take_up_rescued
from coachlog.guide.write_up import ask_what_is_over
from coachlog.journal.session.option_fields import SessionOptions
from coachlog.store import drafts
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
        opened = new_conversation(context, prompter, wanted)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped)
    if isinstance(opened, drafts.Draft):
        return _resume(context, opened, prompter, preload)
    with opened.keeper:
        return _finish(context, opened, preload)


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
    try:
        _lead(guide, resumed=resumed)
        recorded = _save(context, guide, preload)
    except (StoppedError, KeyboardInterrupt) as stopped:
        return _stopped(stopped, _leave(guide))
    except BaseException:  # whatever it is, what was typed is somebody's words
        guide.leave()
        raise
    tell_kept(context, recorded.number, recorded.coachee, guide.draft.with_three)
    return 0


def _lead(guide: Guide, *, resumed: bool) -> None:
    """Ask all there is to ask."""
    begun = clock.now()
    after = "after" in guide.draft.head
    if after:
        ask_what_is_over(guide)
    guide.lead()
    if not (after or resumed or "minutes" in guide.draft.head):
        _measure(guide, begun)


def _leave(guide: Guide) -> str:
    """Put away what was typed last; the result is what to say of it, which may be nothing."""
    there = guide.leave()
    if guide.is_empty:
        with suppress(UnavailableError):
            guide.keeper.discard()
        return _("Nothing has been answered yet, so nothing is saved.")
    if there:
        return _("Nothing is lost. Continue with:") + " " + hint("session resume")
    keep_all(guide.said(), guide.draft)
    return ""


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
    appointment_link.look_again(context, guide)
    topics.look_again(context, guide)
    goal_links.look_again(context, guide)


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
