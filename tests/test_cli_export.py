"""`export csv --all`, `export xlsx`, `export sqlite`: read by programs that are not ours."""

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pytest
import python_calamine
from csvkit.utilities.csvclean import CSVClean

from coachlog.export.tables import TABLES, public_tables
from tests.conftest import refused, talk
from tests.journal.rich import conversations, kept, parents

LONG = "🙂" * 16_384  # as Excel counts, one more than a cell holds
AWKWARD = (
    "=cmd|' /C calc'!A0",
    "＝1+1",
    'two\nlines, "quoted"; and 1/2',
    " a  space ",
    LONG,
    "x" * 190_000,
)
NAMES = ("=1+1 ../Peeters", "Bo / Amina")


@pytest.fixture
def journal(call, prepared):
    """Something of each noun, awkward texts, and names that are no names of files."""

    def fill():
        parents(call)
        conversations(call)
        for name in NAMES:
            kept(call, "session", "new", "--from", "-", given=talk(coachee=name, topic=name))
        for text in AWKWARD:
            kept(call, "session", "new", "--from", "-", given=talk(summary=text, minutes=45))
        kept(call, "hours", "new", "--until", "2023-12-31", "--hours", "40,5", "--paid", "30,25")
        kept(call, "contact", "new", "--name", "Lotte", "--where", "external")
        kept(call, "growth", "new", "--kind", "supervision", "--on", "2026-10-02", "--minutes", 90)
        kept(call, "refer", "amina", "--card", "confidential_counsellor")

    return prepared(fill)


def view(program, name):
    """The rows of a view as text, by SQLite itself."""
    with closing(sqlite3.connect(program.store)) as store:
        rows = store.execute(f"select * from {name} order by {TABLES[name]}").fetchall()
    return [["" if value is None else str(value) for value in row] for row in rows]


def test_what_is_known_of_a_view_is_what_sqlite_says(call, program, journal):
    with closing(sqlite3.connect(program.store)) as store:
        for table in public_tables().values():
            found = store.execute(f"select * from {table.name}")
            columns = [column[0] for column in found.description]
            assert [column.name for column in table.columns] == columns
            for row in found:
                for column, value in zip(table.columns, row, strict=True):
                    is_number = isinstance(value, int | float)
                    assert value is None or is_number != column.is_text or _is_day(column)


def _is_day(column):
    return column.kind in ("day", "moment")


def test_every_table_is_read_by_other_programs_as_its_view_is(call, program, journal, tmp_path):
    told = call("export", "csv", "--all", "out", "--private")

    assert told.code == 0, told.err
    assert "only you may read: " in told.err
    assert "sessions_private" in told.err
    folder = tmp_path / "out"
    assert {path.name for path in folder.iterdir()} == {
        "datapackage.json",
        *(f"{name}.csv" for name in TABLES),
    }
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in TABLES:
        read = (
            f"select * from read_csv('{folder}/{name}.csv', header=true, all_varchar=true,"
            " strict_mode=true, delim=',', quote='\"', escape='\"')"
        )
        rows = [
            ["" if cell is None else cell for cell in row] for row in duckdb.sql(read).fetchall()
        ]
        assert rows == view(program, name), name
        assert call("export", "csv", name).out == (folder / f"{name}.csv").read_bytes().decode()
        assert _csvclean(folder / f"{name}.csv") == ""
    _is_valid(folder)


def _csvclean(path):
    complaints = io.StringIO()
    args = ["--length-mismatch", "--maxfieldsize", "300000", str(path)]
    CSVClean(args, output_file=io.StringIO(), error_file=complaints).run()
    return complaints.getvalue()


def _is_valid(folder):
    """Frictionless finds no fault with the description, nor with a file by it."""
    from frictionless import Package  # slow to import, and wanted here only

    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])[:5]


def test_the_description_tells_kinds_labels_and_what_refers_to_what(call, journal, tmp_path):
    for more in ((), ("--coachee", "amina", "--since", "2026-02-01")):
        folder = tmp_path / f"out{len(more)}"
        assert call("export", "csv", "--all", folder, *more, env={"COACHLOG_LANG": "nl"}).code == 0
    described = json.loads((tmp_path / "out0" / "datapackage.json").read_text())
    schemas = {each["name"]: each["schema"] for each in described["resources"]}
    fields = {field["name"]: field for field in schemas["goals"]["fields"]}

    assert fields["statement"] == {"name": "statement", "type": "string", "title": "Doel"}
    assert (fields["target_on"]["type"], fields["level"]["type"]) == ("date", "integer")
    assert fields["status"]["constraints"] == {"enum": ["active", "achieved", "dropped"]}
    assert schemas["goals"]["primaryKey"] == ["number"]
    assert {
        "fields": ["session"],
        "reference": {"resource": "sessions", "fields": ["number"]},
    } in schemas["goals"]["foreignKeys"]
    # Of this period the goal is there, and not the conversation in which it was set.
    of_period = json.loads((tmp_path / "out4" / "datapackage.json").read_text())
    keys = {each["name"]: each["schema"].get("foreignKeys") for each in of_period["resources"]}
    assert "objectives" not in keys
    assert all(key["fields"] != ["action"] for key in keys["reviews"])
    assert not any(name.endswith("_private") for name in keys)


