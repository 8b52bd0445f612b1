"""`coachlog import`: every file a coach's world has, by one verb."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import typer

from coachlog.base.errors import REFUSED, StoppedError
from coachlog.base.texts import _
from coachlog.guide.facts import welcome_at_first
from coachlog.intake import options
from coachlog.intake.formats import Format, format_of
from coachlog.intake.landing.summary import Summary
from coachlog.intake.messages import shown_names, summary_as_json, tell
from coachlog.intake.rejects import write_rejected
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile, is_lock_file
from coachlog.terminal.command_options import Yes, with_parameters
from coachlog.terminal.context import MANY, Context, context, hint, say
from coachlog.terminal.output import AsJson, show_json
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompters import ask_to_confirm, make_prompter

MOST_NAMES = 8
"""How many people are named who would be added; the others are counted."""


class Arrival(NamedTuple):
    """A file with its format, what it did or would do, and its records, read one by one."""

    source: SourceFile
    format: Format
    summary: Summary
    items: Iterator[Any]


class _RolledBack(Exception):
    """Ends a unit of work whose changes are not wanted."""


@with_parameters({**options.PARAMETERS, "yes": Yes, "as_json": AsJson})
def import_(which: list[str], **given: Any) -> None:
    """Bring in a journal, a calendar, a list, notes or address cards.

    coachlog import journal.jsonl --dry-run
    """
    run = context()
    as_json = given["as_json"]
    sources = [(source, format_of(source, given["as_"])) for source in _sources(which)]
    strict, dry_run = given["strict"], given["dry_run"]
    asks = run.interactive and not (given["yes"] or dry_run or as_json)
    if asks:
        welcome_at_first(run, make_prompter(run))
    request = options.request_of(run, given)
    if given["yes"] or as_json:
        request = request._replace(interactive=False)
    landed = partial(_land_all, run, sources, strict=strict)
    if asks:
        confirmed = _confirmed(run, request, landed)
        if confirmed is None:
            say(_("Nothing changed."))
            return
        request = confirmed
    arrivals = landed(request, keep=not dry_run, quiet=as_json or asks)
    is_refused = strict and any(each.summary.problems for each in arrivals)
    done = not (dry_run or is_refused)
    rejected = [_write_rejected(each) if done else None for each in arrivals]
    _say_outcome(arrivals, rejected, as_json=as_json, done=done, again=asks)
    if is_refused:
        say(_("Nothing was taken, as not all of it could be."))
        raise typer.Exit(REFUSED)


def _sources(which: Sequence[str]) -> list[SourceFile]:
    """Return the files to read, without those that only tell that a document is open.

    Raises RefusedError where there are no others.
    """
    locks = [Path(typed).name for typed in which if is_lock_file(typed)]
    if not locks or len(locks) == len(which):
        return [SourceFile(typed) for typed in which]
    say(
        _("Left out, as Word or Excel keeps it while a document is open: {names}").format(
            names=shown_names(locks, MOST_NAMES)
        )
    )
    return [SourceFile(typed) for typed in which if not is_lock_file(typed)]


def _land_all(
    run: Context,
    sources: Sequence[tuple[SourceFile, Format]],
    request: ImportRequest,
    *,
    keep: bool,
    strict: bool,
    quiet: bool,
) -> list[Arrival]:
    """Land all files in one unit of work, or none of them; without *keep* nothing is changed."""
    if request.interactive and not quiet:  # before anything is asked about it
        _say_formats(sources)
    arrivals = [
        Arrival(source, form, Summary(), form.reader.read(source, request._replace(keeps=keep)))
        for source, form in sources
    ]
    first_items = [
        list(islice(each.items, MANY)) for each in arrivals
    ]  # a file that is wrong says so
    if not quiet:
        if not request.interactive:
            _say_formats(sources)
        _say_notes(sources)
    if keep and sum(map(len, first_items)) >= MANY:
        run.back_up_before("import")
    patience = Patience(_("Records read:"))
    with suppress(_RolledBack), run.work("import") as work, patience as waiting:
        for each, first in zip(arrivals, first_items, strict=True):
            items = waiting.each(chain(first, each.items))
            each.format.land(work, each.format.room, request, each.summary, items)
        if not keep or (strict and any(each.summary.problems for each in arrivals)):
            raise _RolledBack
    return arrivals


def _say_formats(sources: Sequence[tuple[SourceFile, Format]]) -> None:
    for source, form in sources:
        say(_("{name}: {format}.").format(name=source.name, format=_(form.label)))


def _say_notes(sources: Sequence[tuple[SourceFile, Format]]) -> None:
    """Say what was recognised in each file."""
    for source, _form in sources:
        for note in source.notes:
            say(note)


def _confirmed(
    run: Context, request: ImportRequest, landed: Callable[..., list[Arrival]]
) -> ImportRequest | None:
    """Tell what would be done, and return the request with what was agreed to; None for a no.

    People who are not known are asked about once, whatever their number: then nobody has to answer
    all of it again with --new.
    """
    with _saying_that_nothing_changed():
        arrivals = landed(request, keep=False, quiet=False)
        unknown = list(dict.fromkeys(name for each in arrivals for name in each.summary.unknown))
        if unknown and _may_add(run, unknown):
            request = request._replace(new=True)
            arrivals = landed(request, keep=False, quiet=True)
        tell([each.summary for each in arrivals], done=False)
        if not any(each.summary.changes_anything for each in arrivals):
            return None
        return request if ask_to_confirm(run, (), _("Bring it in?"), enter=True) else None


@contextmanager
def _saying_that_nothing_changed() -> Iterator[None]:
    """Say that nothing changed where the block is left by Ctrl-C or :stop."""
    try:
        yield
    except (StoppedError, KeyboardInterrupt):
        say(_("Nothing changed."))
        raise


def _may_add(run: Context, unknown: Sequence[str]) -> bool:
    """Return whether people who are not known may be added; Enter alone means no."""
    names = shown_names(unknown, MOST_NAMES)
    announcement = _("Not in your journal yet: {names}").format(names=names)
    return ask_to_confirm(run, [announcement], _("Add them too?"), enter=False)


def _say_outcome(
    arrivals: Sequence[Arrival],
    rejected: Sequence[str | None],
    *,
    as_json: bool,
    done: bool,
    again: bool,
) -> None:
    """Say what was done; *again* leaves out what was said before the confirmation."""
    if as_json:
        show_json([_file_as_json(*each) for each in zip(arrivals, rejected, strict=True)])
        return
    tell([each.summary for each in arrivals], done=done, again=again)
    for path in filter(None, rejected):
        say(
            _("What could not be taken is in {path}: mend it there, and import that file.").format(
                path=path
            )
        )
    if done and any(each.summary.changes_anything for each in arrivals):
        say(_("To take it back: {command}").format(command=hint("undo")))


def _write_rejected(arrival: Arrival) -> str | None:
    """Write what could not be taken of a file, and return where; None where all was taken."""
    return write_rejected(arrival.source, arrival.format, arrival.summary.problems)


def _file_as_json(arrival: Arrival, rejected: str | None) -> dict[str, object]:
    problems = summary_as_json(arrival.summary)
    name = str(arrival.source.path)
    return {"file": name, "format": arrival.format.name, **problems, "rejected": rejected}
