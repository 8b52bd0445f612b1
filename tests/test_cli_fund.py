"""The report of a year to the fund."""

import json
import sqlite3
from contextlib import closing, suppress
from datetime import date
from itertools import combinations, product
from operator import mul

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.clock import moment_of
from coachlog.journal.trajectory.fund import USUAL
from coachlog.report.fund import yearly
from coachlog.report.fund.cells import FEWEST
from coachlog.store.work import Work
from tests.conftest import refused, talk

NEXT_YEAR = {"COACHLOG_NOW": "2027-01-11T09:00:00Z"}
THEMES = ("career_support", "motivating_leadership", "learning_networks")


@pytest.fixture
def year(call, keep):
    """`year(*themes)`: a person for each, with a conversation of an hour and a goal in 2026."""

    def filling(*themes):
        talks = [
            talk(coachee=f"P{n}", minutes=60, goals=[{"statement": f"Goal {n}"}])
            for n in range(len(themes))
        ]
        keep(*talks)
        for n, theme in enumerate(themes, 1):
            if theme:
                assert call("trajectory", "edit", n, "--theme", theme).code == 0

    return filling


@pytest.fixture
def report(call):
    """`report(*options)`: what `report fund` says in January of the next year."""

    def reporting(*options, **env):
        return call("report", "fund", *options, env=NEXT_YEAR | env)

    return reporting


def people(told, part="themes"):
    return {each["id"]: each["people"] for each in told[part] if each["people"] is not None}


def test_a_year_is_told_in_figures(year, report, call):
    year(*["career_support"] * 6, *["motivating_leadership"] * 7)
    call("growth", "new", "--kind", "training", "--minutes", "90", "--on", "2026-11-02")
    call("growth", "new", "--kind", "reading", "--minutes", "600", "--on", "2026-11-02")

    told = report("2026", "--yes", "--json").json

    totals = ("year", "conversations", "hours", "training_hours", "people", "goals")
    assert [told[key] for key in totals] == [2026, 13, 13.0, 1.5, 13, 13]
    assert people(told) == {"career_support": 6, "motivating_leadership": 7}
    assert people(told, "areas") == {"work": 7, "career": 6}
    assert (told["published_on"], told["counted"]) == ("2027-01-11", ["coaching"])


def test_published_once_a_year_is_told_the_same_for_ever(year, report, call, keep, program):
    year(*["career_support"] * 6, *["motivating_leadership"] * 7)
    forms = ((), ("--json",), ("--csv",))
    first = [report("2026", "--yes", *form).out for form in forms]

    keep(talk(coachee="Late", minutes=60))
    call("trajectory", "edit", 1, "--theme", "")
    assert call("coachee", "remove", "p2", "--yes").code == 0
    (program.folder / "fund.toml").write_text('[themes]\nx = "work"\n', encoding="utf-8")

    assert [report("2026", *form).out for form in forms] == first
    assert report("2026", "--draft", "--json").json["people"] == 13
    assert "2026 was published" in report("2026", "--draft").err


def test_undo_takes_back_what_was_done_before_and_leaves_what_was_published(year, report, call):
    year(*["career_support"] * 6)
    call("trajectory", "edit", 1, "--purpose", "Lead")
    told = report("2026", "--yes").out

    assert call("undo").code == 0

    assert call("trajectory", "show", 1, "--json").json["purpose"] is None
    assert report("2026").out == told


def test_what_is_kept_of_a_report_holds_no_person(year, report, program):
    year(*["career_support"] * 6)
    report("2026", "--yes")

    with closing(sqlite3.connect(program.store)) as store:
        [[body]] = store.execute("select body from published").fetchall()
        found = store.execute("select id from coachee union select name from coachee")
        ids = [row[0] for row in found]

    assert json.loads(body)["year"] == 2026
    assert [each for each in ids if each in body] == []


def test_with_fewer_than_five_people_only_conversations_and_hours_are_told(year, report, keep):
    year(*["career_support"] * 4)
    keep(talk(coachee="P0", date="2026-11-09T14:00", minutes=45))

    lines = report("2026", "--yes").lines

    assert lines == ["total\tconversations\t\t\t5", "total\thours\t\t\t4.75"]
    assert report("2026", "--json").json["areas"] == []


