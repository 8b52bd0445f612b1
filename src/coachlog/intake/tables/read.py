"""Reads lists: CSV as every program writes it, and spreadsheets, into any noun of the journal."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import BinaryIO, NamedTuple

from coachlog.base.clock import zone
from coachlog.base.containers import ZIP
from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.intake.record import Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from coachlog.intake.tables import profiles, records, targets
from coachlog.intake.tables.amounts import MINUTES as AS_MINUTES
from coachlog.intake.tables.asker import Asker
from coachlog.intake.tables.csv_text import csv_sheet
from coachlog.intake.tables.days import DMY
from coachlog.intake.tables.header import (
    NO_HEADER,
    REASON,
    Header,
    first_rows,
    header_of,
    likely_line,
)
from coachlog.intake.tables.layout_choice import (
    CONSTANT,
    LEFT_OUT,
    ListOptions,
    layout_of,
    map_option,
    missing,
    noun_words,
    refuse_missing,
    some_headings,
    with_target,
)
from coachlog.intake.tables.mapping import Layout, ListColumn, columns_of
from coachlog.intake.tables.profiles import Profile
from coachlog.intake.tables.sheet import ListSheet, Numbered
from coachlog.intake.tables.survey import (
    Survey,
    refuse_order,
    refuse_unit,
    unclear_order,
    units_of,
)
from coachlog.intake.tables.values import ListReading
from coachlog.intake.tables.workbook import OLD, workbook_sheet
from coachlog.terminal.context import say

EXAMPLES = 60
"""How many rows are looked at to see what a column holds."""


class ListPlan(NamedTuple):
    """All that has to be known of a list before its rows are read."""

    sheet: ListSheet
    header: Header
    reading: ListReading
    scope: str


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Return the records of a list one by one, and what could not be taken.

    Raises RefusedError where it is not clear what goes where and nobody can be asked.
    """
    known = source.plan
    if not isinstance(known, ListPlan):
        known = source.plan = _plan(source, request)
    if request.profile and request.keeps:
        _keep_profile(request.profile, known, request)
    return _items(known, request)


def write_rejected(out: BinaryIO, _source: SourceFile, problems: Sequence[Problem]) -> None:
    """Write the rows that could not be taken as CSV, each with its reason, to be read again."""
    records.write_rejected(out, problems)


def _items(known: ListPlan, request: ImportRequest) -> Iterator[Item]:
    yield from _told_once(known)
    has_owner = request.coachee is not None
    yield from records.records(
        known.sheet, known.header, known.reading, known.scope, has_owner=has_owner
    )


def _plan(source: SourceFile, request: ImportRequest) -> ListPlan:
    """Find out, or ask, what has to be known of a list before its rows are read."""
    asker = Asker() if request.interactive else None
    sheet = _sheet(source, request)
    takes_reason = any(plain(heading) == REASON for heading, _field in request.columns)
    profile = profiles.find(request.profile) if request.profile else None
    known = profile.headings if profile else ()
    header = header_of(sheet, source.name, request.header_line, known, takes_reason=takes_reason)
    if header is None:
        if asker is None:
            line = likely_line(first_rows(sheet))
            raise RefusedError(*NO_HEADER, name=source.name, line=line)
        header = asker.header(sheet, first_rows(sheet))
    if header.has_reason and ".rejected" not in source.name:
        source.notes.append(_("The column “{name}” is passed over.").format(name=REASON))
    now = request.now.astimezone(zone(request.zone))
    options = _options(request, profile)
    columns = columns_of(header, [*_below(sheet, header)])
    table = layout_of(columns, options, now.date())
    if table is None:
        table = _with_noun(asker, options, columns, now.date(), source.name)
    while lacking := missing(table, options, now.date()):
        if asker is None:
            refuse_missing(lacking, table, source.name)
        else:
            table = asker.column_for(table, lacking[0])
    is_new = profile is None and not table.is_own
    if asker and is_new:
        for column in table.columns:
            table = asker.ask_whether_shared(table, column)
        table = asker.overview(table)
    order = request.date_order or (profile and profile.date_order)
    survey, table = _survey(asker, sheet, header, table, order)
    was_shown = asker is not None and is_new
    source.notes.extend(_recognised(sheet, header, table, was_shown=was_shown))
    return ListPlan(sheet, header, ListReading(table, survey, now), _scope(table, request))


def _sheet(source: SourceFile, request: ImportRequest) -> ListSheet:
    """Return the table in a file, by its content: it may be named as another kind."""
    if source.head.startswith((ZIP, OLD)):
        return workbook_sheet(source.data, source.name, request.sheet)
    text = source.text(request.encoding)
    source.release()  # a long list would stand in the memory twice
    return csv_sheet(text)


def _below(sheet: ListSheet, header: Header) -> Iterator[Numbered]:
    """Return the first rows under the headings, as examples of what stands in each column."""
    return islice((row for row in sheet.rows() if row[0] > header.line), EXAMPLES)


