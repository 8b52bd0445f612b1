"""`export csv`: the views as other programs read them."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import EXAMPLE, refused, talk

TABLES = (
    "coachees",
    "talents",
    "trajectories",
    "goals",
    "goal_scores",
    "sessions",
    "options",
    "actions",
    "answers",
    "answers_private",
    "sessions_private",
)
NOT_IN_THE_EXAMPLE = (
    *("goal_levels", "learning_moments", "balances", "topics", "releases"),
    *("reviews", "confidences", "objectives", "goal_links", "goal_lenses", "observations"),
    *("trajectory_themes", "trajectories_private", "communication_forms", "checkins", "consents"),
    *("everybody", "self_ratings", "options_private"),
    "checklist_items",
    *("contacts", "referrals"),
    *("networks", "network_meetings", "network_meetings_private"),
    *("network_cases", "network_advices", "requests", "corrections"),
)
AWKWARD = [
    'with "quotes", commas',
    "two\nlines",
    "=1+1",
    "+31",
    "-x",
    "@x",
    "\ttab",
    "é🙂",
    "'",
    "",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_its_view_row_by_row(call, program, keep, table):
    assert call("session", "new", "--from", EXAMPLE).code == 0
    assert call("coachee", "talent", "amina", "Rust bewaren", "--energy", "yes").code == 0
    keep(
        talk(
            answers=[
                {"stage": "goal", "question": "q1", "text": "a\nb", "asked": "Why?"},
                {"stage": "goal", "question": "q2", "text": "c", "layer": "private"},
            ]
        )
    )
    with closing(sqlite3.connect(program.store)) as store:
        found = store.execute(f"select * from {table}")
        columns = [column[0] for column in found.description]
        rows = {tuple("" if v is None else str(v) for v in row) for row in found}

    exported = list(csv.reader(io.StringIO(call("export", "csv", table).out, newline="")))

    assert exported[0] == columns
    assert {tuple(row) for row in exported[1:]} == rows
    assert len(exported) - 1 == len(rows) > 0


def test_every_view_of_the_nouns_can_be_exported(call, program):
    call("session", "new", "--from", EXAMPLE)
    with closing(sqlite3.connect(program.store)) as store:
        sql = "select name from sqlite_master where type = 'view'"
        views = {name for (name,) in store.execute(sql)}
    doors = {name for name in views if name.endswith("_again")}
    own_page_only = {"sessions_discreet", "answers_discreet"}

    assert views - doors - own_page_only - {"log"} == {*TABLES, *NOT_IN_THE_EXAMPLE}


def test_lines_end_as_the_standard_has_it_and_values_are_unchanged(call, keep):
    keep(*(talk(topic=text) for text in AWKWARD))

    told = call("export", "csv", "sessions")

    assert told.out.count("\r\n") == len(AWKWARD) + 1
    assert [row["topic"] for row in told.rows] == [text.strip() for text in AWKWARD]
    assert not told.out.startswith("\ufeff")


def test_for_a_spreadsheet_formulas_are_guarded(call, keep):
    keep(*(talk(topic=text) for text in AWKWARD))

    told = call("export", "csv", "sessions", "--excel")

    assert told.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(told.out[1:], newline=""), delimiter=";"))
    guarded = {"=1+1": "'=1+1", "+31": "'+31", "-x": "'-x", "@x": "'@x"}
    assert [row["topic"] for row in rows] == [guarded.get(t.strip(), t.strip()) for t in AWKWARD]


MISREAD = (
    *("0475123456", "007", "00", "1234567890123456", "1E5", "1e-3", "5.", "1,50", "1.5", "12.500"),
    *(
        "1/2",
        "3-4",
        "3/10",
        "1 1/2",
        "½ 1/2",
        "14:00",
        "1:30 pm",
        "10 am",
        "5%",
        "€ 5",
        "5 EUR",
        "(5)",
    ),
    *("SEPT2", "MARCH1", "dec1", "5 mei", "mrt 26", "1 févr. 2026", "14 août", "2026-11-29"),
    *(
        "waar",
        "VRAI",
        "true",
        "#N/A",
        "#WAARDE!",
        "=1+1",
        "＝SUM(1)",
        "＋32",
        "−1 ＠",
        "-x",
        "9" * 250,
    ),
)
"""From what Microsoft tells of opening text files: numbers, days, times, fractions, formulas."""
KEPT = (
    *("7", "0", "123456789012345", "Amina", "toestel 214", "A4", "P3", "12e", "14u30", "3 maanden"),
    *(
        "'t Hof",
        "'",
        "waar is het",
        "Koen: 1/2 dag",
        "mei",
        "1 of 2",
        "x" * 300,
        "1. Bellen\n2. Gaan",
    ),
)


def _read_back(cell):
    """What the reference says an import makes of a cell."""
    from coachlog.export.excel import guarded

    bare = cell.lstrip("'")
    return cell[1:] if cell != bare and guarded(bare) != bare else cell


@pytest.mark.parametrize("text", MISREAD)
@pytest.mark.parametrize("apostrophes", ["", "'", "''"])
def test_a_text_that_excel_would_change_stays_one(text, apostrophes):
    from coachlog.export.excel import guarded

    cell = guarded(apostrophes + text)

    assert cell == f"'{apostrophes}{text}"
    assert _read_back(cell) == apostrophes + text


@pytest.mark.parametrize("text", KEPT)
def test_a_text_that_excel_leaves_alone_gets_nothing(text):
    from coachlog.export.excel import guarded

    assert guarded(text) == _read_back(text) == text


def test_a_phone_number_and_local_times_for_a_spreadsheet(call, keep):
    assert (
        call("coachee", "new", "--name", "007", "--reach", "0475123456", "--since", "1/9/2026").code
        == 0
    )
    keep(talk(date="2026-11-02T10:00", time_zone="America/New_York", next_at="2026-12-01T18:00"))

    person, talked = (
        next(csv.DictReader(io.StringIO(told.out[1:], newline=""), delimiter=";"))
        for told in (call("export", "csv", table, "--excel") for table in ("coachees", "sessions"))
    )

    assert (person["name"], person["reach"], person["since"]) == (
        "'007",
        "'0475123456",
        "2026-09-01",
    )
    assert (talked["starts_at"], talked["next_at"]) == (
        "2026-11-02 10:00:00",
        "2026-12-01 18:00:00",
    )


def test_the_order_is_that_of_the_numbers(call, keep):
    keep(talk(date="2026-11-05"), talk(date="2026-11-03"), talk(date="2026-11-04"))

    assert [row["number"] for row in call("export", "csv", "sessions").rows] == ["1", "2", "3"]


def test_a_table_that_is_none(call):
    refused(call("export", "csv", "meta"), 3, "no table called meta")
    refused(call("export", "csv", "sessions; drop table session"), 3, "no table")