def test_few_and_the_next_smallest_of_their_area_are_kept_back(year, report):
    year(
        *["learning_networks"] * 2,
        *["coach_training"] * 6,
        *["coaching_mentoring"] * 9,
        *["career_support"] * 8,
    )

    told = report("2026", "--draft", "--json").json

    assert people(told) == {"coaching_mentoring": 9, "career_support": 8}
    assert people(told, "areas") == {"competences": 17, "career": 8}


def test_the_next_smallest_area_goes_with_few_people_whose_areas_overlap(year, report, call):
    year(*["coaching_mentoring"] * 9, *["motivating_leadership"] * 7)
    for number in range(1, 4):
        call("trajectory", "edit", number, "--area", "health")

    told = report("2026", "--draft", "--json").json

    assert people(told, "areas") == {"competences": 9}
    assert people(told) == {"coaching_mentoring": 9}


def test_only_kinds_that_count_and_what_was_held_do(year, report, call, keep, program):
    year(*["career_support"] * 6)
    keep(
        talk(coachee="P0", date="2025-12-31T23:30", minutes=60),
        talk(coachee="P1", status="missed", minutes=60),
        talk(coachee="Mentee", minutes=60),
    )
    call("trajectory", "edit", 7, "--kind", "mentoring")

    assert report("2026", "--draft", "--json").json["people"] == 6
    assert report("2026", "--draft", "--json").json["conversations"] == 6
    (program.folder / "fund.toml").write_text('counted = ["coaching", "mentoring"]')
    assert report("2026", "--draft", "--json").json["people"] == 7


def test_somebody_in_several_areas_is_counted_in_each_and_in_their_combination(report, year, call):
    year(*["career_support"] * 6, *["career_support,motivating_leadership"] * 7)

    told = report("2026", "--draft", "--json").json

    assert people(told, "areas") == {"work": 7, "career": 13}
    assert {"areas": ["work", "career"], "people": 7, "goals": 7} in told["combined"]


def test_a_draft_publishes_nothing_and_says_what_can_be_mended(year, report, keep, call, program):
    year(*["career_support"] * 6)
    keep(talk(coachee="P1", date="2026-11-09T14:00"))
    (program.folder / "fund.toml").write_text('[themes]\nx = "work"\n', encoding="utf-8")

    told = report("2026", "--draft")

    assert "1 conversation has no length and counts for no hours." in told.err
    assert "These themes are not in your file and do not count: career_support." in told.err
    keep(talk(coachee="Late"))
    assert report("2026", "--draft", "--json").json["people"] == 7
    assert call("report", "fund", "2026", "--draft", "--json").json["people"] == 7


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Of which year"),
        (("2027",), 4, "2027 is not over yet"),
        (("2031",), 4, "2031 is not over yet"),
        (("2031", "--draft"), 3, "No conversation of 2031 counts"),
        (("2024",), 3, "No conversation of 2024 counts"),
        (("26",), 4, "“26” is no year"),
        (("0000",), 4, "is no year"),
        (("²⁰²⁵",), 4, "is no year"),
        (("x" * 90,), 4, "is no year"),
        (("2026",), 2, "once and for all"),
        (("2026", "--yes", "--json", "--csv"), 2, "Choose one of --json and --csv"),
    ],
)
def test_what_cannot_be_is_refused(year, report, program, words, code, told):
    year(*["career_support"] * 6)

    refused(report(*words), code, told)

    with closing(sqlite3.connect(program.store)) as store:
        assert store.execute("select count(*) from published").fetchone() == (0,)


def test_the_file_of_the_fund_is_written_once_and_read_again(call, program):
    told = call("report", "fund", "--mapping")
    assert "report fund --new-mapping" in told.err

    assert call("report", "fund", "--new-mapping").code == 0
    path = program.folder / "fund.toml"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace("Demography fund", "Fund A"), encoding="utf-8")

    again = call("report", "fund", "--mapping")
    assert written == told.out
    assert str(path) in again.err
    assert 'name = "Fund A"' in again.out
    refused(call("report", "fund", "--new-mapping"), 4, "You have a file of your own already")
    path.write_text("name = 3", encoding="utf-8")
    refused(call("report", "fund", "2026", "--draft"), 4, r"fund\.toml has a mistake")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Demography fund: report on 2026", "published Mon 11 Jan 2027", "6 people")),
        ("nl", ("Demografiefonds: verslag over 2026", "Loopbaanbeleid", "6 mensen", "6,00")),
        ("fr", ("Fonds Démographie : rapport sur 2026", "Gestion de carrière", "6 personnes")),
    ],
)
def test_the_page_speaks_the_language_of_the_coach(year, report, screen, language, words):
    year(*["career_support"] * 6)
    report("2026", "--yes")

    page = screen("report", "fund", "2026", language=language, **NEXT_YEAR)

    assert all(word in page for word in words), page
    assert "–" in page