def _options(request: ImportRequest, profile: Profile | None) -> ListOptions:
    """Return what was said about a list: by options, which overrule a profile."""
    from_profile = profile.columns if profile else ()
    return ListOptions(
        request.noun or (profile.noun if profile else None),
        (*from_profile, *request.columns),
        request.key_column or (profile.key if profile else None),
        has_owner=request.coachee is not None,
        shared=request.shared,
    )


def _with_noun(
    asker: Asker | None, options: ListOptions, columns: Sequence[ListColumn], today: date, name: str
) -> Layout:
    """Return the list as one of whatever is chosen. Raises RefusedError."""
    if asker is None:
        raise RefusedError(
            N_("It is not clear what stands in each row of {name}: {columns}."),
            N_('Say it: --noun session (or {nouns}), and --map "COLUMN=FIELD" where it needs it.'),
            name=name,
            columns=some_headings(columns),
            nouns="coachee, contact, hours",
        )
    table = layout_of(columns, options._replace(noun=asker.noun()), today)
    if table is None:
        raise AssertionError("a list of a noun is settled")
    return table


def _survey(
    asker: Asker | None, sheet: ListSheet, header: Header, table: Layout, order: str | None
) -> tuple[Survey, Layout]:
    """Return how days and lengths are read throughout, and the list; ask where it is not clear."""
    unclear = None if order else unclear_order(sheet, header, table)
    if unclear and asker is None:
        refuse_order(unclear)
    elif unclear and asker:
        order = asker.order_of_days(unclear)
    units: dict[int, str] = {}
    for index, unit in units_of(sheet, header, table).items():
        column = table.columns[index]
        key = column.target.key if column.target else ""
        if unit is None and asker is None:
            refuse_unit(column, key)
        elif unit is None and asker:
            table = with_target(table, index, "hours") if asker.unit(column) == "hours" else table
        units[index] = unit or AS_MINUTES
    return Survey(order or DMY, units), table


def _scope(table: Layout, request: ImportRequest) -> str:
    """Return a prefix for the keys of this list, which another list does not have."""
    if table.key is None:
        return ""
    if request.profile:
        return f"{table.noun}\nprofile {profiles.name_of(request.profile)}"
    mapped = sorted(plain(each.heading) for each in table.columns if each.target)
    return "\n".join((table.noun, plain(table.columns[table.key].heading), *mapped))


def _keep_profile(typed: str, known: ListPlan, request: ImportRequest) -> None:
    """Keep where the columns go by a name, unless there is a profile of that name already."""
    if profiles.find(typed):
        return
    table = known.reading.table
    columns = [
        (each.heading, each.target.key if each.target else LEFT_OUT)
        for each in table.columns
        if each.target or each.left
    ]
    constants = [(CONSTANT + text, target.key) for target, text in table.constants]
    key = None if table.key is None else table.columns[table.key].heading
    order = known.reading.survey.order
    name = profiles.name_of(typed)
    profile = Profile(name, table.noun, (*columns, *constants), key, order)
    path = profiles.keep(profile)
    say(_("Kept as the profile {name}: {path}").format(name=name, path=path))


def _recognised(
    sheet: ListSheet, header: Header, table: Layout, *, was_shown: bool
) -> Iterator[str]:
    """Yield what was recognised: the sheet, the headings, what the rows are, what goes where.

    What somebody was shown and agreed to is not said again.
    """
    if sheet.name:
        yield _("Sheet {name}.").format(name=sheet.name)
    if sheet.unread:
        yield _("Not read: {names}. Choose one with --sheet.").format(names=", ".join(sheet.unread))
    if was_shown:
        return
    placed = [each for each in table.columns if each.target]
    columns = ", ".join(
        f"{each.heading} → {_(each.target.label)}" for each in placed if each.target
    )
    yield _("Headings in {place}. Each row: {records} (--noun). {columns}").format(
        place=sheet.place(header.line), records=noun_words(table.noun), columns=columns
    )
    loose = [each for each in table.columns if each.is_loose and each.at != table.key]
    if loose and targets.has_note(table.noun):
        names = some_headings(loose)
        yield _("Only for you, in the private note: {names}").format(names=names)
        suggested = next((each for each in loose if each.suggested), None)
        if suggested and suggested.suggested:
            option = map_option(suggested.heading, suggested.suggested.key)
            yield _("The other person may read it with: {option}").format(option=option)


def _told_once(known: ListPlan) -> Iterator[Problem]:
    """Yield what is left out of every row."""
    table = known.reading.table
    loose = [each for each in table.columns if each.is_loose and each.at != table.key]
    if loose and not targets.has_note(table.noun):
        reason = _("Left out, as no field is known for: {names}. For one of them: {option}")
        names = some_headings(loose)
        first = loose[0].suggested
        option = map_option(loose[0].heading, first.key if first else _("FIELD"))
        yield Problem("", reason.format(names=names, option=option))
