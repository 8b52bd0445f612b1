"""Unfinished conversations with one person, and how they are told of."""

from collections.abc import Iterable
from datetime import date

from coachlog.base.days import show_day
from coachlog.base.folding import plain
from coachlog.base.ids import slug
from coachlog.base.texts import language, ngettext
from coachlog.journal.coachee.handles import drafts_of
from coachlog.journal.coachee.queries import Person
from coachlog.store.connection import Reader
from coachlog.store.unfinished import Unfinished, unfinished


def with_person(reader: Reader, name: str, person: Person | None) -> list[Unfinished]:
    """What is unfinished with a *person*, or with somebody new who goes by *name*.

    Somebody new has no handle yet: the whole name counts, or the first.
    """
    found = unfinished(reader)
    if not found:
        return []
    if person is not None:
        theirs = drafts_of(reader, person)
        return [each for each in found if each.id in theirs]
    said = plain(name)
    return [each for each in found if said in _names(each)]


def with_people(reader: Reader, people: Iterable[Person]) -> list[Unfinished]:
    """What is unfinished with any of *people*."""
    if not unfinished(reader):
        return []
    return [each for who in people for each in with_person(reader, who.name, who)]


def progress_text(one: Unfinished) -> str:
    """Of which day it is, and how far it is."""
    answers = ngettext("{n} answer", "{n} answers", one.answers).format(n=one.answers)
    day = show_day(date.fromisoformat(one.on), language())
    return f"{day}, {answers}"


def name_and_progress(one: Unfinished) -> str:
    """The same, with whom."""
    return f"{one.name or '–'} · {progress_text(one)}"


def _names(one: Unfinished) -> set[str]:
    whole = plain(one.name or "")
    return {whole, whole.split(" ")[0], slug(whole)} if whole else set()
