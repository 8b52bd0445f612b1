"""A release is a text and a reader: each page shows a reader what was released to them alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import refused, talk

TOM, DOCTOR = "Tom (HR)", "arbeidsarts dr. Claes"
GOAL = {
    "ref": "g",
    "statement": "Lead the meeting",
    "why": "So that we end on time",
    "signs": "Everybody speaks",
    "milestone": "Half of it alone",
    "anti_goal": "SECRET-ANTI-GOAL",
    "talents": "SECRET-TALENTS",
    "serves": "SECRET-SERVES",
    "target_on": "2026-12-31",
}
ACTIONS = [
    {"what": "Lead the first half", "goal": "g", "done_by": "coachee"},
    {"what": "Book the room", "goal": "g", "done_by": "manager"},
    {"what": "SECRET-OTHER-ACTION"},
]


@pytest.fixture
def release(call, keep):
    """`release(text, whom)`: release a text of Amina's conversation; the result is its number."""
    keep(talk(goals=[GOAL], actions=ACTIONS, summary="Her summary"))

    def releasing(text, whom, *more, noun="session"):
        words = ("--text", text) if noun == "session" else ()
        done = call(noun, "release", 1, *words, "--to", whom, "--agreed-by", "Amina", *more)
        assert done.code == 0, done.err
        return int(done.out)

    return releasing


# For whom a page is


@pytest.mark.parametrize(
    ("language", "on_top"),
    [("en", "for Tom (HR)"), ("nl", "voor Tom (HR)"), ("fr", "pour Tom (HR)")],
)
@pytest.mark.parametrize("page", ["pop", "threeway"])
def test_a_page_says_for_whom_it_is_and_holds_nothing_else(call, release, page, language, on_top):
    release("For the doctor", DOCTOR)
    release("For Tom", TOM)
    call("coachee", "edit", "amina", "--language", language)

    shown = call("report", page, "amina", "--for", "  tom  (hr)")

    assert on_top in shown.out.splitlines()[0]
    assert "For Tom" in shown.out
    assert "For the doctor" not in shown.out
    assert shown.err.startswith("1 text is for somebody else")


def test_the_sponsor_of_the_trajectory_is_the_reader_where_none_is_named(call, release):
    release("For the doctor", DOCTOR)
    release("For Tom", "tom (hr)")
    call("trajectory", "edit", 1, "--sponsor", TOM)
    call("trajectory", "close", 1)

    shown = call("report", "threeway", "amina", "--json")

    assert shown.json[0]["told"] == "for Tom (HR) · Start"
    assert "For the doctor" not in shown.out


def test_without_a_reader_there_is_no_page_and_an_example(call, release):
    release("For Tom", TOM)

    shown = call("report", "threeway", "amina")

    refused(shown, 2, "not clear who this page is for")
    assert "coachlog report threeway amina --for" in shown.err
    assert shown.out == ""


def test_how_many_are_for_others_is_told_to_the_coach_alone(call, release):
    for text in ("One", "Two", "Three"):
        release(text, DOCTOR)
    call("session", "release", "--withdraw", 3)

    shown = call("report", "pop", "amina", "--for", TOM)

    assert shown.err.startswith("2 texts are for somebody else: coachlog knows")
    assert "somebody else" not in shown.out
    assert "somebody else" not in call("report", "pop", "amina", "--for", DOCTOR).err