FLAGS = st.sampled_from((*THEMES, "coach_training", "work", "health"))
PATTERNS = st.lists(st.sets(FLAGS, max_size=3))


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    return tmp_path_factory.mktemp("fund") / "journal.sqlite"


class Enough(Exception):
    """What an example put into the journal goes again."""


@settings(max_examples=60)
@given(people=PATTERNS, more=PATTERNS)
def test_no_linear_combination_tells_of_a_group_under_five(journal, people, more):
    """Whole numbers up to two of up to four counts, and any combination for our own counts."""
    groups = [frozenset(each) for each in (*people, *more)] + [frozenset({"work"})] * 3
    with suppress(Enough), Work(journal, "test", moment_of("2027-01-11T09:00:00.000Z")) as work:
        for n, flags in enumerate(groups):
            fill(work, n, flags)
        told = yearly.publish(work, USUAL, 2026, date(2027, 1, 11))
        assert yearly.published(work, 2026) == told
        counts = {(part, name): has for part, name, has in every_count()}
        shown = {
            (one.part, one.id): [int(counts[one.part, one.id](each)) for each in groups]
            for one in told.lines
            if one.people is not None
        }
        assert all(
            sum(shown[one.part, one.id]) == one.people >= FEWEST
            for one in told.lines
            if one.people is not None
        )
        rows = list(shown.values())
        for has in counts.values():
            few = [int(has(each)) for each in groups]
            assert not (0 < sum(few) < FEWEST and rank([*rows, few]) == rank(rows))
        for many in range(1, min(4, len(rows)) + 1):
            for chosen in combinations(rows, many):
                for factors in product((-2, -1, 1, 2), repeat=many):
                    made = [sum(map(mul, factors, each)) for each in zip(*chosen, strict=True)]
                    assert not ({*made} == {0, 1} and sum(made) < FEWEST)
        raise Enough


def fill(work, n, flags):
    day = "2026-06-01"
    at = f"{day}T09:00:00.000Z"
    work.execute(
        "insert into coachee (id, handle, name, name_sort, created_at)"
        " values (:id, :id, :id, :id, :at)",
        id=f"c{n}",
        at=at,
    )
    work.execute(
        "insert into trajectory (id, number, coachee_id, kind, starts_on, status, created_at)"
        " values (:id, :n, :of, 'coaching', :day, 'active', :at)",
        id=f"t{n}",
        n=n,
        of=f"c{n}",
        day=day,
        at=at,
    )
    work.execute(
        "insert into session (id, number, coachee_id, trajectory_id, status, starts_at, time_zone,"
        " held_on, created_at) values (:id, :n, :who, :of, 'held', :at, 'UTC', :day, :at)",
        id=f"s{n}",
        n=n,
        who=f"c{n}",
        of=f"t{n}",
        day=day,
        at=at,
    )
    for theme in flags:
        work.execute(
            "insert into trajectory_theme (id, trajectory_id, theme) values (:id, :of, :theme)",
            id=f"h{n}{theme}",
            of=f"t{n}",
            theme=theme,
        )


def every_count():
    """Every count there is, told or not, from its meaning and not from the program."""
    areas = ("work", "health", "competences", "career")

    def of(flags):
        return {USUAL.themes.get(each, each) for each in flags}

    yield "total", "people", lambda _flags: True
    for area in areas:
        yield "area", area, lambda flags, area=area: area in of(flags)
    for theme in USUAL.themes:
        yield "theme", theme, lambda flags, theme=theme: theme in flags
    for many in range(5):
        for chosen in combinations(areas, many):
            yield "combined", "+".join(chosen), lambda flags, chosen=chosen: of(flags) == {*chosen}


def rank(rows, prime=2**31 - 1):
    """The rank of whole numbers, by another way than the program's: modulo a prime."""
    rows, found = [[value % prime for value in row] for row in rows], 0
    for place in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[place]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        inverse = pow(pivot[place], -1, prime)
        for row in rows[found + 1 :]:
            times = row[place] * inverse % prime
            pairs = zip(row, pivot, strict=True)
            row[:] = [(value - times * other) % prime for value, other in pairs]
        found += 1
    return found
