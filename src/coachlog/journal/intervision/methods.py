"""The methods of peer consultation, each a file: its steps, who speaks, what is not said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_, in_user_language
from coachlog.values.choices import by_words
from coachlog.values.errors import format_known

FOLDER = Path(__file__).parent / "methods"

ROLES = {
    "owner": N_("Case owner"),
    "group": N_("The others"),
    "all": N_("Everybody"),
    "host": N_("Host"),
}
"""Who may speak, or listens, in a step."""


class Step(NamedTuple):
    """A step: who speaks, who is silent, what to do, what is not said, and for how long.

    Where it *takes_advice*, the others give advice that the owner notes.
    """

    n: int
    minutes: int
    speaks: tuple[str, ...]
    silent: tuple[str, ...]
    title: str
    do: str
    not_said: str
    takes_advice: bool


class ConsultationMethod(NamedTuple):
    """A method, its texts in the language of the run; *precondition* may be empty.

    The minutes of one that is not *certain* are a suggestion.
    """

    id: str
    offered: bool
    name: str
    about: str
    source: str
    certain: bool
    precondition: str
    precondition_ask: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Return how long all steps take together."""
        return sum(step.minutes for step in self.steps)


def method_ids() -> list[str]:
    """Return the names of all methods."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def method_named(name: str) -> ConsultationMethod:
    """Return the method of that id, or name in any language, or how it begins.

    Raises NotFoundError, which names the methods on offer.
    """
    names = {method_id: _names(method_id) for method_id in method_ids()}
    wanted = by_words(name, [[method_id, *names[method_id]] for method_id in names])
    if len(wanted) != 1:
        raise NotFoundError(
            N_("There is no method of peer consultation called {name}."),
            N_("Choose one of: {known}"),
            name=name[:40],
            known=format_known({method.id: [method.name] for method in offered_methods()}),
        )
    return _read(FOLDER / f"{[*names][wanted[0]]}.toml")


def _names(method_id: str) -> list[str]:
    """Return what a method is called in each language."""
    return list(read_data_file(FOLDER / f"{method_id}.toml")["name"].values())


def offered_methods() -> list[ConsultationMethod]:
    """Return the methods that suit every group; the others are used by who asks for them."""
    methods = (_read(FOLDER / f"{name}.toml") for name in method_ids())
    return [method for method in methods if method.offered]


def _read(file: Path) -> ConsultationMethod:
    content = read_data_file(file)
    return ConsultationMethod(
        id=content["id"],
        offered=content["offered"],
        name=_text(content, "name"),
        about=_text(content, "about"),
        source=in_user_language(content["source"]),
        certain=content["certain"],
        precondition=_text(content, "precondition"),
        precondition_ask=_text(content, "precondition_ask"),
        steps=tuple(map(_step, content["step"])),
    )


def _step(content: Mapping[str, Any]) -> Step:
    return Step(
        n=content["n"],
        minutes=content["minutes"],
        speaks=tuple(content.get("speaks", ())),
        silent=tuple(content.get("silent", ())),
        title=_text(content, "title"),
        do=_text(content, "do"),
        not_said=_text(content, "not_said"),
        takes_advice=content.get("advice", False),
    )


def _text(content: Mapping[str, Any], key: str) -> str:
    """Return a text in the language of the run; empty where the file has none."""
    return in_user_language(content[key]) if key in content else ""
