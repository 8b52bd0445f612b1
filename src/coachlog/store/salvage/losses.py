"""What could not be brought back, record by record."""

from typing import NamedTuple

MISSING, HALF, UNLINKED = "missing", "half", "unlinked"
DOUBTFUL, UNSURE = "doubtful", "unsure"
"""A record that is gone; one of which a part is; one that referred to another that is gone; one of
which two places in the file tell different things; a number of which nothing is found: it may have
been lost, or removed long ago."""

STATES = (UNSURE, DOUBTFUL, UNLINKED, HALF, MISSING)
"""The worst last."""


class RecordLoss(NamedTuple):
    """What is lost of one record. *columns* are those without what they held.

    *number* is that by which people know it, where it has one and that is known. A record that is
    missing was a part of, or belonged to, the record *near* it: its table and its key.
    """

    noun: str
    key: str
    number: int | None
    state: str
    columns: tuple[str, ...] = ()
    near: tuple[str, str] | None = None
