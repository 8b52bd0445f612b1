"""Search in all scripts: what one types finds what was written, by whomever, and marks it."""

import hashlib
import sqlite3
import unicodedata
from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coachlog.base import folding
from coachlog.base.folding import positions, searchable
from coachlog.base.safe import visible_line
from coachlog.store import fulltext
from tests.conftest import refused, talk

WRITTEN = {
    "met [Łukasz] erbij": ("lukasz", "Łukasz", "ŁUKASZ", "lukas*"),
    "[Søren] en zo": ("soren", "Søren"),
    "over [Đoković]": ("dokovic",),
    "eine [Große] Sache": ("grosse", "große", "GROSSE", "GROẞE"),
    "[þing] og [ð]": ("thing d",),
    "[Kɔfi] en [Ɓala]": ("kofi bala",),
    "[ħobż] [ŧ] [ŋ] [ı]": ("hobz t n i",),
    "[cœur] et [Œuvre]": ("coeur oeuvre", "CŒUR œuvre"),
    "ο [Νίκος] και": ("νικος", "ΝΙΚΟΣ", "νίκος"),
    "ἐν [ἀρχῇ] ἦν": ("αρχη", "ΑΡΧΗ"),
    "там [Ёлка]": ("елка", "ёлка"),
    "[Қуаныш] и [ґрунт]": ("куаныш грунт",),
    "قال [مُحَمَّد] نعم": ("محمد", "مُحَمَّد"),
    "مع [أحـمد] اليوم": ("احمد",),
    "[שָׁלוֹם] לך": ("שלום",),
    "mijn [pro\ufb01el] is": ("profiel", "PROFIEL"),
    "zo [o\ufb03cieel] als": ("officieel",),
    "de [ver\u00adgadering] nu": ("vergadering", "ver\u00adgadering", "vergader*"),
    "de [ver\u200bga\u2060de\ufeffring] dan": ("vergadering",),
    "met [\u0133zeren] wil": ("ijzeren", "IJZEREN", "\u0132zeren"),
    "een [caf\u00e9] met": ("cafe", "cafe\u0301"),
    "[ＡＢＣ] breed": ("abc",),
    "wel [½] en [m²]": ("1 m2",),
    "我们在[会议]上说了话": ("会议",),
    "明天[会议室]见Amina": ("会议室",),
    "和[Amina]说": ("amina",),
    "明日の[かいぎ]です": ("かいぎ",),
    "ไป[ประชุม]กัน": ("ประชุม",),
    "오늘 [회의]를 했음": ("회의", "회의*"),
    "오늘 [민준]이와 [Bo]는": ("민준 bo",),
    "जी [हिन्दी] में": ("हिन्दी", "हिन्द*"),
    "[தமிழ்] [বাংলা]": ("தமிழ் বাংলা",),
    "naar [Nguyễn] toe": ("nguyen",),
    "[İstanbul] [Işık]": ("istanbul isik",),
}
"""Texts with what is to be marked, and what finds them so."""
CASES = [(marked, typed) for marked, each in WRITTEN.items() for typed in each]


def excerpts(call, *words):
    return [hit["excerpt"] for hit in call("search", "--limit", 0, "--json", "--", *words).json]


def test_what_one_types_finds_it_and_marks_it_as_it_was_written(keep, call):
    texts = [marked.translate({ord("["): "", ord("]"): ""}) for marked in WRITTEN]
    keep(talk(topic="Alles", options=[{"text": text} for text in texts]))

    found = {(marked, typed): excerpts(call, *typed.split()) for marked, typed in CASES}

    assert {key: some for key, some in found.items() if visible_line(key[0]) not in some} == {}


def test_a_mark_in_a_later_field_of_a_long_text_is_where_it_was_written(keep, call):
    text = "œ " * 90 + "een \ufb01ets " + "½ " * 90
    keep(talk(topic="ŁĲß" * 9, summary=text))

    (hit,) = call("search", "--json", "fiets").json

    assert (hit["field"], hit["text"]) == ("summary", text.strip())
    assert "œ een [\ufb01ets] ½" in hit["excerpt"]


def test_signs_that_come_apart_are_marked_once(keep, call):
    keep(talk(topic="Om ½ en ㍿ dus"))

    assert excerpts(call, "1", "2") == ["Om [½] en ㍿ dus"]
    assert excerpts(call, "株式") == ["Om ½ en [㍿] dus"]


@pytest.mark.parametrize("typed", ["\u00ad", "\u0640", "\u200b*", "-\u2060"])
def test_signs_alone_that_nobody_sees_are_no_word(call, typed):
    refused(call("search", "--", typed), 2, "no word")


