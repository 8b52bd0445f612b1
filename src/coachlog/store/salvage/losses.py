"""What could not be brought back, record by record."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.store.salvage.cells import LOST, Value
from coachlog.store.salvage.repair import RepairedRow
from coachlog.store.salvage.table_shapes import Shape

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


class LossList:
    """Collects what is lost, one loss for each record."""

    def __init__(self) -> None:
        self._losses: dict[tuple[str, Value], RecordLoss] = {}

    def all(self) -> list[RecordLoss]:
        """Return the losses, in the order in which their records were first added."""
        return list(self._losses.values())

    def add_half(self, shape: Shape, row: RepairedRow) -> None:
        """Add a record of which some columns are lost."""
        columns = tuple(shape.columns[place] for place in sorted(row.lost))
        known = dict(zip(shape.columns, row.values, strict=True))
        self.add(shape, row.values[shape.key], known, HALF, columns)

    def add_missing(self, shape: Shape, key: Value, known: Mapping[str, Value]) -> None:
        """Add a record that is missing, near the first record that it referred to."""
        parents = shape.parents_named().items()
        owners = ((parent, known.get(name)) for name, parent in parents)
        near = ((parent, key) for parent, key in owners if isinstance(key, str))
        self.add(shape, key, known, MISSING, near=next(near, None))

    def add_number(self, noun: str, number: int) -> None:
        """Add a number that was given, and of whose record nothing is found."""
        self._losses[noun, f"#{number}"] = RecordLoss(noun, "", number, UNSURE)

    def add(
        self,
        shape: Shape,
        key: Value,
        known: Mapping[str, Value],
        state: str,
        columns: tuple[str, ...] = (),
        near: tuple[str, str] | None = None,
    ) -> None:
        """Add what is lost of a record; of several losses the worst state counts.

        *known* are its values by column. Tables of the store itself have no losses.
        """
        if shape.name in ("meta", "counter"):
            return
        number = known.get("number")
        before = self._losses.get((shape.name, key))
        if before:
            state = max(before.state, state, key=STATES.index)
            columns = tuple(dict.fromkeys((*before.columns, *columns)))
        self._losses[shape.name, key] = RecordLoss(
            shape.name,
            "" if key is LOST else str(key),
            number if isinstance(number, int) else None,
            state,
            columns,
            near,
        )
