"""The coach as somebody with goals and conversations: one entry, added when it is first needed."""

from typing import TYPE_CHECKING

from coachlog import settings
from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.journal.coachee import handles, lookup
from coachlog.journal.coachee.lookup import NOBODY_YET, Person

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

HANDLE = "me"
"""The short name of the coach, if nobody else has it."""


def find_or_add_self(work: "Work", who: str) -> Person:
    """Return the person called *who*; the coach, called "me", is added at first need.

    Raises what `find` raises.
    """
    if _is_coach_to_come(work, who):
        return _add(work)
    return lookup.find(work, who)


def find_for_new(reader: "Reader", who: str) -> Person:
    """Return the person called *who* for a new record, before it is saved.

    The coach need not be in the journal yet: then it is NOBODY_YET. Raises what `find` raises.
    """
    return NOBODY_YET if _is_coach_to_come(reader, who) else lookup.find(reader, who)


def own_entry(work: "Work") -> Person:
    """Return the coach, added where there is no own trajectory yet."""
    return lookup.self_or_none(work) or _add(work)


def _is_coach_to_come(reader: "Reader", who: str) -> bool:
    """Return whether *who* is the coach, who is not in the journal yet."""
    return lookup.is_self_word(who) and not lookup.matching(reader, who)


def _add(work: "Work") -> Person:
    """Add the coach, by the name in the settings."""
    name = settings.load().name or _("Me")
    handle = handles.new_handle(work, HANDLE)
    values = {"name": name, "name_sort": plain(name), "handle": handle, "is_self": True}
    return Person(work.insert("coachee", {"created_at": work.now, **values}), handle, name)
