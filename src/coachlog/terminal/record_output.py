"""One record on stdout: a page for people, names and values in a pipe, JSON or CSV when asked."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from coachlog.base.clock import in_zone, moment_of
from coachlog.base.days import show_day
from coachlog.base.errors import UsageError
from coachlog.base.safe import visible_line
from coachlog.base.texts import _, language
from coachlog.dates.show import show_figure, show_hours, show_moment
from coachlog.display.page import Line, Page, Section
from coachlog.terminal.context import Context
from coachlog.terminal.output import BOTH_FORMATS, OutputFormat, plain_text, show_csv, show_json
from coachlog.terminal.whole_page import show_whole


def record_page(
    context: Context,
    record: Any,
    title: str,
    labels: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Page:
    """Return the page of one record that is a row of its view.

    *labels* name its fields on the page, in order; *words* has the words for the codes of a field.
    """
    lines = [
        Line(_(label), _value_text(context, field, getattr(record, field), words.get(field, {})))
        for field, label in labels.items()
    ]
    return Page(title, (), [Section("", [line for line in lines if line.text])])


def show_page(
    context: Context,
    output_format: OutputFormat,
    rows: Sequence[Any],
    record: Mapping[str, object],
    page: Callable[[], Page],
) -> None:
    """Print one record and what belongs to it: the *page* for people, data for a script.

    JSON and a pipe get all of *record*, with the same keys; CSV gets its *rows* of a view.
    """
    if output_format.json and output_format.csv:
        raise UsageError(*BOTH_FORMATS)
    if output_format.json:
        show_json(record)
    elif output_format.csv:
        show_csv(rows[0]._fields, rows)
    elif context.rich or context.aloud or context.options.plain:
        show_whole(context, page())
    else:
        show_pairs(_flat(record.items()))


def show_pairs(pairs: Iterable[tuple[str, Any]]) -> None:
    """Print a record as plain lines, `name<TAB>value`, leaving out what is empty."""
    for name, value in pairs:
        if value not in (None, ""):
            sys.stdout.write(f"{visible_line(name)}\t{visible_line(plain_text(value))}\n")


def _flat(pairs: Iterable[tuple[Any, object]], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield nested values with dotted keys: `goals.1.statement` is that of the first goal."""
    for key, value in pairs:
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value.items(), f"{name}.")
        elif isinstance(value, (list, tuple)):
            yield from _flat(enumerate(value, 1), f"{name}.")
        elif isinstance(value, bool):
            yield name, str(value).lower()  # true, as in JSON
        else:
            yield name, value


def _value_text(context: Context, field: str, value: object, words: Mapping[str, str]) -> str:
    """Return a value as people read it: days, moments and lengths in words, codes by their *words*.

    By the name of its field: that of a day ends in `_on`, that of a moment in `_at`.
    """
    text = plain_text(value)
    is_day = field.endswith("_on") or field == "since"
    if text and is_day:
        return show_day(date.fromisoformat(text), language())
    if text and field.endswith("_at"):
        return show_moment(in_zone(moment_of(text), context.zone), language())
    if text and field == "minutes":
        return show_hours(int(text), language())
    if isinstance(value, float):
        return show_figure(value, language())
    return _(words[text]) if text in words else text
