"""Whether what stands in a column can go where its heading says: a heading alone may mislead."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from coachlog.base.data_file import read_data_file
from coachlog.base.errors import CoachlogError
from coachlog.base.folding import plain
from coachlog.base.texts import LANGUAGES
from coachlog.intake.tables import targets
from coachlog.intake.tables.amounts import HOURS as AS_HOURS
from coachlog.intake.tables.amounts import MINUTES as AS_MINUTES
from coachlog.intake.tables.amounts import read_hours, read_minutes
from coachlog.intake.tables.cells import Cell, text_of
from coachlog.intake.tables.days import is_day, read_clock
from coachlog.intake.tables.targets import LABELS, ColumnTarget
from coachlog.schema.field import (
    CODE,
    DAY,
    FLAG,
    HOURS,
    LEVEL,
    MINUTES,
    MOMENT,
    NUMBER,
    REFERENCE,
    RHYTHM,
    Field,
)
from coachlog.values import parse

_MARKED = frozenset({"x", "v", "✓", "✔", "☑"})
"""How lists say yes without a word."""


def fits(target: ColumnTarget, cells: Sequence[Cell], today: date) -> bool:
    """Return whether the filled *cells* of a column can go to *target*.

    Of days and lengths one that can be read is enough: the others will be told one by one. Codes
    and figures have to be known, all of them.
    """
    if not cells:
        return target.kind != REFERENCE
    if target.kind in (DAY, MOMENT):
        return any(is_day(cell, today) for cell in cells)
    if target.kind in _LENGTHS:
        return any(_is_read(_LENGTHS[target.kind], cell) for cell in cells)
    if target.kind in (targets.CLOCK, targets.CLOCK_END):
        return all(read_clock(cell) for cell in cells)
    if target.kind == targets.ADDRESS:
        return any(any(sign in text_of(cell) for sign in "@0123456789") for cell in cells)
    if target.kind in (CODE, FLAG, NUMBER):
        return target.field is not None and all(_is_known(target.field, cell) for cell in cells)
    return target.kind not in (REFERENCE, RHYTHM, LEVEL)


def code_text(field: Field, text: str) -> str:
    """Return what lists write for a code, or a mark for yes, as coachlog reads it; else *text*."""
    if field.kind == FLAG and text.casefold() in _MARKED:
        return "yes"
    if field.kind != CODE:
        return text
    synonyms: Mapping[str, list[str]] = read_data_file(LABELS)["codes"].get(field.key, {})
    folded = plain(text)
    return next((code for code, words in synonyms.items() if folded in map(plain, words)), text)


def _is_known(field: Field, cell: Cell) -> bool:
    """Whether a cell can be read as a value of *field*."""
    text = code_text(field, text_of(cell))
    if field.kind == FLAG:
        return isinstance(cell, bool) or _is_read(parse.yes_no, text)
    if field.kind == NUMBER:
        entry = field.given_by
        return _is_read(partial(parse.scale, low=entry.low, high=entry.high), text)
    codes = field.given_by.words or tuple(field.words) or tuple(LANGUAGES)
    known = {code: field.words.get(code, code) for code in codes}
    return not (field.words or field.given_by.words) or _is_read(
        lambda text: parse.choice(text, known), text
    )


def _is_read(read: Callable[..., object], value: object) -> bool:
    try:
        read(value)
    except CoachlogError:
        return False
    return True


_LENGTHS: Mapping[str, Callable[[Cell], object]] = {
    MINUTES: lambda cell: read_minutes(cell, AS_MINUTES, "", 100_000),
    targets.IN_HOURS: lambda cell: read_minutes(cell, AS_HOURS, "", 100_000),
    HOURS: lambda cell: read_hours(cell, ""),
    targets.UNPAID: lambda cell: read_hours(cell, ""),
}
