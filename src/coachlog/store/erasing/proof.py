"""The proof that something was erased: a day, numbers, and no name."""

import json
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.store.connection import Reader

DONE, UNDER_WAY = "done", "under_way"
PROOFS = {DONE: N_("erased"), UNDER_WAY: N_("not finished yet")}


class ProofLine(NamedTuple):
    """An erasure, as `erase list --json` and `--csv` give it."""

    number: int
    erased_on: str
    records: int
    by_kind: str
    mentions: int
    hours: int
    backups: int
    files: int
    state: str


class _ProofRow(NamedTuple):
    number: int
    erased_on: str
    records: str
    mentions: int
    hours: int
    backups: int
    files: int
    done_at: str | None


def read_proofs(reader: Reader) -> list[ProofLine]:
    """Return what was erased, the latest first."""
    sql = (
        "select number, erased_on, records, mentions, hours, backups, files, done_at from erasure"
        " order by created_at desc, number desc"
    )
    return [_line(row) for row in reader.rows(_ProofRow, sql)]


def _line(row: _ProofRow) -> ProofLine:
    counts: dict[str, int] = json.loads(row.records)
    by_kind = " ".join(f"{table}:{n}" for table, n in sorted(counts.items()))
    return ProofLine(
        row.number,
        row.erased_on,
        sum(counts.values()),
        by_kind,
        row.mentions,
        row.hours,
        row.backups,
        row.files,
        state=DONE if row.done_at else UNDER_WAY,
    )
