"""Contradictions between a row and what indexes and search hold of the same record.

One of the two is damaged. SQLite itself does not notice a text that became another one.
"""

from collections.abc import Mapping
from uuid import UUID

from coachlog.schema.tables import SEARCHED_PRIVATE, SEARCHED_SHARED
from coachlog.store.fulltext import LAYERED
from coachlog.store.salvage.cells import LOST, Value
from coachlog.store.salvage.evidence import Evidence
from coachlog.store.salvage.sources import FoundTable
from coachlog.store.salvage.table_shapes import Shape


def settle_keys(found: Mapping[str, FoundTable], evidence: Evidence) -> None:
    """Give a row the key that an index has for it, where that is more likely to be the right one.

    It is if search, the history or another row knows it, or if it alone looks like an id, and if
    nothing knows the key of the row.
    """
    referred = _referred(found)

    def is_known(table: str, key: Value) -> bool:
        record = (table, str(key))
        in_texts_or_log = record in evidence.texts or record in evidence.logged
        return in_texts_or_log or key in referred.get(table, ())

    for (table, key), rival in evidence.rivals.items():
        rows = found[table].rows
        is_rival_likely = is_known(table, rival) or (_is_id(rival) and not _is_id(key))
        if not is_rival_likely or is_known(table, key):
            continue
        if key in rows and rival not in rows:
            values = rows.pop(key)
            values[found[table].shape.key] = rival
            rows[rival] = values
            evidence.expected.get(table, {}).pop(key, None)


def doubtful_places(shape: Shape, key: Value, row: list[Value], evidence: Evidence) -> set[int]:
    """Return the places of the columns in a row that an index or search contradicts."""
    indexed = evidence.expected.get(shape.name, {}).get(key, {})
    places = {
        place
        for place, column in enumerate(shape.columns)
        if column in indexed and row[place] is not LOST and indexed[column] != row[place]
    }
    for layer, body in evidence.texts.get((shape.name, str(key)), {}).items():
        places |= _contradicted_words(shape, row, layer, body)
    return places


def settle_reference(
    shape: Shape,
    key: Value,
    place: int,
    row: list[Value],
    found: Mapping[str, FoundTable],
    evidence: Evidence,
) -> None:
    """Make a row refer to the record that an index names, where its own one does not exist."""
    indexed = evidence.expected.get(shape.name, {}).get(key, {}).get(shape.columns[place])
    parents = found[shape.parents[place]].rows
    if row[place] not in parents and indexed in parents:
        row[place] = indexed


def _contradicted_words(shape: Shape, row: list[Value], layer: str, body: str) -> set[int]:
    """Return the places of the texts that do not make up *body*, which search has of a layer.

    Where each is in it and yet the length is another one, that is all of them.
    """
    is_layered = shape.name in LAYERED
    searched = SEARCHED_PRIVATE if layer == "private" and not is_layered else SEARCHED_SHARED
    places = [
        shape.columns.index(name) for name in searched.get(shape.name, ()) if name in shape.columns
    ]
    if any(row[place] is LOST for place in places):
        return set()
    words = {place: value for place in places if isinstance(value := row[place], str) and value}
    not_in_body = {place for place, value in words.items() if value not in body}
    line_ends = len(words) - 1
    is_as_long = sum(map(len, words.values())) + line_ends == len(body)
    return not_in_body or (set() if is_as_long else set(places))


def _referred(found: Mapping[str, FoundTable]) -> dict[str, set[Value]]:
    """Return the keys that rows refer to, by table."""
    referred: dict[str, set[Value]] = {}
    for each in found.values():
        for place, parent in each.shape.parents.items():
            referred.setdefault(parent, set()).update(row[place] for row in each.rows.values())
    return referred


def _is_id(key: Value) -> bool:
    """Whether a key is a UUID, as those of records are."""
    try:
        UUID(str(key))
    except ValueError:
        return False
    return True
