"""One trajectory as the template of the next."""

import pytest

from tests.conftest import refused, talk


@pytest.fixture
def first(call, keep):
    keep(talk(goals=[{"ref": "a", "statement": "End on time"}]), talk(coachee="Jonas"))
    call(
        *("trajectory", "edit", 1, "--kind", "mentoring", "--purpose", "Two years with Amina"),
        *("--rhythm-days", "3w", "--planned-sessions", 6, "--sharing", "Themes only"),
        *("--theme", "career_support", "--area", "work", "--mirror", "no", "--sponsor", "HR"),
        *("--hard-to-tell", "Pay", "--appraises", "yes", "--kept-out", "Marks"),
    )
    return call


def test_the_next_one_takes_over_what_was_agreed(first):
    told = first("trajectory", "new", "--coachee", "jonas", "--like", 1)

    assert told.code == 0
    shown = first("trajectory", "show", 3, "--json").json
    expected = {
        "coachee": "jonas",
        "kind": "mentoring",
        "purpose": "Two years with Amina",
        "rhythm_days": 21,
        "planned_sessions": 6,
        "sharing": "Themes only",
        "mirror": 0,
        "themes": ["career_support"],
        "areas": ["work"],
    }
    assert {name: shown[name] for name in expected} == expected
    assert [shown[name] for name in ("sponsor", "appraises", "kept_out", "goals")] == [
        *(None, None, None),
        [],
    ]
    assert "Pay" not in str(shown)
    assert "Taken over from trajectory 1" in told.err
    assert "a name of the earlier person in: Purpose" in told.err


def test_what_is_given_counts_before_the_template(first):
    given = '{"coachee": "jonas", "purpose": "His own"}'

    assert first("trajectory", "new", "--like", 1, "--from", "-", stdin=given).code == 0
    assert first("trajectory", "show", 3, "--json").json["purpose"] == "His own"
    first("trajectory", "new", "--coachee", "jonas", "--like", "#1", "--rhythm-days", "1w")
    assert first("trajectory", "show", 4, "--json").json["rhythm_days"] == 7


@pytest.mark.parametrize(
    ("like", "code", "cause"), [("9", 3, "no trajectory 9"), ("x", 4, "not a number")]
)
def test_a_template_has_to_be_there(first, like, code, cause):
    refused(first("trajectory", "new", "--coachee", "jonas", "--like", like), code, cause)


def test_a_template_needs_a_person(first):
    told = first("trajectory", "new", "--like", 1)

    assert (told.code, "Missing: --coachee" in told.err) == (2, True)
