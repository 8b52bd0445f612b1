"""Referral: who can help, at once; kept is that, to whom and when, and never why."""

import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from coachlog.journal.referral.cards import read_cards
from coachlog.schema.referral import HELPERS
from tests.conftest import refused, talk

CARDS = read_cards().cards
REASONS = sorted(
    {
        word
        for card in CARDS
        for text in (*card.when.values(), *card.name.values(), card.id)
        for word in re.findall(r"[^\W_]{7,}", text.lower())
    }
    - set(re.findall(r"[^\W_]+", " ".join((*HELPERS, *HELPERS.values())).lower()))
)


@pytest.fixture
def amina(keep):
    return keep(talk())


def test_urgent_cards_come_first_and_each_says_when_it_was_checked(call):
    lines = call("refer", "--json").json

    urgent = [line["urgent"] for line in lines]
    assert urgent == sorted(urgent, reverse=True)
    assert urgent[0]
    assert [line["card"] for line in lines if not line["kept"]] == ["representatives"]
    page = call("refer").out
    assert page.index("112") < page.index("1813") < page.index("work rules")
    assert page.count("checked Sun 29 Nov 2026") == len(CARDS)
    assert [line["card"] for line in lines if not line["certain"]] == ["career_guidance"]
    assert page.count("not certain") == 1


def test_the_cards_are_shown_without_any_journal(call, program):
    assert "112" in call("refer").out
    assert not program.store.exists()


@pytest.mark.parametrize("words", [("refer", "nobody"), ("refer", "amina")])
def test_the_cards_are_shown_whatever_is_wrong(call, program, words):
    program.store.write_bytes(b"this is no journal" * 100)

    told = call(*words)

    assert told.code in (3, 5)
    assert "112" in told.out


def test_who_is_not_known_is_said_below_the_cards(call):
    told = call("refer", "nobody")

    assert (told.code, "112" in told.out) == (3, True)
    assert "Nobody is called nobody" in told.err


def test_a_card_that_was_checked_more_than_a_year_ago_says_so(call):
    checked_on = max(card.checked_on for card in CARDS)
    late = {"COACHLOG_NOW": f"{checked_on + timedelta(days=367)}T09:00:00Z"}
    in_time = {"COACHLOG_NOW": f"{checked_on + timedelta(days=366)}T09:00:00Z"}

    assert "more than a year ago" not in call("refer", env=in_time).out
    assert call("refer", env=late).out.count("more than a year ago. Look the number up") == len(
        CARDS
    )
    assert all(line["old"] for line in call("refer", "--json", env=late).json)


@pytest.mark.parametrize(
    ("language", "said", "number"),
    [
        ("nl", "Bel 112", "Zelfmoordlijn 1813"),
        ("fr", "Appelez le 112", "Prévention du Suicide 0800 32 123"),
        ("en", "Call 112", "Zelfmoordlijn 1813"),
    ],
)
def test_the_cards_are_said_in_the_language_of_the_coach(call, language, said, number):
    page = call("refer", env={"COACHLOG_LANG": language}).out

    assert said in page
    assert number in page


def test_how_to_say_it_has_the_word_of_the_role(call):
    call("coachee", "new", "--name", "Jonas")
    call("trajectory", "new", "--coachee", "jonas", "--kind", "mentoring")

    assert "can offer as a mentor" in call("refer", "jonas").out
    assert "can offer as a coach" in call("refer").out


