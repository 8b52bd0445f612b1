"""Each word of a person can be found, in the layer it belongs to, for as long as it is there."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.store import fulltext
from coachlog.store.connection import open_reader
from coachlog.store.faults import RefusedByStoreError
from tests.store.conftest import RECORDS, insert

FOUND = (
    "select d.noun, d.record_id, d.layer from search join document d on d.id = search.rowid"
    " where search match :word order by search.rowid desc"
)


@pytest.fixture
def found(ask):
    return lambda word: ask(FOUND, word=f'"{word}"')


def test_what_is_private_by_its_field_is_private_in_the_index():
    assert fulltext.PRIVATE == {
        "session": ("private_note", "reflection"),
        "trajectory": ("hard_to_tell",),
        "network_meeting": ("question",),
        "network_case": ("question", "happened", "did", "felt", "want"),
        "network_advice": ("text",),
    }


INDEXED = [
    (table, layer, columns)
    for indexed, layer in ((fulltext.SHARED, "shared"), (fulltext.PRIVATE, "private"))
    for table, columns in indexed.items()
]


@pytest.mark.parametrize(("table", "layer", "columns"), INDEXED)
def test_each_indexed_column_is_found_and_no_longer_after_it_changed(
    write, filled, path, table, layer, columns
):
    def fill(word):
        texts = ", ".join(f"\"{column}\" = '{word} {column}word'" for column in columns)
        with write() as work:
            work.execute(f'update "{table}" set {texts}')

    def found(word):
        with open_reader(path) as reader:
            return [
                (column, *row)
                for column in columns
                for row in reader.plain(FOUND, word=f'"{word} {column}word"')
            ]

    everywhere = [(column, table, RECORDS[table]["id"], layer) for column in columns]
    fill("first")
    assert found("first") == everywhere

    fill("second")
    assert found("first") == []
    assert found("second") == everywhere


@pytest.mark.parametrize("word", ["René", "rene", "RENÉ", "Rene"])
def test_a_word_is_found_with_and_without_its_accents(write, found, word):
    with write() as work:
        insert(work, "coachee", name="René Dupont")

    assert found(word) == [("coachee", "c1", "shared")]


def test_the_layers_of_one_conversation_are_two_documents(write, filled, found):
    with write() as work:
        work.execute("update session set summary = 'agreed appel', private_note = 'tired appel'")

    assert found("tired") == [("session", "s1", "private")]
    assert found("agreed") == [("session", "s1", "shared")]
    assert len(found("appel")) == 2


def test_an_answer_is_found_in_its_own_layer(write, filled, found):
    with write() as work:
        insert(work, "answer", id="a2", text="geheim", layer="private")
    assert found("geheim") == [("answer", "a2", "private")]

    with write() as work:
        work.execute("update answer set layer = 'shared' where id = 'a2'")
    assert found("geheim") == [("answer", "a2", "shared")]


def test_what_is_deleted_is_found_no_longer(write, filled, found, ask):
    with write() as work:
        for table in reversed(RECORDS):
            work.execute(f'delete from "{table}"')

    assert found("koen") == []
    assert ask("select * from document") == []


def test_a_record_without_words_has_no_document(write, filled, ask):
    with write() as work:
        work.execute("update session set summary = 'x', private_note = 'y'")
        work.execute("update session set summary = null, private_note = null")
        work.execute("update trajectory set hard_to_tell = null")

    assert (
        ask("select noun from document where noun in ('session', 'trajectory', 'goal_score')") == []
    )


def test_an_edit_keeps_the_place_of_a_document(write, filled, ask):
    """Newest first is the order of search: an edit of an old note does not make it new."""
    before = ask("select id, record_id from document order by id")

    with write() as work:
        work.execute("update coachee set name = 'Amina El Idrissi'")

    assert ask("select id, record_id from document order by id") == before


def test_a_record_that_gets_another_id_is_found_under_it(write, filled, found, path):
    with write() as work:
        work.execute("update option set id = 'o9'")

    assert found("koen") == [("action", "x1", "shared"), ("option", "o9", "shared")] or found(
        "koen"
    ) == [
        ("option", "o9", "shared"),
        ("action", "x1", "shared"),
    ]


def test_a_rolled_back_word_is_not_found(write, filled, found):
    with pytest.raises(RefusedByStoreError), write() as work:
        work.execute("update goal set why = 'vergadering', coachee_id = 'nobody'")

    assert found("vergadering") == []


def test_the_index_agrees_with_the_documents(path, write, filled):
    with write() as work:
        for n in range(30):
            work.execute("update answer set text = :text", text=f"word{n} é" if n % 3 else "")
            insert(work, "option", id=f"o{n + 2}", text=f"option {n}", pros="x" * n or None)
        work.execute("delete from option where id > 'o2'")

    with closing(sqlite3.connect(path)) as other:
        other.execute("insert into search(search, rank) values ('integrity-check', 1)")
