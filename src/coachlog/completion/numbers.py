"""Numbers of records as values on the command line: which fit, by noun and by what is done."""

from coachlog.completion import queries
from coachlog.completion.offer import Offer
from coachlog.completion.target import CompletionTarget, about, out_of_the_journal

GOING_ON = {
    "session": "planned",
    "goal": "active",
    "action": "open",
    "topic": "parked",
    "trajectory": "active",
    "objective": "active",
}
"""The status of a record that something can still be done with."""

ENDING = {"achieve", "cancel", "close", "done", "drop", "level", "missed", "move", "reach"}
ENDING |= {"scale", "score"}
"""Verbs that concern those only."""


class Numbers:
    """A source of the numbers of a *noun*, out of its *view*; *whose* and *text* tell which it is.

    *going_on* those only with which something can still be done.
    """

    def __init__(
        self, noun: str, view: str, text: str, *, going_on: bool = False, whose: str = "coachee"
    ) -> None:
        self.noun, self.view, self.text = noun, view, text
        self.going_on, self.whose = going_on, whose

    def status(self, command: str, option: str) -> str:
        """The status that a record has to have for *command*; empty for any."""
        ends = self.going_on or (command.partition(" ")[2] in ENDING and not option)
        return GOING_ON[self.noun] if ends else ""

    def __call__(self, spot: CompletionTarget) -> list[Offer]:
        """The numbers that begin as the word does."""
        status = self.status(spot.command, spot.option)
        return out_of_the_journal(
            spot,
            lambda reader: [
                about(str(each.number), each.whose, each.text)
                for each in queries.numbered(
                    reader, self.view, self.text, status, spot.word, self.whose
                )
            ],
        )
