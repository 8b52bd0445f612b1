"""The parameter whose value is completed, and completions of it from the journal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.completion.offer import Offer

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class CompletionTarget(NamedTuple):
    """A value that is completed: the *word* so far, its *command* and, if it has one, *option*.

    *typed* has the options that were given, and the arguments before this one by their word on
    the help page. *store* returns the path of the journal.
    """

    command: str
    option: str
    word: str
    typed: Mapping[str, str]
    store: Callable[[], Path]


Source = Callable[[CompletionTarget], list[Offer]]


def offers_from_journal(
    target: CompletionTarget, read_offers: Callable[["Reader"], list[Offer]]
) -> list[Offer]:
    """Return what *read_offers* finds in the journal; nothing if that cannot be read at once."""
    from coachlog.store.try_open import (
        open_if_up_to_date,  # most completions do not need the journal
    )

    try:
        reader = open_if_up_to_date(target.store())
        if reader is None:
            return []
        with reader:
            return read_offers(reader)
    except CoachlogError:
        return []


def about(number: str, whose: str | None, text: str | None) -> Offer:
    """Return an offer for the number of a record; it says whose the record is, and what it is."""
    return Offer(number, about=" · ".join(part for part in (whose, text) if part))
