"""Where a code is asked for, the word of one's own language may be typed, and errors name it."""

import pytest

from coachlog.base.texts import in_each_language
from coachlog.journal.common.forms import form_field
from coachlog.schema.field import CODE
from coachlog.schema.tables import TABLES
from tests.conftest import refused, talk

FIELDS = [
    (table, field)
    for table in TABLES.values()
    for field in table.fields
    if field.kind == CODE and field.words and field.entry
]


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=lambda each: each.name)
def test_each_word_of_each_language_is_its_code(table, field):
    codes = form_field(field).words
    meant = {(word, code) for code in codes for word in in_each_language(codes[code])}
    clear = {word for word, _code in meant if sum(word == other for other, _ in meant) == 1}

    for word, code in meant:
        if word in clear:
            assert form_field(field).parse(word) == code


@pytest.mark.parametrize(("typed", "where"), [("binnen", "internal"), ("externe", "external")])
def test_an_option_takes_the_word(call, typed, where):
    assert call("contact", "new", "--name", "Koen", "--where", typed).code == 0

    assert call("contact", "show", 1, "--json").json["where"] == where


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("contact", "new", "--name", "Koen", "--where", "foo"), "Binnen de organisatie (internal"),
        (("action", "list", "--status", "foo"), "open, gedaan (done), deels gedaan (partly)"),
        (("session", "new", "--kind", "foo", "--coachee", "Bo"), "peter of meter (onboarding)"),
        (("report", "threeway", "amina", "--for", "K", "--moment", "foo"), "Einde (end)"),
        (("refer", "amina", "--card", "foo"), "Huisarts (general_practitioner)"),
    ],
    ids=lambda each: " ".join(map(str, each[:2])) if isinstance(each, tuple) else "",
)
def test_a_refusal_names_the_words_of_the_language_with_their_codes(call, keep, words, told):
    keep(talk())

    refusal = call(*words, "--lang", "nl")

    assert refusal.code != 0
    assert told in refusal.err


@pytest.mark.parametrize("card", ["huisarts", "médecin généraliste", "General practitioner"])
def test_a_card_goes_by_its_name_in_any_language(call, keep, card):
    keep(talk())

    assert call("refer", "amina", "--card", card).out == "1\tamina\n"
    assert call("refer", "--list", "--json").json[0]["helper"] == "general_practitioner"


def test_a_name_that_two_cards_have_is_refused(call, keep):
    keep(talk())

    refused(call("refer", "amina", "--card", "médecin", "--lang", "fr"), 4, "médecin")


@pytest.mark.parametrize("typed", ["objectif 1", "doel 1", "goal #1", "but 1"])
def test_a_place_goes_by_its_noun_in_any_language(call, keep, typed):
    keep(talk(goals=[{"statement": "Rest"}]))
    call("network", "new", "--name", "Net")

    meeting = ("network", "meeting", "new", "--network", 1, "--take-along", "x", "--used-in", typed)
    assert call(*meeting).code == 0

    assert call("network", "meeting", "show", 1, "--json").json["used_in"] == "goal 1"
