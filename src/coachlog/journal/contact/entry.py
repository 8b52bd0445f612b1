"""`contact new` and `contact edit`: by options, JSON or questions."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.entry import Records, edit_command, edit_numbered, save_and_show
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.contact.fields import ALSO
from coachlog.journal.contact.from_journal import NameOffer, offer_names
from coachlog.journal.contact.queries import CONTACTS
from coachlog.journal.contact.unlinked_names import UnlinkedName, unlinked_names
from coachlog.schema.contact import CONTACT
from coachlog.terminal.collect import Change, collect, with_options
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson, OutputFormat, show_list

RECORDS = Records(
    CONTACT,
    CONTACTS,
    N_("Contact {n}"),
    N_("Contact {n} saved."),
    N_("Contact {n} updated."),
    ["contact show {n}"],
)
QUESTIONS = new_questions(CONTACT)
FIELDS = (*edit_form(CONTACT), ALSO)
NAME_COLUMNS = (
    Column("name", N_("Name")),
    Column("ideas", N_("Ideas"), "number"),
    Column("actions", N_("Actions"), "number"),
)

FromJournal = Annotated[
    bool,
    typer.Option(
        "--from-journal", help=N_("Offer the names that stand in ideas and actions, one by one.")
    ),
]


@with_options((*new_options(CONTACT), ALSO), more={"from_journal": FromJournal, "as_json": AsJson})
def new(given: dict[str, str], source: str | None, from_journal: bool, as_json: bool) -> None:
    """Note somebody who can help. Ideas and actions with that exact name are linked.

    coachlog contact new --name "Sarah Peeters" --where internal --expertise planning
    """
    run = context()
    if not from_journal or given or source:
        save_and_show(run, RECORDS, collect(run, QUESTIONS, given, source), as_json)
    elif run.interactive and not as_json:
        offer_names(run, lambda offer: _make(run, offer), _link)
    else:
        _list_names(run, as_json)


def _list_names(run: Context, as_json: bool) -> None:
    with run.reader() as reader:
        names = unlinked_names(reader)
    empty = _("Every name in ideas and actions is a contact already.")
    show_list(run, OutputFormat(as_json), UnlinkedName._fields, names, NAME_COLUMNS, empty)


def _make(run: Context, offer: NameOffer) -> None:
    """Ask for the rest of a new contact, and save it; its places are linked."""
    given = {"name": offer.name} | ({"also": ", ".join(offer.also)} if offer.also else {})
    save_and_show(run, RECORDS, collect(run, QUESTIONS, given, None), as_json=False)


def _link(number: int, name: str) -> None:
    """Link the places of a *name* with the contact that has this number."""
    edit_numbered(RECORDS, FIELDS, str(number), Change({"also": name}, None), as_json=False)


@edit_command(RECORDS, [ALSO])
def edit() -> None:
    """Edit a contact: only what you give changes.

    coachlog contact edit 1 --may-be-named yes_named
    """
