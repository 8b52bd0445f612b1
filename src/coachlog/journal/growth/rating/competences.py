"""What a coach can rate of themselves: fourteen statements, each with five points as behaviour."""

from pathlib import Path
from typing import Any, NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.texts import in_user_language, language
from coachlog.values import parse

LOWEST, HIGHEST = 1, 5


class Competence(NamedTuple):
    """A statement in the user's language, and what one does at each point from 1 to 5."""

    id: str
    statement: str
    anchors: tuple[str, ...]

    def anchor(self, figure: int) -> str:
        """Return what a coach with that *figure* does."""
        return self.anchors[figure - LOWEST]


class Competences(NamedTuple):
    """The statements, how to rate, and what is asked at the end."""

    statements: tuple[Competence, ...]
    scale: str
    ask_next: str

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements, in their order."""
        return tuple(competence.id for competence in self.statements)

    def find(self, typed: str) -> Competence:
        """Return the statement with that id, that place from 1, or those words in it.

        Raises KindError.
        """
        index = parse.pick(typed or "?", [(each.id, each.statement) for each in self.statements])
        return self.statements[index or 0]


def load() -> Competences:
    """Read the statements in the user's language."""
    data = read_data_file(Path(__file__).with_name("competences.toml"))
    statements = tuple(map(_competence, data["statements"]))
    return Competences(
        statements, in_user_language(data["scale"]), in_user_language(data["ask_next"])
    )


def _competence(entry: dict[str, Any]) -> Competence:
    return Competence(entry["id"], in_user_language(entry), tuple(entry["anchors"][language()]))
