"""`coachlog restore`: it shows what differs and asks before it puts a backup in place."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from coachlog.admin.backup.choice import (
    SEE_BACKUPS,
    FoundBackup,
    Which,
    find_backup,
    newest_sound,
)
from coachlog.base.days import show_day
from coachlog.base.errors import UnavailableError
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _, count_text, language
from coachlog.journal.common.history_words import many
from coachlog.schema.tables import TABLES
from coachlog.store import journals
from coachlog.store.backup_check import Contents, NewestTalk, contents, problem_of
from coachlog.store.backup_copies import last_number
from coachlog.store.backup_names import DAMAGED, KINDS, Backup
from coachlog.store.backup_places import folder_of
from coachlog.store.files import has_log
from coachlog.store.restore import Restored, StoreState, open_chosen, state_of
from coachlog.store.restore import restore as restore_store
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.patience import Patience

DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("Only show what differs."))]


def restore(which: Which = None, yes: Yes = False, dry_run: DryRun = False) -> None:
    """Put a backup in the place of the journal, the newest if none is named; what is there is kept.

    coachlog restore --dry-run
    """
    run = context()
    chosen = find_backup(run, which) if which else newest_sound(run)
    with Patience(_("Reading the backup …")):
        _refuse_damaged(chosen)
        with open_chosen(chosen.path) as connection:
            backed_up = contents(connection, chosen.path)
        state = state_of(run.store, since=backed_up.last_stamp)
        announcement = list(_announcement(run, chosen, backed_up, state))
    if dry_run:
        for line in announcement:
            say(line)
        return
    if not confirm(run, announcement, _("Put it in the place of the journal?"), yes):
        return
    with Patience(_("Putting the backup in place …")):
        last_elsewhere = last_number(run.second_place, run.store)
        restored = restore_store(run.store, chosen.path, run.local_now, last_elsewhere)
    journals.note_journal(run.store)
    for line in _result(run, chosen, restored):
        say(line)


def _refuse_damaged(chosen: FoundBackup) -> None:
    """Raise UnavailableError for a backup that is not sound. A log beside it is checked later."""
    problem = "" if has_log(chosen.path) else problem_of(chosen.path, chosen.digest)
    if problem:
        raise UnavailableError(
            N_("The backup {path} is damaged: {problem}."),
            SEE_BACKUPS,
            path=chosen.path,
            problem=problem,
        )


def _announcement(
    run: Context, chosen: FoundBackup, backed_up: Contents, state: StoreState
) -> Iterator[str]:
    """Yield lines that say which backup it is, and how it differs from the present journal."""
    yield _("Backup: {which}").format(which=_named(chosen))
    present = state.contents
    if state.error is not None:
        yield _("Now: {problem}").format(problem=state.error.cause_text())
    elif present is None:
        yield _("Now there is no journal at {path}.").format(path=run.store)
    if present is None:
        yield from ("  " + text for text in _record_counts(backed_up))
        yield _newest_talk(_("Last conversation in the backup: {talk}"), backed_up.newest)
        return
    if present.device != backed_up.device:
        yield _("This is the backup of another journal.")
    differences = list(_differences(present, backed_up))
    yield _("Now → in the backup:") if differences else _("It holds as many records of each kind.")
    yield from ("  " + text for text in differences)
    if present.device == backed_up.device:
        steps = state.steps_since
        yield count_text("{n} step was done since.", "{n} steps were done since.", steps)
    yield _newest_talk(_("Last conversation now: {talk}"), present.newest)
    yield _newest_talk(_("Last conversation in the backup: {talk}"), backed_up.newest)
    if present.drafts and present.device == backed_up.device:
        yield count_text(
            "Your {n} unfinished conversation stays.",
            "Your {n} unfinished conversations stay.",
            present.drafts,
        )


def _named(chosen: FoundBackup) -> str:
    """Return the number of a backup, its day and why it was made; or the path of a file."""
    backup = chosen.backup
    if backup is None:
        return str(chosen.path)
    day = show_day(date.fromisoformat(backup.day), language())
    return f"{backup.number}, {day} {backup.clock} ({_(KINDS[backup.kind])})"


def _differences(present: Contents, backed_up: Contents) -> Iterator[str]:
    """Yield each noun of which there are not as many records in both: `3 goals → 2 goals`."""
    for table in TABLES:
        now, then = present.records.get(table, 0), backed_up.records.get(table, 0)
        if now != then:
            yield f"{many(table, now)} → {many(table, then)}"


def _record_counts(backed_up: Contents) -> Iterator[str]:
    for table in TABLES:
        if n := backed_up.records.get(table, 0):
            yield many(table, n)


def _newest_talk(text: str, talk: NewestTalk | None) -> str:
    """Return *text* with a conversation filled in: its number, its day and with whom."""
    if talk is None:
        return text.format(talk=_("none"))
    day = show_day(date.fromisoformat(talk.held_on), language())
    return text.format(talk=f"{talk.number}, {day}, {visible_line(talk.name)}")


def _result(run: Context, chosen: FoundBackup, restored: Restored) -> Iterator[str]:
    """Yield lines that say what was done, and the command that undoes it."""
    yield _("The journal is now that of the backup: {which}").format(which=_named(chosen))
    if restored.aside is None:
        return
    if restored.aside.kind == DAMAGED:
        yield "  " + _aside_damaged(run, restored.aside)
    else:
        command = hint(f"restore {restored.aside.number}")
        yield "  " + _("What was there is kept. To take it back: {command}").format(command=command)


def _aside_damaged(run: Context, aside: Backup) -> str:
    path = folder_of(run.store) / aside.name
    return _("What was there was damaged; it is kept as it was: {path}").format(path=path)