SAME = [
    ("Zoë D'Hondt", "zoe d’hondt"),
    ("Zoë D'Hondt", "ZOE\u0308  D`HONDT"),
    ("Élise\u00a0Noël", "elise noel"),
    ("Jean–Luc", "jean-luc"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_case_accents_spaces_and_apostrophes_make_no_other_reader(call, release, one, other):
    release("The text", one)

    assert "The text" in call("report", "pop", "amina", "--for", other).out
    assert [each["text"] for each in call("knows", other, "--json").json] == ["The text"]
    assert [each["released"] for each in call("knows", "--json").json] == [1]


@pytest.mark.parametrize("other", ["Tom", "HR", "Tom (HR) 2", "Tom HR", "Tim (HR)"])
def test_who_is_called_otherwise_is_somebody_else(call, release, other):
    release("The text", TOM)

    assert "The text" not in call("report", "pop", "amina", "--for", other).out
    assert call("knows", other, "--json").json == []


READERS = (TOM, "TOM (hr)", "Tóm (HR)", DOCTOR, "Zoë D'Hondt", "zoe d’hondt", "Ôma")
PAGES = ("pop", "threeway", "takehome", "prepare")


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(READERS), min_size=1, max_size=4), st.data())
def test_no_text_to_one_reader_stands_on_a_page_for_another(call, keep, program, whom, data):
    """What `knows` tells of a reader is what was released to that reader, and the pages agree."""
    program.begin_anew()
    keep(talk(goals=[GOAL]))
    for n, each in enumerate(whom):
        words = ("--text", f"<text {n}>", "--to", each, "--agreed-by", "Amina")
        assert call("session", "release", 1, *words).code == 0
    reader = data.draw(st.sampled_from(READERS))
    form = data.draw(st.sampled_from(((), ("--json",), ("--csv",))))
    language = data.draw(st.sampled_from(("nl", "fr", "en")))
    own = {n for n, each in enumerate(whom) if _plainly(each) == _plainly(reader)}

    for page in ("pop", "threeway"):
        told = call("report", page, "amina", "--for", reader, *form, "--lang", language)
        assert {n for n in range(len(whom)) if f"<text {n}>" in told.out} == own
    for page in (("takehome", 1), ("prepare", "amina")):
        assert "<text" not in call("report", *page, *form, "--lang", language).out
    assert {each["text"] for each in call("knows", reader, "--json").json} == {
        f"<text {n}>" for n in own
    }


def _plainly(name):
    """The readers of this test without their small differences, written out."""
    return {
        "TOM (hr)": TOM,
        "Tóm (HR)": TOM,
        "zoe d’hondt": "Zoë D'Hondt",
    }.get(name, name)


def test_a_page_is_asked_for_whom_it_is_on_a_terminal(release, program):
    import sys

    import pexpect

    release("For Tom", TOM)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "coachlog", "report", "threeway", "amina", "--plain"],
        env=program.environment | {"TERM": "xterm"},
        encoding="utf-8",
        timeout=60,
    )
    child.expect_exact("Who is this page for?")
    child.expect_exact(TOM)
    child.expect("› ")
    child.sendline("tom (hr)")
    child.expect_exact("for Tom (HR)")
    child.expect_exact("For Tom")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0


# A goal is released with what belongs to it


def test_a_released_goal_fills_the_plan_of_its_reader(call, release):
    release("", TOM, "--on", "yesterday", noun="goal")
    call("goal", "edit", 1, "--why", "SECRET-LATER")
    call("coachee", "edit", "amina", "--language", "nl")

    shown = call("report", "pop", "amina", "--for", TOM, "--json").json

    assert [(each["label"], each["text"]) for each in shown[1:]] == [
        ("Ontwikkelingsdoel", "Lead the meeting"),
        ("Waarom ik dit wil", "So that we end on time"),
        ("Hoe ik het leer", "Lead the first half"),
        ("Verwacht resultaat", "Everybody speaks"),
        ("Tussentijdse resultaten", "Half of it alone"),
        ("Begin", "ma 2 nov 2026"),
        ("Tegen wanneer", "do 31 dec 2026"),
        ("Waar de werkgever voor zorgt", "Book the room"),
        ("Wanneer we dit samen bekijken", "." * 36),
    ]


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)])
@pytest.mark.parametrize("page", ["pop", "threeway"])
def test_nothing_of_a_goal_but_what_was_copied_is_on_a_page(call, release, page, form):
    release("", TOM, noun="goal")

    mine = call("report", page, "amina", "--for", TOM, *form).out
    theirs = call("report", page, "amina", "--for", DOCTOR, *form)

    assert "Lead the meeting" in mine
    assert "SECRET" not in mine
    assert "Lead the" not in theirs.out
    assert theirs.err.startswith("1 text is for somebody else")


def test_what_the_coach_does_is_told_apart_in_the_plan(call, keep):
    does = {"what": "Bring the book", "goal": "g", "done_by": "coach"}
    keep(talk(goals=[GOAL], actions=[ACTIONS[0], does]))

    call("goal", "release", 1, "--to", TOM, "--agreed-by", "Amina", env={"COACHLOG_LANG": "nl"})

    copied = call("knows", TOM, "--json").json[0]
    assert copied["steps"] == "Lead the first half\nBring the book (coach)"
    assert "Bring the book (coach)" in call("report", "pop", "amina", "--for", TOM).out