def test_kept_is_to_whom_and_when(call, amina):
    assert call("refer", "amina", "--card", "general_practitioner", "--on", "yesterday").code == 0
    assert call("refer", "amina", "--card", "visit_before_return").out == "2\tamina\n"

    assert call("refer", "--list", "--json").json == [
        {
            "number": 2,
            "coachee": "amina",
            "helper": "occupational_physician",
            "referred_on": "2026-11-24",
        },
        {
            "number": 1,
            "coachee": "amina",
            "helper": "general_practitioner",
            "referred_on": "2026-11-23",
        },
    ]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (("amina", "--card", "representatives"), 4, "never kept"),
        (("amina", "--card", "tarot"), 4, "not one of"),
        (("amina", "--card", ""), 2, "Missing: CARD"),
        (("--card", "general_practitioner"), 2, "Missing: WHO"),
        (("amina", "--card", "emergency", "--on", "tomorrow"), 4, "in the future"),
        (("zorro", "--card", "emergency"), 3, "Nobody is called zorro"),
        (("amina", "--card", "emergency", "--list"), 2, "Choose one of"),
        (("--remove", "7", "--yes"), 3, "no referral 7"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, amina, words, code, cause):
    refused(call("refer", *words), code, cause)
    assert call("refer", "--list").out == ""


def test_what_was_kept_is_on_the_page_of_the_person_and_on_the_timeline(call, amina, screen):
    call("refer", "amina", "--card", "listening_line")

    assert "a helpline" in screen("coachee", "show", "amina")
    assert "Referred to: a helpline" in screen("timeline", "amina")
    assert call("coachee", "show", "amina", "--json").json["referrals"][0]["helper"] == "helpline"
    kinds = [line["kind"] for line in call("timeline", "amina", "--json").json]
    assert kinds == ["conversation", "referral"]
    assert "kept: referral 1 of Amina" in call("history").out


def test_it_is_removed_and_comes_back(call, amina):
    call("refer", "amina", "--card", "listening_line")

    assert call("refer", "--remove", 1, "--yes").code == 0
    assert call("refer", "--list").out == ""
    assert call("undo").code == 0
    assert len(call("refer", "--list", "--json").json) == 1


def test_it_is_on_no_page_for_others(call, amina):
    call("refer", "amina", "--card", "general_practitioner")

    pages = (("takehome", 1), ("prepare", "amina"), ("pop", "amina", "--for", "Koen"))
    for page in (*pages, ("threeway", "amina", "--for", "Koen"), ("fund", "2026")):
        for form in ((), ("--json",), ("--csv",)):
            told = call("report", *page, *form)
            assert "practitioner" not in told.out.lower()
            assert "referr" not in told.out.lower()
    assert "practitioner" not in call("knows").out


@pytest.mark.parametrize("card", [card for card in CARDS if card.kept_as], ids=lambda card: card.id)
def test_no_table_no_log_and_no_export_tells_why(call, amina, program, card):
    assert call("refer", "amina", "--card", card.id).code == 0

    kept = [
        call("export", "csv", "referrals").out,
        call("history").out,
        call("refer", "--list").out,
    ]
    kept.append(call("coachee", "show", "amina", "--json").out)
    with closing(sqlite3.connect(program.store)) as journal:
        rows_of_tables = [line for line in journal.iterdump() if line.startswith("INSERT")]
        kept += [line for line in rows_of_tables if "derived_names" not in line]
    for file in program.folder.rglob("*.log"):
        kept.append(file.read_text(encoding="utf-8"))
    written = "\n".join(kept).lower()
    rows = [line for line in written.splitlines() if "referral" in line and "create" not in line]

    assert "helper" in written
    assert [word for word in REASONS if any(word in row for row in rows)] == []


def test_no_column_of_a_referral_has_room_for_a_reason(call, amina, program):
    """Every column is an id, a number, a day, a moment, or one word of a list."""
    call("refer", "amina", "--card", "emergency")

    with closing(sqlite3.connect(program.store)) as journal:
        columns = [row[1] for row in journal.execute("pragma table_info(referral)")]
        for helper in ("representatives", "helpline: thinks of suicide"):
            with pytest.raises(sqlite3.IntegrityError):
                journal.execute("update referral set helper = ?", (helper,))

    assert columns == ["id", "number", "coachee_id", "helper", "referred_on", "created_at"]


def test_a_helper_says_who_and_never_why():
    assert {card.kept_as for card in CARDS if card.kept_as} == {*HELPERS}
    assert {card.kept_as for card in CARDS if card.id.endswith("_line")} == {"helpline"}
    assert all(card.checked_on <= date(2100, 1, 1) for card in CARDS)
