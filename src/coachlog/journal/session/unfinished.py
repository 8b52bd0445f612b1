"""Finds unfinished conversations with a person, and describes one in a few words."""

from collections.abc import Iterable
from datetime import date

from coachlog.base.days import show_day
from coachlog.base.folding import plain
from coachlog.base.ids import slug
from coachlog.base.texts import language, ngettext
from coachlog.journal.coachee.handles import drafts_of
from coachlog.journal.coachee.lookup import Person
from coachlog.store.connection import Reader
from coachlog.store.unfinished import Unfinished, unfinished


def with_person(reader: Reader, name: str, person: Person | None) -> list[Unfinished]:
    """Return the unfinished conversations with *person*, or with a new person called *name*.

    A new person has no handle yet: *name* may be the whole name, the first name or a slug of it.
    """
    drafts = unfinished(reader)
    if not drafts:
        return []
    if person is not None:
        draft_ids = drafts_of(reader, person)
        return [draft for draft in drafts if draft.id in draft_ids]
    wanted_name = plain(name)
    return [draft for draft in drafts if wanted_name in _names(draft)]


def with_people(reader: Reader, people: Iterable[Person]) -> list[Unfinished]:
    """Return the unfinished conversations with any of *people*."""
    if not unfinished(reader):
        return []  # usually: saves a search for each person
    return [draft for person in people for draft in with_person(reader, person.name, person)]


def progress_text(one: Unfinished) -> str:
    """Return the day of an unfinished conversation and how many answers it has."""
    answers = ngettext("{n} answer", "{n} answers", one.answers).format(n=one.answers)
    day = show_day(date.fromisoformat(one.on), language())
    return f"{day}, {answers}"


def name_and_progress(one: Unfinished) -> str:
    """Return with whom an unfinished conversation is, its day and how many answers it has."""
    return f"{one.name or '–'} · {progress_text(one)}"


def _names(one: Unfinished) -> set[str]:
    """Return what somebody may type for a new person: the name, the first name or a slug."""
    whole_name = plain(one.name or "")
    if not whole_name:
        return set()
    return {whole_name, whole_name.split(" ")[0], slug(whole_name)}
