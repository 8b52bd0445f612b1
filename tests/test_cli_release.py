"""A text that goes to somebody else: a copy, who agreed to it, and what came of it."""

import pexpect
import pytest

from coachlog.base.texts import with_tied_signs
from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused, talk

SUMMARY = "Amina calls Koen.\nShe leads the half."


@pytest.fixture(autouse=True)
def held(keep):
    keep(talk(summary=SUMMARY, private_note="SECRET", reflection="SECRET"), talk(date="2026-11-03"))


@pytest.fixture
def release(call):
    return lambda *words, **more: call("session", "release", *words, **more)


def copies(call):
    return call("export", "csv", "releases").rows


OF_A_GOAL = (
    *("goal", "why", "steps", "signs", "milestone", "provided", "starts_on", "target_on"),
    "personnel_file",
)
WHO = ("--to", "Koen Maes", "--agreed-by", "Amina")


def test_the_summary_is_released_word_for_word(call, release):
    done = release(1, *WHO)

    assert (done.code, done.out) == (0, "1\n")
    assert copies(call) == [
        {
            "number": "1",
            "session": "1",
            "coachee": "amina",
            "text": SUMMARY,
            "to_whom": "Koen Maes",
            "agreed_by": "Amina",
            "released_on": "2026-11-24",
            "handed_over_on": "",
            "withdrawn_on": "",
            **dict.fromkeys(OF_A_GOAL, ""),
        }
    ]


def test_another_text_on_another_day(release):
    shown = release(2, "--text", " Only this \r\n", "--on", "yesterday", *WHO, "--json").json

    assert (shown["text"], shown["released_on"]) == ("Only this", "2026-11-23")


def test_a_later_change_leaves_the_copy_as_it_is(call, release):
    release(1, *WHO)

    call("session", "edit", 1, "--summary", "Something else")

    assert copies(call)[0]["text"] == SUMMARY


def test_what_is_private_stays_private(call, release):
    release(1, *WHO)

    assert "SECRET" not in call("export", "csv", "releases").out


def test_a_page_shows_what_was_released_with_its_number(aloud, release):
    release(1, *WHO)
    release(1, "--text", "Other", "--to", "HR", "--agreed-by", "Amina")

    shown = aloud("session", "show", 1).out

    assert "For Koen Maes\n  Amina calls Koen." in shown
    assert "Number  2" in shown.partition("For HR\n")[2]


def test_a_text_is_handed_over_once(call, release):
    release(1, *WHO, "--on", "2026-11-20")

    assert release("--handed-over", 1, "--on", "2026-11-22").err.startswith(
        "Released text 1 was handed over."
    )
    assert copies(call)[0]["handed_over_on"] == "2026-11-22"
    assert "already known" in release("--handed-over", 1, "--on", "2026-11-22").err
    assert release("--handed-over", 1).code == 0
    assert copies(call)[0]["handed_over_on"] == "2026-11-24"


def test_a_text_is_withdrawn_until_it_was_handed_over(call, release):
    release(1, *WHO)
    release(1, *WHO)

    assert release("--withdraw", "#1").err.startswith("Released text 1 is withdrawn.")
    assert "was already withdrawn" in release("--withdraw", 1, "--on", "yesterday").err
    release("--handed-over", 2)

    refused(release("--withdraw", 2), 4, "2 was handed over on Tue 24 Nov 2026")
    refused(release("--handed-over", 1), 4, "1 was withdrawn on Tue 24 Nov 2026")
    assert [row["withdrawn_on"] for row in copies(call)] == ["2026-11-24", ""]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ([], 2, "Give the number of a conversation"),
        (WHO, 2, "Give the number of a conversation"),
        (["1", "--withdraw", "1"], 2, "Give the number of a conversation"),
        (["--withdraw", "1", "--handed-over", "1"], 2, "Give the number of a conversation"),
        (["--withdraw", "1", "--text", "x"], 2, "Give the number of a conversation"),
        (["1"], 2, "Missing: --to, --agreed-by$"),
        (["1", "--to", "Koen", "--agreed-by", " "], 2, "Missing: --agreed-by$"),
        (["2", *WHO], 2, "Missing: --text$"),
        (["9", *WHO], 3, "no conversation 9"),
        (["x", *WHO], 4, "“x” is not a number"),
        (["--withdraw", "9"], 3, "no released text 9"),
        (["--handed-over", "x"], 4, "“x” is not a number"),
        (["1", *WHO, "--on", "tomorrow"], 4, "Wed 25 Nov 2026 is"),
        (["1", *WHO, "--on", "some day"], 4, "cannot be read as a date"),
        (["1", "--to", "x" * 501, "--agreed-by", "Amina"], 4, "too long"),
    ],
)
def test_what_cannot_be_released(call, release, words, code, cause):
    refused(release(*words), code, cause)
    assert copies(call) == []


def test_nothing_is_handed_over_before_it_was_agreed(call, release):
    release(1, *WHO)

    refused(release("--handed-over", 1, "--on", "2026-11-23"), 4, "dates from Tue 24 Nov 2026")


@pytest.mark.parametrize("words", [(1, *WHO), ("--withdraw", 1), ("--handed-over", 1)])
def test_each_is_one_step_to_undo(call, program, release, words):
    release(1, *WHO) if words[0] != 1 else None
    before = copies(call)
    release(*words)

    with Work(program.store, command="undo") as work:
        undo(work)

    assert copies(call) == before


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who agreed to this very text?"),
        ("nl", "Wie ging akkoord met precies deze tekst?"),
        ("fr", with_tied_signs("Qui a donné son accord sur ce texte exact ?")),
    ],
)
def test_on_a_terminal_the_summary_is_shown_and_the_rest_is_asked(
    call, program, language, question
):
    import sys

    child = pexpect.spawn(
        sys.executable,
        ["-m", "coachlog", "session", "release", "1", "--plain"],
        env=program.environment | {"COACHLOG_LANG": language, "TERM": "xterm"},
        encoding="utf-8",
        timeout=30,
    )
    child.expect("She leads the half")
    child.expect("› ")
    child.sendline("")
    child.expect("› ")
    child.sendline("Koen Maes")
    child.expect_exact(question)
    child.expect("› ")
    child.sendline("Amina")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    [row] = copies(call)
    assert (row["text"], row["to_whom"], row["agreed_by"]) == (SUMMARY, "Koen Maes", "Amina")


def test_a_script_sees_the_copies_with_the_conversation(call, release):
    release(1, *WHO)
    release("--handed-over", "1")

    kept = call("session", "show", 1, "--json").json

    assert kept["releases"] == [
        {
            "number": 1,
            "text": SUMMARY,
            "to_whom": "Koen Maes",
            "agreed_by": "Amina",
            "released_on": "2026-11-24",
            "handed_over_on": "2026-11-24",
        }
    ]


def test_a_reader_is_found_by_a_part_of_the_name(call, release):
    """Nothing released to Koen would be a wrong answer where it went to Koen Maes."""
    release(1, *WHO)

    assert "Did you mean Koen Maes?" in call("knows", "koen").err
    assert "Did you mean" not in call("knows", "Tom").err
