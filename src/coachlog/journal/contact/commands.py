"""Contacts on the command line: lists, one contact, removing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import lists
from coachlog.journal.common.numbered import removes
from coachlog.journal.contact.queries import CONTACTS
from coachlog.journal.contact.who import HelpLine, who_helps_with
from coachlog.schema.contact import CONTACT
from coachlog.terminal.column import Column
from coachlog.terminal.context import context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list

COLUMNS = columns(CONTACT, "name", "where", ("organisation", 2), ("expertise", 2))


@lists(
    *(CONTACT, CONTACTS, COLUMNS),
    N_("No contacts yet."),
    helps={"where": N_("Only those inside or outside the organisation: internal, external.")},
)
def list_() -> None:
    """List the people who can help.

    coachlog contact list --where external
    """


@removes(CONTACT, CONTACTS)
def remove() -> None:
    """Remove a contact. Ideas and actions stay, with the name as it was typed.

    coachlog contact remove 1 --yes
    """


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
        found = who_helps_with(reader, word)
    empty = _("Nobody found for “{word}”. All contacts: {command}").format(
        word=word, command=hint("contact list --limit 0")
    )
    show_list(run, OutputFormat(as_json, as_csv), HelpLine._fields, found, HELP_COLUMNS, empty)
