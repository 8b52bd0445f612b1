"""Repairing a row: what is lost of it is filled in from what is known elsewhere.

A field that must not be empty and is unknown gets a placeholder: a text says that it is lost. A
figure is never made up: a record that must have it is given up as missing.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from coachlog.base.clock import instant
from coachlog.base.texts import N_, _
from coachlog.store.salvage.cells import LOST, HarmedText, Value
from coachlog.store.salvage.evidence import Evidence, Fields, restore_words
from coachlog.store.salvage.sources import FoundTable
from coachlog.store.salvage.table_shapes import Shape

LOST_WORDS = N_("(lost)")
_SAFE = ("held", "private", "not_named", "dropped")
"""Which code stands for a lost one: those that promise least, and show least to others."""

_ZERO_COLUMNS = ("place", "chosen")
_ZONE = "UTC"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class RepairedRow:
    """A row that can be stored, and the columns of which something is lost."""

    def __init__(self, values: list[Value], lost: set[int]) -> None:
        self.values, self.lost = values, lost


class RowRepair:
    """Repairs the rows of a store; *moment* is the placeholder of an unknown day."""

    def __init__(
        self, found: Mapping[str, FoundTable], evidence: Evidence, moment: datetime
    ) -> None:
        self.evidence = evidence
        self._moment = moment
        self._handles: Counter[str] = Counter()
        self._numbers = {name: _highest_number(each, evidence) for name, each in found.items()}

    def repaired(
        self,
        shape: Shape,
        key: Value,
        values: list[Value] | None,
        stand_in: Callable[[str], Value] | None = None,
        beside: Fields | None = None,
    ) -> RepairedRow | None:
        """Return a row with its lost values filled in; None where a required one stays unknown.

        *stand_in* returns the key of a record to refer to instead of an unknown one. *beside* are
        values from a record that refers to this one, used where nothing else is known.
        """
        known = (beside or {}) | self.evidence.known(shape.name, key)
        row: list[Value] = list(values or [LOST] * len(shape.columns))
        row[shape.key] = key
        lost = {place for place, value in enumerate(row) if value is LOST}
        for place in sorted(lost):
            if (column := shape.columns[place]) in known:
                row[place] = known[column]
                lost.discard(place)
        restore_words(shape, key, lost, row, self.evidence)
        for place in lost:
            row[place] = None
            if shape.required[place]:
                row[place] = self.placeholder(shape, place, row, stand_in)
                if row[place] is None:
                    return None
        harmed = {place for place, value in enumerate(row) if isinstance(value, HarmedText)}
        return RepairedRow(row, lost | harmed)

    def placeholder(
        self,
        shape: Shape,
        place: int,
        row: list[Value],
        stand_in: Callable[[str], Value] | None = None,
    ) -> Value:
        """Return the placeholder of an unknown value in a required column; None without one."""
        column = shape.columns[place]
        if place in shape.parents:
            return stand_in(shape.parents[place]) if stand_in else None
        if choices := shape.choices.get(place):
            return next((code for code in _SAFE if code in choices), choices[0])
        if column.endswith(("_on", "_at")) or column == "stamp":
            at = self._time_of(shape, row)
            return at[:10] if column.endswith("_on") else at
        if column == "number":
            self._numbers[shape.name] += 1
            return self._numbers[shape.name]
        if column == "handle":
            self._handles[shape.name] += 1
            return f"lost-{self._handles[shape.name]}"
        if column == "name" and "name_sort" in shape.columns:
            sort_name = row[shape.columns.index("name_sort")]
            return sort_name if isinstance(sort_name, str) else _(LOST_WORDS)
        if column == "time_zone":
            return _ZONE
        if column in _ZERO_COLUMNS:
            return 0
        is_for_people = place in shape.words or column == "name_sort"
        return _(LOST_WORDS) if is_for_people else None

    def _time_of(self, shape: Shape, row: list[Value]) -> str:
        """Return another time of the record, or else that in its id, as a stored instant."""
        for name in ("starts_at", "created_at", "held_on", "set_on"):
            if name in shape.columns:
                value = row[shape.columns.index(name)]
                if isinstance(value, str) and len(value) >= len("2026-01-01"):
                    return value if value.endswith("Z") else f"{value[:10]}T00:00:00.000Z"
        return instant(_made_at(row[shape.key]) or self._moment)


def _made_at(key: Value) -> datetime | None:
    """Return when a record was made, as its id tells."""
    if not isinstance(key, str):
        return None
    try:
        at = _EPOCH + timedelta(milliseconds=int(key.replace("-", "")[:12], 16))
    except (ValueError, OverflowError):
        return None
    return at if _EPOCH.year < at.year < _EPOCH.year + 200 else None


def _highest_number(found: FoundTable, evidence: Evidence) -> int:
    """Return the highest number that a record of a table has, or had as far as an index tells."""
    shape = found.shape
    if "number" not in shape.columns:
        return 0
    place = shape.columns.index("number")
    numbers = [row[place] for row in found.rows.values()]
    numbers += [known.get("number") for known in evidence.expected.get(shape.name, {}).values()]
    numbers += [known.get("number") for known in evidence.nameless.get(shape.name, [])]
    return max((number for number in numbers if isinstance(number, int)), default=0)
