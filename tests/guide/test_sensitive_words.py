"""Words about health, belief and the like: listed once before saving, never in the way."""

import pytest

from coachlog.guide.sensitive.words import CATEGORIES, sensitive_words
from tests.guide.stories import AFTERWARDS, NOTES, SHORT, WITH_WHOM

KINDS = {
    "nl": "Hij is ZIEK; zwangere vakbondsafgevaardigde, haar geloof, homoseksueel, huidskleur,"
    " politieke overtuiging, strafblad",
    "fr": "Elle est Enceinte et malade, syndiquée, musulmane, homosexuel, de couleur de peau,"
    " parti politique, casier judiciaire",
    "en": "He's sick, pregnant, in the union, Muslim, gay, a refugee, right-wing, convicted",
}
ALONE = ("ziekteverlof", "depressie", "burn-out", "burn\u2011out", "burnout", "déprimé")
INNOCENT = (
    *(
        "muziek en fysiek",
        "Ik geloof dat het lukt",
        "haar geloof in zichzelf",
        "sick of it",
    ),
    *("un trait d'union", "maladroit", "l'enceinte du site", "the European Union", "add"),
    *("Dat is goed bevallen", "operationeel", "il allait mieux", "santé et sécurité", "a race"),
    *("psychologische veiligheid", "depressing", "the coming outing", "vruchtbare samenwerking"),
)


@pytest.mark.parametrize("language", KINDS)
def test_every_category_is_known_in_every_language(language):
    found = [word.category for word in sensitive_words(KINDS[language])]

    assert set(found) == set(CATEGORIES)


def test_case_accents_and_hyphens_do_not_matter_and_half_a_word_does():
    assert [list(sensitive_words(text)) for text in INNOCENT] == [[]] * len(INNOCENT)
    assert [[each.text for each in sensitive_words(text)] for text in ALONE] == [
        [text] for text in ALONE
    ]


TOPIC = ("Ziek en moe: ZIEK", "Malade et fatigué", "Sick and worn out, sick")
HEADING = {
    "nl": "Woorden die gevoelig kunnen liggen",
    "fr": "Mots qui peuvent être sensibles",
    "en": "Words that may be sensitive",
}
NEXT = "grow.closing.04"


def lines_listed(typist, language):
    """The first line of each list that was shown."""
    shown = enumerate(typist.shown)
    return [typist.shown[place + 1] for place, text in shown if text == HEADING[language]]


@pytest.mark.parametrize("language", HEADING)
def test_they_are_listed_once_and_enter_leaves_them(language, tell, call):
    story = SHORT | {"grow.topic.01": (TOPIC,)}

    typist = tell(story, language)

    assert typist.shown.count(HEADING[language]) == 1
    [line] = lines_listed(typist, language)
    spoken = TOPIC[("nl", "fr", "en").index(language)]
    assert spoken in line
    assert call("session", "show", "1", "--json").json["topic"] == spoken


def test_without_one_nothing_is_shown(tell):
    assert HEADING["en"] not in tell(SHORT, "en").shown


def test_nor_where_the_coach_does_not_want_it(tell, call):
    assert call("config", "set", "sensitive_words", "no").code == 0

    typist = tell(SHORT | {"grow.topic.01": (TOPIC,)}, "en")

    assert HEADING["en"] not in typist.shown


def test_nor_health_where_the_person_agreed_to_notes_about_it(tell, call):
    assert call("coachee", "new", "Fatima Benali", "--handle", "fatima").code == 0
    assert call("workability", "consent", "fatima").code == 0

    story = {WITH_WHOM: ("Fatima",), "grow.topic.01": ("Sick, and in the union",)}
    typist = tell(story, "en")

    [line] = lines_listed(typist, "en")
    assert "(trade union)" in line
    assert not [each for each in typist.shown if "(health)" in each]


def test_a_word_that_is_left_out_is_gone_from_all_that_goes_with_its_text(tell, call):
    options = {"grow.options.01": ("See a doctor", ""), "grow.will.01": ("1, by friday", "")}
    story = SHORT | options | {"grow.topic.01": ("Sick and tired, so sick",)}
    typist = tell(story | {NEXT: ("", "1", "-1", "- 1")}, "en")

    kept = call("session", "show", "1", "--json").json
    assert kept["topic"] == "Sick and tired, so […]"
    assert [each["text"] for each in kept["options"]] == ["See a […]"]
    assert [each["what"] for each in kept["actions"]] == ["See a […]"]
    assert kept["options"][0]["chosen"]
    assert typist.shown.count(HEADING["en"]) == 2


def test_an_answer_is_rephrased_and_the_rest_is_listed_again(tell, call):
    story = SHORT | {
        "grow.topic.01": ("He is sick", "He has little energy"),
        "grow.reality.01": ("The union helps",),
        NEXT: ("", "1", "1"),
    }
    typist = tell(story, "en")

    kept = call("session", "show", "1", "--json").json
    assert (kept["topic"], kept["reality"]["now"]) == ("He has little energy", "The union helps")
    assert typist.shown.count(HEADING["en"]) == 2


def test_a_private_text_is_named_as_such_and_shown_on_request(tell, call):
    story = AFTERWARDS | {NOTES: ("zwanger",), NEXT: ("", "p", "1", ":private", "1")}
    story |= {"Your notes": ("in verwachting",)}
    typist = tell(story, "nl", "--after")

    listed = lines_listed(typist, "nl")
    assert "zwanger" not in listed[0]
    assert "(alleen voor jou)" in listed[0]
    assert "“zwanger”" in listed[1]
    [notes] = call("session", "show", "1", "--json").json["answers"][:1]
    assert notes["text"] == "in verwachting"


def test_what_is_not_in_the_list_is_said_and_asked_again(tell, call):
    story = SHORT | {"grow.topic.01": ("Sick",), NEXT: ("", "1", "7", "sick", ":back", "1")}
    typist = tell(story, "en")

    assert [each for each in typist.shown if "is not in the list" in each]
    assert typist.shown.count(HEADING["en"]) == 2
    assert call("session", "show", "1", "--json").json["topic"] == "Sick"
