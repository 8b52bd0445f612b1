"""What stands in a list, read as it was written, whatever program wrote it."""

import csv
import io
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.base.errors import RefusedError
from coachlog.base.texts import without_context
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from coachlog.intake.tables import amounts
from coachlog.intake.tables.cells import Cell
from coachlog.intake.tables.csv_text import csv_sheet
from coachlog.intake.tables.days import read_moment
from coachlog.intake.tables.layout_choice import find_target
from coachlog.intake.tables.read import read
from coachlog.intake.tables.targets import nouns, targets_of
from coachlog.schema.tables import TABLES
from tests.intake.tables import lists

TODAY = date(2026, 11, 24)
WORDS = st.text(st.sampled_from("ab é'\"\n,;=-12"), max_size=8)
CELLS = st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=6)


@given(CELLS, st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]))
def test_csv_is_read_as_it_was_written(
    rows: list[list[str]], delimiter: str, line_end: str
) -> None:
    out = io.StringIO(newline="")
    headings = ["Naam", "Functie", "Een lang woord"]
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([headings, *rows])

    sheet = csv_sheet(out.getvalue())

    assert sheet.delimiter == delimiter
    filled = [tuple(row) for row in rows if any(map(str.strip, row))]
    assert [cells for _line, cells in sheet.rows()] == [tuple(headings), *filled]


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.none() | st.times(), st.booleans())
def test_a_day_is_the_same_in_each_way_of_writing_it(
    day: date, clock: time | None, month_first: bool
) -> None:
    clock = clock and clock.replace(second=0, microsecond=0)
    order = "mdy" if month_first else "dmy"
    figures = f"{day:%m/%d/%Y}" if month_first else f"{day:%d/%m/%Y}"
    written: list[Cell] = [day.isoformat(), figures, figures.replace("/", "-")]
    if clock is None:
        written += [day, datetime.combine(day, time())]
    elif clock != time():
        written = [f"{each} {clock:%H:%M}" for each in written]
        written += [f"{figures} {clock:%H}u{clock:%M}", datetime.combine(day, clock)]

    for cell in written:
        moment = read_moment(cell, order, "Datum", TODAY)
        assert (moment.day, moment.time) == (day, clock or None if clock != time() else None), cell


@given(st.integers(1, 1440))
def test_a_length_is_the_same_in_each_way_of_writing_it(length: int) -> None:
    hours, rest = divmod(length, 60)
    of_clock = [f"{hours}:{rest:02}", f"{hours}u{rest:02}", f"{hours}h{rest:02}"]
    written: list[Cell] = [str(length), f"{length} min", timedelta(minutes=length), float(length)]
    if hours:
        written += of_clock
    for cell in written:
        assert amounts.read_minutes(cell, amounts.MINUTES, "Duur", 1440) == length, cell
    if length % 6 == 0:
        decimal = str(length / 60).replace(".", ",")
        assert amounts.read_minutes(decimal, amounts.HOURS, "Uren", 1440) == length


def test_what_figures_mean_is_told_by_the_whole_column_or_not_at_all() -> None:
    cases: tuple[tuple[list[Cell], str, str | None], ...] = (
        (["90", "45"], "Duur", amounts.MINUTES),
        (["1,5", "1"], "Duur", amounts.HOURS),
        (["1,5", "90", "1u30"], "Duur", amounts.EACH),
        (["1,5", "90", "2"], "Duur", None),
        (["1", "2"], "Duur", None),
        (["1", "2"], "Duur (uren)", amounts.HOURS),
        (["1", "2"], "Durée en minutes", amounts.MINUTES),
        (["0:45", "1u"], "Duur", amounts.MINUTES),
    )
    for cells, heading, unit in cases:
        assert amounts.unit_of(cells, heading) == unit, (cells, heading)
    assert amounts.number_text("1.234,50", "Bedrag") == "1234.50"
    with pytest.raises(RefusedError, match="2,035"):
        amounts.number_text("2,035", "Bedrag")


def test_every_field_of_every_noun_can_be_given_by_a_column() -> None:
    for noun in nouns():
        fields = [field for field in TABLES[noun].fields if field.entry and field.of != "coachee"]
        assert {field.key for field in fields} <= targets_of(noun).keys(), noun
        for field in fields:
            label = without_context(field.label) or field.key
            assert find_target(noun, label).names, (noun, field.key)
        for language in ("nl", "fr", "en"):
            assert all(place.names for place in targets_of(noun).values()), (noun, language)


