"""`:done` ends the questions and keeps every word; `:overview` shows what was written so far."""

import pytest

from coachlog.base.texts import LANGUAGES, translation
from coachlog.terminal.prompt_commands import DONE, OVERVIEW, WORDS
from tests.guide.talks import QUESTIONS
from tests.guide.terminal import ENTER, PAGE_UP

PAGE = "1-4 ›"
BEGUN = ("--plain", "session", "new", "--coachee", "Bo", "--short", "--kind", "coaching")
TOPIC, SCORE = QUESTIONS["grow.topic.01"].ask("en"), QUESTIONS["grow.reality.02"].ask("en")


@pytest.fixture
def lead(call):
    """A conversation of which *lines* are typed; at the end it is saved. What was shown."""

    def typed(*lines, begun=BEGUN, **env):
        ended = call(*begun, typed="\n".join(lines) + "\n1\n", env=env)
        assert ended.code == 0, ended.err
        return ended.err

    return typed


def word(command: str, language: str) -> str:
    return next(":" + each for each, name in WORDS[language].items() if name == command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_done_goes_to_the_page_and_keeps_what_was_said(language, lead, call):
    shown = lead("j", "Planning", word(DONE, language), COACHLOG_LANG=language)

    assert shown.count(PAGE) == 1
    assert QUESTIONS["grow.goal.05"].ask(language) not in shown
    kept = call("session", "show", "1", "--json").json
    assert (kept["topic"], "goals" in kept) == ("Planning", False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", ["", "n"])
def test_the_word_alone_is_asked_back(answer, language, lead, call):
    bare = word(DONE, language).lstrip(":")

    shown = lead("j", bare, answer, *[word(DONE, language)] * bool(answer), COACHLOG_LANG=language)

    assert word(DONE, language) + "?" in shown.replace("\xa0?", "?")
    assert call("session", "show", "1", "--json").json.get("topic") == (bare if answer else None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("Agenda", "!Course", ":done"), ["Agenda", "Course"]),
        (("Agenda", "!Course :done"), ["Agenda", "Course"]),
        (("Agenda", "!Course", "", ":done"), ["Agenda", "Course"]),
        (("-1 :done",), ["-1"]),
    ],
)
def test_a_list_under_way_is_an_answer(typed, kept, lead, call):
    said = ("--topic", "T", "--goal", "G", "--anti-goal", "N", "--reality", "R", "--score", "3")

    lead("y", *typed, begun=(*BEGUN, *said))

    options = call("session", "show", "1", "--json").json["options"]
    assert [each["text"] for each in options] == kept


@pytest.mark.parametrize(
    "typed", [("Call", ":done"), ("Call", "tomorrow :done"), ("Call", "tomorrow", ":done")]
)
def test_so_are_actions(typed, lead, call):
    said = ("--topic", "T", "--goal", "G", "--anti-goal", "N", "--reality", "R", "--score", "3")

    lead("y", *typed, begun=(*BEGUN, *said, "--option", "Agenda"))

    (action,) = call("session", "show", "1", "--json").json["actions"]
    assert action["what"] == "Call"
    assert (action.get("due_on") == "2026-11-25") == ("tomorrow" in "".join(typed))


def test_so_is_a_change_that_was_left_halfway(lead, call):
    said = ("--topic", "T", "--goal", "G", "--anti-goal", "N", "--reality", "R", "--score", "3")

    lead(
        *("y", "Call", "tomorrow", ":done"),
        *("2", "actions", "Mail An", "friday", "Write", ":back", ""),
        begun=(*BEGUN, *said, "--option", "Agenda"),
    )

    actions = call("session", "show", "1", "--json").json["actions"]
    assert [action["what"] for action in actions] == ["Call", "Mail An", "Write"]


def test_the_lines_of_a_list_that_was_cut_short_are_told_apart(lead):
    asked = ("--kind", "manager", "--method", "talent_talk")
    begun = ("--plain", "session", "new", "--coachee", "Bo", *asked)
    goals = ("Shorter queues", "A digital file", "Two colleagues trained", "Fewer complaints")

    shown = lead("y", "T", *goals, "", *("n",) * 4, ":done", begun=begun)

    assert f"{' · '.join(goals)} " in " ".join(shown.split())


def test_words_before_the_command_are_the_answer_where_they_will_do(lead, call):
    shown = lead("y", "About the team :done", begun=BEGUN)

    assert "About the team" in shown
    assert call("session", "show", "1", "--json").json["topic"] == "About the team"


