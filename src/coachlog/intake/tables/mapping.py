"""Which column of a list goes where: proposed from the headings, or said by `--map`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.intake.tables import targets
from coachlog.intake.tables.cells import Cell, is_empty
from coachlog.intake.tables.fitting import fits
from coachlog.intake.tables.header import Header
from coachlog.intake.tables.sheet import Numbered
from coachlog.intake.tables.targets import ColumnTarget, folded, targets_of
from coachlog.schema.field import REFERENCE

_BARE_NAMES = frozenset({"naam", "nom", "name"})
"""Headings that are the last name where another column has the first."""


class ListColumn(NamedTuple):
    """A column: where it stands, the first *at* 0, its heading, and where it goes.

    *sample* are the first cells with something.

    *suggested* is where it could go on purpose. What is *left* out is meant to be.
    """

    at: int
    heading: str
    sample: tuple[Cell, ...]
    target: ColumnTarget | None = None
    suggested: ColumnTarget | None = None
    left: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether it has something that goes nowhere, and that nobody left out."""
        return self.target is None and not self.left and bool(self.sample)


class Layout(NamedTuple):
    """A list of records of *noun*: its columns, and what each row has without a column.

    *key* is the column that identifies a row, by its number. It *is_own* where coachlog wrote it.
    """

    noun: str
    columns: tuple[ListColumn, ...]
    constants: tuple[tuple[ColumnTarget, str], ...] = ()
    key: int | None = None
    is_own: bool = False

    def find(self, *kinds_or_keys: str) -> ListColumn | None:
        """Return the first column that goes to a target of one of these kinds or keys."""
        return next((each for each in self.columns if _is_one(each.target, kinds_or_keys)), None)

    def has(self, *kinds_or_keys: str) -> bool:
        """Return whether something goes to a target of one of these kinds or keys."""
        is_constant = any(_is_one(target, kinds_or_keys) for target, _text in self.constants)
        return is_constant or self.find(*kinds_or_keys) is not None


def columns_of(header: Header, rows: Sequence[Numbered]) -> tuple[ListColumn, ...]:
    """Return the columns under the headings, none with a target yet."""
    return tuple(
        ListColumn(index, heading, tuple(_filled(rows, header.line, index)))
        for index, heading in enumerate(header.names)
    )


def proposed(
    noun: str, columns: Sequence[ListColumn], today: date, *, shared: bool = False
) -> Layout:
    """Return the list with each column where its heading and what stands in it say it belongs.

    Words that the person coached could read go there only where they are *shared* on purpose.
    """
    is_own = _is_own(noun, columns)
    taken: set[str] = set()
    placed = []
    for column in columns:
        target = _target_of(noun, column, is_own, taken, today)
        if target is None:
            placed.append(column._replace(left=is_own))
        elif target.told_on_purpose and not (shared or is_own):
            placed.append(column._replace(suggested=target))
        else:
            taken.add(target.key)
            placed.append(column._replace(target=target))
    return Layout(noun, tuple(_with_last_name(noun, placed)), is_own=is_own)


def own_noun(columns: Sequence[ListColumn]) -> str | None:
    """Return the noun whose table coachlog wrote here; None where it did not."""
    return next((noun for noun in targets.nouns() if _is_own(noun, columns)), None)


def names_of(noun: str, heading: str) -> Iterator[ColumnTarget]:
    """Yield the targets of *noun* that lists call by this heading."""
    bare = folded(heading)
    return (target for target in targets_of(noun).values() if bare in target.names)


def _target_of(
    noun: str, column: ListColumn, is_own: bool, taken: set[str], today: date
) -> ColumnTarget | None:
    """Return the target that heading and cells of a column tell; None for none."""
    if is_own:
        target = _own_target(noun, plain(column.heading))
        return target if target and target.key not in taken else None
    for target in names_of(noun, column.heading):
        is_free = target.key not in taken or target.kind in (targets.NOTE, targets.ADDRESS)
        is_meant = target.kind not in (targets.HANDLE, REFERENCE)
        if is_free and is_meant and fits(target, column.sample, today):
            return target
    return None


def _own_target(noun: str, key: str) -> ColumnTarget | None:
    """Return the target of a column that coachlog wrote: by its key, never by number of another."""
    known = targets_of(noun)
    target = known.get(key) or next(
        (each for each in known.values() if each.field and each.field.name == key), None
    )
    is_count = target is not None and target.kind == targets.PARTS
    if target is None or target.kind == REFERENCE or is_count:
        return None
    return target


def _is_own(noun: str, columns: Sequence[ListColumn]) -> bool:
    """Whether all but a few headings are keys of *noun*, those that it needs among them."""
    headings = {plain(column.heading) for column in columns}
    keys = targets.keys_of(noun)
    needed = {target.key for target in targets_of(noun).values() if target.required}
    needed = {"coachee" if targets.person_field(noun) and key == "name" else key for key in needed}
    known = headings & keys
    has_number = "number" in headings or "handle" in headings
    return (
        has_number
        and needed <= known | _column_names(noun, known)
        and len(known) * 4 > 3 * len(headings)
    )


def _column_names(noun: str, names: set[str]) -> set[str]:
    """Return the keys of the columns that have one of *names* in the table."""
    fields = (target.field for target in targets_of(noun).values() if target.field)
    return {field.key for field in fields if field.name in names}


def _with_last_name(noun: str, columns: Sequence[ListColumn]) -> Iterator[ListColumn]:
    """Yield the columns, a bare name beside a first name being the last name."""
    keys = {column.target.key for column in columns if column.target}
    last_name = targets_of(noun).get("last_name")
    for column in columns:
        is_bare = folded(column.heading) in _BARE_NAMES
        if "first_name" in keys and "last_name" not in keys and is_bare and column.target:
            yield column._replace(target=last_name)
        else:
            yield column


def _filled(rows: Sequence[Numbered], line: int, index: int) -> Iterator[Cell]:
    for number, cells in rows:
        if number > line and index < len(cells) and not is_empty(cells[index]):
            yield cells[index]


def _is_one(target: ColumnTarget | None, kinds_or_keys: Sequence[str]) -> bool:
    return target is not None and (target.kind in kinds_or_keys or target.key in kinds_or_keys)