@pytest.mark.nightly
def test_the_description_of_files_for_excel_and_of_a_part_holds(call, journal, tmp_path):
    part = ("--coachee", "amina", "--since", "2026-02-01", "--private")
    for place, more in enumerate((("--excel",), part, ("--excel", *part))):
        assert call("export", "csv", "--all", f"out{place}", *more).code == 0
        _is_valid(tmp_path / f"out{place}")


def test_a_person_and_a_period_select_rows_and_what_has_neither_is_told(call, journal, tmp_path):
    def rows(*words):
        told = call("export", "csv", *words)
        assert told.code == 0, told.err
        return told.rows, told.err

    talks, said = rows(
        "sessions", "--coachee", "Amina", "--since", "2026-02-01", "--until", "2026-03"
    )
    assert [talk["held_on"] for talk in talks] == ["2026-02-12", "2026-03-12"]
    assert said == ""
    assert {row["session"] for row in rows("options", "--until", "2026-01")[0]} == {"1"}
    assert rows("options", "--since", "2026-02")[0] == []
    assert [row["number"] for row in rows("sessions_private", "--until", "2026-01-15")[0]] == ["1"]
    people, said = rows("coachees", "--coachee", "bo", "--since", "2026")
    assert [person["handle"] for person in people] == ["bo"]
    assert "none: coachees" in said
    refused(call("export", "csv", "objectives", "--coachee", "amina"), 2, "nobody in particular")
    refused(call("export", "csv", "sessions", "--coachee", "nobody"), 3, "nobody")
    told = call("export", "csv", "--all", "out", "--coachee", "amina")
    assert "Left out, for they are about nobody in particular: objectives" in told.err
    assert not (tmp_path / "out" / "objectives.csv").exists()


def test_nothing_but_a_new_or_an_own_place_is_written(call, journal, tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "there.csv").write_text("mine")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "x.jpg").touch()
    (tmp_path / "link.csv").symlink_to("there.csv")
    assert call("session", "list").code == 0  # what every command leaves is there
    before = sorted(tmp_path.rglob("*"))

    for output, why in (
        ("there.csv", "there already"),
        ("link.csv", "there already"),
        ("photos", "ends in none"),
        ("pipe.csv", "not an ordinary file"),
        ("/dev/full", "ends in none"),
    ):
        refused(call("export", "csv", "sessions", "--output", output), 4, why)
    refused(call("export", "csv", "goals", "--force", "--output", "pipe.csv"), 4, "not an ordinary")
    refused(call("export", "csv", "goals", "--output", "no/where.csv"), 5, "cannot be written")
    refused(call("export", "xlsx", "--output", "a.csv"), 4, "does not end in")
    refused(call("export", "sqlite"), 2, "which file")
    refused(call("export", "sqlite", "--output", "no/where.db"), 5, "cannot be written")
    refused(call("export", "csv", "--all", "photos"), 4, "not empty")
    refused(call("export", "csv", "--all", "photos", "--force"), 4, "something else in")
    refused(call("export", "csv", "--all", "there.csv", "--force"), 4, "not a folder")
    refused(call("export", "csv", "--all", "."), 4, "You work in")
    refused(call("export", "csv", "--all", "no/where"), 5, "cannot be written")
    refused(call("export", "csv"), 2, "which table")
    refused(call("export", "csv", "goals", "--all", "out"), 2, "neither a table")
    refused(call("export", "xlsx", "goal", "--output", "a.xlsx"), 3, "no table called goal")
    refused(call("export", "csv", "--log", "icd"), 2, "no log called icd")
    assert sorted(tmp_path.rglob("*")) == before

    assert call("export", "csv", "goals", "--output", "link.csv", "--force").code == 0
    assert (tmp_path / "there.csv").read_text() == "mine"
    assert not (tmp_path / "link.csv").is_symlink()
    for _time in range(2):
        assert call("export", "csv", "--all", "out", "--force").code == 0
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_an_export_that_is_stopped_leaves_nothing(call, keep, tmp_path, monkeypatch):
    keep(talk())
    assert call("session", "list").code == 0  # what every command leaves is there
    before = sorted(tmp_path.rglob("*"))

    def stopped(_file):
        assert sorted(tmp_path.rglob("*")) != before  # all is written, and has no name yet
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    for words in (
        ("csv", "--all", "out"),
        ("csv", "sessions", "--output", "out.csv"),
        ("xlsx", "--output", "out.xlsx"),
        ("sqlite", "--output", "out.sqlite"),
    ):
        assert call("export", *words).code == 130, words
        assert sorted(tmp_path.rglob("*")) == before, words


