"""What somebody said may be passed on comes before the summary, which nobody takes by accident."""

import sys

import pexpect
import pytest

from coachlog.interview.method_files import read_all
from coachlog.journal.release.fields import has_refusal
from tests.conftest import refused, talk

SAID = "To Bart: that I am interested. The rest: nothing."
SUMMARY = "She wants to leave and looks for another job."
QUESTIONS = sorted(
    (found.method.id, question.stage, question.id)
    for found in read_all()
    if found.method and not found.method.discreet  # it has no summary either
    for question in found.method.questions
    if question.passing_on or question.fills == "release"
)
TO_BART = ("--to", "Bart", "--agreed-by", "Amina")


def answered(question="grow.closing.03", method="grow", stage="closing", **more):
    answer = {"stage": stage, "question": question, "asked": "What may I pass on?", "text": SAID}
    return talk(method=method, summary=SUMMARY, answers=[answer | more])


@pytest.fixture
def asked(program):
    """`asked(*answers)`: release a text on a terminal, each question with its answer."""

    def asking(*answers, words=()):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "coachlog", "session", "release", "1", "--plain", *words],
            env=program.environment | {"TERM": "xterm"},
            encoding="utf-8",
            timeout=60,
        )
        shown = ""
        for answer in answers:
            child.expect("› ")
            shown += child.before
            child.sendline(answer)
        child.expect(pexpect.EOF)
        child.close()
        return child.exitstatus, (shown + child.before).replace("\r\n", "\n")

    return asking


def test_there_are_questions_about_passing_on():
    assert "grow.closing.03" in {question for _method, _stage, question in QUESTIONS}


@pytest.mark.parametrize(("method", "stage", "question"), QUESTIONS)
def test_a_script_does_not_take_the_summary_where_it_was_answered(
    call, keep, method, stage, question
):
    keep(answered(question, method, stage))

    told = call("session", "release", 1, *TO_BART)

    refused(told, 2, "Amina said what may be passed on")
    assert "session show 1" in told.err
    assert call("knows", "--json").json == []
    assert call("session", "release", 1, "--text", SUMMARY, *TO_BART).code == 0


def test_an_answer_for_the_coach_alone_counts_as_well(call, keep):
    keep(answered(layer="private"))

    refused(call("session", "release", 1, *TO_BART), 2, "said what may be passed on")


def test_an_own_method_can_ask_it(call, keep, program):
    folder = program.config.parent / "methods"
    folder.mkdir()
    (folder / "mine.toml").write_text(
        'id = "mine"\nname = { en = "Mine" }\nabout = { en = "…" }\nsource = "…"\n'
        '[[stage]]\nid = "end"\nname = { en = "End" }\n'
        '[[stage.question]]\nid = "mine.1"\nkind = "text"\npassing_on = true\nen = "Who?"\n'
    )
    keep(answered("mine.1", "mine", "end"))

    refused(call("session", "release", 1, *TO_BART), 2, "said what may be passed on")


def test_enter_takes_what_the_person_said_and_never_the_summary(call, keep, asked):
    keep(answered())

    code, shown = asked("", "Bart", "Amina")

    assert code == 0
    assert "What may I pass on?" in shown
    assert shown.index(SAID) < shown.index("Which text may be passed on")
    assert SAID in shown.split("Who is it for?")[1]
    assert SUMMARY not in shown
    assert ":edit" not in shown
    assert [each["text"] for each in call("knows", "Bart", "--json").json] == [SAID]


def test_other_words_may_be_typed(call, keep, asked):
    keep(answered())

    code, _shown = asked("Amina is interested.", "Bart", "Amina")

    assert code == 0
    assert [each["text"] for each in call("knows", "Bart", "--json").json] == [
        "Amina is interested."
    ]


def test_whether_it_goes_into_the_file_is_asked_and_a_yes_asked_back(call, keep, asked):
    keep(answered())
    call("trajectory", "edit", 1, "--appraises", "yes")

    code, shown = asked("", "Bart", "Amina", "y", "n")

    assert code == 0
    assert "Does it go into the personnel file?" in shown
    assert "no text from these talks goes into the personnel file" in shown
    assert call("knows", "Bart", "--json").json[0]["personnel_file"] == 0


def test_a_goal_is_shown_before_somebody_agrees(call, keep, program):
    keep(talk(goals=[{"ref": "g", "statement": "Lead the meeting", "why": "To end on time"}]))
    child = pexpect.spawn(
        sys.executable,
        ["-m", "coachlog", "goal", "release", "1", "--plain"],
        env=program.environment | {"TERM": "xterm"},
        encoding="utf-8",
        timeout=60,
    )
    child.expect_exact("Lead the meeting")
    child.expect_exact("To end on time")
    child.expect("› ")
    child.sendline("Bart")
    child.expect("› ")
    child.sendline("Amina")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert [each["why"] for each in call("knows", "bart", "--json").json] == ["To end on time"]


NO = ["niets", "Liever niets.", "Rien du tout", "N’en parlez à personne", "No.", "I don't want it"]


def test_a_refusal_is_never_taken_by_enter(call, keep, asked):
    keep(answered(text="Niets, dit blijft hier."))

    code, shown = asked("", ":stop")

    assert code == 130
    assert "There is a “no” or a “nothing” in this answer" in shown
    assert "Enter takes" not in shown
    assert call("knows", "--json").json == []


@pytest.mark.parametrize("said", [*NO, "nee", "N.v.t.", "–", "/", "Dit blijft tussen ons"])
def test_what_begins_with_a_no_is_a_refusal(said):
    assert has_refusal(said)


@pytest.mark.parametrize("said", [SAID, "Aan Tom: dat ik leid.", "Nora mag het weten", "Tout"])
def test_a_limit_that_comes_after_is_not(said):
    assert not has_refusal(said)


@pytest.mark.parametrize("given", ["", "  \n"])
def test_an_empty_text_never_stands_for_the_summary(call, keep, given):
    keep(talk(summary=SUMMARY))

    refused(call("session", "release", 1, "--text", given, *TO_BART), 2, "--text is empty")

    assert call("knows", "--json").json == []
