"""Results on stdout: a table for a terminal, plain lines for a pipe, JSON or CSV when asked."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.clock import moment_of, zone
from coachlog.base.days import show_day
from coachlog.base.errors import UsageError
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import ascii_only
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, hint, say, text_out, write_json
from coachlog.terminal.paging import screen
from coachlog.terminal.patience import Patience
from coachlog.terminal.plain_rows import cells_as_words
from coachlog.terminal.whole_page import show_whole
from coachlog.values.parse import KindError

LIMIT = "10"
MORE = 100
"""So many rows beyond a list are counted: the time it takes to list ten must not grow."""

OfPerson = Annotated[
    str | None,
    option_info("--coachee", N_("Only this person."), "WHO"),
]
On = Annotated[
    str | None,
    option_info("--on", N_("A day other than today."), "DAY"),
]
AsJson = Annotated[bool, typer.Option("--json", help=N_("Print JSON."))]
AsCsv = Annotated[bool, typer.Option("--csv", help=N_("Print CSV."))]
Limit = Annotated[str, option_info("--limit", N_("At most this many; 0 = all."), "N")]


class OutputFormat(NamedTuple):
    """In which form data is wanted; neither is for people."""

    json: bool = False
    csv: bool = False


BOTH_FORMATS = (N_("Choose --json or --csv, not both."), "")


class LimitError(KindError, UsageError):
    """A limit that is no number."""

    cause = N_("The limit “{answer}” is not a whole number.")
    remedy = N_("For example --limit 25; --limit 0 shows all.")
    code = UsageError.code


def parse_limit(text: str) -> int | None:
    """How many rows at most; None for all."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise LimitError(answer=text[:40])
    return int(text) or None


def show_list(
    context: Context,
    wish: OutputFormat,
    fields: Sequence[str],
    lines: Iterable[Any],
    columns: Sequence[Column],
    empty: str,
) -> int:
    """Print *lines*, one record a row; the result is how many there were.

    *fields* are the columns of the view, in its order: what JSON and CSV hold. *empty* is the
    sentence for people when there is nothing, on stderr.
    """
    if wish.json and wish.csv:
        raise UsageError(*BOTH_FORMATS)
    if not (wish.json or wish.csv) and context.rich:
        return _show_table(context, list(lines), columns, empty)
    with Patience(_("Rows:"), silent=sys.stdout.isatty()) as waiting:
        passing = waiting.each(lines)
        if wish.json:
            return _json_rows(passing)
        if wish.csv:
            from coachlog.export.csv import write  # only where CSV is wanted

            return write(text_out(), fields, passing)
        shown = show_rows(_cells(context, line, columns) for line in passing)
    if not shown:
        say(empty)
    return shown


def _cells(context: Context, line: Any, columns: Sequence[Column]) -> Sequence[Any]:
    """The fields as data has them; for a person at the terminal in words."""
    if not context.aloud:
        return [getattr(line, column.field) for column in columns if not column.seldom]
    return list(cells_as_words(line, columns, context.today, context.zone))


def _show_table(
    context: Context, rows: Sequence[Any], columns: Sequence[Column], empty: str
) -> int:
    if rows:
        from coachlog.render.table import print_table  # rich is for terminals only

        filled = [
            each
            for each in columns
            if not each.seldom or any(getattr(row, each.field) for row in rows)
        ]
        with screen(context) as out:
            print_table(out, rows, filled, context.today, ascii_only=ascii_only())
    else:
        say(empty)
    return len(rows)


def say_more(shown: int, count: Callable[[int], int]) -> None:
    """Say on stderr how many rows the limit left out; *count* counts to a number at most."""
    more = count(shown + MORE + 1) - shown
    if more > MORE:
        say(_("More than {n} more: --limit 0 shows all.").format(n=MORE))
    elif more > 0:
        say(
            ngettext(
                "{n} more: --limit 0 shows all.", "{n} more: --limit 0 shows all.", more
            ).format(n=more)
        )


