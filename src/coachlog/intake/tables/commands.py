"""`coachlog profile`: the kept choices of columns, listed, shown and removed."""

from typing import Annotated, NamedTuple

import typer

from coachlog.base.texts import N_, _
from coachlog.intake.tables import profiles
from coachlog.terminal.column import Column
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, say_done, show_list


class ProfileLine(NamedTuple):
    """A profile in a list: what its records are, and how many columns it knows."""

    name: str
    noun: str
    columns: int


class ColumnLine(NamedTuple):
    """A column of a profile, and where it goes."""

    column: str
    field: str


Name = Annotated[str, typer.Argument(metavar="PROFILE", help=N_("The name of a profile."))]
_PROFILES = (
    Column("name", N_("Name"), "phrase"),
    Column("noun", N_("What it lists")),
    Column("columns", N_("Columns"), "number"),
)
_COLUMNS = (Column("column", N_("Column"), "phrase"), Column("field", N_("Field")))


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the profiles: how the lists that you bring in are read.

    coachlog profile list
    """
    found = [profiles.existing(name) for name in profiles.names()]
    lines = [ProfileLine(each.name, each.noun, len(each.columns)) for each in found]
    nothing = _("There is no profile yet. import FILE --profile NAME keeps one.")
    output_format = OutputFormat(as_json, as_csv)
    show_list(context(), output_format, ProfileLine._fields, lines, _PROFILES, nothing)


def show(name: Name, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show a profile: which column goes where.

    coachlog profile show hr
    """
    profile = profiles.existing(name)
    lines = [ColumnLine(heading, place) for heading, place in profile.columns]
    output_format = OutputFormat(as_json, as_csv)
    show_list(context(), output_format, ColumnLine._fields, lines, _COLUMNS, "")


def remove(name: Name) -> None:
    """Remove a profile; what was brought in with it stays.

    coachlog profile remove hr
    """
    profile = profiles.existing(name)
    profiles.remove(profile)
    say_done(_("Profile {name} removed.").format(name=profile.name))
