"""Nothing of a discreet conversation stands anywhere but on its own page."""

import pytest

from tests.conftest import talk

MARKERS = [f"MARKER{n}" for n in range(1, 9)]
QUESTIONS = (
    *("thinking.01", "thinking.02", "thinking.03", "thinking.04", "hands.01", "hands.02", "say.02"),
)
READER = "Koen Maes"


def answers():
    return [
        {
            "stage": question.partition(".")[0],
            "question": f"stay_or_go.{question}",
            "text": marker,
        }
        for question, marker in zip(QUESTIONS, MARKERS, strict=False)
    ]


@pytest.fixture(autouse=True)
def held(keep):
    keep(
        talk(summary="An ordinary talk", date="2026-11-10"),
        talk(
            date="2026-11-20",
            method="stay_or_go",
            answers=answers(),
            private_note=MARKERS[-1],
            next_at="2026-12-15T14:00",
            topic="MARKERTOPIC",
        ),
    )


ELSEWHERE = (
    ("report", "prepare", "amina"),
    ("report", "takehome", "amina"),
    ("report", "takehome", "2"),
    ("report", "pop", "amina", "--for", READER),
    ("report", "threeway", "amina", "--for", READER),
    ("report", "fund", "2026", "--draft"),
    ("timeline", "amina"),
    ("timeline",),
    ("today",),
    ("prep", "amina"),
    ("session", "list"),
    ("coachee", "show", "amina"),
    ("coachee", "list"),
    ("trajectory", "show", "1"),
    ("trajectory", "list"),
    ("review",),
    ("review", "--since", "1y"),
    ("history",),
    ("match", "amina"),
    ("search", "MARKER*"),
    ("search", "MARKER1"),
    ("export", "csv", "sessions"),
    ("export", "csv", "sessions_private"),
    ("export", "csv", "answers"),
    ("export", "csv", "answers_private"),
    ("knows", READER),
)


@pytest.mark.parametrize("words", ELSEWHERE, ids=" ".join)
@pytest.mark.parametrize("output", ["", "--json", "--csv"])
def test_no_other_page_has_anything_of_it(call, words, output):
    shown = call(*words, *([output] if output else []))
    everything = shown.out + shown.err

    if not (output and shown.code):  # not every page is for scripts
        assert shown.code == 0, shown.err
    assert "MARKER" not in everything.replace("MARKER*", "").replace('"MARKER1"', "")
    assert "stay_or_go" not in everything
    assert "leaving" not in everything


def test_its_own_page_has_all_of_it(call):
    shown = call("session", "show", 2).out

    assert all(marker in shown for marker in MARKERS)
    record = call("session", "show", 2, "--json").json
    assert record["method"] == "stay_or_go"
    assert {answer["layer"] for answer in record["answers"]} == {"private"}


@pytest.mark.parametrize(
    "words", [("timeline", "amina"), ("timeline",), ("today",), ("prep", "amina")]
)
def test_on_a_screen_it_is_a_conversation_like_others(screen, words):
    shown = screen(*words)

    assert "MARKER" not in shown
    assert "leaving" not in shown


def test_on_a_screen_its_own_page_names_the_method(screen):
    assert "Staying or leaving" in screen("session", "show", 2)


def test_it_comes_back_from_its_own_json(call, program):
    record = call("session", "show", 2, "--json").out
    program.begin_anew()

    assert call("session", "new", "--from", "-", stdin=record).code == 0
    assert all(marker in call("session", "show", 1).out for marker in MARKERS)
    assert "MARKER" not in call("timeline", "amina").out


def test_what_may_be_passed_on_reaches_its_reader_alone(call):
    words = ("--text", "Amina thinks about her work", "--to", READER, "--agreed-by", "Amina")
    assert call("session", "release", 2, *words).code == 0

    assert "Amina thinks" in call("knows", READER).out
    assert "Amina thinks" not in call("report", "threeway", "amina", "--for", "An Peeters").out
    assert "MARKER" not in call("report", "threeway", "amina", "--for", READER).out