def test_words_that_will_not_do_are_asked_again(lead, call):
    said = ("--topic", "T", "--goal", "G", "--anti-goal", "N", "--reality", "R")

    lead("y", "eleven or so :done", "7 :done", begun=(*BEGUN, *said))

    assert call("session", "show", "1", "--json").json["reality"]["score"] == 7


def test_a_planned_topic_stays(lead, call):
    call("coachee", "new", "--name", "Bo")
    call("session", "plan", "bo", "2026-11-24T10:30", "--topic", "Holidays")

    lead("y", ":done", begun=BEGUN)

    assert call("session", "show", "1", "--json").json["topic"] == "Holidays"


@pytest.mark.parametrize("typed", [("30", ":done"), ("30", "keywords :done")])
def test_writing_up_afterwards(typed, lead, call):
    lead("yesterday", *typed, begun=(*BEGUN, "--after"))

    kept = call("session", "show", "1", "--json").json
    assert kept.get("minutes") == (30 if "30" in typed else None)
    assert ("keywords" in str(kept)) == ("keywords :done" in typed)


def test_with_three_at_the_table(lead, call):
    lead("Koen", "y", ":done", begun=(*BEGUN, "--method", "three_way_start"))

    assert call("session", "show", "1", "--json").json["method"] == "three_way_start"


def test_it_ends_a_resumed_draft(lead, call):
    call(*BEGUN, typed="y\nTeam\n:stop\n")

    lead(":done", begun=("--plain", "session", "resume"))

    assert call("session", "show", "1", "--json").json["topic"] == "Team"


def test_while_an_answer_is_changed_it_leads_back_to_the_page(call):
    ended = call(*BEGUN, typed="y\nTeam\n:done\n2\ntopic\nReports :done\n1\n")

    assert ended.err.count(PAGE) == 2
    assert call("session", "show", "1", "--json").json["topic"] == "Reports"


def test_before_the_first_question_there_is_nothing_to_end(call):
    ended = call("--plain", "session", "new", typed=":done\n:overview\n:private\n:stop\n")

    assert "There is nothing to look at yet" in ended.err
    assert "Nothing was written yet." in ended.err