def test_a_word_of_a_script_without_spaces_is_no_phrase_to_who_typed_it(keep, call):
    keep(talk())

    assert "beginning" in call("search", "会议").err


def test_what_another_program_writes_is_logged_and_found_without_a_byte_written(
    keep, call, program
):
    keep(talk(topic="Ёлка"), talk(date="2026-11-03T14:00"))
    by_another(program, "update session set topic = 'met Łukasz en 会议' where number = 2")
    before = program.store.read_bytes()

    assert excerpts(call, "lukasz") == ["met [Łukasz] en 会议"]
    assert excerpts(call, "会议") == ["met Łukasz en [会议]"]
    assert excerpts(call, "елка") == ["[Ёлка]"]
    assert program.store.read_bytes() == before
    assert by_another(program, "select rowid from search where search match 'łukasz'")
    assert by_another(
        program, "select 1 from change where json_extract(new, '$.topic') like '%会议'"
    )

    keep(talk(date="2026-11-04T14:00"))
    assert by_another(program, "select rowid from search where search match 'lukasz'")
    assert excerpts(call, "lukasz") == ["met [Łukasz] en 会议"]


def test_a_text_is_found_no_longer_once_it_was_changed_or_taken_back(keep, call, program):
    keep(talk(topic="Łukasz"))

    assert call("session", "edit", "1", "--topic", "Søren").code == 0
    assert (excerpts(call, "lukasz"), excerpts(call, "soren")) == ([], ["[Søren]"])
    assert call("undo", "--yes").code == 0
    assert (excerpts(call, "lukasz"), excerpts(call, "soren")) == (["[Łukasz]"], [])
    by_another(program, "insert into search(search, rank) values ('integrity-check', 1)")


def test_a_journal_that_was_indexed_otherwise_is_indexed_anew(keep, call, program):
    keep(talk(topic="Łukasz"))
    by_another(program, "update meta set value = 'older' where key = 'derived'")
    by_another(program, "update document set folded = 'iets'")

    assert excerpts(call, "lukasz") == ["[Łukasz]"]


def by_another(program, sql):
    """What another program, which knows nothing of ours, gets for a statement."""
    with closing(sqlite3.connect(program.store)) as other, other:
        return other.execute(sql).fetchall()


WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)
AROUND = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, AROUND)
def test_each_word_is_found_as_it_is_and_folded(call, keep, word, around):
    (number,) = keep(talk(topic=f"{around} {word} {around}"))

    for typed in (word, searchable(word)):
        found = call("search", "--json", "--limit", "0", "--", typed)
        assert found.code == 2 or number in {hit["session"] for hit in found.json}


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@example("\u1112\u116c회½ŉᾧ\u0345e\u0301会A\u0301\u0308`ﬃ")
def test_each_folded_letter_has_its_place(text):
    folded, there = searchable(text), list(positions(text))

    assert len(there) == len(folded) + 1
    assert there == sorted(there)
    assert "".join(map(searchable, text)) == folded
    assert searchable(folded).split() == folded.split()


def test_what_needs_no_folding_is_folded_by_sqlite_alike():
    with closing(sqlite3.connect(":memory:")) as connection:
        for thing in fulltext.tables():
            connection.execute(thing.sql)
        connection.execute("create virtual table terms using fts5vocab(search, instance)")
        is_plain = f"select ? not glob '*[^{fulltext.PLAIN}]*'"
        signs = map(chr, (*range(9, 0xD800), *range(0xE000, 0x20000)))
        plain = [sign for sign in signs if connection.execute(is_plain, (sign,)).fetchone()[0]]
        for number, sign in enumerate(plain, 1):
            text = f"a{sign}b"
            rows = [(number, text), (-number, searchable(text))]
            connection.executemany("insert into search(rowid, words) values (?, ?)", rows)
        found = {number: [] for number in range(-len(plain), len(plain) + 1)}
        for row, term in connection.execute("select doc, term from terms order by doc, offset"):
            found[row].append(term)

    assert {"a", "é", "’", "ž"} < set(plain)
    assert {
        sign: found[number]
        for number, sign in enumerate(plain, 1)
        if found[number] != found[-number]
    } == {}


def test_an_index_is_made_anew_when_letters_are_folded_otherwise():
    """After a release, raise folding.INDEX when this fails, and put the new digest here.

    It is of letters that every Python knows.
    """
    known = unicodedata.ucd_3_2_0
    signs = [chr(n) for n in range(0xD800) if known.category(chr(n)) not in ("Cn", "Co")]
    digest = hashlib.sha256("\n".join(map(searchable, signs)).encode()).hexdigest()

    assert (folding.INDEX, digest[:16]) == (1, "99ca9e5e401a059e")
