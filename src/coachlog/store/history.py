"""The steps of the change log: what was done, which records a step touched, what undid it.

Nothing here reads the whole log: the cost depends on how far back one looks.
"""
# ruff: noqa: S608 - put together from parts of our own and names of our own tables

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachlog.store.connection import Reader

CHANGE, UNDO, REDO = "change", "undo", "redo"
"""The kinds of steps: work, the undoing of work, or the redoing of work that was undone."""


class HistoryStep(NamedTuple):
    """One step of the history.

    *stamp* is an instant in UTC, *schema* the version of the schema at that time. *origin* is
    `coachlog`, or `other` where another program wrote. *work_id* is the id of the work that was
    undone or redone; that of the step itself for work. *holds* is 0 when the step was taken back.
    """

    id: str
    stamp: str
    command: str
    schema: int
    origin: str
    kind: str
    work_id: str
    holds: int


class TouchedRecords(NamedTuple):
    """How many records of a noun a step removed, added and changed.

    *example_id* is the id of a record that was removed, or else added, or else changed.
    """

    noun: str
    removed: int
    added: int
    changed: int
    example_id: str

    @property
    def main_count(self) -> int:
        """How many were removed, or else added, or else changed: what the step was about."""
        return self.removed or self.added or self.changed


# A redo (o) undoes an undo (t), and no step undoes a redo: to undo it is to undo the work again. So
# an undo holds until a redo; work and its redos hold when the work was never undone, or when its
# latest undo (u) was redone (r).
_STEPS = """
select o.id, o.stamp, o.command, o.schema, o.origin,
  case when o.undoes is null then 'change' when t.undoes is null then 'undo' else 'redo' end
    as kind,
  coalesce(t.undoes, o.undoes, o.id) as work_id,
  case when o.undoes is not null and t.undoes is null
    then not exists (select 1 from operation r where r.undoes = o.id)
    else coalesce((
      select exists (select 1 from operation r where r.undoes = u.id) from operation u
      where u.undoes = coalesce(t.undoes, o.id) order by u.stamp desc limit 1), 1)
  end as holds
from operation o left join operation t on t.id = o.undoes
where o.id not in (select operation from acting)
"""
_VERBS = ("delete", "insert", "update")  # in the order of the fields of TouchedRecords
_LATEST = " order by o.stamp desc, o.rowid desc limit "


def steps(reader: Reader, limit: int | None = None) -> Iterator[HistoryStep]:
    """Return the steps of the history, latest first, without the step that is under way."""
    return reader.rows(HistoryStep, _STEPS + _LATEST + ":most", most=-1 if limit is None else limit)


def step(reader: Reader, step_id: str) -> HistoryStep | None:
    """Return the step of that id; None where the history does not hold it."""
    return reader.one(HistoryStep, _STEPS + " and o.id = :id", id=step_id)


def step_at(reader: Reader, number: int) -> HistoryStep | None:
    """Return the step with that *number* in the history, where 1 is the latest."""
    return reader.one(HistoryStep, _STEPS + _LATEST + "1 offset :newer", newer=number - 1)


def latest_work(reader: Reader) -> HistoryStep | None:
    """Return the latest work or redo that holds: redone work counts from its redo on."""
    return reader.one(HistoryStep, _STEPS + " and kind <> 'undo' and holds" + _LATEST + "1")


def latest_undo(reader: Reader) -> HistoryStep | None:
    """Return the latest undo that was not redone."""
    return reader.one(
        HistoryStep,
        _STEPS + " and o.undoes is not null and kind = 'undo' and holds" + _LATEST + "1",
    )


def latest_change_after(reader: Reader, stamp: str) -> HistoryStep | None:
    """Return the latest work after *stamp*, leaving out undo and redo."""
    sql = _STEPS + " and o.stamp > :stamp and o.undoes is null" + _LATEST + "1"
    return reader.one(HistoryStep, sql, stamp=stamp)


def published_since(reader: Reader, stamp: str) -> list[int]:
    """Return the years of the reports published after *stamp*, which no undo takes back."""
    sql = "select distinct year from published where created_at > :stamp order by year"
    return list(reader.rows(int, sql, stamp=stamp))


def number_of(reader: Reader, step_id: str) -> int | None:
    """Return the number of a step in the history, 1 for the latest; None when it is not there."""
    sql = (
        "select count(n.id) from operation o left join operation n"
        " on (n.stamp, n.rowid) >= (o.stamp, o.rowid) and n.stamp >= o.stamp"
        " and n.id not in (select operation from acting) where o.id = :id"
    )
    return reader.value(sql, id=step_id) or None


def count(reader: Reader, most: int) -> int:
    """Return the number of steps in the history, counted no further than *most*."""
    return reader.count("operation", most)


def touched_records(reader: Reader, step_id: str) -> list[TouchedRecords]:
    """Return how many records of each noun a step touched."""
    # SQL for the id of a record if the step did this to it, else null, which count and min skip.
    id_by_verb = [f"case when verb = '{verb}' then record_id end" for verb in _VERBS]
    counts = ", ".join(f"count(distinct {record_id})" for record_id in id_by_verb)
    examples = ", ".join(f"min({record_id})" for record_id in id_by_verb)
    sql = (
        f"select noun, {counts}, coalesce({examples}) from change"
        " where operation = :id group by noun order by noun"
    )
    return list(reader.rows(TouchedRecords, sql, id=step_id))


def record_values(
    reader: Reader, noun: str, record_id: str, columns: Sequence[str]
) -> tuple[object, ...] | None:
    """Return some columns of a record as it is, or as it was when it was removed.

    Return None where there never was such a record, as far as the history goes back.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    current = reader.one(as_tuple, f'select {names} from "{noun}" where id = :id', id=record_id)
    if current is not None:
        return current
    logged_values = ", ".join(f"""json_extract(old, '$."{column}"')""" for column in columns)
    return reader.one(
        as_tuple,
        f"select {logged_values} from change"
        " where noun = :noun and record_id = :id and verb = 'delete'"
        " order by seq desc limit 1",
        noun=noun,
        id=record_id,
    )


def as_tuple(*columns: object) -> tuple[object, ...]:
    """Return a row with whatever columns a statement has, as the line type of a reader."""
    return columns
