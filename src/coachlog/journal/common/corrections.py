"""Corrections on the page of the record that they are about, and in its JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section
from coachlog.schema.lookup import find_part, find_table

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

ON_PERSON = ("coachee", "talent", "release", "onboarding")
"""Records without a page of their own: their corrections stand on the page of the person."""


class ShownCorrection(NamedTuple):
    """A correction as the page of its record shows it."""

    number: int
    record: str
    record_number: int | None
    field: str
    how: str
    statement: str | None
    said_on: str


_COLUMNS = "select number, record, record_number, field, how, statement, said_on from correction"


def of_record(reader: "Reader", record: str, number: int) -> list[ShownCorrection]:
    """Return the corrections of a record and its parts, oldest first."""
    sql = f"{_COLUMNS} where record = :record and record_number = :number order by said_on, number"
    return list(reader.rows(ShownCorrection, sql, record=record, number=number))


def on_person(reader: "Reader", handle: str) -> list[ShownCorrection]:
    """Return the corrections that stand on the page of a person, oldest first."""
    records = ", ".join(f"'{record}'" for record in ON_PERSON)
    sql = (
        f"{_COLUMNS} where record in ({records})"  # noqa: S608 - names of our own
        " and coachee_id = (select id from coachee where handle = :handle)"
        " order by said_on, number"
    )
    return list(reader.rows(ShownCorrection, sql, handle=handle))


def section(corrections: Sequence[ShownCorrection]) -> Section:
    """Return the section with what was said beside the texts of a record, or put right."""
    return Section(_("Corrections"), [_line(each) for each in corrections])


def page_with_corrections(page: Page, corrections: Sequence[ShownCorrection]) -> Page:
    """Return *page* with a section of *corrections* at its end; unchanged where there are none."""
    return page._replace(sections=[*page.sections, section(corrections)]) if corrections else page


def json_with_corrections(
    record: Mapping[str, object], corrections: Sequence[ShownCorrection]
) -> Mapping[str, object]:
    """Return the JSON of a record with its *corrections*, if there are any."""
    if not corrections:
        return record
    return {**record, "corrections": [each._asdict() for each in corrections]}


def _line(correction: ShownCorrection) -> Line:
    day = day_text(correction.said_on, language())
    label = path_label(correction.record, correction.field)
    text = correction.statement or _("the text was replaced")
    return Line(label, text, day, number=correction.number)


def path_label(record: str, path: str) -> str:
    """Return what people call the text at a *path* of a record, such as “Option 2”."""
    part, dot, rest = path.partition(".")
    place, _dot, key = rest.partition(".")
    table = find_part(record, part) if dot else find_table(record)
    labels = table.labels if table else {}
    return f"{_(labels.get(key or path, key or path))} {place}".rstrip()