def test_text_that_was_left_half_typed_counts_and_what_will_not_do_is_asked(home, open_terminal):
    """Typed at two questions that were left by Page Up: neither may be lost."""
    said = ("--topic", "T", "--goal", "G", "--anti-goal", "N")
    window = open_terminal("session", "new", "--coachee", "Bo", "--short", *said)
    window.answer("y")
    window.wait_for(QUESTIONS["grow.reality.01"].ask("en"))
    window.answer("now")
    window.wait_for(SCORE)
    window.wait_for_prompt()
    window.type("many")
    window.type(PAGE_UP)
    window.wait_for(QUESTIONS["grow.reality.01"].ask("en"))
    window.wait_for_prompt()
    window.type("later")
    window.type(PAGE_UP)
    window.wait_for_prompt()
    window.answer(":done")
    window.wait_for(SCORE)
    window.type("\b" * 4 + "4" + ENTER)
    window.wait_for(PAGE)
    window.answer("1")

    assert window.ended() == 0
    reality = home.json("session", "show", "1")["reality"]
    assert (reality["now"], reality["score"]) == ("later", 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_overview_shows_what_was_said_and_asks_the_same_again(language, lead):
    typed = word(OVERVIEW, language)
    question = QUESTIONS["grow.goal.01"].ask(language)

    shown = lead("j", "Planning", typed, word(DONE, language), COACHLOG_LANG=language)

    assert shown.count(question) == 2
    topic = translation(language).gettext("Topic")
    assert any(topic in line and "Planning" in line for line in shown.splitlines())


def test_overview_leaves_what_was_typed_and_hides_what_is_private(lead, call):
    shown = lead(
        *("y", "half a sentence :overview", ""),
        ":done",
        begun=(*BEGUN, "--private-note", "NOTE-SAID"),
    )

    assert "NOTE-SAID" not in shown
    assert "Private note" in shown
    assert call("session", "show", "1", "--json").json["topic"] == "half a sentence"


def test_overview_of_nothing(lead):
    assert "Nothing was written yet." in lead(":overview", ":done", begun=BEGUN)


def test_done_ends_a_form_where_nothing_that_is_needed_is_missing(call):
    call("coachee", "new", "--name", "Bo")

    ended = call("--plain", "goal", "new", typed="bo\n:done\nLead meetings\n")

    assert ended.code == 0, ended.err
    (goal,) = call("goal", "list", "--json").json
    assert goal["statement"] == "Lead meetings"


def bottom(window) -> str:
    """The last line on the screen of a window that waits."""
    window.wait_for_prompt()
    window.watch(0.1)
    return next(line.strip() for line in reversed(window.screen.display) if line.strip())


@pytest.mark.parametrize("typed", [":done", ""])
def test_what_options_gave_is_kept_though_the_form_does_not_ask_it(typed, lead, call):
    lead("y", typed, begun=(*BEGUN, *FULL))

    kept = call("session", "show", "1", "--json").json
    assert kept["summary"] == (WORDY * 6).strip()
    assert kept["actions"][0]["confidence"] == 8


WORDY = "He wants to know how he can ask Koen whether he may come along for half a day soon, "
FULL = (
    *("--topic", WORDY * 3, "--goal", WORDY * 2, "--anti-goal", WORDY * 2, "--reality", WORDY),
    *("--option", WORDY, "--option", "!Course", "--option", "Ask Bart", "--action", WORDY * 2),
    *("--score", "4", "--confidence", "8", "--summary", WORDY * 6, "--private-note", WORDY),
)


@pytest.mark.parametrize(
    ("size", "language"), [((24, 80), "nl"), ((28, 90), "fr"), ((24, 80), "en")]
)
def test_the_page_at_the_end_fits_the_screen(size, language, home, open_terminal):
    home.environment["COACHLOG_LANG"] = language
    window = open_terminal("session", "new", "--coachee", "Bo De Smet", "--short", *FULL, size=size)
    window.answer("j")
    window.answer(word(DONE, language))
    window.wait_for(PAGE)
    window.watch(0.1)

    screen = "\n".join(window.screen.display)
    said = translation(language).gettext
    for title in ("Goals", "Options", "Actions", "Summary", "Private note", "Save"):
        assert said(title) in screen
    assert "Bo De Smet" in screen
    window.answer("4")
    window.wait_for(said("Enter: on"))
    while bottom(window) != PAGE:
        window.answer("")
    window.answer("2")
    window.wait_for(said("Type a number or a word. Enter: the questions without an answer."))
    window.watch(0.1)
    assert said("Date") in "\n".join(window.screen.display)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("summary", "grow.closing.01"),
        ("Topic.", "grow.topic.01"),
        ("not wanted", "grow.goal.05"),
        ("happening now", "grow.reality.01"),
        ("HALF A DAY", ""),
        ("xyzzy", ""),
    ],
)
def test_what_to_change_may_be_told_in_words(typed, asked, call):
    given = ("--plain", "session", "new", "--coachee", "Bo", "--short", *FULL)

    ended = call(*given, typed=f"y\n:done\n2\n{typed}\n:stop\n")

    _before, after = (
        ended.err.rsplit(" › ", 1) if False else ended.err.split("without an answer.", 1)
    )
    if asked:
        assert QUESTIONS[asked].ask("en") in after
    else:
        assert QUESTIONS["grow.closing.01"].ask("en") not in after
        assert ("Nothing in the list is called" in after) == (typed == "xyzzy")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [("--kind", "coaching"), ()], ids=["known", "asked"])
def test_a_conversation_without_an_answer_is_not_saved(role, language, call):
    """`:done` stays at the question; whoever presses Enter to the end leaves without a record."""
    begun = (*BEGUN[:-2], *role)
    typed = "\n".join([*[""] * (not role), word(DONE, language), *[""] * 30])

    ended = call(*begun, typed=typed, env={"COACHLOG_LANG": language})

    said = translation(language).gettext
    assert ended.code == 0, ended.err
    told = said("Nothing has been answered yet.")
    assert told in ended.err
    assert said("Nothing has been answered yet, so nothing is saved.") in ended.err
    assert call("session", "list", "--json").json == []
    assert call("session", "resume").code == 3


def test_a_write_up_of_nothing_is_not_saved(call):
    begun = (*BEGUN, "--after")

    ended = call(*begun, typed="yesterday\n:done\n", env={})

    assert "Nothing has been answered yet, so nothing is saved." in ended.err
    assert call("session", "list", "--json").json == []
