"""The report of a year to the fund."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import refused, talk

NEXT_YEAR = {"COACHLOG_NOW": "2027-01-11T09:00:00Z"}
KINDS = ["coaching", "career", "mentoring", "onboarding", "manager"]


@pytest.fixture
def year(call, keep, prepared):
    """`year(*themes)`: a person for each, with a conversation of an hour and a goal in 2026."""

    def filling(*themes):
        def fill():
            talks = [
                talk(coachee=f"P{n}", minutes=60, goals=[{"statement": f"Goal {n}"}])
                for n in range(len(themes))
            ]
            keep(*talks)
            for n, theme in enumerate(themes, 1):
                if theme:
                    assert call("trajectory", "edit", n, "--theme", theme).code == 0

        prepared(fill, *themes)

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
    none = dict.fromkeys(("coaching_mentoring", "coach_training", "learning_networks"), 0)
    assert people(told) == {"career_support": 6, "motivating_leadership": 7} | none
    assert people(told, "areas") == {"work": 7, "career": 6, "health": 0, "competences": 0}
    assert people(told, "kinds") == dict.fromkeys(KINDS, 0) | {"coaching": 13}
    assert (told["published_on"], told["counted"]) == ("2027-01-11", KINDS)


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
    assert "2026 has been published" in report("2026", "--draft").err


def test_undo_takes_back_what_was_done_before_and_leaves_what_was_published(year, report, call):
    year(*["career_support"] * 6)
    call("trajectory", "edit", 1, "--purpose", "Lead", env=NEXT_YEAR)
    told = report("2026", "--yes")

    undone = call("undo")

    assert "The report itself cannot be undone" in told.err
    assert "The report of 2026 is published and stays" in undone.err
    assert "trajectory 1" in undone.err
    assert call("trajectory", "show", 1, "--json").json["purpose"] is None
    assert report("2026").out == told.out
    call("trajectory", "edit", 1, "--purpose", "Rest", env={"COACHLOG_NOW": "2027-02-01T09:00:00Z"})
    assert "2026" not in call("undo").err


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

    refused(report("2026"), 2, "Fewer than five people", "belong to a few people, or to one")
    told = report("2026", "--yes")
    lines = told.lines

    assert "Fewer than five people" in told.err
    assert lines == ["total\tconversations\t\t\t5", "total\thours\t\t\t4.75"]
    assert report("2026", "--json").json["areas"] == []


def test_a_table_with_few_is_kept_back_as_a_whole_and_the_others_are_told(year, report):
    year(
        *["learning_networks"] * 2,
        *["coach_training"] * 6,
        *["coaching_mentoring"] * 9,
        *["career_support"] * 8,
    )

    told = report("2026", "--draft", "--json").json

    assert people(told) == {"career_support": 8, "motivating_leadership": 0}
    assert people(told, "areas") == {"work": 0, "health": 0, "competences": 17, "career": 8}


@pytest.mark.parametrize(
    "themes",
    [
        ["coaching_mentoring"] * 5 + ["career_support"] * 5 + ["motivating_leadership"],
        ["coaching_mentoring"] * 6 + ["career_support"] * 5 + [""] * 2,
        ["coaching_mentoring,career_support"] + ["coaching_mentoring"] * 5 + ["career_support"] * 5,
    ],
    ids=["one of a kind", "two in none", "one in both"],
)
def test_where_one_area_holds_few_no_area_and_no_theme_is_told(year, report, screen, themes):
    year(*themes)

    told = report("2026", "--draft", "--json").json
    page = screen("report", "fund", "2026", "--draft", **NEXT_YEAR)

    assert people(told) == people(told, "areas") == people(told, "combined") == {}
    assert told["people"] == len(themes)
    assert page.count("–") == 4 + 5 + len(["– is withheld"])
    assert "1 person" not in page


def test_only_kinds_that_count_and_what_was_held_do(year, report, call, keep, program):
    year(*["career_support"] * 6)
    keep(
        talk(coachee="P0", date="2025-12-31T23:30", minutes=60),
        talk(coachee="P1", status="missed", minutes=60),
        talk(coachee="Mentee", minutes=60),
    )
    call("trajectory", "edit", 7, "--kind", "own")

    assert report("2026", "--draft", "--json").json["people"] == 6
    assert report("2026", "--draft", "--json").json["conversations"] == 6
    (program.folder / "fund.toml").write_text('counted = ["coaching", "own"]')
    assert report("2026", "--draft", "--json").json["people"] == 7


@pytest.mark.parametrize("kind", KINDS)
def test_every_role_of_a_coach_counts(call, keep, report, kind):
    """A fund pays for peter- en meterschap as it does for coaching."""
    keep(*[talk(coachee=f"P{n}", minutes=30) for n in range(6)])
    for n in range(1, 7):
        call("trajectory", "edit", n, "--kind", kind, "--theme", "coaching_mentoring")

    told = report("2026", "--draft", "--json").json

    assert [told["people"], told["conversations"], told["hours"]] == [6, 6, 3.0]
    assert people(told, "kinds") == dict.fromkeys(KINDS, 0) | {kind: 6}


def test_kinds_are_told_and_narrowed_with_an_option(year, report, call):
    year(*["career_support"] * 12)
    for n in range(1, 7):
        call("trajectory", "edit", n, "--kind", "onboarding")

    whole = report("2026", "--draft", "--json").json
    some = report("2026", "--draft", "--json", "--kind", "onboarding").json

    assert people(whole, "kinds") == dict.fromkeys(KINDS, 0) | {"coaching": 6, "onboarding": 6}
    assert (some["people"], some["counted"]) == (6, ["onboarding"])
    assert people(some, "kinds") == {"onboarding": 6}
    report("2026", "--yes", "--kind", "onboarding")
    again = report("2026", "--json")
    assert again.json["people"] == 6
    assert "published with these kinds, and that cannot change: onboarding." in again.err
    refused(report("2026", "--draft", "--kind", "sport"), 4, "“sport” is not one of the choices")


def test_somebody_in_several_areas_is_counted_in_each_and_in_their_combination(report, year, call):
    year(*["career_support"] * 8, *["career_support,motivating_leadership"] * 12)

    told = report("2026", "--draft", "--json").json

    assert people(told, "areas") == {"work": 12, "career": 20, "health": 0, "competences": 0}
    assert {"areas": ["work", "career"], "people": 12, "goals": 12} in told["combined"]


def test_a_draft_publishes_nothing_and_says_what_can_be_mended(year, report, keep, call, program):
    year(*["career_support"] * 6)
    keep(talk(coachee="P1", date="2026-11-09T14:00"))
    (program.folder / "fund.toml").write_text('[themes]\nx = "work"\n', encoding="utf-8")

    told = report("2026", "--draft")

    assert "1 conversation has no length and does not count in the hours." in told.err
    assert "These themes are not in your file and do not count: career_support." in told.err
    keep(talk(coachee="Late"))
    assert report("2026", "--draft", "--json").json["people"] == 7
    assert call("report", "fund", "2026", "--draft", "--json").json["people"] == 7


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Which year is it about"),
        (("2027",), 4, "2027 is not over yet"),
        (("2031",), 4, "2031 is not over yet"),
        (("2031", "--draft"), 3, "No conversation of 2031 counts"),
        (("2024",), 3, "No conversation of 2024 counts"),
        (("26",), 4, "“26” is not a year"),
        (("0000",), 4, "is not a year"),
        (("²⁰²⁵",), 4, "is not a year"),
        (("x" * 90,), 4, "is not a year"),
        (("2026",), 2, "A published report cannot be changed"),
        (("2026", "--yes", "--json", "--csv"), 2, "Choose --json or --csv, not both"),
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
    refused(call("report", "fund", "--new-mapping"), 4, "You already have your own file")
    path.write_text("name = 3", encoding="utf-8")
    refused(call("report", "fund", "2026", "--draft"), 4, r"There is a mistake in .*fund\.toml")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Demography fund: report for 2026", "published Mon 11 Jan 2027", "6 people")),
        ("nl", ("Demografiefonds: verslag over 2026", "Loopbaanbeleid", "6 mensen", "6,00")),
        (
            "fr",
            (
                "Fonds Démographie\N{NO-BREAK SPACE}: rapport de 2026",
                "Gestion de carrière",
                "6 personnes",
            ),
        ),
    ],
)
def test_the_page_speaks_the_language_of_the_coach(year, report, screen, language, words):
    year(*["career_support"] * 6)
    report("2026", "--yes")

    page = screen("report", "fund", "2026", language=language, **NEXT_YEAR)

    assert all(word in page for word in words), page
    assert "–" in page


@pytest.fixture
def projects(year, call, prepared):
    """Six people in Plan A and seven in Plan B, of two organisations, and two in no project."""

    def fill():
        year(*["career_support"] * 15)
        for n in range(1, 16):
            if n < 14:
                call("trajectory", "edit", n, "--project", "Plan A" if n < 7 else "Plan B")
            call("coachee", "edit", f"p{n - 1}", "--organisation", "Alfa" if n < 10 else "Beta")

    prepared(fill)


@pytest.mark.parametrize(
    ("option", "name", "how_many", "about"),
    [
        ("--project", "Plan A", 6, ("Plan A", None)),
        pytest.param("--project", " plan  b", 7, ("Plan B", None), marks=pytest.mark.nightly),
        ("--organisation", "alfa", 9, (None, "Alfa")),
    ],
)
def test_one_project_or_organisation_has_a_report_of_its_own(
    projects, report, screen, option, name, how_many, about
):
    told = report("2026", option, name, "--yes", "--json")

    assert (told.json["project"], told.json["organisation"]) == about
    assert told.json["people"] == told.json["conversations"] == how_many
    assert people(told.json)["career_support"] == how_many
    assert f'report fund 2026 {option} "{about[0] or about[1]}" --csv' in told.err
    assert report("2026", option, name, "--json").out == told.out
    assert (about[0] or about[1]) in screen("report", "fund", "2026", option, name, **NEXT_YEAR)


def test_a_year_is_published_in_one_way_so_that_nothing_can_be_subtracted(projects, report):
    """All minus the projects are two people: whoever has both kinds of reports would know."""
    report("2026", "--project", "Plan A", "--yes")
    report("2026", "--project", "Plan B", "--yes")

    for words in ((), ("--organisation", "Beta")):
        refused(report("2026", *words, "--yes"), 4, "in a different way: a report for each project")
        assert report("2026", *words, "--draft").code == 0
    assert report("2026", "--project", "Plan A").code == 0


def test_a_whole_year_that_was_published_leaves_no_room_for_its_parts(projects, report):
    report("2026", "--yes")

    refused(report("2026", "--project", "Plan A", "--yes"), 4, "the whole year in one report")


def test_a_published_project_is_told_for_ever_and_has_no_training_hours(projects, report, call):
    call("growth", "new", "--kind", "training", "--minutes", "90", "--on", "2026-11-02")
    told = report("2026", "--project", "Plan A", "--yes", "--json")
    for n in range(1, 7):
        call("trajectory", "edit", n, "--project", "")

    assert told.json["training_hours"] is None
    assert report("2026", "--project", "plan a", "--json").out == told.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--project", "Plan C"), 3, "“Plan C” is not known here"),
        (("--organisation", "x"), 3, "“x” is not known here"),
        (
            ("--project", "Plan A", "--organisation", "Alfa"),
            2,
            "Choose --project or --organisation, not both",
        ),
    ],
)
def test_a_project_that_nobody_named_is_refused(projects, report, words, code, told):
    refused(report("2026", "--draft", *words), code, told)


def test_a_project_is_a_field_of_the_trajectory_like_any_other(call, keep, screen):
    keep(talk())
    call("trajectory", "edit", 1, "--project", "Demografieplan 2026")
    given = '{"coachee": "amina", "project": "Demografieplan 2026"}'
    assert call("trajectory", "new", "--from", "-", stdin=given).code == 0

    assert call("trajectory", "show", 2, "--json").json["project"] == "Demografieplan 2026"
    assert call("export", "csv", "trajectories").rows[0]["project"] == "Demografieplan 2026"
    assert "Demografieplan 2026" in screen("trajectory", "show", 1)
    assert "Project" in screen("search", "demografieplan")
    call("undo")
    call("undo")
    assert call("trajectory", "show", 1, "--json").json["project"] is None
