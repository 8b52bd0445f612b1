"""The coach's own development: noted, listed, mended, removed."""

import json
import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.schema.growth import GROWTH
from coachlog.values import parse
from coachlog.values.parse import KindError
from tests.conftest import refused

MINUTES_MOST = GROWTH.field("minutes").given_by.high
minutes = partial(parse.minutes, most=MINUTES_MOST)


@pytest.fixture
def note(call):
    return lambda *words, **more: call("growth", "new", *words, **more)


@pytest.mark.parametrize(
    "typed",
    ["90", " 90 min", "1:30", "1u30", "1U30", "1 u 30", "1h30", "1h30min", "1.5h", "1,5 uur"],
)
def test_an_hour_and_a_half_is_written_in_many_ways(typed):
    assert minutes(typed) == 90


@pytest.mark.parametrize(
    "typed",
    [
        "0",
        "-5",
        "1:60",
        "1:5",
        "1.5",
        "half",
        "101u",
        "6001",
        "1:30:00",
        "९०",
        "1u3o",
    ],
)
def test_what_is_no_length_of_time_is_refused(typed):
    with pytest.raises(KindError):
        minutes(typed)


@given(st.integers(1, MINUTES_MOST))
def test_hours_and_minutes_are_read_as_they_are_written(length):
    written = f"{length // 60}u{length % 60:02}"

    assert minutes(written) == minutes(str(length)) == minutes(length) == length


@given(st.text(max_size=12))
def test_any_text_is_a_length_of_time_or_refused(text):
    try:
        found = minutes(text)
    except KindError:
        return
    assert found is None or 1 <= found <= MINUTES_MOST


def test_a_learning_moment_is_kept_as_it_was_given(call, note):
    done = note(
        *("--kind", "supervision", "--on", "2026-11-02", "--minutes", "1u30"),
        *("--provider", "Els", "--learned", "One question", "--applied", "With Amina"),
    )

    assert (done.code, done.out) == (0, "1\tsupervision\n")
    kept = call("growth", "show", 1, "--json").json
    assert list(kept) == ["number", *(field.key for field in GROWTH.shared)]
    assert {key: value for key, value in kept.items() if value is not None} == {
        "number": 1,
        "kind": "supervision",
        "done_on": "2026-11-02",
        "minutes": 90,
        "provider": "Els",
        "learned": "One question",
        "applied": "With Amina",
    }


def test_without_a_day_it_was_today(call, note):
    note("--kind", "reading")

    assert call("growth", "show", 1, "--json").json["done_on"] == "2026-11-24"


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ([], None, 2, "Missing: --kind"),
        (["--minutes", "90"], None, 2, "Missing: --kind"),
        (["--kind", "sleeping"], None, 4, "kind: .sleeping. is not one of"),
        (["--kind", "reading", "--minutes", "0"], None, 4, "minutes: .0. is not a length"),
        (
            ["--kind", "reading", "--on", "tomorrow"],
            None,
            4,
            "--on: Wed 25 Nov 2026 is in the future",
        ),
        (["--kind", "reading", "--on", "yesteryear"], None, 4, "^--on: "),
        (["--from", "-"], '{"minutes": 5}', 4, "kind: this is missing"),
        (["--from", "-"], '{"kind": "reading", "minutes": 1.5}', 4, "minutes"),
        (["--from", "-"], '{"kind": "reading", "hours": 1}', 4, "hours: "),
        (["--from", "-"], '{"kind": "reading"}\n{"kind": "x"}', 4, "line 2, kind"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, note, words, stdin, code, cause):
    refused(note(*words, stdin=stdin), code, cause)
    assert call("growth", "list").out == ""


def test_the_latest_comes_first_and_the_list_can_be_narrowed(call, note):
    lines = [
        {"kind": "training", "done_on": "2025-05-02", "minutes": "7:30"},
        {"kind": "reading", "done_on": "2026-02-01"},
        {"kind": "training", "done_on": "2026-03-01", "minutes": 60},
    ]
    assert note("--from", "-", stdin="\n".join(map(json.dumps, lines))).code == 0

    def numbers(*words):
        return [row["number"] for row in call("growth", "list", *words, "--csv").rows]

    assert numbers() == ["3", "2", "1"]
    assert numbers("--kind", "training") == ["3", "1"]
    assert numbers("--since", "2026") == ["3", "2"]
    assert numbers("--until", "2025", "--limit", "1") == ["1"]
    refused(call("growth", "list", "--kind", "x"), 4, "not one of")


