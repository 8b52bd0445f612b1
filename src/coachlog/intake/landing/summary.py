"""What an import did, or would do: counted, and what could not be taken with its reason."""

from collections import Counter
from dataclasses import dataclass, field

from coachlog.intake.record import Problem


@dataclass
class Summary:
    """Counts by noun: records that are new, were changed, and were the same as before.

    *removed* came before and was removed here since: it stays away. *people* are the names of
    those who were added on the way, *unknown* of those who would be with --new.
    *doubled* are the places of conversations that may have been here already.
    """

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)

    @property
    def changes_anything(self) -> bool:
        """Whether anything in the journal was or would be changed."""
        return bool(self.new or self.changed)
