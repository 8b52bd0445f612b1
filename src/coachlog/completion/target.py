"""Where on the command line a value is typed, and asking the journal what fits there."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.completion.offer import Offer

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class CompletionTarget(NamedTuple):
    """The place of a value that is completed: *command* without the program, and its parameter.

    *option* is empty for an argument. *typed* holds the options that were given, and the arguments
    before it, by their word on the help page. *store* finds out where the journal lies.
    """

    command: str
    option: str
    word: str
    typed: Mapping[str, str]
    store: Callable[[], Path]


Source = Callable[[CompletionTarget], list[Offer]]


def out_of_the_journal(
    spot: CompletionTarget, question: Callable[["Reader"], list[Offer]]
) -> list[Offer]:
    """Completions read from the journal; none when it cannot be read at once."""
    from coachlog.store.try_open import open_if_up_to_date  # most words come from elsewhere

    try:
        reader = open_if_up_to_date(spot.store())
        if reader is None:
            return []
        with reader:
            return question(reader)
    except CoachlogError:
        return []


def about(number: str, whose: str | None, text: str | None) -> Offer:
    """A record by its number: whose it is, and what."""
    return Offer(number, about=" · ".join(part for part in (whose, text) if part))
