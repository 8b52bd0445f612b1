"""The quick reader of plain TOML says what `tomllib` says, or nothing."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachlog.base.plain_toml import plainly

KEYS = st.sampled_from(["language", "name", "short", "a-b", "é", "", "a b", "1", '"quoted"', "a.b"])
VALUES = st.one_of(
    st.text(max_size=8).map(lambda text: f'"{text}"'),
    st.sampled_from(["true", "false", "True", "1", "''", '"""', '"', "[1]", "2026-11-27", ""]),
)
LINES = st.one_of(
    st.tuples(KEYS, st.sampled_from(["=", " = ", "\t=", ""]), VALUES).map("".join),
    st.text(max_size=10),
    st.text(max_size=6).map(lambda text: f"# {text}"),
    st.sampled_from(["[table]", "  ", "", "  short = true  # why".strip(), " short = true "]),
)


@given(st.lists(LINES, max_size=5).map("\n".join))
@example('name = "a"\r\nshort = true\r\n')
@example('name = "a"\x0cshort = true')
@example('name = "a\x85b"')
@example('name = "a"\nname = "b"')
@example('name = "a\\u0041"')
def test_what_is_read_quickly_is_what_is_there(text: str) -> None:
    found = plainly(text)

    assert found is None or found == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'language = "nl"\n',
        '# mine\nlanguage="nl"\n\nname = "Lieve D\'hondt"\nshort = true\npager = false\n',
        'store = "~/Mijn gesprekken/journal.sqlite"\ntime_zone = "Europe/Brussels"',
    ],
)
def test_a_configuration_as_it_is_mostly_written_is_read_quickly(text: str) -> None:
    assert plainly(text) == tomllib.loads(text)
