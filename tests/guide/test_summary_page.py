"""The page at the end: save, change something, keep as draft."""

import pytest

from coachlog.terminal.context import Context
from tests.guide.talks import QUESTIONS

TOLD = ("--topic", "Meetings", "--goal", "Lead", "--anti-goal", "No monologue", "--score", "3")
ALL_BUT_NEXT = (
    *TOLD,
    *("--reality", "I talk", "--option", "Agenda", "--action", "Call", "--confidence", "8"),
    *("--summary", "I call"),
)
SAVE, CHANGE, KEEP = "1", "2", "3"
NEXT = QUESTIONS["grow.closing.04"].ask("en")


@pytest.fixture
def at_page(open_terminal):
    """A window at the page, with everything said in options but the agreement."""

    def begin(*options):
        given = ("session", "new", "--coachee", "Bo", "--short", *ALL_BUT_NEXT, *options)
        window = open_terminal(*given)
        window.answer("y")
        window.asked(NEXT, "2026-12-08 9:00")
        window.wait_for("I call")
        window.wait_for_prompt()
        return window

    return begin


def number_of(window, question: str) -> str:
    """The number of *question* in the list of what can be changed."""
    window.wait_for("Type a number or a word")
    return next(
        line.split()[0] for line in reversed(window.shown().splitlines()) if question in line
    )


@pytest.mark.parametrize("how", [SAVE, "", "1/4"], ids=["1", "Enter", "1/4"])
def test_saving(how, home, at_page):
    window = at_page()

    window.answer(how)

    assert window.ended() == 0
    assert home.json("session", "show", "1")["summary"] == "I call"
    assert home.run("session", "resume").returncode == 3
    assert not list(home.folder.glob("*.lock"))


def test_the_result_tells_what_to_do_next(at_page):
    window = at_page()

    window.answer(SAVE)

    window.wait_for("Call")
    window.wait_for("coachlog timeline bo")
    window.wait_for("coachlog session show 1")


def test_another_answer(home, at_page):
    window = at_page()
    window.answer(CHANGE)
    window.wait_for("Topic: Meetings")
    window.answer("2")
    window.asked(QUESTIONS["grow.topic.01"].ask("en"), "Reports")
    window.wait_for("Reports")
    window.answer(SAVE)

    assert window.ended() == 0
    kept = home.json("session", "show", "1")
    assert (kept["topic"], kept["summary"]) == ("Reports", "I call")


def test_what_follows_from_another_answer_is_asked(home, open_terminal):
    """Somebody who is less sure on second thought is asked what is missing."""
    window = open_terminal("session", "new", "--coachee", "Bo", *ALL_BUT_NEXT)
    confidence = QUESTIONS["grow.will.03"].ask("en")
    window.answer_until("Save as draft")
    window.answer(CHANGE)
    window.answer(number_of(window, "Confidence: 8"))
    window.asked(confidence, "4")
    window.asked(QUESTIONS["confidence.00"].ask("en"), "1")
    window.asked(QUESTIONS["confidence.01"].ask("en"), "His number")
    window.asked(QUESTIONS["confidence.08"].ask("en"), "9")
    window.wait_for("His number")
    window.answer(SAVE)

    assert window.ended() == 0
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
    window = at_page()
    window.answer(CHANGE)
    window.answer(letter)
    window.answer(typed)
    window.wait_for("Save as draft")
    window.answer(SAVE)

    assert window.ended() == 0
    assert home.json("session", "show", "1")[field] == kept


def test_what_will_not_do_is_refused_on_the_spot(home, at_page):
    window = at_page()
    window.answer("5")
    window.answer("\x15" + CHANGE)
    window.answer("0")
    window.answer("\x15m")
    window.answer("for ever")
    window.answer("\x15")
    window.wait_for("Save as draft")
    window.answer(SAVE)

    assert window.ended() == 0
    assert "minutes" not in home.json("session", "show", "1")


def test_the_number_of_a_question_may_be_written_as_a_scale(home, at_page):
    window = at_page()
    window.answer(CHANGE)
    last = number_of(window, "Next conversation: ")
    window.answer(f"{last}/{last}")
    window.asked(NEXT, "2026-12-09 9:00")
    window.wait_for("Save as draft")
    window.answer(SAVE)

    assert window.ended() == 0
    assert home.json("session", "show", "1")["next_at"] == "2026-12-09T09:00"


