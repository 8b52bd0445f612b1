"""Layers as a rule: whatever is private, and wherever it stands, no page for others holds it."""

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import talk
from tests.test_cli_report import FOR_OTHERS, FOR_THE_PERSON, WHOLE

PLACES = ("private_note", "reflection", "hard_to_tell", "answer", "check_in")
MARKER = st.text("QXJZ", min_size=8, max_size=12)


def with_marker(marker, places):
    """A conversation whose private fields hold *marker* in these *places* and nothing elsewhere."""
    talk = copy.deepcopy(WHOLE)
    for field in ("private_note", "reflection"):
        talk[field] = f"{marker} x" if field in places else None
    talk["roles"]["hard_to_tell"] = marker if "hard_to_tell" in places else None
    talk["answers"][1]["text"] = marker if "answer" in places else "y"
    return talk


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKER, st.sets(st.sampled_from(PLACES), min_size=1), st.sampled_from(("nl", "fr", "en")))
def test_a_marker_in_private_fields_is_on_no_page_for_others(
    call, keep, program, marker, places, language
):
    program.begin_anew()
    keep(with_marker(marker, places), talk(date="2026-11-16T14:00", topic="x"))
    if "check_in" in places:
        words = ("--coachee", "amina", "--wanted", "--learning", 5, "--note", marker)
        assert call("workability", "new", *words).code == 0
    release = (
        "session",
        "release",
        1,
        "--text",
        "RELEASED",
        "--to",
        "Koen",
        "--agreed-by",
        "Amina",
    )
    assert call(*release).code == 0

    for page in (*FOR_THE_PERSON, ("letter", "amina"), *FOR_OTHERS):
        for form in ((), ("--json",), ("--csv",)):
            told = call("report", *page, *form, "--lang", language)
            assert told.code == 0
            assert marker not in told.out
