"""Results on stdout: a table for a terminal, plain lines for a pipe, JSON or CSV when asked."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import UsageError
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _, ngettext
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, hint, say, text_out, write_json
from coachlog.terminal.patience import Patience
from coachlog.terminal.plain_rows import cells_as_words
from coachlog.values.errors import KindError

LIMIT = "10"
MOST_LIMIT_DIGITS = 15
"""SQLite could not take a much longer number."""
MORE = 100
"""How many rows after a list are counted at most: listing ten must stay quick."""

OfPerson = Annotated[
    str | None,
    option_info("--coachee", N_("Only this person."), "WHO"),
]
Who = Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))]
MaybeWho = Annotated[
    str | None, typer.Argument(metavar="[WHO]", help=N_("Short name or full name."))
]
WhoOrEverybody = Annotated[
    str | None,
    typer.Argument(metavar="[COACHEE]", help=N_("Short name or full name; everybody if left out.")),
]
On = Annotated[
    str | None,
    option_info("--on", N_("A day other than today."), "DAY"),
]
AsJson = Annotated[bool, typer.Option("--json", help=N_("Print JSON."))]
AsCsv = Annotated[bool, typer.Option("--csv", help=N_("Print CSV."))]
Limit = Annotated[str, typer.Option("--limit", metavar="N", help=N_("At most this many; 0 = all."))]


class OutputFormat(NamedTuple):
    """The requested form of data; without either, output is for people."""

    json: bool = False
    csv: bool = False


BOTH_FORMATS = (N_("Choose --json or --csv, not both."), "")


class LimitError(KindError, UsageError):
    """A limit that is not a whole number."""

    cause = N_("The limit “{answer}” is not a whole number.")
    remedy = N_("For example --limit 25; --limit 0 shows all.")
    code = UsageError.code


def parse_limit(text: str) -> int | None:
    """Return the most rows to show; None for all (`0`)."""
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_LIMIT_DIGITS
    if not is_number:
        raise LimitError(answer=text[:40])
    return int(text) or None


def show_list(
    context: Context,
    output_format: OutputFormat,
    fields: Sequence[str],
    lines: Iterable[Any],
    columns: Sequence[Column],
    empty: str,
) -> int:
    """Print *lines*, one record a row, and return how many there were.

    *fields* are the columns of the view in its order, for CSV; *columns* are for people. If there
    are no lines, people get the sentence *empty* on stderr.
    """
    if output_format.json and output_format.csv:
        raise UsageError(*BOTH_FORMATS)
    is_for_people = not (output_format.json or output_format.csv)
    if is_for_people and context.rich:
        from coachlog.terminal.table_output import show_table  # rich is for terminals only

        return show_table(context, list(lines), columns, empty)
    with Patience(_("Rows:"), silent=sys.stdout.isatty()) as progress:
        counted_lines = progress.each(lines)
        if output_format.json:
            return _json_rows(counted_lines)
        if output_format.csv:
            return show_csv(fields, counted_lines)
        count = show_rows(_cells(context, line, columns) for line in counted_lines)
    if not count:
        say(empty)
    return count


def _cells(context: Context, line: Any, columns: Sequence[Column]) -> Sequence[Any]:
    """Return the values of a row: as data for a pipe, in words for a person at the terminal."""
    if not context.aloud:
        return [getattr(line, column.field) for column in columns if not column.seldom]
    return list(cells_as_words(line, columns, context.today, context.zone))


def say_more(shown: int, count: Callable[[int], int]) -> None:
    """Say on stderr how many rows the limit left out after those that were *shown*.

    *count* returns the number of all rows, up to the maximum that it is called with.
    """
    hidden = count(shown + MORE + 1) - shown
    if hidden > MORE:
        say(_("More than {n} more: --limit 0 shows all.").format(n=MORE))
    elif hidden > 0:
        text = ngettext("{n} more: --limit 0 shows all.", "{n} more: --limit 0 shows all.", hidden)
        say(text.format(n=hidden))


def show_rows(rows: Iterable[Sequence[Any]]) -> int:
    """Print rows as plain lines with tabs between the fields; return how many there were."""
    count = 0
    for row in rows:
        count += 1
        sys.stdout.write("\t".join(visible_line(plain_text(field)) for field in row) + "\n")
    return count


def show_csv(fields: Sequence[str], lines: Iterable[Any]) -> int:
    """Print *lines* as CSV below the names of their *fields*; return how many there were."""
    from coachlog.export.csv import write  # only where CSV is wanted

    return write(text_out(), fields, lines)


def show_json(value: Any) -> None:
    """Print one JSON object."""
    import json  # only where JSON is wanted

    write_json(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def show_json_line(value: Any) -> None:
    """Print one JSON object on one line, as JSON Lines have it."""
    import json  # only where JSON is wanted

    write_json(json.dumps(value, ensure_ascii=False) + "\n")


def say_done(text: str, *next_commands: str) -> None:
    """Say that something is done and what can be typed next, on stderr."""
    say(text)
    for command in next_commands:
        say("  " + hint(command))


def _json_rows(lines: Iterable[Any]) -> int:
    """Print *lines* as a JSON array, one at a time; return how many there were.

    A long list is not held in memory.
    """
    import json  # only where JSON is wanted

    encode = json.JSONEncoder(ensure_ascii=False).encode  # `dumps` makes an encoder for each
    count = 0
    for count, line in enumerate(lines, 1):
        separator = "[\n  " if count == 1 else ",\n  "
        write_json(separator + encode(line._asdict()))
    write_json("\n]\n" if count else "[]\n")
    return count


def plain_text(value: object) -> str:
    """Return a value as plain lines have it; empty for None."""
    return "" if value is None else str(value)
