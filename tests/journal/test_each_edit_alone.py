"""Each change is made by a process of its own, which has only imported what that change needs."""

import pytest

from tests.conftest import EXAMPLE


@pytest.mark.parametrize(
    "words",
    [
        ("coachee", "edit", "amina", "--team", "Noord"),
        ("goal", "edit", "1", "--target", "9"),
        ("goal", "score", "1", "4"),
        ("action", "edit", "1", "--helper", "Sarah"),
        ("action", "done", "1"),
        ("session", "edit", "1", "--minutes", "45"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_change_works_in_a_fresh_process(program, words):
    """Rows refer to each other's tables: one that was not imported hid behind the others."""
    program.run("session", "new", "--from", EXAMPLE)

    ended = program.run(*words)

    assert ended.code == 0, ended.err
