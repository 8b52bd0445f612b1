"""The page at the end: save, change something, keep as draft."""

from collections.abc import Callable

import pytest

from tests.guide.script import Until
from tests.guide.talks import QUESTIONS

TOLD = ("--topic", "Meetings", "--goal", "Lead", "--anti-goal", "No monologue", "--score", "3")
ALL_BUT_NEXT = (
    *TOLD,
    *("--reality", "I talk", "--option", "Agenda", "--action", "Call", "--confidence", "8"),
    *("--summary", "I call"),
)
SAVE, CHANGE, KEEP = "1", "2", "3"
PAGE = "Save as draft"
NEXT, TOPIC = (QUESTIONS[id_].ask("en") for id_ in ("grow.closing.04", "grow.topic.01"))
NORMAL = ("session", "new", "--coachee", "Bo")
SHORT = (*NORMAL, "--short")


@pytest.fixture
def at_page(lead):
    """What is shown where *steps* are typed at the page; all but the agreement is said in options.

    The program has to end well.
    """

    def begin(*steps, options=(), new=SHORT):
        until = ("y", (NEXT, "2026-12-08 9:00"), ("I call",)) if new == SHORT else (Until(PAGE),)
        ended = lead(*new, *ALL_BUT_NEXT, *options, typed=(*until, *steps))
        assert ended.code == 0
        return ended.shown

    return begin


def number_of(question: str) -> Callable[[str], str]:
    """The number of *question* in the list of what can be changed."""

    def number(shown: str) -> str:
        lines = reversed(shown.rpartition("Type a number or a word")[0].splitlines())
        return next(line.split()[0] for line in lines if question in line)

    return number


@pytest.mark.parametrize("how", [SAVE, "", "1/4"], ids=["1", "Enter", "1/4"])
def test_saving(how, home, at_page):
    at_page(how)

    assert home.json("session", "show", "1")["summary"] == "I call"
    assert home.run("session", "resume").returncode == 3
    assert not list(home.folder.glob("*.lock"))


def test_the_result_tells_what_to_do_next(at_page):
    told = at_page(SAVE).partition("Bo saved.")[2]

    assert "Call" in told
    assert "coachlog timeline bo" in told
    assert "coachlog session show 1" in told


def test_another_answer(home, at_page):
    at_page(CHANGE, ("Topic: Meetings", "2"), (TOPIC, "Reports"), ("Reports", SAVE))

    kept = home.json("session", "show", "1")
    assert (kept["topic"], kept["summary"]) == ("Reports", "I call")


def test_what_follows_from_another_answer_is_asked(home, at_page):
    """Somebody who is less sure on second thought is asked what is missing."""
    said = {"grow.will.03": "4", "confidence.00": "1", "confidence.01": "His number"}
    said["confidence.08"] = "9"
    asked = [(QUESTIONS[id_].ask("en"), answer) for id_, answer in said.items()]

    at_page(CHANGE, number_of("Confidence: 8"), *asked, ("His number", SAVE), new=NORMAL)

    kept = home.json("session", "show", "1")
    assert kept["actions"][0]["confidence"] == 9


@pytest.mark.parametrize(
    ("letter", "typed", "field", "kept"),
    [
        ("d", "2026-11-20 16:00", "date", "2026-11-20T16:00"),
        ("D", "yesterday 9:00", "date", "2026-11-23T09:00"),
        ("m", "50", "minutes", 50),
        ("f", "walk", "form", "walk"),
    ],
)
def test_what_is_known_of_the_talk_itself(letter, typed, field, kept, home, at_page):
    at_page(CHANGE, letter, typed, (PAGE, SAVE))

    assert home.json("session", "show", "1")[field] == kept


def test_what_will_not_do_is_refused_on_the_spot(home, at_page):
    at_page("5", CHANGE, "0", "m", "for ever", "", (PAGE, SAVE))

    assert "minutes" not in home.json("session", "show", "1")


def test_the_number_of_a_question_may_be_written_as_a_scale(home, at_page):
    number = number_of("Next conversation: ")

    at_page(
        *(CHANGE, lambda shown: f"{number(shown)}/{number(shown)}"),
        *((NEXT, "2026-12-09 9:00"), (PAGE, SAVE)),
    )

    assert home.json("session", "show", "1")["next_at"] == "2026-12-09T09:00"


@pytest.mark.parametrize("how", [KEEP, ":stop"])
def test_kept_as_draft_it_goes_on_at_the_page(how, home, at_page, lead):
    assert "coachlog session resume" in at_page(how)
    assert home.json("session", "list") == []

    lead("session", "resume", typed=(("I call", SAVE),))

    assert home.json("session", "show", "1")["next_at"] == "2026-12-08T09:00"


def test_stop_stops_within_changing(home, at_page):
    at_page(CHANGE, ":stop")

    assert home.draft()["coachee"] == "Bo"


def test_a_changed_answer_is_safe_at_once(open_terminal, lead):
    window = open_terminal(*SHORT, *ALL_BUT_NEXT)
    window.answer("y")
    window.asked(NEXT, "2026-12-08 9:00")
    window.asked(PAGE, CHANGE, "2")
    window.asked(TOPIC, "Reports")
    window.wait_for(PAGE)
    window.wait_for_prompt()

    window.kill()

    lead("session", "resume", typed=(("Reports",), (PAGE, "")))


def test_what_is_refused_when_it_is_saved_can_be_changed(home, at_page):
    """The next appointment may not come before the conversation, wherever that was moved."""
    number = number_of("Next conversation: ")

    at_page(
        *(CHANGE, number, (NEXT, "2026-11-23 8:00"), ("before this conv", "2026-11-24 8:00")),
        *((PAGE, CHANGE), "date", "2026-11-24 9:00", (PAGE, SAVE)),
        *(
            ("Next conversation: The next appointment, Tue 24 Nov",),
            (PAGE, CHANGE),
            number,
            (NEXT, "2026-11-30 8:00"),
            (PAGE, SAVE),
        ),
        options=("--date", "2026-11-23T09:00"),
    )

    assert home.json("session", "show", "1")["next_at"] == "2026-11-30T08:00"


PRIVATE_TEXTS = ("--private-note", "NOTE-SAID", "--reflection", "SELF-SAID")
WORDS = {"en": ":private", "nl": ":privé", "fr": ":privé"}


@pytest.mark.parametrize("language", list(WORDS))
@pytest.mark.parametrize("typed", [":private", ":privé", ":PRIVE", ":prive"])
def test_private_text_is_hidden_until_it_is_asked_for(language, typed, lead):
    """The person coached may sit beside the screen."""
    given, lines = (*SHORT, *ALL_BUT_NEXT, *PRIVATE_TEXTS), ("y", "2026-12-08 9:00", typed, "3")

    shown = lead(*given, typed=lines, COACHLOG_LANG=language).shown

    page, asked_for = shown.split("1-4 › ", 1)
    assert "SAID" not in page
    assert page.count(f"{WORDS[language]} ") == 1
    assert asked_for.count("NOTE-SAID") == asked_for.count("SELF-SAID") == 1


@pytest.mark.parametrize("typed", [("",), (":private", "")], ids=["Enter", "asked for"])
def test_changing_a_private_text_does_not_show_it_by_itself(typed, at_page):
    number = number_of("Private note: (for you only)")

    shown = at_page(CHANGE, number, *typed, KEEP, options=PRIVATE_TEXTS)

    assert shown.count("NOTE-SAID") == typed.count(":private")
