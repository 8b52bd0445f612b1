"""Numbers of records as values on the command line: which fit, by noun and by what is done."""

from typing import TYPE_CHECKING

from coachlog.completion import queries
from coachlog.completion.offer import Offer
from coachlog.completion.target import CompletionTarget, about, offers_from_journal
from coachlog.schema.lookup import find_table

if TYPE_CHECKING:
    from coachlog.schema.field import Table

ENDING = {"achieve", "cancel", "close", "done", "drop", "level", "missed", "move", "reach"}
ENDING |= {"scale", "score"}
"""Verbs for records that are still open: those with which something can still be done."""


class Numbers:
    """A source of the records of a *noun* by number or name; with *going_on*, of open ones only."""

    def __init__(self, noun: str, *, going_on: bool = False) -> None:
        self.noun, self.going_on = noun, going_on

    @property
    def table(self) -> "Table":
        """Return the description of the noun, which is loaded only now."""
        table = find_table(self.noun)
        assert table
        return table

    def status(self, command: str, option: str) -> str:
        """Return the status that a record must have for *command*; empty for any status.

        The verb is about the record of the argument: `goal close 3`. An option may name another.
        """
        verb = command.rpartition(" ")[2]
        needs_open_record = self.going_on or (verb in ENDING and not option)
        return self.table.open_status if needs_open_record else ""

    def __call__(self, target: CompletionTarget) -> list[Offer]:
        """Return offers for the numbers that begin with the digits typed, or for names so typed."""
        if self.table.noun.called and target.word[:1].isalpha():
            return offers_from_journal(
                target,
                lambda reader: [
                    Offer(name) for name in queries.called(reader, self.table, target.word)
                ],
            )
        status = self.status(target.command, target.option)
        return offers_from_journal(
            target,
            lambda reader: [
                about(str(record.number), record.whose, record.text)
                for record in queries.numbered(reader, self.table, status, target.word)
            ],
        )
