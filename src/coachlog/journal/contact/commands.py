"""Contacts on the command line: lists, one contact, removing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import NumberOrName, by_number, title_of
from coachlog.journal.common.remove import remove as remove_record
from coachlog.journal.contact.help_search import HelpLine, find_helpers
from coachlog.journal.contact.links import clear_names, mentions_of
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Yes
from coachlog.terminal.context import context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list

COLUMNS = columns(CONTACT, "name", "where", ("organisation", 2), ("expertise", 2))


@list_command(
    CONTACT,
    CONTACTS,
    COLUMNS,
    N_("No contacts yet. Names from the journal: coachlog contact new --from-journal"),
    helps={"where": N_("Only those inside or outside the organisation: internal, external.")},
)
def list_() -> None:
    """List the people who can help.

    coachlog contact list --where external
    """


Names = Annotated[
    bool, typer.Option("--names", help=N_("Take the name out of ideas and actions too."))
]


def remove(number: NumberOrName, names: Names = False, yes: Yes = False) -> None:
    """Remove a contact. Ideas and actions stay; with --names the name goes too.

    coachlog contact remove 1 --yes
    """
    run, line = context(), by_number(CONTACTS, number)
    with run.reader() as reader:
        mentions = mentions_of(reader, CONTACTS.id_of(reader, line.number)) if names else []
    announced = [_("The name goes out of the ideas and actions as well.")] if mentions else []
    remove_record(
        run,
        CONTACT.name,
        title_of(CONTACT, line),
        yes,
        more_lines=announced,
        remove_more=lambda work: clear_names(work, mentions),
        number=line.number,
    )


HELP_COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("name", CONTACT.field("name").label),
    Column("text", N_("Found in"), "text", 2),
    Column("where", CONTACT.by_key("where").label, "choice", 3, CONTACT.by_key("where").words),
    Column("reach", CONTACT.field("reach").label, "text", 2),
)


def who(
    word: Annotated[str, typer.Argument(metavar="WORD", help=N_("What you look for help with."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find who could help: by what they can do, and by what they brought before.

    coachlog contact who planning
    """
    run = context()
    with run.reader() as reader:
        found = find_helpers(reader, word)
    empty = _("Nobody found for “{word}”. All contacts: {command}").format(
        word=word, command=hint("contact list --limit 0")
    )
    show_list(run, OutputFormat(as_json, as_csv), HelpLine._fields, found, HELP_COLUMNS, empty)
