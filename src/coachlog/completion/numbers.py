"""Numbers of records as values on the command line: which fit, by noun and by what is done."""

from typing import TYPE_CHECKING

from coachlog.completion import queries
from coachlog.completion.offer import Offer
from coachlog.completion.target import CompletionTarget, about, out_of_the_journal
from coachlog.schema.lookup import find_table

if TYPE_CHECKING:
    from coachlog.schema.field import Table

ENDING = {"achieve", "cancel", "close", "done", "drop", "level", "missed", "move", "reach"}
ENDING |= {"scale", "score"}
"""Verbs that concern those only."""


class Numbers:
    """A source of the numbers of the records of a *noun*.

    *going_on* those only with which something can still be done.
    """

    def __init__(self, noun: str, *, going_on: bool = False) -> None:
        self.noun, self.going_on = noun, going_on

    @property
    def table(self) -> "Table":
        """The description of the noun, which is loaded when it is wanted."""
        found = find_table(self.noun)
        assert found
        return found

    def status(self, command: str, option: str) -> str:
        """The status that a record has to have for *command*; empty for any."""
        ends = self.going_on or (command.partition(" ")[2] in ENDING and not option)
        return self.table.open_status if ends else ""

    def __call__(self, spot: CompletionTarget) -> list[Offer]:
        """The numbers that begin as the word does."""
        status = self.status(spot.command, spot.option)
        return out_of_the_journal(
            spot,
            lambda reader: [
                about(str(each.number), each.whose, each.text)
                for each in queries.numbered(reader, self.table, status, spot.word)
            ],
        )
