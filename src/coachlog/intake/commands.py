"""`coachlog import`: every file a coach's world has, by one verb."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple

import typer

from coachlog.base.errors import REFUSED
from coachlog.base.texts import _
from coachlog.intake import options
from coachlog.intake.formats import Format, format_of
from coachlog.intake.journal.landing import JournalLanding
from coachlog.intake.landing.landing import Landing
from coachlog.intake.landing.summary import Summary
from coachlog.intake.rejects import write_rejected
from coachlog.intake.source import SourceFile
from coachlog.intake.telling import summary_as_json, tell
from coachlog.intake.wishes import Wishes
from coachlog.terminal.command_options import Yes, with_parameters
from coachlog.terminal.confirm import confirm_default_yes
from coachlog.terminal.context import MANY, Context, context, hint, say
from coachlog.terminal.output import AsJson, show_json
from coachlog.terminal.patience import Patience


class Arrival(NamedTuple):
    """A file with its format, what it did or would do, and its records, read one by one."""

    source: SourceFile
    format: Format
    summary: Summary
    items: Iterator[Any]


class _NothingKept(Exception):
    """Ends a unit of work whose changes are not wanted."""


@with_parameters({**options.PARAMETERS, "yes": Yes, "as_json": AsJson})
def import_(which: list[str], **given: Any) -> None:
    """Bring in a journal, a calendar, a list, notes or address cards.

    coachlog import journal.jsonl --dry-run
    """
    run = context()
    wishes = options.wishes_of(run, given)
    as_json = given["as_json"]
    known = [(source := SourceFile(typed), format_of(source, given["as_"])) for typed in which]
    strict, dry_run = given["strict"], given["dry_run"]
    asks = run.interactive and not (given["yes"] or dry_run or as_json)
    if given["yes"] or as_json:
        wishes = wishes._replace(interactive=False)
    landed = partial(_land, run, known, wishes, strict=strict)
    arrivals = landed(keep=not (dry_run or asks), quiet=as_json)
    if asks:
        if not _agreed(run, arrivals):
            return
        arrivals = landed(keep=True, quiet=True)
    is_refused = strict and any(each.summary.told for each in arrivals)
    done = not (dry_run or is_refused)
    rejected = [_rejected(each) if done else None for each in arrivals]
    _tell_all(arrivals, rejected, as_json=as_json, done=done, again=asks)
    if is_refused:
        say(_("Nothing was taken, as not all of it could be."))
        raise typer.Exit(REFUSED)


def _land(
    run: Context,
    known: Sequence[tuple[SourceFile, Format]],
    wishes: Wishes,
    *,
    keep: bool,
    strict: bool,
    quiet: bool,
) -> list[Arrival]:
    """Land all files in one unit of work, or none of them; without *keep* nothing is changed."""
    if wishes.interactive and not quiet:  # before anything is asked about it
        _say_formats(known)
    arrivals = [
        Arrival(source, form, Summary(), form.reader.read(source, wishes._replace(keeps=keep)))
        for source, form in known
    ]
    begun = [list(islice(each.items, MANY)) for each in arrivals]  # a file that is wrong says so
    if not quiet:
        if not wishes.interactive:
            _say_formats(known)
        for source, _form in known:
            for note in source.notes:
                say(note)
    if keep and sum(map(len, begun)) >= MANY:
        run.back_up_before("import")
    patience = Patience(_("Records read:"))
    with suppress(_NothingKept), run.work("import") as work, patience as waiting:
        for each, first in zip(arrivals, begun, strict=True):
            items = waiting.each(chain(first, each.items))
            if each.format.name == "journal":
                JournalLanding(work, each.summary).land(items)
            else:
                Landing(work, each.format.room, wishes, each.summary).land(items)
        if not keep or (strict and any(each.summary.told for each in arrivals)):
            raise _NothingKept
    return arrivals


def _say_formats(known: Sequence[tuple[SourceFile, Format]]) -> None:
    for source, form in known:
        say(_("{name}: {format}.").format(name=source.name, format=_(form.label)))


def _agreed(run: Context, arrivals: Sequence[Arrival]) -> bool:
    """Tell what would be done, and return whether it may be; False where there is nothing to do."""
    tell([each.summary for each in arrivals], done=False)
    if not any(each.summary.changes_anything for each in arrivals):
        say(_("Nothing changed."))
        return False
    if confirm_default_yes(run, (), _("Bring it in?")):
        return True
    say(_("Nothing changed."))
    return False


def _tell_all(
    arrivals: Sequence[Arrival],
    rejected: Sequence[str | None],
    *,
    as_json: bool,
    done: bool,
    again: bool,
) -> None:
    """Tell what was done; what was told before it was agreed to is not told *again*."""
    if as_json:
        show_json([_file(*each) for each in zip(arrivals, rejected, strict=True)])
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


def _rejected(arrival: Arrival) -> str | None:
    """Write what could not be taken of a file, and return where; None where all was taken."""
    return write_rejected(arrival.source, arrival.format, arrival.summary.told)


def _file(arrival: Arrival, rejected: str | None) -> dict[str, object]:
    told = summary_as_json(arrival.summary)
    name = str(arrival.source.path)
    return {"file": name, "format": arrival.format.name, **told, "rejected": rejected}
