"""The names of backups, which hold all that is known of each, and which backups have expired.

`0042-2026-11-24-0915-day-3f9ac2d1e0b4.sqlite`: a number that only rises, the day and the time on
the clock of the coach, why it was made, and the beginning of the hash of its content.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import N_

DAY, HAND, KEPT, DAMAGED = "day", "hand", "kept", "damaged"
KINDS = {
    DAY: N_("daily"),
    HAND: N_("by hand"),
    "update": N_("before an update"),
    "import": N_("before an import"),
    "merge": N_("before a merge"),
    "restore": N_("before a restore"),
    KEPT: N_("kept: the next one was smaller"),
    DAMAGED: N_("damaged, as it was"),
}
"""Why a backup was made, as its name has it, with the words for people."""

DAYS, WEEKS, MONTHS = 7, 5, 12
"""Of how many days, weeks and months the newest backup is kept."""

LATEST_REASONS, LATEST_DAMAGED, LATEST_KEPT = 10, 3, 5
"""How many of those that were made for a reason, of those that are damaged, and of those that were
put aside as the next one was smaller, are kept."""

REGULAR = (DAY, HAND)
"""Of each of these the newest of the days, weeks and months is kept."""

_NAME = re.compile(
    r"(?P<number>\d{4,9})-(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d{4})"
    r"-(?P<kind>[a-z]+)-(?P<digest>[0-9a-f]{12})\.sqlite"
)


class Backup(NamedTuple):
    """A backup, read from the name of its file: *day* as YYYY-MM-DD, *time* as HHMM."""

    number: int
    day: str
    time: str
    kind: str
    digest: str

    @classmethod
    def made_at(cls, moment: datetime, number: int, kind: str, digest: str) -> "Backup":
        """Return the backup that is made at a *moment* on the clock of the coach."""
        return cls(number, moment.date().isoformat(), f"{moment:%H%M}", kind, digest)

    @property
    def clock(self) -> str:
        """Return the time as people read it: `09:15`."""
        return f"{self.time[:2]}:{self.time[2:]}"

    @property
    def name(self) -> str:
        """Return the name of its file."""
        number = f"{self.number:04d}"
        return f"{number}-{self.day}-{self.time}-{self.kind}-{self.digest}.sqlite"


def parse(name: str) -> Backup | None:
    """Return the backup whose file has this name; None for any other file."""
    match = _NAME.fullmatch(name)
    if match is None or match["kind"] not in KINDS:
        return None
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return None
    number, *others = match.groups()
    return Backup(int(number), *others)


def listed(folder: Path) -> list[Backup]:
    """Return the backups in *folder*, newest first; none where it cannot be read."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are wanted
    except OSError:
        return []
    return sorted(filter(None, map(parse, names)), reverse=True)


def expired(backups: Iterable[Backup]) -> list[Backup]:
    """Return the backups to remove. Days are counted by the backups there are, not by a clock.

    So a clock that jumps costs one place among the days, and never what is older than it thinks.
    """
    newest_first = sorted(backups, reverse=True)
    damaged = [backup for backup in newest_first if backup.kind == DAMAGED]
    put_aside = [backup for backup in newest_first if backup.kind == KEPT]
    for_a_reason = [backup for backup in newest_first if backup.kind not in (DAY, DAMAGED, KEPT)]
    kept = {
        *put_aside[:LATEST_KEPT],
        *(backup for kind in REGULAR for backup in _newest_of_each(newest_first, kind)),
        *for_a_reason[:LATEST_REASONS],
        *damaged[:LATEST_DAMAGED],
    }
    return [backup for backup in newest_first if backup not in kept]


def _newest_of_each(newest_first: list[Backup], kind: str) -> Iterator[Backup]:
    """Yield the newest backup of *kind* of each of the latest days, weeks and months with one."""
    of_kind = [backup for backup in newest_first if backup.kind == kind]
    for most, period_of in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        periods: set[object] = set()
        for backup in of_kind:
            period = period_of(backup)
            if period not in periods and len(periods) < most:
                periods.add(period)
                yield backup


def _day(backup: Backup) -> object:
    return backup.day


def _week(backup: Backup) -> object:
    return date.fromisoformat(backup.day).isocalendar()[:2]


def _month(backup: Backup) -> object:
    return backup.day[:7]