def test_a_workbook_has_days_times_numbers_flags_and_texts(call, program, journal, tmp_path):
    told = call("export", "xlsx", "--output", "journal.xlsx")

    assert told.code == 0, told.err
    assert [line for line in told.err.splitlines() if "is cut" in line] == [
        f"sessions {n}, summary is cut: a cell of Excel holds 32 767 characters." for n in (14, 15)
    ]
    book = python_calamine.CalamineWorkbook.from_path(tmp_path / "journal.xlsx")
    assert "sessions_private" not in book.sheet_names
    assert "networks" not in book.sheet_names  # it is empty, and was not asked for
    for name in book.sheet_names:
        table = public_tables()[name]
        heading, *rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        assert heading == [column.name for column in table.columns]
        exported = call("export", "csv", name).rows
        assert len(rows) == len(exported)
        for row, cells in zip(rows, exported, strict=True):
            for column, value in zip(table.columns, row, strict=True):
                zone = cells.get("time_zone") or "Europe/Brussels"
                assert value == _cell(column, cells[column.name], zone), (name, column.name)


def _cell(column, text, zone):
    """What a workbook should have for what CSV has."""
    kind = column.kind
    if text == "":
        return ""
    if kind == "day":
        return date.fromisoformat(text)
    if kind == "moment":
        moment = datetime.fromisoformat(text).astimezone(ZoneInfo(zone))
        return moment.replace(tzinfo=None, microsecond=0)
    if kind == "flag":
        return text == "1"
    if not column.is_text:
        return float(text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * 32_767:
        return text
    return units[: 2 * 32_766].decode("utf-16-le", errors="ignore") + "…"


@pytest.fixture(autouse=True)
def long_fields_are_read():
    """As the reference says has to be asked of Python's csv."""
    before = csv.field_size_limit(300_000)
    yield
    csv.field_size_limit(before)


OFFICE = shutil.which("soffice")


@pytest.mark.nightly
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not here: its reading of xlsx is not tried")
def test_libreoffice_reads_a_workbook_cell_by_cell(call, journal, tmp_path):
    assert (
        call("export", "xlsx", "sessions", "coachees", "balances", "--output", "j.xlsx").code == 0
    )

    told = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [OFFICE, home, "--headless", "--convert-to", told, "j.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)

    for name in ("sessions", "coachees", "balances"):
        with (tmp_path / f"j-{name}.csv").open(encoding="utf-8", newline="") as file:
            shown = list(csv.DictReader(file))
        exported = call("export", "csv", name).rows
        columns = {column.name: column for column in public_tables()[name].columns}
        for cells, row in zip(exported, shown, strict=True):
            zone = cells.get("time_zone") or "Europe/Brussels"
            for column, text in row.items():
                wanted = _cell(columns[column], cells[column], zone)
                assert (float(text) if isinstance(wanted, float) else text) == (
                    wanted if isinstance(wanted, float) else str(wanted)
                ), column


def test_what_a_workbook_cannot_hold_is_told(tmp_path):
    from coachlog.export.sheet import Sheet
    from coachlog.export.xlsx import write_workbook

    table = public_tables()["network_advices"]
    rows = [(1, 1, "a\x07b\ud800", None), (1, 2, "_x0041_", None), (2, 3, "left", None)]
    with (tmp_path / "x.xlsx").open("wb") as file:
        told = write_workbook(
            file, [Sheet(table.name, table.columns, rows)], tmp_path, "Etc/UTC", most_rows=3
        )

    assert [tuple(place) for place in told.cleaned] == [("network_advices", "text", 1)]
    assert told.left_out == {"network_advices": 1}
    book = python_calamine.CalamineWorkbook.from_path(tmp_path / "x.xlsx")
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows] == ["text", "ab", "_x0041_"]


def test_a_workbook_goes_into_a_pipe_and_not_onto_a_terminal(program, journal, tmp_path):
    piped = program.start("export", "xlsx", "goals").communicate()[0]
    (tmp_path / "p.xlsx").write_bytes(piped)

    book = python_calamine.CalamineWorkbook.from_path(tmp_path / "p.xlsx")
    assert book.sheet_names == ["goals"]
    assert "cannot be shown" in program.on_terminal("export", "xlsx", "goals").out
    with Path("/dev/full").open("wb") as full:
        ended = program.start("export", "xlsx", "goals", stdout=full)
        assert "No space" in ended.communicate()[1].decode()
    assert ended.returncode == 5


def test_a_database_has_the_tables_with_their_types_and_nothing_else(
    call, program, journal, tmp_path
):
    told = call("export", "sqlite", "--output", "t.sqlite")

    assert told.code == 0, told.err
    public = [table for table in public_tables().values() if not table.is_private]
    with closing(sqlite3.connect(tmp_path / "t.sqlite")) as made:
        kinds = made.execute("select distinct type from sqlite_master").fetchall()
        assert sorted(kinds) == [("index",), ("table",)]
        names = made.execute("select name from sqlite_master where type = 'table'").fetchall()
        assert sorted(names) == sorted((table.name,) for table in public)
        types = dict(
            made.execute("select name, type from pragma_table_info('balances')").fetchall()
        )
        for table in public:
            rows = made.execute(f"select * from {table.name} order by rowid").fetchall()
            assert [["" if v is None else str(v) for v in row] for row in rows] == view(
                program, table.name
            )
    assert types == {
        **dict.fromkeys(("number", "clients"), "INTEGER"),
        **dict.fromkeys(("hours", "paid"), "REAL"),
        "until_on": "TEXT",
    }


def test_a_database_without_names_has_none_and_says_what_it_still_is(call, journal, tmp_path):
    told = call(
        *("export", "sqlite", "--output", "t.db", "--pseudonymise", "--private"),
        *("--coachee", "amina"),
    )

    assert told.code == 0, told.err
    assert "the file is personal data" in told.err
    data = (tmp_path / "t.db").read_bytes().lower()
    assert [name for name in (b"amina", b"peeters", b"lotte") if name in data] == []
    with closing(sqlite3.connect(tmp_path / "t.db")) as made:
        (handle,) = made.execute("select handle from coachees").fetchone()
        assert made.execute("select distinct coachee from sessions").fetchall() == [(handle,)]
        assert made.execute("select count(*) from sessions_private").fetchone() > (0,)


def test_the_log_of_icf_has_its_columns_and_names_who_agreed(call, keep, tmp_path):
    keep(
        talk(coachee="Amina El Idrissi", minutes=90, date="2026-03-02T10:00"),
        talk(coachee="Amina El Idrissi", minutes=30, paid="pro_bono", date="2026-04-02T10:00"),
        talk(coachee="Bo", minutes=60, people=4, date="2026-04-03T10:00"),
        talk(coachee="Chris", minutes=45, date="2026-05-03T10:00"),
    )
    kept(call, "config", "set", "training_started_on", "2024-03-01")
    kept(call, "hours", "new", "--until", "2025-12-31", "--hours", "40,5", "--paid", "30")
    kept(call, "coachee", "edit", "amina-el", "--reach", "amina@firma.be")
    kept(call, "hours", "consent", "amina-el")
    kept(
        call, "trajectory", "edit", 2, "--setting", "internal", "--policy", "yes", "--letter", "yes"
    )

    rows = call("export", "csv", "--log", "icf").rows

    assert [tuple(row.values()) for row in rows] == [
        ("Opening balance 1", "", "", "", "", "2025-12-31", "30.0", "10.5"),
        (
            "Amina El Idrissi",
            "Individual",
            "1",
            "amina@firma.be",
            "2026-03-02",
            "2026-04-02",
            "1.5",
            "0.5",
        ),
        ("client 1", "Group", "4", "", "2026-04-03", "2026-04-03", "1.0", "0.0"),
        ("Total", "", "", "", "", "", "32.5", "11.0"),
    ]
    assert list(rows[0]) == [
        *("Client name", "Individual/Group", "Number in group", "Contact", "Start", "End"),
        *("Paid hours", "Pro bono hours"),
    ]
    of_april = call("export", "csv", "--log", "icf", "--since", "2026-04", "--excel").out
    assert "Amina El Idrissi;Individual;1;amina@firma.be;2026-04-02;2026-04-02;0,0;0,5" in of_april
    refused(call("export", "csv", "sessions", "--log", "icf"), 2, "all of your practice")


def test_the_logs_of_emcc_are_four_tables(call, keep, tmp_path):
    keep(
        talk(coachee="Amina El Idrissi", minutes=90, date="2025-03-02T10:00"),
        talk(coachee="Bo Peeters", minutes=60, date="2026-04-03T10:00"),
        talk(coachee="Amina El Idrissi", minutes=30, date="2026-05-02T10:00"),
    )
    kept(call, "hours", "consent", "bo")
    kept(call, "growth", "new", "--kind", "supervision", "--on", "2026-10-02", "--minutes", 90)
    kept(call, "growth", "new", "--kind", "training", "--on", "2026-09-02", "--learned", "=1+1")

    refused(call("export", "csv", "--log", "emcc"), 2, "several tables")
    assert call("export", "csv", "--log", "emcc", "--all", "logs").code == 0
    assert call("export", "xlsx", "--log", "emcc", "--output", "logs.xlsx").code == 0

    _is_valid(tmp_path / "logs")
    book = python_calamine.CalamineWorkbook.from_path(tmp_path / "logs.xlsx")
    assert book.sheet_names == ["client_profile", "client_hours", "cpd_log", "supervision_log"]
    hours = book.get_sheet_by_name("client_hours").to_python()
    assert hours[1:] == [
        ["client 1", 2025.0, 1.0, 1.5, 1.5, 0.0],
        ["client 1", 2026.0, 1.0, 0.5, 0.5, 0.0],
        ["Bo Peeters", 2026.0, 1.0, 1.0, 1.0, 0.0],
        ["Total", "", 3.0, 3.0, 3.0, 0.0],
    ]
    assert book.get_sheet_by_name("cpd_log").to_python()[1][4] == "=1+1"
    assert "Amina" not in (tmp_path / "logs" / "client_profile.csv").read_text()


def test_the_evidence_for_a_fund_adds_up_to_its_report_and_has_nobody(call, keep):
    numbers = keep(
        talk(coachee="Amina El Idrissi", minutes=90, date="2025-03-02T10:00", topic="secret"),
        talk(coachee="Bo Peeters", minutes=60, date="2025-04-03T10:00"),
        talk(coachee="Chris", minutes=20, date="2025-04-03T09:00"),
        talk(coachee="Bo Peeters", date="2026-05-02T10:00"),
    )
    kept(call, "trajectory", "edit", 1, "--project", "Demografieplan")
    kept(call, "erase", "person", "chris", "--yes", "--keep-hours")

    told = call("export", "csv", "--log", "fund", "--since", "2025", "--until", "2025")

    assert [tuple(row.values()) for row in told.rows] == [
        ("2025-03-02", "90", "coaching", "Demografieplan"),
        ("2025-04-03", "20", "coaching", ""),
        ("2025-04-03", "60", "coaching", ""),
    ]
    assert list(told.rows[0]) == ["held_on", "minutes", "kind", "project"]
    report = call("report", "fund", 2025, "--draft", "--json").json
    assert report["conversations"] == len(told.rows) == len(numbers) - 1
    assert report["hours"] == round(sum(int(row["minutes"]) for row in told.rows) / 60, 2)


def test_what_goes_out_of_a_protected_journal_is_plain_and_that_is_said(call, keep, tmp_path):
    keep(talk(coachee="Amina El Idrissi", topic="Amina leads"))
    (tmp_path / "raw.key").write_text("07" * 32)
    (tmp_path / "raw.key").chmod(0o600)
    key = {"COACHLOG_KEY_FILE": str(tmp_path / "raw.key")}
    assert call("protect", "--yes", env=key).code == 0

    for more in ((), ("--pseudonymise",)):
        told = call("export", "sqlite", "--output", "t.db", "--force", *more, env=key)
        assert told.code == 0, told.err
        assert "this file is not: whoever has it can read it" in told.err
        with closing(sqlite3.connect(tmp_path / "t.db")) as made:
            topics = made.execute("select topic from sessions").fetchall()
        assert topics == [("P1 leads" if more else "Amina leads",)]
    for words in (("csv", "--all", "out"), ("xlsx", "--output", "t.xlsx")):
        assert "this file is not" in call("export", *words, env=key).err
    assert {path.name for path in tmp_path.iterdir()} >= {"t.db", "t.xlsx", "out"}
    assert [path.name for path in tmp_path.glob(".coachlog-*")] == []
