"""`coachlog import`: every file a coach's world has, by one verb."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
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
from coachlog.intake.telling import as_json, tell
from coachlog.intake.wishes import Wishes
from coachlog.terminal.command_options import Yes
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


def import_(
    files: options.Files,
    as_: options.As = None,
    dry_run: options.DryRun = False,
    coachee: options.Owner = None,
    new: options.New = False,
    noun: options.Noun = None,
    shared: options.Shared = False,
    private: options.Private = False,
    past: options.Past = False,
    until: options.Until = None,
    zone: options.Zone = None,
    encoding: options.Encoding = None,
    date_order: options.DateOrder = None,
    header_line: options.HeaderLine = None,
    sheet: options.Sheet = None,
    map_: options.Map = None,
    key: options.Key = None,
    profile: options.Profile = None,
    strict: options.Strict = False,
    yes: Yes = False,
    as_json_: AsJson = False,
) -> None:
    """Bring in a journal, a calendar, a list, notes or address cards.

    coachlog import agenda.ics
    """
    run = context()
    given = options.Given(
        *(coachee, new, shared, private, past, until, zone, encoding, date_order, header_line),
        *(sheet, map_ or (), profile, key, noun),
    )
    wishes = options.wishes_of(run, given)
    known = [(source := SourceFile(typed), format_of(source, as_)) for typed in files]
    if not as_json_:
        for source, form in known:
            say(_("{name}: {format}.").format(name=source.name, format=_(form.label)))
    asks = run.attended and not (yes or dry_run or as_json_)
    if dry_run or asks:
        arrivals = _land(run, known, wishes, keep=False, strict=strict)
        if dry_run:
            _tell_all(arrivals, as_json=as_json_, done=False)
            _end(arrivals, strict)
            return
        if not _agreed(run, arrivals):
            return
    arrivals = _land(run, known, wishes, keep=True, strict=strict)
    rejected = [write_rejected(each.source, each.format, each.summary.told) for each in arrivals]
    _tell_all(arrivals, as_json=as_json_, done=True, rejected=rejected)
    _end(arrivals, strict)


def _land(
    run: Context,
    known: Sequence[tuple[SourceFile, Format]],
    wishes: Wishes,
    *,
    keep: bool,
    strict: bool,
) -> list[Arrival]:
    """Land all files in one unit of work, or none of them; without *keep* nothing is changed."""
    arrivals = [
        Arrival(source, form, Summary(), form.reader.read(source, wishes)) for source, form in known
    ]
    begun = [list(islice(each.items, MANY)) for each in arrivals]  # a file that is wrong says so
    if keep and sum(map(len, begun)) >= MANY:
        run.back_up_before("import")
    patience = Patience(_("Records read:"))
    with suppress(_NothingKept), run.work("import") as work, patience as waiting:
        for each, first in zip(arrivals, begun, strict=True):
            items = waiting.each(chain(first, each.items))
            if each.format.name == "journal":
                JournalLanding(work, each.summary).land(items)
            else:
                Landing(work, each.format.name, wishes, each.summary).land(items)
        if not keep or (strict and any(each.summary.told for each in arrivals)):
            raise _NothingKept
    return arrivals


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
    *,
    as_json: bool,
    done: bool,
    rejected: Sequence[str | None] = (),
) -> None:
    if as_json:
        paths = rejected or [None] * len(arrivals)
        show_json([_file(each, path) for each, path in zip(arrivals, paths, strict=True)])
        return
    tell([each.summary for each in arrivals], done=done)
    for path in filter(None, rejected):
        say(
            _("What could not be taken is in {path}: mend it there, and import that file.").format(
                path=path
            )
        )
    if done and any(each.summary.changes_anything for each in arrivals):
        say(_("To take it back: {command}").format(command=hint("undo")))


def _file(arrival: Arrival, rejected: str | None) -> dict[str, object]:
    told = as_json(arrival.summary)
    name = str(arrival.source.path)
    return {"file": name, "format": arrival.format.name, **told, "rejected": rejected}


def _end(arrivals: Sequence[Arrival], strict: bool) -> None:
    """End with the code of refusal where *strict* and something could not be taken."""
    if strict and any(each.summary.told for each in arrivals):
        say(_("Nothing was taken, as not all of it could be."))
        raise typer.Exit(REFUSED)
