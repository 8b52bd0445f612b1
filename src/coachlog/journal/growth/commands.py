"""The coach's own development on the command line: lists, one learning moment, removing."""

from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_hours
from coachlog.journal.common.columns import columns
from coachlog.journal.common.corrections import of_record
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import Number, by_number, remove_command
from coachlog.journal.common.show import show_corrected
from coachlog.journal.growth.certificate import say_missing
from coachlog.journal.growth.queries import GROWTHS, GrowthFilter, spent
from coachlog.schema.growth import GROWTH, GROWTH_KINDS
from coachlog.terminal.command_options import with_parameters
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = columns(GROWTH, "done_on", "kind", "minutes", ("provider", 2), "learned", ("goal", 3))


def total(_run: Context, reader: "Reader", filters: GrowthFilter) -> None:
    """Print how long the learning moments of the list took in total."""
    minutes = spent(reader, filters)
    say(_("Total: {hours}.").format(hours=show_hours(minutes, language())))


@list_command(
    GROWTH,
    GROWTHS,
    COLUMNS,
    N_("Nothing has been noted yet about your own development."),
    helps={"kind": N_("Only this kind.")},
    below=total,
)
def list_() -> None:
    """List your own learning moments, newest first.

    coachlog growth list --since 1y
    """


def title(line: Any) -> str:
    """Return what people call a learning moment: its number, its kind and who provided it."""
    number = f"{_('Learning moment')} {line.number}"
    parts = (number, _(GROWTH_KINDS[line.kind]), line.provider)
    return " · ".join(part for part in parts if part)


@with_parameters({"which": Number, "as_json": AsJson, "as_csv": AsCsv})
def show(which: str, as_json: bool, as_csv: bool) -> None:
    """Show one learning moment.

    coachlog growth show 1
    """
    moment = by_number(GROWTHS, which)
    with context().reader() as reader:
        corrections = of_record(reader, "growth", moment.number)
    output = OutputFormat(as_json, as_csv)
    show_corrected(output, moment, title(moment), GROWTH.labels, GROWTH.words, corrections)
    say_missing(moment.certificate)


@remove_command(GROWTH, GROWTHS, title)
def remove() -> None:
    """Remove a learning moment.

    coachlog growth remove 1 --yes
    """
