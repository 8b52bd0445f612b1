"""One address card, read by vobject."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import vobject
from vobject.base import VObjectError

from coachlog.values import parse

_FAILURES = (VObjectError, ValueError, LookupError, TypeError, AttributeError)
"""What vobject raises for a card that it cannot read."""


class AddressCard(NamedTuple):
    """What is taken of a card; *addresses* are e-mail addresses, then numbers, preferred first."""

    name: str
    organisation: str
    department: str
    role: str
    mails: tuple[str, ...]
    numbers: tuple[str, ...]
    note: str
    uid: str
    is_group: bool

    @property
    def addresses(self) -> tuple[str, ...]:
        """All that reaches the person, each once."""
        return tuple(dict.fromkeys((*self.mails, *self.numbers)))


def read_card(properties: Sequence[str]) -> AddressCard | None:
    """Return the card with these *properties*; None where it cannot be read.

    Where they cannot be read together, those are left out that cannot be read alone.
    """
    card = _parsed(properties)
    if card is None:
        readable = [each for each in properties if _parsed(["N:x;;;;", "FN:x", each]) is not None]
        card = _parsed(readable) if readable else None
    return None if card is None else _card(card.contents)


def _parsed(properties: Iterable[str]) -> Any:
    lines = ["BEGIN:VCARD", "VERSION:3.0", *properties, "END:VCARD", ""]
    try:
        return vobject.readOne("\r\n".join(lines))
    except _FAILURES:
        return None


def _card(contents: dict[str, list[Any]]) -> AddressCard:
    """Return a card from its properties by name."""
    organisation = _organisation(contents)
    titles = [*_texts(contents, "title"), *_texts(contents, "role")]
    uid = next(_texts(contents, "uid"), "")
    return AddressCard(
        name=next(_texts(contents, "fn"), "") or _from_parts(contents),
        organisation=organisation[0] if organisation else "",
        department=", ".join(organisation[1:]),
        role=titles[0] if titles else "",
        mails=tuple(each.removeprefix("mailto:") for each in _preferred(contents, "email")),
        numbers=tuple(map(_number, _preferred(contents, "tel"))),
        note="\n\n".join(_texts(contents, "note")),
        uid=uid.removeprefix("urn:uuid:"),
        is_group=any(each.casefold() == "group" for each in _texts(contents, "kind")),
    )


def _texts(contents: dict[str, list[Any]], name: str) -> Iterator[str]:
    """Yield the values of a property that say something."""
    for line in contents.get(name, ()):
        parts = [line.value] if isinstance(line.value, str) else line.value
        text = " ".join(map(_with_commas, parts))
        if text.strip():
            yield text.strip()


def _preferred(contents: dict[str, list[Any]], name: str) -> list[str]:
    """Return the values of a property, the preferred one first."""
    known = [line for line in contents.get(name, ()) if str(line.value).strip()]
    return [" ".join(str(line.value).split()) for line in sorted(known, key=_rank)]


def _rank(line: Any) -> int:
    """Return how little a value is preferred: in 2.1, 3.0 and 4.0 each says so otherwise."""
    marks = [*line.singletonparams, *line.params.get("TYPE", ())]
    if "PREF" in (str(mark).upper() for mark in marks):
        return 0
    level = next(iter(line.params.get("PREF", ())), "")
    return int(level) if level.isascii() and level.isdigit() else 1000


def _number(text: str) -> str:
    """Return a telephone number as people write it; version 4.0 has it as an address."""
    number, *more = text.removeprefix("tel:").split(";")
    extension = next((part[4:] for part in more if part.startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number


def _organisation(contents: dict[str, list[Any]]) -> list[str]:
    """Return the organisation and its departments."""
    lines = contents.get("org", ())
    parts = lines[0].value if lines else []
    parts = [parts] if isinstance(parts, str) else parts
    return [text for part in parts if (text := " ".join(_with_commas(part).split()))]


def _with_commas(part: str | list[str]) -> str:
    """Return a part that vobject takes for several, as it has a comma: `Janssens, Peeters & Co`."""
    return part if isinstance(part, str) else ",".join(part)


def _from_parts(contents: dict[str, list[Any]]) -> str:
    """Return the name out of its parts: given name, further ones, family name."""
    for line in contents.get("n", ()):
        name = line.value
        parts = [name.given, name.additional, name.family] if hasattr(name, "given") else [name]
        words = [" ".join(part) if isinstance(part, list) else str(part) for part in parts]
        if text := " ".join(" ".join(words).split()):
            return text
    return ""


def reach_of(card: AddressCard) -> str | None:
    """Return how to reach somebody, as long as it fits on a line."""
    reach = ""
    for address in card.addresses:
        longer = f"{reach} · {address}" if reach else address
        if len(longer) <= parse.LINE_MAX:
            reach = longer
    return reach or None
