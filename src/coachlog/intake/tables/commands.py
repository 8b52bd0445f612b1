"""`coachlog profile`: the kept choices of columns, listed, shown and removed."""

from typing import Annotated, NamedTuple

import typer

from coachlog.base.texts import N_, _
from coachlog.display.page import Line, Page, Section
from coachlog.intake.tables import profiles, targets
from coachlog.intake.tables.layout_choice import noun_words
from coachlog.intake.tables.profiles import Profile
from coachlog.terminal.column import Column
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, say_done, show_list
from coachlog.terminal.record_output import show_page


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


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the profiles: how the lists that you bring in are read.

    coachlog profile list
    """
    found = [profiles.existing(name) for name in profiles.names()]
    lines = [ProfileLine(each.name, each.noun, len(each.columns)) for each in found]
    nothing = _("There is no profile yet. import FILE --profile NAME keeps one.")
    output_format = OutputFormat(as_json, as_csv)
    show_list(context(), output_format, ProfileLine._fields, lines, _columns(), nothing)


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", N_("Name"), "phrase"),
        Column("noun", N_("What it lists"), "choice", words=_words_of_nouns()),
        Column("columns", N_("Columns"), "number"),
    )


def _words_of_nouns() -> dict[str, str]:
    return {noun: noun_words(noun) for noun in targets.nouns()}


def show(name: Name, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show a profile: which column goes where.

    coachlog profile show hr
    """
    profile = profiles.existing(name)
    lines = [ColumnLine(heading, key) for heading, key in profile.columns]
    record = {**profile._asdict(), "columns": [each._asdict() for each in lines]}
    output_format = OutputFormat(as_json, as_csv)
    show_page(context(), output_format, lines, record, lambda: _page(profile))


def _page(profile: Profile) -> Page:
    """Return the page of a profile: what its lists hold, and where each column goes."""
    facts = [noun_words(profile.noun)]
    if profile.key:
        facts.append(_("known by “{column}”").format(column=profile.key))
    known = targets.targets_of(profile.noun)
    columns = [
        Line(heading, _(known[key].label) if key in known else key)
        for heading, key in profile.columns
    ]
    return Page(profile.name, facts, [Section(_("Columns"), columns)])


def remove(name: Name) -> None:
    """Remove a profile; what was brought in with it stays.

    coachlog profile remove hr
    """
    profile = profiles.existing(name)
    profiles.remove(profile)
    say_done(_("Profile {name} removed.").format(name=profile.name))
