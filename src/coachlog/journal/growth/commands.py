"""The coach's own development on the command line: lists, one learning moment, removing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_hours
from coachlog.journal.common.lists import by_number, remove_numbered, show_filtered
from coachlog.journal.growth.fields import KINDS
from coachlog.journal.growth.queries import GROWTHS, GrowthFilter, GrowthLine, spent
from coachlog.schema.growth import GROWTH
from coachlog.schema.vocabulary import GROWTH_KINDS
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context, say
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Limit, OutputFormat, show_record
from coachlog.terminal.period import Since, Until, period_in_days
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("done_on", N_("Day"), "day"),
    Column("kind", N_("Kind"), "choice", 1, GROWTH_KINDS),
    Column("minutes", N_("Min."), "number"),
    Column("provider", N_("Given by"), "text", 2),
    Column("learned", N_("Learned")),
)

Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the learning moment."))]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="WORD", help=N_("Only this kind."), show_default=False),
]


def list_(
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List your own learning moments, newest first.

    coachlog growth list --since 1y
    """
    run = context()
    wanted = GrowthFilter(parse.choice(kind, KINDS), *period_in_days(since, until, run.today))
    wish = OutputFormat(as_json, as_csv)
    with run.reader() as reader:
        empty = _("Nothing has been noted yet about your own development.")
        shown = show_filtered(run, reader, GROWTHS, wanted, COLUMNS, empty, limit, wish)
        if shown and run.rich and not any(wish):
            say(_("Total: {hours}.").format(hours=show_hours(spent(reader, wanted), language())))


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
