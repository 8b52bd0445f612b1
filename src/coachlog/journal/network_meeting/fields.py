"""The places where the coach used what a meeting brought, such as `goal 3`."""

from collections.abc import Iterable, Iterator

from coachlog.base.folding import plain
from coachlog.base.texts import N_, in_each_language
from coachlog.terminal.fields import FormField
from coachlog.values.errors import KindError
from coachlog.values.text import digits

USED_MOST = 40
"""The most places that a meeting can name."""

PLACES = {
    "goal": N_("goal"),
    "option": N_("idea"),
    "action": N_("action"),
    "growth": N_("own development"),
}
"""What a place is, by the word that names it in JSON; an idea goes by its conversation."""


_ALSO = {
    "goal": {"doelstelling", "but"},
    "option": {"optie", "gesprek", "entretien", "conversation", "talk", "session"},
    "action": {"taak", "actiepunt", "tache", "task"},
    "growth": {"leermoment", "ontwikkeling", "apprentissage", "developpement", "learning moment"},
}
"""Further words for a place, folded."""


def read_places(value: str | Iterable[object] | None) -> list[str]:
    """Return the places in *value*, a list or a text with commas, as `goal 3`; raises KindError."""
    if value is None:
        return []
    parts = value.split(",") if isinstance(value, str) else map(str, value)
    places = (_place(part) for part in parts if part.strip())
    return list(dict.fromkeys(places))


def split_place(place: str) -> tuple[str, int]:
    """Return what a place is and its number, for one that `read_places` returned."""
    noun, _space, number = place.partition(" ")
    return noun, int(number)


def _place(typed: str) -> str:
    word, _space, number = plain(typed).strip().rpartition(" ")
    found = digits(number.removeprefix("#"))
    noun = next((noun for noun, names in _names() if word in names), None)
    if noun is None or not found:
        raise KindError(
            N_("“{answer}” is not a place where it was used."),
            N_("Give what it is and its number: goal 3, idea 12 (of talk 12), action 5, growth 2."),
            answer=typed.strip()[:40],
        )
    return f"{noun} {found}"


def _names() -> Iterator[tuple[str, set[str]]]:
    for noun, label in PLACES.items():
        yield noun, {noun, *map(plain, in_each_language(label)), *_ALSO[noun]}


USED_IN = FormField(
    "used_in",
    N_("Where I used it"),
    N_("A goal, idea, action or learning moment and its number: “goal 3”. Repeatable."),
    read_places,
    several=True,
    metavar="PLACE",
)
