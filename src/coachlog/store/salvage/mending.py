"""Making a whole row of what is known of a record, and of no more than that.

What a record must have and nobody knows any more is the least that can be said: a text says that
it is lost. A figure is never made up: a record that cannot do without it is missing.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from coachlog.base.clock import instant
from coachlog.base.ids import new_id
from coachlog.base.texts import N_, _
from coachlog.store.salvage.cells import LOST, HarmedText, Value
from coachlog.store.salvage.pieces import Known, Pieces, words_of
from coachlog.store.salvage.shapes import Shape
from coachlog.store.salvage.sources import FoundTable

LOST_WORDS = N_("(lost)")
_SAFE = ("held", "private", "not_named", "dropped")
"""Of the codes that a lost one may have been, those that promise least and show least."""

_NAUGHT = ("place", "chosen")
_ZONE = "UTC"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Mended:
    """A row that can be stored, and the columns of which something is lost."""

    def __init__(self, values: list[Value], lost: set[int]) -> None:
        self.values, self.lost = values, lost


class Mender:
    """Mends the rows of a store; *moment* stands for a day that nobody knows any more."""

    def __init__(self, found: Mapping[str, FoundTable], pieces: Pieces, moment: datetime) -> None:
        self.pieces = pieces
        self._moment = moment
        self._handles: Counter[str] = Counter()
        self._numbers = {name: _highest_number(each, pieces) for name, each in found.items()}

    def mended(
        self,
        shape: Shape,
        key: Value,
        values: list[Value] | None,
        stand_in: Callable[[str], Value] | None = None,
        beside: Known | None = None,
    ) -> Mended | None:
        """Return a row with what is known of it; None where it cannot be stored like that.

        *stand_in* gives the key of a record to refer to instead of one that nobody knows. What a
        record *beside* it tells counts where nothing else does.
        """
        known = (beside or {}) | self.pieces.known(shape.name, key)
        row: list[Value] = list(values or [LOST] * len(shape.columns))
        row[shape.key] = key
        lost = {place for place, value in enumerate(row) if value is LOST}
        for place in sorted(lost):
            if (column := shape.columns[place]) in known:
                row[place] = known[column]
                lost.discard(place)
        words_of(shape, key, lost, row, self.pieces)
        for place in lost:
            row[place] = None
            if shape.required[place]:
                row[place] = self.least(shape, place, row, stand_in)
                if row[place] is None:
                    return None
        harmed = {place for place, value in enumerate(row) if isinstance(value, HarmedText)}
        return Mended(row, lost | harmed)

    def least(
        self,
        shape: Shape,
        place: int,
        row: list[Value],
        stand_in: Callable[[str], Value] | None = None,
    ) -> Value:
        """Return the least that can be said in a column that must not be empty, or None."""
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
            named = row[shape.columns.index("name_sort")]
            return named if isinstance(named, str) else _(LOST_WORDS)
        if column == "time_zone":
            return _ZONE
        if column in _NAUGHT:
            return 0
        is_for_people = place in shape.words or column == "name_sort"
        return _(LOST_WORDS) if is_for_people else None

    def _time_of(self, shape: Shape, row: list[Value]) -> str:
        """Return when something was: another time of the record, else that in its id."""
        for name in ("starts_at", "created_at", "held_on", "set_on"):
            if name in shape.columns:
                value = row[shape.columns.index(name)]
                if isinstance(value, str) and len(value) >= len("2026-01-01"):
                    return value if value.endswith("Z") else f"{value[:10]}T00:00:00.000Z"
        return instant(_made_at(row[shape.key]) or self._moment)


def unknown_id() -> str:
    """Return the id of a record that stands in for one that nobody knows."""
    return new_id()


def _made_at(key: Value) -> datetime | None:
    """Return when a record was made, as its id tells."""
    if not isinstance(key, str):
        return None
    try:
        at = _EPOCH + timedelta(milliseconds=int(key.replace("-", "")[:12], 16))
    except (ValueError, OverflowError):
        return None
    return at if _EPOCH.year < at.year < _EPOCH.year + 200 else None


def _highest_number(found: FoundTable, pieces: Pieces) -> int:
    """Return the highest number that a record of a table has, or had as far as an index tells."""
    shape = found.shape
    if "number" not in shape.columns:
        return 0
    place = shape.columns.index("number")
    numbers = [row[place] for row in found.rows.values()]
    numbers += [known.get("number") for known in pieces.expected.get(shape.name, {}).values()]
    numbers += [known.get("number") for known in pieces.nameless.get(shape.name, [])]
    return max((number for number in numbers if isinstance(number, int)), default=0)
