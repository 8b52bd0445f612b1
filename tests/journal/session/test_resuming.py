"""Unfinished conversations in a script: named, refused, thrown away."""

import pytest

from coachlog.store.drafts import DraftKeeper
from tests.conftest import refused


@pytest.fixture
def drafts(program, call):
    """Two drafts, and a way to keep one of them open."""
    for name in ("Amina", "Bo"):
        DraftKeeper.start(program.store, "grow", {"given": {}}, coachee=name).close()


@pytest.mark.parametrize("words", [[], ["1"], ["--drop", "--yes"]])
def test_nothing_is_unfinished(call, words):
    refused(call("session", "resume", *words), 3, "no unfinished conversation")


def test_which_one_is_asked_for(call, drafts):
    told = call("session", "resume")

    assert (told.code, told.out) == (2, "")
    assert "Amina · Tue 24 Nov 2026, 0 answers" in told.err
    assert "Several conversations are unfinished." in told.err


def test_without_a_terminal_none_is_led_on(call, drafts):
    refused(call("session", "resume", 1), 2, "only be resumed in a terminal")


@pytest.mark.parametrize(
    ("which", "code", "cause"),
    [("3", 3, "no unfinished conversation"), ("x", 4, "“x” is not a number")],
)
def test_a_place_that_is_not_in_the_list(call, drafts, which, code, cause):
    refused(call("session", "resume", which), code, cause)


def test_a_draft_is_thrown_away_for_good_only_with_a_yes(call, drafts):
    refused(call("session", "resume", 1, "--drop"), 2, "with --yes")

    assert call("session", "resume", 1, "--drop", "--yes").err.startswith(
        "The draft is discarded.\n"
    )
    refused(call("session", "resume", 2), 3, "no unfinished conversation")
    assert call("session", "resume", 1, "--drop", "--yes").code == 0
    refused(call("session", "resume"), 3, "no unfinished conversation")


def test_a_draft_that_is_open_elsewhere_is_not_thrown_away(call, program):
    with DraftKeeper.start(program.store, "grow", {"given": {}}, coachee="Cis"):
        told = call("session", "resume", 1, "--drop", "--yes")

    refused(told, 5, "open in another window")
    assert call("session", "resume", 1, "--drop", "--yes").code == 0
