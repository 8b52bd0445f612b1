"""Where records came from, so that reading a file again changes nothing.

Only fingerprints are kept: of what identifies a record in its source, of all that came, and of
each field, as it came and as it then stood here.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from coachlog.schema.tables import TABLES
from coachlog.store.work import Work

_FIELD_LENGTH = 16
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode


class Fields(NamedTuple):
    """The fingerprints of a field: of the value that came, and of what then stood in its column."""

    came: str
    landed: str


class Origin(NamedTuple):
    """A record that was read in: which one it is here, and the fingerprints of what came."""

    id: str
    noun: str
    record_id: str
    digest: str
    fields: Mapping[str, Fields]


class _OriginRow(NamedTuple):
    id: str
    noun: str
    record_id: str
    digest: str
    fields: str


def fingerprint(*values: object) -> str:
    """Return the SHA-256 of *values*, which may be of JSON, as hexadecimal digits."""
    text = _encode(values)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find(work: Work, source: str, noun: str, key: str) -> Origin | None:
    """Return the origin of the record of *noun* that *key* identifies in *source*.

    None where it never came.
    """
    row = work.one(
        _OriginRow,
        "select id, noun, record_id, digest, fields from origin"
        " where source = :source and key = :key",
        source=source,
        key=fingerprint(source, noun, key),
    )
    if row is None:
        return None
    fields = {name: Fields(*each) for name, each in json.loads(row.fields).items()}
    return Origin(*row[:4], fields)


def add_origin(
    work: Work, source: str, key: str, noun: str, record_id: str, values: Mapping[str, object]
) -> None:
    """Note that a new record came from *source*, with these *values*."""
    work.insert(
        "origin",
        {
            "source": source,
            "key": fingerprint(source, noun, key),
            "noun": noun,
            "record_id": record_id,
            "digest": fingerprint(values),
            "fields": _fields(work, noun, record_id, values),
            "created_at": work.now,
        },
    )


def update_origin(
    work: Work, origin: Origin, values: Mapping[str, object], *, keep: bool = False
) -> None:
    """Note that a known record came with other *values*; *keep* what is known of other fields."""
    fields = _fields(work, origin.noun, origin.record_id, values)
    if keep:
        fields = json.dumps({**origin.fields, **json.loads(fields)})
    changes = {"digest": fingerprint(values), "fields": fields}
    work.update("origin", origin.id, changes)


def fingerprint_of(value: object) -> str:
    """Return the fingerprint of one value of a field."""
    return fingerprint(value)[:_FIELD_LENGTH]


def column_of(noun: str, key: str) -> str | None:
    """Return the column that has the field *key*; None where it becomes other records."""
    try:
        return TABLES[noun].by_key(key).name
    except KeyError:
        return None


def row_of(work: Work, noun: str, record_id: str) -> dict[str, Any] | None:
    """Return the row of a record as the store has it, by column; None where it is gone."""
    cursor = work.execute(f'select * from "{noun}" where id = :id', id=record_id)  # noqa: S608 - a name of our own
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description]
    cursor.close()
    return dict(zip(names, row, strict=True)) if row else None


def _fields(work: Work, noun: str, record_id: str, values: Mapping[str, object]) -> str:
    """Return the fingerprints of all fields, as JSON."""
    from_row = row_of(work, noun, record_id) or {}
    return json.dumps(
        {
            key: Fields(
                fingerprint_of(value), fingerprint_of(from_row.get(column_of(noun, key) or ""))
            )
            for key, value in values.items()
        }
    )
