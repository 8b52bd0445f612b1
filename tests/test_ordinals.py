"""The first, the 8th, the 23rd: as each language writes them."""

import pytest

from coachlog.values.ordinals import ordinal


@pytest.mark.parametrize(
    ("n", "told"),
    [
        (1, ("eerste", "premier", "first")),
        (2, ("2e", "2e", "2nd")),
        (3, ("3e", "3e", "3rd")),
        (8, ("8e", "8e", "8th")),
        (11, ("11e", "11e", "11th")),
        (12, ("12e", "12e", "12th")),
        (21, ("21e", "21e", "21st")),
        (113, ("113e", "113e", "113th")),
    ],
)
def test_an_ordinal(n, told):
    assert tuple(ordinal(n, language) for language in ("nl", "fr", "en")) == told
