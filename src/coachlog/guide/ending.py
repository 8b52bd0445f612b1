"""The end of a guided conversation: its length and hours, the last page, and saving it."""

from datetime import datetime

from coachlog.base import clock
from coachlog.base.errors import RefusedError
from coachlog.base.texts import _
from coachlog.guide import appointment_link, closing, goal_links, topics
from coachlog.guide.guide import Guide
from coachlog.guide.practice_questions import (
    ask_for_hours,
    ask_for_ledger,
    ask_for_length,
    needs_length,
)
from coachlog.guide.result import tell_saved
from coachlog.journal.session import saving
from coachlog.journal.session.page import label_of
from coachlog.journal.session.service import SavedSession
from coachlog.terminal.context import Context

MEASURED_LEAST, MEASURED_MOST = 10, 180
"""The minutes between which the time that the guide was open is taken as the length."""


def save(context: Context, guide: Guide, begun_at: datetime | None) -> SavedSession:
    """Show the last page until the conversation is saved; what is refused can be changed there.

    *begun_at* is None for one that was interrupted: how long it took is not known.
    """
    _settle_length(context, guide, begun_at)
    ask_for_hours(context, guide)
    while True:
        _refresh(context, guide)
        closing.close(guide, context)
        _refresh(context, guide)  # the page may have stood on the screen for long
        try:
            return saving.save(context, [guide.conversation()], guide.keeper.draft.id)[0]
        except RefusedError as error:
            guide.prompter.show(_in_words(error), "late")


def tell(context: Context, guide: Guide, recorded: SavedSession) -> None:
    """Say what was saved and what can be done next; ask about the log of hours, where it counts."""
    ask_for_ledger(context, guide, recorded)
    tell_saved(context, recorded.number, recorded.coachee, guide.draft.with_three)


def _settle_length(context: Context, guide: Guide, begun_at: datetime | None) -> None:
    """Take the time since *begun_at* as the length, if nothing else tells it.

    That says nothing about a conversation that is written up afterwards. Where the length counts,
    the coach is asked.
    """
    if "after" in guide.draft.head:
        return
    measured = _measure(begun_at) if begun_at else None
    if needs_length(context, guide.draft):
        ask_for_length(context, guide, measured)
    elif measured and "minutes" not in guide.draft.head:
        guide.save_draft(head=guide.draft.head | {"minutes": measured})


def _measure(begun_at: datetime) -> int | None:
    """Return the time since *begun_at*, to five minutes; None where that is no plausible length."""
    minutes_open = (clock.now() - begun_at).total_seconds() / 60
    minutes = round(minutes_open / 5) * 5
    return minutes if MEASURED_LEAST <= minutes <= MEASURED_MOST else None


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
