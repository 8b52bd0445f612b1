"""The lists that mentors and HR have, brought in by the front door."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.guide.script import typed
from tests.guide.terminal import Home
from tests.intake.tables import lists


def brought(result: Any) -> dict[str, Any]:
    """What one file did, in JSON."""
    assert result.code == 0, result.err
    told: dict[str, Any] = result.json[0]
    return told


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """`file(name, text)`: a list as a file."""

    def made(name: str, text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return made


def test_a_list_of_conversations_lands_in_the_private_layer_and_once_only(
    call: Any, file: Any
) -> None:
    path = file("lijst.csv", lists.TALKS)

    first = call("import", path, "--new")
    again = brought(call("import", path, "--json"))
    talks = call("session", "list", "--json").json
    call("undo")

    assert first.err.splitlines() == [
        "lijst.csv: a list as CSV.",
        "Headings in line 1. Each row: conversations (--noun). Datum → Date, Naam → Last name, "
        "Voornaam → First name, Duur → Minutes, Onderwerp → Topic, Opmerkingen → Private note",
        "Only for you, in the private note: Sfeer",
        "New: 3 conversations",
        "People added: An Peeters, Bram Janssens",
        "Not taken, or not whole: 1",
        "  line 6: It is a sum.",
        "To take it back: coachlog undo",
    ]
    assert (again["new"], again["changed"], again["same"]) == ({}, {}, {"session": 3})
    assert [(each["coachee"], each["held_on"], each["minutes"]) for each in talks] == [
        ("an", "2025-04-02", 90),
        ("bram", "2025-03-15", 45),
        ("an", "2025-03-14", 90),
    ]
    assert talks[1]["starts_at"] == "2025-03-15T13:30:00.000Z"
    assert call("session", "list", "--json").json == []


def test_free_words_are_only_for_the_coach_unless_they_are_mapped(call: Any, file: Any) -> None:
    row = ("14/03/2025", "An", "Samen bekeken", "Bellen\nMailen", "Twijfelt")
    text = lists.as_csv(("Datum", "Naam", "Samenvatting", "Acties", "Sfeer"), row)
    path = file("lijst.csv", text)

    said = call("import", path, "--new").err
    private = call("session", "show", "1", "--json").json
    call("undo")
    mapped = ("--map", "Samenvatting=summary", "--map", "acties=Actie", "--map", "Sfeer=-")
    call("import", path, "--new", *mapped)
    shared = call("session", "show", "2", "--json").json

    assert '--map "Samenvatting=summary"' in said
    assert private["private_note"] == (
        "Samenvatting: Samen bekeken\nActies: Bellen\nMailen\nSfeer: Twijfelt"
    )
    assert "summary" not in private
    assert shared["summary"] == "Samen bekeken"
    assert [each["what"] for each in shared["actions"]] == ["Bellen", "Mailen"]
    assert "private_note" not in shared


def test_a_spreadsheet_is_the_same_list_in_each_kind_of_file_and_under_any_name(
    call: Any, tmp_path: Path
) -> None:
    paths = [
        lists.workbook(tmp_path / "gesprekken.xlsx"),
        lists.FILES / "gesprekken.ods",
        lists.FILES / "gesprekken.xls",
        lists.workbook(tmp_path / "gesprekken.csv"),
    ]

    results = [brought(call("import", path, "--new", "--json")) for path in paths]
    talk = call("session", "show", "1", "--json").json

    assert [each["format"] for each in results] == ["xlsx"] * 4
    assert [each["new"] for each in results] == [{"session": 2}, {}, {}, {}]
    assert [each["same"] for each in results[1:]] == [{"session": 2}] * 3
    assert [each["told"] for each in results] == [
        [{"place": "row 6", "reason": "It is a sum."}]
    ] * 4
    assert (talk["date"], talk["minutes"], talk["form"]) == ("2025-03-14T14:30", 90, "video")
    assert talk["private_note"] == "Ze is moe\nActies: Bellen met Koen\nAgenda vragen"


def test_a_column_identifies_rows_that_change_later(call: Any, file: Any) -> None:
    headings = ("Nr", "Datum", "Naam", "Duur", "Onderwerp")
    before = lists.as_csv(headings, ("7", "14/03/2025", "An", "60 min", "Planning"))
    after = lists.as_csv(headings, ("7", "14/03/2025", "An", "1u30", "Planning van mei"))

    call("import", file("lijst.csv", before), "--new", "--key", "Nr")
    changed = brought(call("import", file("later.csv", after), "--key", "Nr", "--json"))
    other = lists.as_csv(("Nr", "Dag", "Wie"), ("7", "1/4/2025", "An"))
    another = brought(call("import", file("ander.csv", other), "--key", "Nr", "--json"))
    talk = call("session", "show", "1", "--json").json

    assert (changed["new"], changed["changed"]) == ({}, {"session": 1})
    assert (talk["minutes"], talk["topic"]) == (90, "Planning van mei")
    assert another["new"] == {"session": 1}, "row 7 of another list is another conversation"


def test_people_come_from_the_list_of_hr_and_a_shared_telephone_is_nobody(
    call: Any, file: Any
) -> None:
    path = file("hr.csv", lists.PEOPLE, "cp1252")

    told = brought(call("import", path, "--json"))
    call("import", path)
    people = {each["handle"]: each for each in call("coachee", "list", "--json").json}

    assert told["new"] == {"coachee": 3}
    assert [each["reason"][:45] for each in told["told"]] == [
        "Left out, as no field is known for: Geboorted"
    ]
    assert sorted(people) == ["an", "chloe", "dirk"]
    assert people["chloe"]["name"] == "Chloé De Smet"
    assert people["an"]["reach"] == "an.peeters@bedrijf.be · 0475 12 34 56"
    assert [people[who]["language"] for who in ("an", "chloe", "dirk")] == ["nl", "fr", "nl"]


def test_the_log_of_hours_becomes_opening_balances(call: Any, file: Any) -> None:
    told = brought(call("import", file("icf.csv", lists.HOURS), "--json"))
    balances = call("hours", "list", "--json").json

    assert told["new"] == {"hours": 2}
    assert [tuple(each.values()) for each in balances] == [
        (1, "2023-06-30", 14.5, 12.5, 1),
        (2, "2023-09-01", 8, 8, 6),
    ]
    assert "It is a sum." in [each["reason"] for each in told["told"]]
    before = file("vroeger.csv", "Datum;Uren;Betaald\n31/12/2022;120,5;100\n")
    assert brought(call("import", before, "--json"))["new"] == {"hours": 1}
    assert [call("hours", "show", "3", "--json").json[key] for key in ("hours", "paid")] == [
        120.5,
        100,
    ]


def test_a_choice_of_columns_is_kept_used_listed_and_removed(
    call: Any, file: Any, program: Program
) -> None:
    mapped = ("--noun", "coachee", "--map", "Wie=name", "--map", "Waar=team", "--map", "X=-")
    path = file("eerste.csv", "Wie,Waar,X\nAn Peeters,Spoed,1\n")
    call("import", path, *mapped, "--profile", "Mijn HR", "--dry-run")
    assert call("profile", "list", "--json").json == []

    kept = call("import", path, *mapped, "--profile", "Mijn HR").err
    later = file("later.csv", "Lijst van,mei\n2025,\nX,Waar,Wie\n2,Keuken,Bram\n")
    used = brought(call("import", later, "--profile", "mijn-hr", "--json"))
    shown = call("profile", "show", "mijn-hr", "--json").json
    profile = program.config.parent / "profiles" / "mijn-hr.toml"

    assert str(profile) in kept
    assert profile.stat().st_mode & 0o777 == 0o600
    assert (used["new"], used["told"]) == ({"coachee": 1}, [])
    assert [(each["column"], each["field"]) for each in shown["columns"]] == [
        ("Wie", "name"),
        ("Waar", "team"),
        ("X", "-"),
    ]
    assert call("profile", "remove", "mijn-hr").code == 0
    assert call("profile", "show", "mijn-hr").code == 3


@pytest.mark.parametrize(("language", "word"), [("en", "people"), ("nl", "mensen")])
def test_the_profiles_are_listed_with_the_word_of_what_they_list(
    language: str, word: str, file: Any, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    path = file("list.csv", "Wie,Waar\nAn Peeters,Spoed\n")
    told = ("--noun", "coachee", "--map", "Wie=name", "--profile", "hr", "--yes")
    typed(home, ("import", str(path), *told), [])

    listed = typed(home, ("profile", "list"), [], COACHLOG_LANG=language)

    assert f"hr {word} " in listed.shown


def test_lists_in_each_language_are_read_by_their_headings_and_by_what_stands_under_them(
    call: Any, file: Any
) -> None:
    french = (
        ("Date de l’entretien", "Heure", "Collaborateur", "Durée (min)", "Sujet", "Prochain RDV"),
        ("14/03/2025", "14h30", "Zoë Dupont", "45", "Accueil", "21/03/2027"),
    )
    english = (
        ("Date", "Start", "End", "Employee", "Topic", "Location", "Status", "Paid"),
        ("14 March 2025", "09:00 AM", "10:00 AM", "Zoe Dupont", "More", "Teams", "fine", "40 EUR"),
    )
    people = (
        ("Nom", "Prénom", "Courriel", "Fonction", "Service", "Langue"),
        ("Dupont", "Zoë", "zoe@x.be", "infirmière", "Urgences", "Français"),
    )

    results = [
        brought(call("import", file(f"{n}.csv", lists.as_csv(*rows)), "--new", "--json"))
        for n, rows in enumerate((people, french, english))
    ]
    talks = {each["topic"]: each for each in call("session", "list", "--json").json}
    person = call("coachee", "show", "zoe", "--json").json

    assert [each["new"] for each in results] == [{"coachee": 1}, {"session": 1}, {"session": 1}]
    assert (person["name"], person["team"], person["language"]) == ("Zoë Dupont", "Urgences", "fr")
    assert (talks["Accueil"]["minutes"], talks["Accueil"]["starts_at"]) == (
        45,
        "2025-03-14T13:30:00.000Z",
    )
    assert talks["Accueil"]["next_at"] == "2027-03-21T08:00:00.000Z"
    assert (talks["More"]["minutes"], talks["More"]["form"]) == (60, "video")
    note = call("session", "show", talks["More"]["number"], "--json").json["private_note"]
    assert note == "Status: fine\nPaid: 40 EUR", "what does not fit a field is not lost"


def test_what_is_not_clear_is_refused_with_the_option_to_add(call: Any, file: Any) -> None:
    cases = (
        ("Wanneer?,Gast\n14/03/2025,An\n", ("--noun", "session"), '--map "Gast=name"'),
        (
            "Gast,Moment\nAn,14/03/2025\n",
            ("--noun", "gesprek"),
            '--map "Moment=date" --map "Gast=name"',
        ),
        ("Naam,Moment\nAn,14/03/2025\n", ("--noun", "session"), '--map "Moment=date"'),
        ("Naam,Functie\nAn,arts\n", ("--noun", "contact"), '=where"'),
        ("Kleur,Maat\nrood,groot\n", (), "--noun session"),
        ("Naam,Datum\nAn,14/03/2025\n", ("--map", "Datm=date"), "Did you mean “Datum”?"),
        ("Naam,Datum\nAn,14/03/2025\n", ("--map", "Datum=dote"), "session has no field “dote”"),
        ("Naam,Datum\nAn,14/03/2025\n", ("--noun", "kat"), "There is no list of kat."),
        ("Naam,Datum\nAn,3/14/2025\nBram,3/4/2025\n", (), "--date-order mdy or dmy"),
        ("Naam,Datum,Duur\nAn,3/4/2025,1\nBram,3/4/2025,2\n", (), '--map "Duur=hours"'),
        ("Naam,Datum\n", ("--header-line", "7"), "nothing in line 7"),
    )
    for text, options, remedy in cases:
        options = (*options, "--new") if "session" in options else options

        result = call("import", file("lijst.csv", text), *options)

        assert result.code == 4, (text, result.err)
        assert remedy in result.err.replace("\n  ", " "), (text, result.err)
        assert len(result.err.splitlines()) == 2
    assert call("coachee", "list", "--json").json == []


def test_values_are_read_as_belgians_write_them_and_told_where_they_are_not_clear(
    call: Any, file: Any
) -> None:
    headings = ("Datum", "Uur", "Einde", "Naam", "Uren", "Aantal mensen")
    rows = (
        ("3 maart 2025", "14u30", "16:00", "An", "", "x"),
        ("04/03/2025", "9h", "", "An", "1,5", "4"),
        ("2025-03-05T10:00+02:00", "", "", "An", "1u15", "2,035"),
        ("6/3/2025", "", "", "An", "0:45", "2"),
        ("31/02/2025", "", "", "An", "1", "2"),
        ("07/03/2025", "", "", "An", "veel", "2"),
        ("8 maart", "", "", "An", "1", "2"),
        ("01/06/2027", "9.30", "", "An", "", ""),
        ("", "10:00", "", "An", "1", "2"),
    )
    mapped = ("--map", "Aantal mensen=people", "--new", "--json")

    told = brought(call("import", file("l.csv", lists.as_csv(headings, *rows)), *mapped))
    talks = call("session", "list", "--json").json

    assert {each["place"]: each["reason"].partition(".")[0] for each in told["told"]} == {
        "line 2": "people: “x” is not a whole number from 1 to 999",
        "line 4": "“2,035” in Aantal mensen can be 2",
        "line 6": "“31/02/2025” in Datum cannot be read as a date",
        "line 7": "“veel” in Uren cannot be read as a length of time",
        "line 8": "“8 maart” in Datum cannot be read as a date",
        "line 10": "Nothing stands in Datum",
    }
    assert [(each["starts_at"], each["minutes"], each["status"]) for each in talks] == [
        ("2027-06-01T07:30:00.000Z", None, "planned"),
        ("2025-03-06T08:00:00.000Z", 45, "held"),
        ("2025-03-04T08:00:00.000Z", 90, "held"),
    ]


def test_what_could_not_be_taken_is_mended_and_fed_again(call: Any, file: Any) -> None:
    text = (
        "Datum;Naam;Onderwerp\n14/03/2025;An;a;b\n15/03/2025\n31/02/2025;An;=1+1\n1/3/2025;An;c\n"
    )
    told = brought(call("import", file("lijst.csv", text), "--new", "--json"))
    rejected = Path(told["rejected"])

    lines = rejected.read_text("utf-8-sig").splitlines()
    again = brought(call("import", rejected, "--json"))
    mended = "\n".join([lines[0], *(line.replace("31/02", "28/02") for line in lines[3:])])
    rejected.write_text(mended, "utf-8")
    taken = brought(call("import", rejected, "--json"))

    assert told["new"] == {"session": 1}
    assert lines[0] == "Datum;Naam;Onderwerp;reason"
    assert lines[1].startswith("14/03/2025;An;a;b;It has 4 cells")
    assert lines[2].startswith("15/03/2025;;;It has 1 cells")
    assert [len(again["told"]), again["new"]] == [3, {}]
    assert (taken["new"], taken["told"]) == ({"session": 1}, [])
    assert call("session", "show", "2", "--json").json["topic"] == "=1+1"


def test_our_own_tables_come_back_where_they_went_out(
    call: Any, elsewhere: Any, tmp_path: Path
) -> None:
    talk = {
        "coachee": "an",
        "coachee_name": "An Peeters",
        "date": "2026-03-02T14:00",
        "minutes": 50,
        "topic": "Rust",
        "summary": "Afgesproken: om vijf uur naar huis",
        "private_note": "moe",
    }
    goal = ("--statement", "=Om vijf uur stoppen", "--on", "2026-03-02")
    call("session", "new", "--from", "-", stdin=json.dumps(talk))
    call("coachee", "edit", "an", "--team", "Spoed", "--reach", "'0475 12 34 56")
    call("contact", "new", "--name", "Koen", "--where", "internal")
    call("goal", "new", "--coachee", "an", *goal)
    call("action", "new", "--coachee", "an", "--what", "Bellen", "--on", "2026-03-02")
    tables = ("coachees", "contacts", "sessions", "goals", "actions")

    for number, form in enumerate(((), ("--excel",))):
        for table in tables:
            path = tmp_path / f"{table}{number}.csv"
            path.write_text(call("export", "csv", table, *form).out, "utf-8")
            told = brought(elsewhere("import", path, "--json"))
            assert told["told"] == [], (table, form)
        for table in tables if number == 0 else ():
            assert elsewhere("export", "csv", table).out == call("export", "csv", table).out, table


def test_on_a_terminal_only_what_is_not_clear_is_asked(tmp_path: Path, file: Any) -> None:
    home = Home(tmp_path)
    text = "Rapport;2025\nDatum;Gast;;Acties\n14/03/2025;An;goed;Bellen\n15/03/2025;Bram;;\n"
    path = file("lijst.csv", text)

    told = typed(
        home,
        ("import", str(path), "--new"),
        (
            ("Which line has the names of the columns?", "2"),
            ("What stands in each row?", "conversations"),
            ("Which column is “Person”?", "Gast"),
            ("Column “Acties”, for example: Bellen", "2"),
            ("3 column 3 (goed) → only for you", "3"),
            ("Where does “column 3” go?", "Form of gesprek"),
            ("session has no field", "-"),
            ("column 3 (goed) → left out", ""),
            ("Would be new: 2 conversations", ""),
        ),
    )

    assert told.code == 0, told.shown
    assert "New: 2 conversations" in told.shown


def test_the_order_of_days_and_the_unit_of_lengths_are_asked_too(tmp_path: Path, file: Any) -> None:
    path = file("lijst.csv", "Datum;Naam;Duur\n3/14/2025;An;1\n3/4/2025;An;2\n")

    told = typed(
        Home(tmp_path),
        ("import", str(path), "--new"),
        (
            ("Enter: it is right.", ""),
            ("only fits with the month first. How are days written?", "month first"),
            ("Is “Duur” in minutes or in hours? (1, 2)", "2"),
            ("Would be new: 2 conversations", "n"),
        ),
    )
    home = Home(tmp_path)
    kept = typed(home, ("import", str(path), "--new", "--date-order", "mdy", "--map", "Duur=hours"),
                 (("Enter: it is right.", ""), ("Would be new: 2 conversations", "")))  # fmt: skip
    listed = typed(home, ("session", "list", "--csv"), ())

    assert told.code == 0
    assert "Nothing changed." in told.shown
    assert "New: 2 conversations" in kept.shown
    assert "2025-03-04,120" in listed.shown
