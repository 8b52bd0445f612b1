"""The cards of who helps when something is more than a conversation can carry, in Belgium."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.texts import Words

CARDS = Path(__file__).parent / "cards.toml"
OLD_DAYS = 366
"""Days after which a card says that it was checked more than a year ago."""


class Card(NamedTuple):
    """Who helps, and how to reach them.

    *kept_as* is the word that the journal keeps of it, which does not tell why; None for a card
    that is never kept. One that is not *certain* says so.
    """

    id: str
    name: Words
    when: Words
    how: Words
    source: str
    checked_on: date
    kept_as: str | None = None
    urgent: bool = False
    certain: bool = True

    def is_old(self, today: date) -> bool:
        """Return whether it was checked more than a year before *today*."""
        return (today - self.checked_on).days > OLD_DAYS


class Cards(NamedTuple):
    """All cards, urgent ones first, and how to *say* that somebody else can help better."""

    cards: list[Card]
    say: list[Words]


def read_cards() -> Cards:
    """Return the cards that come with the program."""
    data = read_data_file(CARDS)
    checked_on = data["checked_on"]
    cards = [Card(**{"checked_on": checked_on} | card) for card in data["cards"]]
    return Cards(
        sorted(cards, key=lambda card: not card.urgent), [line["text"] for line in data["say"]]
    )
