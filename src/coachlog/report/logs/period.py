"""The days that a log is about, and what it is read from."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.settings import Settings

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class LogRequest(NamedTuple):
    """A log of the days from *since* to *until*, both included, as `YYYY-MM-DD`."""

    reader: "Reader"
    settings: Settings
    today: date
    since: str = ""
    until: str = "9999-12-31"

    def has(self, day: str) -> bool:
        """Whether the log is about that day."""
        return self.since <= day <= self.until
