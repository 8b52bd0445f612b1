"""The steps of the change log: what was done, what each step touched, and whether it still holds.

Nothing here walks through the whole log: what it costs depends on how far back one looks.
"""
# ruff: noqa: S608 - put together from parts of our own and names of our own tables

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachlog.store.connection import Reader

CHANGE, UNDO, REDO = "change", "undo", "redo"
"""What a step is: work of its own, the undoing of a step, or the redoing of an undone one."""


class HistoryStep(NamedTuple):
    """One thing that was done.

    *origin* is `coachlog`, or `other` where another program wrote. *about* is the id of the step
    that was undone or redone; of work its own. *holds* is 0 when it was taken back.
    """

    id: str
    stamp: str
    command: str
    schema: int
    origin: str
    kind: str
    about: str
    holds: int


class Touched(NamedTuple):
    """How many records of a noun a step removed, made and changed.

    *one* is a record that was removed, or else one that was made, or else changed.
    """

    noun: str
    removed: int
    made: int
    changed: int
    one: str

    @property
    def most(self) -> int:
        """How many were removed, or else made, or else changed: what the step was about."""
        return self.removed or self.made or self.changed


# A redo undoes an undo, and no step undoes a redo: `undo` of one takes back the work itself. So
# work holds when it was never undone, or when the latest undo of it was undone in its turn.
_STEPS = """
select o.id, o.stamp, o.command, o.schema, o.origin,
  case when o.undoes is null then 'change' when t.undoes is null then 'undo' else 'redo' end
    as kind,
  coalesce(t.undoes, o.undoes, o.id) as about,
  case when o.undoes is not null and t.undoes is null
    then not exists (select 1 from operation r where r.undoes = o.id)
    else coalesce((
      select exists (select 1 from operation r where r.undoes = u.id) from operation u
      where u.undoes = coalesce(t.undoes, o.id) order by u.stamp desc limit 1), 1)
  end as holds
from operation o left join operation t on t.id = o.undoes
where o.id not in (select operation from acting)
"""
_VERBS = ("delete", "insert", "update")
_LATEST = " order by o.stamp desc, o.rowid desc limit "


def steps(reader: Reader, limit: int | None = None) -> Iterator[HistoryStep]:
    """The steps of the history, latest first, without the step that is under way."""
    return reader.rows(HistoryStep, _STEPS + _LATEST + ":most", most=-1 if limit is None else limit)


def step(reader: Reader, step_id: str) -> HistoryStep | None:
    """The step of that id."""
    return reader.one(HistoryStep, _STEPS + " and o.id = :id", id=step_id)


def step_at(reader: Reader, place: int) -> HistoryStep | None:
    """The step at *place*, where 1 is the latest."""
    return reader.one(HistoryStep, _STEPS + _LATEST + "1 offset :before", before=place - 1)


def latest_work(reader: Reader) -> HistoryStep | None:
    """The latest step that holds and is no undo: what a redo did again counts from then on."""
    return reader.one(HistoryStep, _STEPS + " and kind <> 'undo' and holds" + _LATEST + "1")


def latest_undo(reader: Reader) -> HistoryStep | None:
    """The latest undo that was not redone."""
    return reader.one(
        HistoryStep,
        _STEPS + " and o.undoes is not null and kind = 'undo' and holds" + _LATEST + "1",
    )


def latest_change_after(reader: Reader, stamp: str) -> HistoryStep | None:
    """The latest work after *stamp*, no undo or redo."""
    sql = _STEPS + " and o.stamp > :stamp and o.undoes is null" + _LATEST + "1"
    return reader.one(HistoryStep, sql, stamp=stamp)


def published_since(reader: Reader, stamp: str) -> list[int]:
    """The years of reports that were published after *stamp*, which no undo takes back."""
    sql = "select distinct year from published where created_at > :stamp order by year"
    return list(reader.rows(int, sql, stamp=stamp))


def place_of(reader: Reader, step_id: str) -> int | None:
    """The place of a step in the history; None when the history does not hold it."""
    sql = (
        "select count(n.id) from operation o left join operation n"
        " on (n.stamp, n.rowid) >= (o.stamp, o.rowid) and n.stamp >= o.stamp"
        " and n.id not in (select operation from acting) where o.id = :id"
    )
    return reader.value(sql, id=step_id) or None


def count(reader: Reader, most: int) -> int:
    """How many steps the history holds; *most* where there are more."""
    return reader.count("operation", most)


def touched(reader: Reader, step_id: str) -> list[Touched]:
    """The records that a step touched, by noun."""
    verbs = [f"case when verb = '{verb}' then record_id end" for verb in _VERBS]
    counts = ", ".join(f"count(distinct {each})" for each in verbs)
    one = ", ".join(f"min({each})" for each in verbs)
    sql = (
        f"select noun, {counts}, coalesce({one}) from change"
        " where operation = :id group by noun order by noun"
    )
    return list(reader.rows(Touched, sql, id=step_id))


def values(
    reader: Reader, noun: str, record_id: str, columns: Sequence[str]
) -> tuple[object, ...] | None:
    """Some columns of a record as it is, or as it was when it was removed last."""
    named = ", ".join(f'"{column}"' for column in columns)
    found = reader.one(_plain, f'select {named} from "{noun}" where id = :id', id=record_id)
    if found is not None:
        return found
    kept = ", ".join(f"""json_extract(old, '$."{column}"')""" for column in columns)
    return reader.one(
        _plain,
        f"select {kept} from change where noun = :noun and record_id = :id and verb = 'delete'"
        " order by seq desc limit 1",
        noun=noun,
        id=record_id,
    )


def _plain(*columns: object) -> tuple[object, ...]:
    return columns
