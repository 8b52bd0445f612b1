"""The coach's own development on the command line: lists, one learning moment, removing."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_hours
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import lists
from coachlog.journal.common.lists import by_number, remove_numbered
from coachlog.journal.growth.queries import GROWTHS, GrowthFilter, GrowthLine, spent
from coachlog.schema.growth import GROWTH
from coachlog.schema.vocabulary import GROWTH_KINDS
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_record

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = columns(GROWTH, "done_on", "kind", "minutes", ("provider", 2), "learned")

Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the learning moment."))]


def total(_run: Context, reader: "Reader", wanted: GrowthFilter) -> None:
    """Say how long they took together."""
    say(_("Total: {hours}.").format(hours=show_hours(spent(reader, wanted), language())))


@lists(
    *(GROWTH, GROWTHS, COLUMNS),
    N_("Nothing has been noted yet about your own development."),
    helps={"kind": N_("Only this kind.")},
    below=total,
)
def list_() -> None:
    """List your own learning moments, newest first.

    coachlog growth list --since 1y
    """


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one learning moment.

    coachlog growth show 1
    """
    run = context()
    found = by_number(GROWTHS, number)
    words = {"kind": GROWTH_KINDS}
    show_record(run, OutputFormat(as_json, as_csv), found, title(found), GROWTH.labels, words=words)


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a learning moment.

    coachlog growth remove 1 --yes
    """
    found = by_number(GROWTHS, number)
    remove_numbered("growth", found, title(found), yes)


def title(found: GrowthLine) -> str:
    """Which one it is, for people."""
    what = " · ".join(part for part in (_(GROWTH_KINDS[found.kind]), found.provider) if part)
    return f"{_('Learning moment')} {found.number} · {what}"
