"""What a row says against what indexes and search say of the same record: one of them is harmed.

A text that became another one is not seen by SQLite at all: here it is, where search has it too.
"""

from collections.abc import Mapping
from uuid import UUID

from coachlog.schema.tables import SEARCHED_PRIVATE, SEARCHED_SHARED
from coachlog.store.fulltext import LAYERED
from coachlog.store.salvage.cells import LOST, Value
from coachlog.store.salvage.pieces import Pieces
from coachlog.store.salvage.shapes import Shape
from coachlog.store.salvage.sources import FoundTable


def settle_keys(found: Mapping[str, FoundTable], pieces: Pieces) -> None:
    """Give rows the key that their index has, where that is the one that is told of elsewhere."""
    referred = _referred(found)
    for (table, key), rival in pieces.rivals.items():
        rows = found[table].rows
        told, rival_told = (
            (table, str(each)) in pieces.texts
            or (table, str(each)) in pieces.logged
            or each in referred.get(table, ())
            for each in (key, rival)
        )
        is_better = rival_told or (not told and _is_id(rival) and not _is_id(key))
        if is_better and not told and rival not in rows and key in rows:
            values = rows.pop(key)
            values[found[table].shape.key] = rival
            rows[rival] = values
            pieces.expected.get(table, {}).pop(key, None)


def doubtful_places(shape: Shape, key: Value, row: list[Value], pieces: Pieces) -> set[int]:
    """Return the columns of a row of which an index or search tells something else."""
    known = pieces.expected.get(shape.name, {}).get(key, {})
    places = {
        place
        for place, column in enumerate(shape.columns)
        if column in known and row[place] is not LOST and known[column] != row[place]
    }
    for layer, body in pieces.texts.get((shape.name, str(key)), {}).items():
        places |= _words_told_otherwise(shape, row, layer, body)
    return places


def settle_reference(
    shape: Shape,
    key: Value,
    place: int,
    row: list[Value],
    found: Mapping[str, FoundTable],
    pieces: Pieces,
) -> None:
    """Let a row refer to the record that an index tells, where the one it names is not there."""
    told = pieces.expected.get(shape.name, {}).get(key, {}).get(shape.columns[place])
    there = found[shape.parents[place]].rows
    if row[place] not in there and told in there:
        row[place] = told


def _words_told_otherwise(shape: Shape, row: list[Value], layer: str, body: str) -> set[int]:
    """Return the columns of words that do not make up the text that search has of a layer."""
    is_layered = shape.name in LAYERED
    searched = SEARCHED_PRIVATE if layer == "private" and not is_layered else SEARCHED_SHARED
    places = [
        shape.columns.index(name) for name in searched.get(shape.name, ()) if name in shape.columns
    ]
    if any(row[place] is LOST for place in places):
        return set()
    words = {place: value for place in places if isinstance(value := row[place], str) and value}
    otherwise = {place for place, value in words.items() if value not in body}
    is_as_long = sum(map(len, words.values())) + len(words) - 1 == len(body)
    return otherwise or (set() if is_as_long else set(places))


def _referred(found: Mapping[str, FoundTable]) -> dict[str, set[Value]]:
    """Return the keys that rows refer to, by table."""
    referred: dict[str, set[Value]] = {}
    for each in found.values():
        for place, parent in each.shape.parents.items():
            referred.setdefault(parent, set()).update(row[place] for row in each.rows.values())
    return referred


def _is_id(key: Value) -> bool:
    try:
        UUID(str(key))
    except ValueError:
        return False
    return True
