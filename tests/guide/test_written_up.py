"""A conversation that is written up in keywords: where they stand, and who may read them."""

import pytest

from tests.guide.stories import AFTERWARDS, NOTES, SHORT, WITH_WHOM

KEYWORDS = "tired, agenda, Koen"
NEXT = "grow.closing.04"


def read_by_others(call):
    return call("report", "takehome", "1").out


def test_the_keywords_are_the_summary_of_it(tell, call):
    tell(AFTERWARDS, "en", "--after")

    kept = call("session", "show", "1", "--json").json
    assert (kept["summary"], kept["minutes"], kept["status"]) == (KEYWORDS, 60, "held")
    assert "after.notes" not in [each["question"] for each in kept["answers"]]
    assert KEYWORDS in call("prep", "wim").out
    assert KEYWORDS in read_by_others(call)


def test_one_key_on_the_last_page_keeps_them_for_the_coach(tell, call):
    typist = tell(AFTERWARDS | {NEXT: ("", "p", "1")}, "en", "--after")

    kept = call("session", "show", "1", "--json").json
    [notes] = [each for each in kept["answers"] if each["question"] == "after.notes"]
    assert (notes["text"], notes["layer"], kept.get("summary")) == (KEYWORDS, "private", None)
    assert KEYWORDS not in read_by_others(call)
    assert [line for line in typist.shown if "also on the take-home page" in line]


def test_the_same_key_makes_them_the_summary_again(tell, call):
    tell(AFTERWARDS | {NEXT: ("", "p", "p", "1")}, "en", "--after")

    assert call("session", "show", "1", "--json").json["summary"] == KEYWORDS


@pytest.mark.parametrize("option", ["--short", "--normal"])
def test_who_asks_for_a_form_is_asked_its_questions(option, tell, call):
    typist = tell(AFTERWARDS, "en", "--after", option)

    assert "grow.topic.01" in typist.questions
    answers = call("session", "show", "1", "--json").json["answers"]
    assert "after.notes" in [each["question"] for each in answers]


def test_who_remembers_nothing_in_keywords_is_asked(tell):
    typist = tell(AFTERWARDS | {NOTES: ("",)}, "en", "--after")

    assert "grow.topic.01" in typist.questions


def test_how_long_it_took_may_stay_unknown(tell, call):
    tell(AFTERWARDS | {"How many minutes did it take?": (":skip",)}, "en", "--after")

    assert call("session", "show", "1", "--json").json.get("minutes") is None


def test_everything_else_can_be_told_on_the_last_page(tell, call):
    story = AFTERWARDS | {NEXT: ("", "2", "lead it", "", "1"), "grow.goal.01": ("Lead it",)}
    story = {key: said for key, said in story.items() if key != "grow.goal.01"}
    story |= {NEXT: ("", "2", "able to do"), "grow.goal.01": ("Lead the meeting",)}

    tell(story, "en", "--after")

    [goal] = call("session", "show", "1", "--json").json["goals"]
    assert goal["statement"] == "Lead the meeting"


def test_the_first_conversation_of_a_journal_takes_the_short_form(tell, call):
    first = tell(SHORT, "en")
    second = tell({WITH_WHOM: ("Kim",)}, "en")

    assert [line for line in first.shown if line.startswith("Short form")]
    assert "role_conflict.01" not in first.questions
    assert "role_conflict.01" in second.questions
    assert not [line for line in second.shown if line.startswith("Short form")]


@pytest.mark.parametrize("how", ["option", "configuration"])
def test_unless_another_one_is_wanted(how, tell, call):
    if how == "configuration":
        assert call("config", "set", "short", "no").code == 0

    typist = tell({WITH_WHOM: ("Kim",)}, "en", *(["--normal"] if how == "option" else []))

    assert "role_conflict.01" in typist.questions