def show_record(
    context: Context,
    wish: OutputFormat,
    record: Any,
    title: str,
    labels: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> None:
    """Print one record that is a row of its view, as `show_page` does.

    *labels* name its fields on the page, in their order; *words* are what the codes of one mean.
    """

    def page() -> Page:
        kept = ((_(label), field, getattr(record, field)) for field, label in labels.items())
        said = [
            Line(label, _told(context, field, value, words.get(field, {})))
            for label, field, value in kept
        ]
        return Page(title, (), [Section("", [each for each in said if each.text])])

    show_page(context, wish, [record], record._asdict(), page)


def show_page(
    context: Context,
    wish: OutputFormat,
    rows: Sequence[Any],
    record: Mapping[str, object],
    page: Callable[[], Page],
) -> None:
    """Print one record with what belongs to it: the *page* for people, data for a script.

    JSON and a pipe give all of *record*, by the same keys; CSV gives its *rows* of a view.
    """
    if wish.json and wish.csv:
        raise UsageError(*BOTH_FORMATS)
    if wish.json:
        show_json(record)
    elif wish.csv:
        from coachlog.export.csv import write  # only where CSV is wanted

        write(text_out(), rows[0]._fields, rows)
    elif context.rich or context.aloud or context.options.plain:
        show_whole(context, page())
    else:
        show_pairs(_flat(record.items()))


def show_rows(rows: Iterable[Sequence[Any]]) -> int:
    """Print plain lines: a name and its fields, with a tab between them. How many there were."""
    count = 0
    for row in rows:
        count += 1
        sys.stdout.write("\t".join(visible_line(_plain(field)) for field in row) + "\n")
    return count


def show_json(value: Any) -> None:
    """Print one JSON object."""
    import json  # only where JSON is wanted

    write_json(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def show_json_line(value: Any) -> None:
    """Print one JSON object on one line, as JSON Lines have it."""
    import json  # only where JSON is wanted

    write_json(json.dumps(value, ensure_ascii=False) + "\n")


def show_pairs(pairs: Iterable[tuple[str, Any]]) -> None:
    """Print a record as plain lines, `name<TAB>value`, leaving out what is empty."""
    for name, value in pairs:
        if value not in (None, ""):
            sys.stdout.write(f"{visible_line(name)}\t{visible_line(_plain(value))}\n")


def _flat(pairs: Iterable[tuple[Any, object]], above: str = "") -> Iterator[tuple[str, object]]:
    """Keys and values without a level: `goals.1.statement` is that of the first goal."""
    for key, value in pairs:
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value.items(), f"{name}.")
        elif isinstance(value, (list, tuple)):
            yield from _flat(enumerate(value, 1), f"{name}.")
        else:
            yield name, str(value).lower() if isinstance(value, bool) else value


def say_done(text: str, *next_commands: str) -> None:
    """Say that something is done and what can be typed next, on stderr."""
    say(text)
    for command in next_commands:
        say("  " + hint(command))


def _json_rows(lines: Iterable[Any]) -> int:
    import json  # only where JSON is wanted

    written = json.JSONEncoder(ensure_ascii=False).encode  # `dumps` makes an encoder for each
    count = 0
    for count, line in enumerate(lines, 1):
        opening = "[\n  " if count == 1 else ",\n  "
        write_json(opening + written(line._asdict()))
    write_json("\n]\n" if count else "[]\n")
    return count


def _told(context: Context, field: str, value: object, words: Mapping[str, str]) -> str:
    """A field of a record as people read it: days and moments by the words of their language."""
    text = _plain(value)
    if text and (field.endswith("_on") or field == "since"):
        return show_day(date.fromisoformat(text), language())
    if text and field.endswith("_at"):
        return show_moment(moment_of(text).astimezone(zone(context.zone)), language())
    return _(words[text]) if text in words else text


def _plain(value: object) -> str:
    return "" if value is None else str(value)
