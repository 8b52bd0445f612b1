"""People on the command line: lists, one person, the archive, another handle."""

from typing import Annotated

import typer

from coachlog.base.clock import instant
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.coachee import handles, lookup, queries
from coachlog.journal.coachee.queries import COACHEES, CoacheeFilter
from coachlog.journal.common.columns import columns
from coachlog.journal.common.lists import show_filtered
from coachlog.schema.coachee import COACHEE
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Limit, OutputFormat, Who, say_done
from coachlog.values.text import name as read_name

COLUMNS = (
    *columns(COACHEE, ("handle", 1, "person"), "name", ("role", 3), ("team", 3))[1:],
    Column("sessions", N_("Conv."), "number"),
    Column("last_session_at", N_("Last"), "instant", 2),
    Column("open_actions", N_("Open"), "number"),
)
ARCHIVED = Column("archived_at", N_("Archived"), "instant")


def list_(
    archived: Annotated[bool, typer.Option("--archived", help=N_("Archived people too."))] = False,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the people, by name.

    coachlog coachee list --limit 0
    """
    run = context()
    # None lists those who are not in the archive, True everybody.
    filters = CoacheeFilter(archived=True if archived else None)
    with run.reader() as reader:
        # Everybody counts here: if the list is empty, they are all in the archive.
        has_people = COACHEES.total(reader, CoacheeFilter(archived=True), most=1) > 0
        empty = _empty_text(has_people)
        wish = OutputFormat(as_json, as_csv)
        columns = (*COLUMNS, ARCHIVED) if archived else COLUMNS
        show_filtered(run, reader, COACHEES, filters, columns, empty, limit, wish)


def _empty_text(has_people: bool) -> str:
    """Return what an empty list prints: that all people are archived, or that there are none."""
    if has_people:
        text = _("Everybody is in the archive: {command}")
        return text.format(command=hint("coachee list --archived"))
    text = _("Nobody yet. Your first conversation adds somebody: {command}")
    return text.format(command=hint("session new"))


def archive(
    who: Who,
    back: Annotated[bool, typer.Option("--back", help=N_("Take out of the archive."))] = False,
) -> None:
    """Put somebody in the archive: out of the lists, nothing is lost.

    coachlog coachee archive amina
    """
    run = context()
    with run.work("coachee unarchive" if back else "coachee archive") as work:
        person = lookup.find(work, who)
        left_open = queries.left_open(work, person)
        is_archived = bool(person.archived_at)
        is_done_already = is_archived != back
        if is_done_already:
            text = (
                _("{name} is not in the archive.")
                if back
                else _("{name} is already in the archive.")
            )
            say(text.format(name=person.name))
            return
        queries.archive(work, person, None if back else instant(work.now))
    if back:
        say_done(_("{name} is back.").format(name=person.name), f"coachee show {person.handle}")
        return
    say(_("{name} is now in the archive.").format(name=person.name))
    _say_left_open(left_open)
    say(
        "  "
        + _("Bring back: {command}").format(command=hint(f"coachee archive {person.handle} --back"))
    )


def _say_left_open(left_open: queries.LeftOpen) -> None:
    """Print what is still open with somebody who is put in the archive, to settle it first."""
    actions, conversations = left_open
    if actions:
        text = ngettext("{n} action stays open.", "{n} actions stay open.", actions)
        say("  " + text.format(n=actions))
    if conversations:
        text = ngettext(
            "{n} conversation stays planned.", "{n} conversations stay planned.", conversations
        )
        say("  " + text.format(n=conversations))


def rename(
    who: Who,
    handle: Annotated[str, typer.Argument(metavar="NEW", help=N_("The new short name."))],
    name: Annotated[str | None, option_info("--name", N_("The new name too."))] = None,
) -> None:
    """Give somebody another short name; the old one keeps working.

    coachlog coachee rename amina amina-e
    """
    new_name = read_name(name)
    if name is not None and new_name is None:
        raise RefusedError(
            N_("A name cannot be empty."), N_("Leave out --name to keep the name as it is.")
        )
    with context().work("coachee rename") as work:
        person = lookup.find(work, who)
        if handle != person.handle:
            handles.check_handle(work, handle)
        earlier_owner = handles.owner_note(work, handle, person)
        renamed = handles.rename(work, person, handle, new_name or person.name)
    if renamed == person:
        say(_("Nothing changed."))
        return
    if earlier_owner:
        say(earlier_owner)
    text = (
        _("Details of {name} updated.")
        if handle == person.handle
        else _("The short name of {name} is now {handle}; {before} keeps working.")
    )
    message = text.format(name=renamed.name, handle=handle, before=person.handle)
    say_done(message, f"coachee show {handle}")
