"""Which command makes the page that somebody takes home after a conversation."""

from typing import TYPE_CHECKING

from coachlog.export.pages.formats import is_installed
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.queries import last_held

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_PAGE_PARTS = {
    *("topic", "better", "summary", "reason", "next_at", "reality", "goals", "scores"),
    *("options", "actions", "reviews", "answers", "parked", "taken_up"),
}
"""The shared parts of a conversation that fill the page; when and how it was held do not."""


def take_home_command(reader: "Reader", number: int) -> str:
    """Return the command for the page of a conversation as a file; empty where it says nothing.

    By name, the page is about the last conversation; an earlier one needs its number. It is a PDF
    where that can be made, and HTML where the extra is missing.
    """
    talk = conversation(reader, number, shared_only=True)
    if not _PAGE_PARTS & talk.keys():
        return ""
    handle, day = talk["coachee"], str(talk["date"])[:10]
    which = handle if number == last_held(reader, handle) else number
    ending = ".pdf" if is_installed(".pdf") else ".html"
    return f"report takehome {which} --output {handle}-{day}{ending}"
