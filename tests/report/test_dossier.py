"""Everything about a person, for that person: as a page, as HTML and as JSON."""

import html
import os
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.schema.field import PROGRAM, WORDS
from coachlog.schema.tables import TABLES
from coachlog.terminal.context import Context
from tests.conftest import refused, talk

HOSTILE = "<script>alert(1)</script>&amp;\"' \u202eevil\x1b[31m"


@pytest.fixture
def year(call, program):
    """The example year, in which Amina has something of nearly every noun."""
    call("demo")
    for words in (
        ("request", "new", "--coachee", "amina", "--words", "Show me all of it"),
        ("rectify", "session", 1, "--field", "topic", "--text", "Not quite so"),
        ("coachee", "rename", "amina", "mina"),
    ):
        assert call("demo", *words).code == 0, words
    return program.folder / "home" / ".cache" / "coachlog" / "demo.sqlite"


def bearing_by_the_store(store, handle):
    """The ids of all rows that refer to a person, by the foreign keys of the store itself."""
    references = store.execute(
        'select m.name, f."from", f."table" from sqlite_schema m,'
        " pragma_foreign_key_list(m.name) f where m.type = 'table'"
    ).fetchall()
    references = [each for each in references if each[0] in TABLES]
    [(person,)] = store.execute("select id from coachee where handle = ?", (handle,)).fetchall()
    found = {("coachee", person)}
    while True:
        more = {
            (table, row[0])
            for table, column, owner in references
            for row in store.execute(f'select id, "{column}" from "{table}"')
            if (owner, row[1]) in found and table != "coachee"
        } - found
        if not more:
            return found
        found |= more


@pytest.mark.parametrize("who", ["mina", "lander", "sofie"])
def test_every_row_that_is_about_a_person_is_in_it_with_every_text(year, call, who):
    """Also of a noun that does not exist yet: the store is asked, not a list."""
    handle = call("demo", "coachee", "show", who, "--json").json["handle"]
    made = call("demo", "dossier", who, "--json").json
    page = " ".join(call("demo", "dossier", who, "--plain").out.split())

    with closing(sqlite3.connect(year)) as store:
        rows = bearing_by_the_store(store, handle)
        texts = {
            (table, field.name): store.execute(
                f'select "{field.name}" from "{table}" where id = ?', (row_id,)
            ).fetchone()[0]
            for table, row_id in rows
            for field in TABLES[table].fields
            if field.kind in WORDS and field.layer != PROGRAM
        }
    told = Counter(
        each["noun"] for record in made["records"] for each in (record, *record["parts"])
    )
    assert told == Counter(table for table, _id in rows)
    values = {
        field["value"]
        for record in made["records"]
        for each in (record, *record["parts"])
        for field in each["fields"]
    }
    for where, text in texts.items():
        assert not text or text in values, where
        assert not text or " ".join(text.split()) in page, where


def test_all_kinds_of_record_are_tried_above(year):
    """Where this fails, the example year has nothing of a new noun: add some of it."""
    with closing(sqlite3.connect(year)) as store:
        people = [row[0] for row in store.execute("select handle from coachee")]
        tried = {table for who in people for table, _id in bearing_by_the_store(store, who)}
        known = {
            table
            for table in TABLES
            if any(field.of == "coachee" for field in TABLES[table].fields)
        }
    assert known <= tried | {"coachee"}, known - tried


@pytest.fixture
def amina(call, keep, program):
    """Amina, who speaks Dutch, after a talk in which Koen was named; and Koen."""
    program.config.write_text('language = "en"\nname = "Eva Claes"\n', encoding="utf-8")
    keep(
        talk(summary="Koen shouted at me", private_note="Ask Sarah", coachee="Amina"),
        talk(summary="Fine", coachee="Koen Maes"),
        talk(summary="Amina is late", coachee="Koen Maes", date="2026-11-03T14:00"),
    )
    call("coachee", "edit", "amina", "--language", "nl", "--organisation", "AZ De Linde")


def test_it_says_what_the_law_asks_for_in_the_language_of_the_person(amina, call):
    call("session", "release", 1, "--to", "Koen Maes", "--agreed-by", "Amina", "--text", "Een")
    call("session", "release", "--handed-over", 1)
    call("coachee", "edit", "amina", "--retention-on", "2027-12-31")

    page = " ".join(call("dossier", "amina", "--plain").out.split())

    for words in (
        "Alle notities over Amina",
        "AZ De Linde is verantwoordelijk voor deze notities",
        "Eva Claes houdt ze bij en levert ze aan.",
        "binnen een maand",
        "geen juridisch advies",
        "Koen Maes tekst 1 (overhandigd di 24 nov 2026)",
        "De notities worden bewaard tot vr 31 dec 2027.",
        "Gegevensbeschermingsautoriteit (GBA)",
        "Drukpersstraat 35, 1000 Brussel",
        "Ask Sarah (een notitie die tot nu toe alleen voor je begeleider was)",
    ):
        assert words in page, words
    call("config", "set", "controller", "me")
    answers = "Eva Claes is verantwoordelijk voor deze notities en antwoordt zelf"
    assert answers in call("dossier", "amina", "--plain").out
    refused(call("config", "set", "controller", "nobody"), 4, "controller cannot be")


def test_names_of_others_are_shown_to_the_coach_and_not_on_the_paper(amina, call):
    told = call("dossier", "amina", "--plain")
    assert "noemt Koen: bekijk dit eerst" in told.out
    assert "session:1" in told.err
    assert "session:3" in told.err  # where she is named in notes about Koen

    paper = call("dossier", "amina", "--output", "amina.html")

    assert paper.code == 0
    [record] = [
        each
        for each in call("dossier", "amina", "--json").json["records"]
        if each["number"] == 1 and each["noun"] == "session"
    ]
    assert record["third_persons"] == ["Koen"]
    written = Path("amina.html").read_text(encoding="utf-8")
    assert "bekijk dit eerst" not in written
    assert "Amina is late" not in written
    assert "Koen shouted at me" in written