def test_a_noun_without_code_of_its_own_is_brought_in(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "leren.csv"
    path.write_text("Soort;Dag;Uren;Geleerd\nTraining;3/3/2025;7,5;Vragen stellen\n", "utf-8")

    result = call("import", path, "--noun", "growth", "--map", "Geleerd=learned")
    moments = call("growth", "list", "--json").json

    assert result.code == 0, result.err
    assert [(each["kind"], each["minutes"], each["learned"]) for each in moments] == [
        ("training", 450, "Vragen stellen")
    ]


BAD = {
    "empty.csv": ("", 4, "is empty."),
    "lines.csv": ("\n\r\n , ,\n", 4, "is empty."),
    "open.csv": ('Naam,Functie\nAn,"arts\nBram,arts\n', 4, "The quote that opens in line 2"),
    "cell.csv": ('Naam,Functie\nAn,"' + "x" * 1_100_000 + '"\n', 4, "begins in line 2 has no end"),
    "line.csv": ("Naam,Functie\n" + "a" * 999_000 + ",arts\n", 0, "This is too long"),
    "wide.csv": (",".join(f"k{n}" for n in range(10_001)) + "\n", 4, "10001 columns"),
    "nul.csv": ("Naam,Functie\nA\0n,arts\n", 4, "NUL"),
    "header.csv": ("Naam,Functie\n", 0, "Headings in line 1."),
    "all.csv": ("Naam,Functie\n,arts\n,arts\n", 0, "Not taken, or not whole: 2"),
    "text.xlsx": ("Naam,Functie\nAn,arts\n", 0, "text.xlsx: a list as CSV."),
    "password.xlsx": ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0"
                      "g\0e\0", 4, "protected by a password"),
    "old.xls": ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "\xff" * 3000, 4, "it is damaged"),
}  # fmt: skip


def test_a_list_that_cannot_be_read_says_so_in_one_line(call: Any, tmp_path: Path) -> None:
    for name, (text, code, said) in BAD.items():
        path = tmp_path / name
        path.write_bytes(text.encode("latin-1"))

        result = call("import", path)

        assert (result.code, said in result.err) == (code, True), (name, result.err[:300])
        assert code == 0 or len(result.err.splitlines()) == 2, name
        call("undo")


def test_a_sheet_with_a_cell_far_away_is_refused_before_it_fills_the_memory(
    call: Any, tmp_path: Path
) -> None:
    path = lists.cells(tmp_path / "ver.xlsx", ("Naam", "Functie"), ("An", "arts"))
    far = tmp_path / "far.xlsx"
    book = lists.xlsxwriter.Workbook(str(far))
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Naam")
    sheet.write(1_048_575, 16_383, "x")
    book.close()

    assert call("import", path).code == 0
    result = call("import", far)

    assert (result.code, "far too big" in result.err) == (4, True), result.err


def test_a_file_cut_off_anywhere_is_refused_or_told_in_part(tmp_path: Path) -> None:
    wishes = ImportRequest(
        datetime(2026, 11, 24, tzinfo=UTC), "Europe/Brussels", "en", noun="session"
    )
    rows = [("14/03/2025", f"An {n}", 'Zei: "goed"\nen ging', "45") for n in range(300)]
    text = lists.as_csv(("Datum", "Naam", "Opmerkingen", "Duur"), *rows).encode()
    book = lists.workbook(tmp_path / "whole.xlsx").read_bytes()
    old = (lists.FILES / "gesprekken.xls").read_bytes()
    outcomes: list[int | str] = []
    for name, data, step in (("a.csv", text, 1024), ("a.xlsx", book, 1024), ("a.xls", old, 2048)):
        for end in range(0, len(data), step):
            path = tmp_path / name
            path.write_bytes(data[:end])
            try:
                outcomes.append(len(list(read(SourceFile(str(path)), wishes))))
            except RefusedError as error:
                outcomes.append(error.cause_text())

    assert any(isinstance(each, int) and each > 200 for each in outcomes)
    assert all(isinstance(each, int) or each for each in outcomes)


def test_columns_are_told_apart_and_a_reason_is_passed_over(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Naam,Functie,Functie,reason\nAn,arts,chef,was niet goed\n", "utf-8")

    result = call("import", path, "--map", "Functie_2=team", "--json")
    said = call("import", path, "--dry-run").err
    mapped = call("import", path, "--dry-run", "--map", "reason=context").err
    person = call("coachee", "list", "--json").json[0]

    assert result.json[0]["told"] == []
    assert (person["role"], person["team"]) == ("arts", "chef")
    assert "The column “reason” is passed over." in said
    assert "reason → Context" in mapped