def test_a_learning_moment_is_mended_and_removed_and_comes_back(call, note):
    note("--kind", "reading", "--learned", "A book")

    assert call("growth", "edit", 1, "--minutes", "2h").code == 0
    assert call("growth", "edit", 1, "--kind", "training").code == 0
    changed = call("growth", "show", 1, "--json").json
    assert (changed["kind"], changed["minutes"], changed["learned"]) == ("training", 120, "A book")
    refused(call("growth", "edit", 1, "--kind", ""), 4, "kind: this cannot be empty")
    refused(call("growth", "edit", 2, "--minutes", 5), 3, "no learning moment 2")
    refused(call("growth", "remove", 1), 2)
    assert call("growth", "remove", 1, "--yes").code == 0
    refused(call("growth", "show", 1), 3, "no learning moment 1")
    assert call("undo").code == 0
    assert call("growth", "show", 1, "--json").json == changed
    assert "learning moment 1" in call("history").out


def test_a_screen_shows_kinds_in_words_(screen, note):
    note("--kind", "mentor_coaching", "--minutes", "1:30", "--provider", "Els")
    note("--kind", "reading", "--minutes", 45)

    shown = screen("growth", "list", language="nl")

    assert "mentorcoaching" in shown
    assert "lectuur" in shown
    page = screen("growth", "show", 1, language="fr")
    assert "mentor coaching" in page
    assert re.search(r"Durée +1 h 30\n", page)


def test_feedback_and_being_observed_are_kinds_of_their_own(call, note):
    for kind in ("feedback", "observed", "network"):
        assert note("--kind", kind).code == 0

    assert [row["kind"] for row in call("growth", "list", "--csv").rows] == [
        *("network", "observed", "feedback"),
    ]


def test_the_kind_of_hours_is_noted_and_listed(call, note):
    note("--kind", "training", "--unit", "ethics")
    note("--kind", "training", "--unit", "core")

    assert [row["number"] for row in call("growth", "list", "--unit", "ethics", "--csv").rows] == [
        "1"
    ]
    refused(note("--kind", "training", "--unit", "half"), 4, "not one of")


def test_of_a_certificate_only_the_place_is_kept(call, note, program):
    paper = program.folder / "certificate.pdf"
    paper.write_text("paper")

    assert note("--kind", "training", "--certificate", "certificate.pdf").err == ""

    assert call("growth", "show", 1, "--json").json["certificate"] == str(paper)
    paper.unlink()
    assert f"There is no file here now: {paper}" in call("growth", "show", 1).err


def test_a_certificate_that_is_not_there_is_told_and_kept(call, note):
    told = note("--kind", "training", "--certificate", "~/nowhere.pdf")

    assert (told.code, "There is no file here now" in told.err) == (0, True)
    assert call("growth", "show", 1, "--json").json["certificate"].endswith("/home/nowhere.pdf")
    assert "There is no file" in call("growth", "edit", 1, "--certificate", "/else.pdf").err
    assert call("growth", "edit", 1, "--certificate", "").code == 0


def test_the_goal_of_a_learning_moment_has_to_be_there(call, note):
    refused(note("--kind", "reading", "--goal", 9), 3, "no goal 9")

    assert call("growth", "list", "--goal", 9).out == ""


def test_on_a_terminal_ones_own_goals_are_offered(call):
    call("goal", "new", "--coachee", "me", "--statement", "Listen longer")

    told = call("growth", "new", typed="reading\n\n\n\nWait\n\n1\n")

    assert "Which of your own goals is it for?" in told.err
    assert call("growth", "show", 1, "--json").json["goal"] == 1


def test_what_was_learned_in_a_network_is_found_by_it(call, note):
    call("network", "new", "--name", "Peer group")

    assert note("--kind", "network", "--network", 1).code == 0

    assert call("growth", "list", "--network", 1, "--csv").rows[0]["network"] == "1"
    assert call("me", "--json").json["networks"][0]["name"] == "Peer group"
    refused(note("--kind", "network", "--network", 9), 3, "no network 9")
    assert call("network", "remove", 1, "--yes").code == 0
    assert call("growth", "show", 1, "--json").json["network"] is None


def test_with_a_credential_my_page_has_what_was_reached(call, program):
    assert "hours" not in call("me", "--json").json
    program.config.write_text('credential = "acc"\n')

    assert call("me", "--json").json["hours"][0]["text"] != ""
