"""The record of an erasure, which names nobody: people and texts are hashes of their ids."""

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from coachlog.store.connection import Reader, Writer

KEEP, REWRITE, REMOVE = "keep", "rewrite", "remove"
"""What happens to a text of somebody else's record that names the person: nothing; another word
takes the place of the name; the text goes."""

DECISIONS = (KEEP, REWRITE, REMOVE)

_FINGERPRINT_LENGTH = 32


class ErasureOrder(NamedTuple):
    """An erasure: whom and how, and when it was begun; *done_at* is empty until nothing is left.

    *persons* are fingerprints. *decisions* tell by the fingerprint of a text what happens to it;
    to others that surely name the person, what is *usual*. *word* takes the place of the name.
    """

    id: str
    number: int
    erased_on: str
    persons: frozenset[str]
    decisions: Mapping[str, str]
    usual: str
    word: str
    keeps_hours: bool

    def decision(self, record_id: str, column: str, *, sure: bool) -> str:
        """Return what happens to a text; one that may name somebody else is kept."""
        decided = self.decisions.get(text_fingerprint(record_id, column))
        return decided or (self.usual if sure else KEEP)


class ErasureCounts(NamedTuple):
    """How much was erased: records by table, mentions in others' texts, talks kept for hours."""

    records: Mapping[str, int]
    mentions: int = 0
    hours: int = 0
    backups: int = 0
    files: int = 0


def fingerprint(text: str) -> str:
    """Return a hash of *text*, such as an id, from which it cannot be recovered."""
    return hashlib.sha256(text.encode()).hexdigest()[:_FINGERPRINT_LENGTH]


def text_fingerprint(record_id: str, column: str) -> str:
    """Return the fingerprint of the text in a column of a record."""
    return fingerprint(f"{record_id} {column}")


class _OrderRow(NamedTuple):
    id: str
    number: int
    erased_on: str
    persons: str
    decisions: str
    usual: str
    word: str
    keeps_hours: int


_COLUMNS = "id, number, erased_on, persons, decisions, usual, word, keeps_hours"


def read_orders(reader: Reader, *, unfinished: bool = False) -> list[ErasureOrder]:
    """Return the erasures of a store, oldest first; with *unfinished* only those under way."""
    where = " where done_at is null" if unfinished else ""
    sql = f"select {_COLUMNS} from erasure{where} order by created_at"  # noqa: S608 - words of our own
    return [_order(row) for row in reader.rows(_OrderRow, sql)]


def save_order(writer: Writer, order: ErasureOrder, counts: ErasureCounts, moment: str) -> None:
    """Write an erasure that is not done yet."""
    writer.execute(
        f"insert into erasure({_COLUMNS}, records, mentions, hours, backups, files, created_at)"  # noqa: S608 - as above
        " values (:id, :number, :erased_on, :persons, :decisions, :usual, :word, :keeps_hours,"
        " :records, :mentions, :hours, :backups, :files, :moment)",
        **order._asdict()
        | {
            "persons": json.dumps(sorted(order.persons)),
            "decisions": json.dumps(dict(order.decisions)),
            "keeps_hours": int(order.keeps_hours),
        },
        **counts._asdict() | {"records": json.dumps(dict(counts.records))},
        moment=moment,
    )


def mark_done(writer: Writer, order_id: str, moment: str) -> None:
    """Write that nothing is left to do of an erasure."""
    sql = "update erasure set done_at = :moment where id = :id"
    writer.execute(sql, moment=moment, id=order_id)


def _order(row: _OrderRow) -> ErasureOrder:
    return ErasureOrder(
        row.id,
        row.number,
        row.erased_on,
        persons=frozenset(json.loads(row.persons)),
        decisions=json.loads(row.decisions),
        usual=row.usual,
        word=row.word,
        keeps_hours=bool(row.keeps_hours),
    )