@pytest.mark.parametrize("how", [KEEP, ":stop"])
def test_kept_as_draft_it_goes_on_at_the_page(how, home, at_page, open_terminal):
    window = at_page()
    window.answer(how)
    window.wait_for("coachlog session resume")
    assert window.ended() == 0
    assert home.json("session", "list") == []

    window = open_terminal("session", "resume")
    window.wait_for("I call")
    window.answer(SAVE)

    assert window.ended() == 0
    assert home.json("session", "show", "1")["next_at"] == "2026-12-08T09:00"


def test_stop_stops_within_changing(home, at_page):
    window = at_page()
    window.answer(CHANGE)
    window.answer(":stop")

    assert window.ended() == 0
    assert home.draft()["coachee"] == "Bo"


def test_a_changed_answer_is_safe_at_once(home, at_page, open_terminal):
    window = at_page()
    window.answer(CHANGE)
    window.answer("2")
    window.asked(QUESTIONS["grow.topic.01"].ask("en"), "Reports")
    window.wait_for("Save as draft")
    window.wait_for_prompt()

    window.kill()

    window = open_terminal("session", "resume")
    window.wait_for("Reports")
    window.wait_for("Save as draft")


def test_what_is_refused_when_it_is_saved_can_be_changed(home, at_page):
    """The next appointment may not come before the conversation, wherever that was moved."""
    window = at_page("--date", "2026-11-23T09:00")
    window.answer(CHANGE)
    number = number_of(window, "Next conversation: ")
    window.answer(number)
    window.asked(NEXT, "2026-11-23 8:00")
    window.wait_for("Save as draft")
    window.answer(SAVE)

    window.wait_for("next_at")
    window.wait_for("Save as draft")
    window.answer(CHANGE)
    window.answer(number)
    window.asked(NEXT, "2026-11-30 8:00")
    window.wait_for("Save as draft")
    window.answer(SAVE)
    assert window.ended() == 0
    assert home.json("session", "show", "1")["next_at"] == "2026-11-30T08:00"


PRIVATE_TEXTS = ("--private-note", "NOTE-SAID", "--reflection", "SELF-SAID")
WORDS = {"en": ":private", "nl": ":privé", "fr": ":privé"}


@pytest.mark.parametrize("language", list(WORDS))
@pytest.mark.parametrize("typed", [":private", ":privé", ":PRIVE", ":prive"])
def test_private_text_is_hidden_until_it_is_asked_for(language, typed, call, monkeypatch):
    """The person coached may sit beside the screen."""
    monkeypatch.setattr(Context, "interactive", property(lambda _context: True))
    given = ("--plain", "session", "new", "--coachee", "Bo", "--short", *ALL_BUT_NEXT)
    lines = "\n".join(["y", "2026-12-08 9:00", typed, "3"]) + "\n"
    env = {"COACHLOG_LANG": language}

    shown = call(*given, *PRIVATE_TEXTS, stdin=lines, env=env).err

    page, asked_for = shown.split("1-4 › ", 1)
    assert "SAID" not in page
    assert page.count(f"{WORDS[language]} ") == 1
    assert asked_for.count("NOTE-SAID") == asked_for.count("SELF-SAID") == 1


@pytest.mark.parametrize("typed", ["", ":private"], ids=["Enter", "asked for"])
def test_changing_a_private_text_does_not_show_it_by_itself(typed, call, monkeypatch):
    monkeypatch.setattr(Context, "interactive", property(lambda _context: True))
    given = ("--plain", "session", "new", "--coachee", "Bo", "--short", *ALL_BUT_NEXT)
    listed = call(*given, *PRIVATE_TEXTS, stdin="y\n2026-12-08 9:00\n2\n").err
    number = next(
        line.split()[0] for line in listed.splitlines() if "Private note: (for you only)" in line
    )
    lines = "\n".join(["2", number, typed, "", "3"]) + "\n"

    shown = call("--plain", "session", "resume", stdin=lines).err

    assert shown.count("NOTE-SAID") == (1 if typed else 0)