def test_of_a_goal_that_was_released_again_the_latest_copy_counts(call, release):
    release("", TOM, noun="goal")
    call("goal", "edit", 1, "--statement", "Lead all of it")
    release("", TOM, noun="goal")

    plan = call("report", "pop", "amina", "--for", TOM).out

    assert "Lead all of it" in plan
    assert "Lead the meeting" not in plan
    assert len(call("knows", TOM, "--json").json) == 2


def test_a_released_goal_is_withdrawn_and_handed_over_as_a_text_is(call, release):
    first, second = release("", TOM, noun="goal"), release("", TOM, noun="goal")

    assert call("goal", "release", "--withdraw", first).code == 0
    assert call("goal", "release", "--handed-over", second).code == 0
    refused(call("goal", "release", "--withdraw", second), 4, "was handed over")
    refused(call("goal", "release", "--handed-over", first), 4, "was withdrawn")

    kept = call("knows", TOM, "--json").json
    assert [bool(each["withdrawn_on"]) for each in kept] == [True, False]
    assert [bool(each["handed_over_on"]) for each in kept] == [False, True]


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ([], 2, "Give the number of a goal"),
        (["1"], 2, "Missing: --to, --agreed-by"),
        (["1", "--to", TOM], 2, "Missing: --agreed-by"),
        (["9", "--to", TOM, "--agreed-by", "Amina"], 3, "no goal 9"),
        (["--withdraw", "9"], 3, "no released text 9"),
        (["--withdraw", "1", "--no-personnel-file"], 2, "Give the number of a goal"),
    ],
)
def test_what_of_a_goal_cannot_be_released(call, release, words, code, cause):
    refused(call("goal", "release", *words), code, cause)
    assert call("knows", "--json").json == []


def test_released_goals_go_with_their_goal_and_come_back(call, release):
    release("", TOM, noun="goal")

    assert call("goal", "remove", 1, "--yes").code == 0
    assert call("knows", "--json").json == []
    assert call("undo", "--yes").code == 0
    assert len(call("knows", TOM, "--json").json) == 1
    assert call("undo", "--yes").code == 0
    assert call("knows", "--json").json == []


def test_released_goals_move_with_whom_they_are_about(call, release, keep):
    keep(talk(coachee="Mina"))
    release("", TOM, noun="goal")

    assert call("coachee", "merge", "amina", "mina", "--yes").code == 0
    assert [each["coachee"] for each in call("knows", TOM, "--json").json] == ["mina"]
    assert call("coachee", "remove", "mina", "--yes").code == 0
    assert call("knows", "--json").json == []


def test_released_goals_are_found_with_their_reader(call, screen, release):
    release("", TOM, noun="goal")

    hits = [each for each in call("search", "room", "--json").json if each["noun"] == "release"]

    assert [(each["field"], each["coachee"], each["session"]) for each in hits] == [
        ("provided", "amina", None)
    ]
    assert "for Tom (HR)" in screen("search", "room", "--noun", "release")


def test_the_history_says_what_was_released_and_to_whom(call, release):
    release("x", TOM)
    release("", DOCTOR, noun="goal")
    call("goal", "release", "--withdraw", 2)

    told = call("history").out

    assert f"released text 1 for {TOM}" in told
    assert f"released text 2 for {DOCTOR}" in told
    assert "session release" not in told.replace("coachlog session release", "")


def test_the_conversation_page_names_each_reader(call, aloud, release):
    release("One", TOM)
    release("Two", DOCTOR)
    release("", TOM, noun="goal")

    shown = aloud("session", "show", 1).out

    assert f"For {TOM}\n  One" in shown
    assert f"For {DOCTOR}\n  Two" in shown
    told = call("session", "show", 1, "--json").json
    assert [each["text"] for each in told["releases"]] == ["One", "Two"]
    assert [each["text"] for each in told["goal_releases"]] == ["Lead the meeting"]


def test_the_page_of_a_goal_names_each_reader(call, screen, release):
    release("", TOM, noun="goal")
    release("", DOCTOR, noun="goal")

    shown = screen("goal", "show", 1)

    assert f"For {TOM} · ◉ released" in shown
    assert f"For {DOCTOR} · ◉ released" in shown
    told = call("goal", "show", 1).pairs
    assert (told["releases.1.to_whom"], told["releases.2.to_whom"]) == (TOM, DOCTOR)