def test_what_is_withheld_is_named_with_the_reason_and_without_its_words(amina, call):
    leaving_out = ("--leave-out", "session:1")
    call("dossier", "amina", *leaving_out, "--output", "amina.html")
    written = Path("amina.html").read_text(encoding="utf-8")

    for told in (
        call("dossier", "amina", "--plain", *leaving_out).out,
        call("dossier", "amina", "--json", *leaving_out).out,
        written,
    ):
        assert "15, lid 4" in told
        assert "shouted" not in told
        assert "Ask Sarah" not in told
    made = call("dossier", "amina", "--json", *leaving_out).json
    assert [each["record"] for each in made["withheld"]] == ["session:1"]
    refused(call("dossier", "amina", "--leave-out", "session:2"), 3, "no “session:2”")


def test_one_text_is_withheld_and_the_rest_stays(amina, call):
    call("coachee", "edit", "amina", "--context", "Koen is her brother-in-law")

    for typed in ("session 1 summary", "Session:1:summary"):
        told = call("dossier", "amina", "--json", "--leave-out", typed).json
        [record] = [
            each for each in told["records"] if (each["noun"], each["number"]) == ("session", 1)
        ]
        fields = {each["field"]: each for each in record["fields"]}
        assert (fields["summary"]["value"], fields["summary"]["withheld"]) == (None, True)
        assert fields["private_note"]["value"] == "Ask Sarah"
    page = call("dossier", "amina", "--plain", "--leave-out", "coachee context")
    assert "brother" not in page.out
    assert "15, lid 4" in page.out
    refused(call("dossier", "amina", "--leave-out", "coachee"), 3, "no “coachee”")


def test_what_is_said_elsewhere_is_given_where_the_coach_says_so(amina, call):
    call("session", "edit", 3, "--topic", "Holidays of Koen")

    told = call("dossier", "amina", "--plain", "--also", "session 3")

    assert "Amina is late" in told.out
    assert "Holidays" not in told.out
    assert "session:3" not in told.err
    [given] = call("dossier", "amina", "--json", "--also", "session:3").json["also"]
    assert (given["record"], given["field"]) == ("session:3", "summary")
    refused(call("dossier", "amina", "--also", "session 2"), 3, "does not stand in")


def test_the_coach_is_asked_what_to_withhold_where_it_is_written(amina, call, monkeypatch):
    monkeypatch.setattr(Context, "attended", property(lambda _context: True))
    told = call("dossier", "amina", "--output", "amina.html", typed="n\n")

    assert "session:1 names Koen" in told.out + told.err
    assert "shouted" not in Path("amina.html").read_text(encoding="utf-8")


def test_no_text_is_obeyed_by_a_browser(call, keep, program):
    keep(talk(summary=HOSTILE, coachee="Amina </title><img src=x onerror=alert(1)>"))
    handle = call("coachee", "list", "--json").json[0]["handle"]
    assert call("dossier", handle, "--output", "x.html").code == 0

    written = (program.folder / "x.html").read_text(encoding="utf-8")

    tags = set(re.findall(r"</?([a-z0-9!]+)", written))
    assert tags <= {
        *("!doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p"),
        *("section", "div", "dl", "dt", "dd", "ul", "li", "b", "small", "span"),
    }
    assert not re.search(r"[\u202a-\u202e\x00-\x08\x0b-\x1f]", written)
    assert "default-src 'none'" in written
    assert not re.search(r"<[^>]*[ \"](src|href|onerror)=|url\(|@import|http:|https:", written)
    assert html.escape("<script>alert(1)</script>") in written


def test_the_file_is_for_its_owner_and_replaces_nothing_unasked(amina, call, program):
    before = os.umask(0)
    try:
        assert call("dossier", "amina", "--output", "a.html").code == 0
    finally:
        os.umask(before)
    made = program.folder / "a.html"
    assert made.stat().st_mode & 0o777 == 0o600

    refused(call("dossier", "amina", "--output", "a.html"), 4, "is there already")
    victim = program.folder / "victim.txt"
    victim.write_text("mine")
    (program.folder / "link.html").symlink_to(victim)
    refused(call("dossier", "amina", "--output", "link.html"), 4, "is there already")
    assert call("dossier", "amina", "--output", "link.html", "--force").code == 0
    assert victim.read_text() == "mine"
    refused(call("dossier", "amina", "--output", "a.odt"), 4, "ends in none of .pdf, .docx, .html")
    refused(call("dossier", "amina", "--output", "gone/a.html"), 5, "cannot be written")
    assert not list(program.folder.glob("*.part"))


def test_a_conversation_that_was_not_finished_is_in_it(amina, call):
    script = "HALF-TOLD\n:stop\n"
    call("session", "new", "--coachee", "amina", "--method", "kolb", typed=script)
    call("session", "new", "--coachee", "amina", "--method", "kolb", typed=script)

    made = call("dossier", "amina", "--json").json

    told = [text for talk in made["unfinished"] for text in talk["answers"].values()]
    assert any("HALF-TOLD" in text for text in told)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_gap_or_code_is_left_in_any_language(year, call, language):
    call("demo", "coachee", "edit", "mina", "--language", language)

    told = call("demo", "dossier", "mina", "--plain").out

    assert not re.search(r"\{\w*\}|\bNone\b", told)
    assert not re.search(r"\b\w+_\w+\b", re.sub(r"\S*@\S*", "", told)), told
