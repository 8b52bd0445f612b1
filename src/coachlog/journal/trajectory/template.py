"""One trajectory as the template of the next: what was agreed is taken over, no more."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.trajectory.queries import line, themes
from coachlog.schema.trajectory import TRAJECTORY

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

TAKEN_OVER = ("kind", "purpose", "rhythm_days", "planned_sessions", "sharing", "mirror")
"""The fields that the next trajectory gets; themes and areas too, never goals or role answers."""


class Template(NamedTuple):
    """The values of a trajectory for the next one, as they would be typed.

    *naming* are the labels of the texts that have a name of the earlier person.
    """

    values: dict[str, str]
    naming: list[str]


def template(reader: "Reader", number: int) -> Template:
    """Return trajectory *number* as a template; raises NotFoundError."""
    trajectory = line(reader, number)
    values = {name: _typed(name, getattr(trajectory, name)) for name in TAKEN_OVER}
    for name, words in themes(reader, number).items():
        values[name] = ", ".join(words)
    person = coachee_line(reader, trajectory.coachee)
    names = {plain(word) for word in (person.handle, *person.name.split()) if len(word) > 2}
    naming = [
        _(TRAJECTORY.field(name).label)
        for name in ("purpose", "sharing")
        if names & set(_words(values[name]))
    ]
    return Template({name: text for name, text in values.items() if text}, naming)


def _typed(name: str, value: object) -> str:
    if name == "mirror" and value is not None:
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _words(text: str) -> list[str]:
    letters = (letter if letter.isalnum() or letter == "-" else " " for letter in plain(text))
    return "".join(letters).split()