# Who may know what


def test_knows_tells_all_that_a_reader_was_given_oldest_first(call, release):
    release("Later", TOM)
    release("Earlier", TOM, "--on", "2026-11-02")
    release("", TOM, "--on", "2026-11-10", noun="goal")
    release("Other", DOCTOR)
    call("session", "release", "--withdraw", 1)
    call("session", "release", "--handed-over", 2)

    page = call("knows", "tom (hr)").out

    rows = call("knows", TOM, "--csv").rows
    assert [row["text"] for row in rows] == ["Earlier", "Lead the meeting", "Later"]
    assert [row["session"] or "-" + row["goal"] for row in rows] == ["1", "-1", "1"]
    assert page.splitlines()[0] == "What was released to Tom (HR) · 3 releases"
    assert "Mon 2 Nov 2026 · Amina · conversation 1  (handed over)" in page
    assert "Tue 10 Nov 2026 · Amina · goal 1  (not handed over)" in page
    assert "(withdrawn Tue 24 Nov 2026)" in page
    assert "Book the room" in page
    assert "Agreed by  Amina, Mon 2 Nov 2026" in page
    assert "Other" not in page


def test_knows_alone_lists_the_readers_with_how_much_each_was_given(call, release):
    release("One", "tom (HR)")
    release("Two", TOM)
    release("Three", DOCTOR)
    call("session", "release", "--withdraw", 1)

    rows = call("knows", "--json").json

    assert [(each["reader"], each["released"], each["withdrawn"]) for each in rows] == [
        (DOCTOR, 1, 0),
        (TOM, 2, 1),
    ]
    assert TOM in call("knows").out


def test_who_was_given_nothing_is_told(call, release):
    assert "Nothing was released yet" in call("knows").err
    release("One", TOM)
    told = call("knows", "Griet")
    assert (told.code, told.out) == (0, "")
    assert "Nothing was released to Griet" in told.err
    assert "Did you mean" not in told.err
    assert f"Did you mean {TOM}?" in call("knows", TOM.split()[0].lower()).err


# The personnel file, where the coach appraises


@pytest.fixture
def appraising(call, release):
    assert call("trajectory", "edit", 1, "--appraises", "yes").code == 0
    return release


@pytest.mark.parametrize("whom", ["HR", "the personnel file", "HR-map van Amina"])
def test_a_coach_who_appraises_says_whether_it_goes_into_the_file(call, appraising, whom):
    words = ("session", "release", 1, "--text", "x", "--to", whom, "--agreed-by", "Amina")

    refused(call(*words), 2, "--personnel-file")
    refused(call(*words, "--personnel-file"), 4, "You appraise Amina: no text")
    assert call("export", "csv", "releases").rows == []
    assert call(*words, "--no-personnel-file", "--json").json["personnel_file"] == 0
    assert call("session", "show", 1).pairs["releases.1.personnel_file"] == "false"


def test_a_goal_that_was_agreed_may_go_into_the_file(call, appraising):
    words = ("goal", "release", 1, "--to", TOM, "--agreed-by", "Amina")

    refused(call(*words), 2, "--personnel-file")
    assert call(*words, "--personnel-file", "--json").json["personnel_file"] == 1


def test_who_does_not_appraise_is_not_asked_about_the_file(call, release):
    assert release("x", "the personnel file") == 1
    assert call("knows", "the personnel file", "--json").json[0]["personnel_file"] is None
    assert release("x", TOM, "--personnel-file") == 2


@pytest.mark.parametrize(
    ("page", "told"), [("pop", "No goal was released"), ("threeway", "Nothing was released")]
)
def test_an_empty_page_says_why_and_how_to_fill_it(call, keep, page, told):
    keep(talk(goals=[{"statement": "Rest"}]))

    shown = call("report", page, "amina", "--for", "Koen")

    (line,) = shown.err.splitlines()
    assert told in line
    assert 'goal release N --to "Koen"' in line
    assert page == "threeway" or "no goal was released to Koen yet" in shown.out
    release = ("goal", "release", 1, "--to", "Koen", "--agreed-by", "A", "--no-personnel-file")
    assert call(*release).code == 0
    assert told not in call("report", page, "amina", "--for", "Koen").err
