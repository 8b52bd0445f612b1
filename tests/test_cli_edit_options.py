"""Options, whose idea they were, and what else was asked can be changed after saving."""

import json
import sys

import pytest

from coachlog.terminal.context import Context
from tests.conftest import refused

OPTIONS = [
    {"text": "vraadt raad", "origin": "coachee", "pros": "quick", "chosen": True},
    {"text": "(mijn idee) samen met Bart", "origin": "coachee"},
    {"text": "een cursus", "origin": "network", "contact": "Koen: HR"},
]
ANSWERS = [
    {"stage": "own", "question": "own.1", "asked": "Wat nog?", "text": "niets"},
    {
        "stage": "own",
        "question": "own.2",
        "asked": "En stil?",
        "text": "geheim",
        "layer": "private",
    },
    {"stage": "own", "question": "own.3", "text": "zonder vraag"},
]


@pytest.fixture(autouse=True)
def kept(call):
    talk = {"coachee": "A", "date": "2026-11-02T14:00", "options": OPTIONS, "answers": ANSWERS}
    assert call("session", "new", "--from", "-", stdin=json.dumps(talk)).code == 0


@pytest.fixture
def said(call):
    def read():
        found = call("session", "show", 1, "--json").json
        return found.get("options", []), found.get("answers", [])

    return read


def test_by_options_a_place_gets_other_words_and_the_rest_stays(call, said):
    told = call(
        *("session", "edit", 1),
        *(
            "--option",
            "1=vraagt raad",
            "--option",
            "2=!samen met Bart",
            "--option",
            "@Lies: wandelen",
        ),
        *("--answer", "2=geen geheim"),
    )

    assert told.code == 0, told.err
    options, answers = said()
    assert options == [
        OPTIONS[0] | {"text": "vraagt raad"},
        {"text": "samen met Bart", "origin": "coach"},
        OPTIONS[2],
        {"text": "wandelen", "origin": "network", "contact": "Lies"},
    ]
    assert answers == [ANSWERS[0], ANSWERS[1] | {"text": "geen geheim"}, ANSWERS[2]]


def test_an_empty_text_takes_it_away(call, said):
    assert call("session", "edit", 1, "--option", "2=", "--answer", "1=").code == 0

    assert said() == ([OPTIONS[0], OPTIONS[2]], ANSWERS[1:])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--option", "4=x"), 3),
        (("--option", "0=x"), 3),
        (("--answer", "x"), 3),
        (("--answer", "9="), 3),
        (("--option", "@Sarah:"), 4),
        (("--option", "1=!"), 4),
    ],
)
def test_what_is_not_there_or_no_option_is_refused(call, said, words, code):
    refused(call("session", "edit", 1, *words), code)

    assert said() == (OPTIONS, ANSWERS)


def test_json_gives_whole_lists(call, said):
    options = [OPTIONS[2], OPTIONS[0] | {"origin": "coach"}]
    given = {"options": options, "answers": [ANSWERS[1] | {"text": "anders"}]}

    told = call("session", "edit", 1, "--from", "-", stdin=json.dumps(given))

    assert told.code == 0, told.err
    assert said() == (options, given["answers"])


def test_what_is_equal_is_not_written_again_and_undo_brings_all_back(call, said):
    given = json.dumps({"options": OPTIONS, "answers": ANSWERS})
    before = call("history", "--json").out

    assert call("session", "edit", 1, "--from", "-", stdin=given).code == 0

    assert call("history", "--json").out == before
    call("session", "edit", 1, "--option", "1=", "--option", "new one")
    assert call("undo", "--yes").code == 0
    assert said() == (OPTIONS, ANSWERS)


@pytest.fixture
def by_hand(call, monkeypatch, tmp_path):
    """`by_hand(body)`: `session edit 1` in an editor that does *body* with `text`."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))

    def run(body="", *lines, **env):
        script = tmp_path / "ed.py"
        script.write_text(
            "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_text('utf-8')\n"
            f"pathlib.Path({str(tmp_path / 'seen')!r}).write_text(text)\n"
            f"{body}\npath.write_text(text, 'utf-8')\n"
        )
        editor = {"EDITOR": f"{sys.executable} {script}", "TERM": "xterm"} if body else {}
        return call("session", "edit", 1, stdin="\n".join([*lines, ""]), env=editor | env)

    return run


def test_in_the_editor_each_has_a_heading(by_hand, said, tmp_path):
    told = by_hand(
        "text = text.replace('* vraadt', '* vraagt').replace('(mijn idee) ', '!')"
        ".replace('geheim', 'open')"
    )

    assert told.code == 0, told.err
    seen = (tmp_path / "seen").read_text()
    assert "== Option 3 ==\n" in seen
    assert "@Koen:: HR: een cursus" in seen
    assert "== Wat nog? ==\nniets\n" in seen
    assert "== own.3 ==\nzonder vraag\n" in seen
    assert "== En stil? ==\n# Only for you.\ngeheim\n" in seen
    options, answers = said()
    assert options == [
        OPTIONS[0] | {"text": "vraagt raad"},
        {"text": "samen met Bart", "origin": "coach"},
        OPTIONS[2],
    ]
    assert answers == [ANSWERS[0], ANSWERS[1] | {"text": "open"}, ANSWERS[2]]


def test_a_sheet_of_a_person_holds_no_words_of_the_machine(by_hand, tmp_path, call):
    call("session", "edit", 1, "--communication", "listen, ask", "--form", "in_person")

    told = by_hand("pass", COACHLOG_LANG="nl")

    assert told.err.endswith("Er is niets gewijzigd.\n")
    seen = (tmp_path / "seen").read_text()
    assert "== Datum ==\n" in seen
    assert "\n2 nov 2026, 14:00\n" in seen
    assert "\ngevoerd\n" in seen
    for word in ("2026-11-02T14:00", "\nheld", "in_person", "listen", "coachee"):
        assert word not in seen, word


def test_words_of_the_machine_are_still_understood(by_hand, call):
    told = by_hand(
        "text = text.replace('2 nov 2026, 14:00', '2026-11-03T10:00')\n"
        "text = text.replace('\\ngevoerd\\n', '\\nmissed\\n')",
        COACHLOG_LANG="nl",
    )

    assert told.code == 0, told.err
    kept = call("session", "show", 1, "--json").json
    assert (kept["date"], kept["status"]) == ("2026-11-03T10:00", "missed")


def test_guided_the_parts_of_an_option_are_asked_one_by_one(by_hand, said):
    told = by_hand("", "option 2", "samen met Bart", "my idea", "", "te duur", "yes", "")

    assert told.code == 0, told.err
    assert said()[0][1] == {
        "text": "samen met Bart",
        "origin": "coach",
        "cons": "te duur",
        "chosen": True,
    }
    assert said()[0][0] == OPTIONS[0]


def test_guided_a_private_text_does_not_stand_in_the_list(by_hand):
    told = by_hand("", "")

    assert "En stil?: (for you only)" in told.err
    assert "geheim" not in told.err
    assert "Reason" not in told.err
    assert "Forms of communication" not in told.err


def test_guided_a_conversation_that_was_missed_has_a_reason(by_hand, call):
    told = by_hand("", "status", "missed", "reason", "ill", "")

    assert told.code == 0, told.err
    assert call("session", "show", 1, "--json").json["reason"] == "ill"
