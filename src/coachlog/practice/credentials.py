"""What a body asks for a credential, read from the data file: each figure with its source."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coachlog.base.data_file import read_data_file

FILE = Path(__file__).parent / "credentials.toml"


class Figure(NamedTuple):
    """A figure of a body. *source* is an address; empty for what is from memory.

    *certain* is false where the sources differ or nothing was found; *also_seen* is what another
    source says.
    """

    value: int
    source: str
    certain: bool
    also_seen: int | None = None


class Credential(NamedTuple):
    """A level of a body, with what it asks: figures by their name in the file."""

    id: str
    name: str
    body: str
    body_name: str
    asks: Mapping[str, Figure]
    renewal: Mapping[str, Figure]
    needs: str | None
    """The id of the credential that somebody must have before this one."""
    checked_on: date

    def figure(self, name: str) -> int | None:
        """Return the value of a figure; None where the level does not ask it."""
        asked = self.asks.get(name)
        return None if asked is None else asked.value


class SupervisionAdvice(NamedTuple):
    """How much supervision is advised: an hour for so many of practice, and so many a year."""

    practice_hours: int
    hours_a_year_at_least: int


def credential(code: str) -> Credential:
    """Return the credential with that *code*; raises KeyError."""
    whole = read_data_file(FILE)
    level = whole["levels"][code]
    body = level["body"]
    return Credential(
        code,
        level["name"],
        body,
        whole["bodies"][body]["name"],
        _figures(level),
        _figures(whole["renewal"][body]),
        level.get("needs"),
        whole["checked_on"],
    )


def codes() -> tuple[str, ...]:
    """Return the codes of all credentials, lowest level first."""
    return tuple(read_data_file(FILE)["levels"])


def supervision_advice() -> SupervisionAdvice:
    """Return how much supervision EMCC advises: a guideline, no threshold, and not certain."""
    advice = read_data_file(FILE)["supervision_advice"]
    return SupervisionAdvice(advice["practice_hours"], advice["hours_a_year_at_least"])


def _figures(values: Mapping[str, object]) -> dict[str, Figure]:
    sources = read_data_file(FILE)["sources"]
    return {
        name: Figure(
            value["value"],
            sources.get(value["source"], ""),
            value["certain"],
            value.get("also_seen"),
        )
        for name, value in values.items()
        if isinstance(value, dict)
    }
