"""The people of an event: those invited, then who invited, but not the coach."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coachlog.intake.calendar.components import CalendarFile
from coachlog.intake.calendar.properties import CalendarProperty, Properties
from coachlog.intake.record import PersonReference

_ORGANIZER = re.compile(rb"^ORGANIZER[;:](.*(?:\r?\n[ \t].*)*)", re.MULTILINE | re.I)
_MAIL = re.compile(r"[^\s<>,;:\"'()]+@[^\s<>,;:\"'()]+\.[^\s<>,;:\"'()]+")
_FOLD = re.compile(rb"\r?\n[ \t]")
_THINGS = ("ROOM", "RESOURCE")
_LEAST_EVENTS = 2


def usual_organiser(file: CalendarFile) -> str:
    """Return the address that invited most often, if more than once: most likely the coach's."""
    counted: Counter[str] = Counter()
    for match in _ORGANIZER.finditer(file.data):
        text = _FOLD.sub(b"", match[1]).decode(file.encoding, "replace")
        counted.update(mail.casefold() for mail in _MAIL.findall(text)[-1:])
    most = counted.most_common(1)
    return most[0][0] if most and most[0][1] >= _LEAST_EVENTS else ""


def people_of(
    properties: Properties, own: Sequence[str], usual: str
) -> tuple[PersonReference, ...]:
    """Return who took part, the most likely person first, without *own* addresses.

    The *usual* organiser comes last and without a name: somebody who is known by the address, but
    never somebody to add.
    """
    everybody = [who for who in _everybody(properties) if not _has_address(who, own)]
    others = [who for who in everybody if not _has_address(who, (usual,))]
    is_there = len(others) < len(everybody)
    return (*others, PersonReference(addresses=(usual,))) if is_there else tuple(others)


def _everybody(properties: Properties) -> Iterator[PersonReference]:
    for name in ("ATTENDEE", "ORGANIZER"):
        for each in properties.get(name, ()):
            who = _who(each)
            if who and each.parameters.get("CUTYPE", "").upper() not in _THINGS:
                yield who


def _who(each: CalendarProperty) -> PersonReference | None:
    """Return somebody by name and address; None where there is neither."""
    mails = _MAIL.findall(f"{each.value} {each.parameters.get('EMAIL', '')}")
    address = mails[0].casefold().removeprefix("mailto:") if mails else ""
    name = each.parameters.get("CN", "").strip("' ")
    if _MAIL.fullmatch(name):
        address, name = address or name.casefold(), ""
    return PersonReference(name, (address,) if address else ()) if name or address else None


def _has_address(who: PersonReference, addresses: Sequence[str]) -> bool:
    return any(address in addresses for address in who.addresses if address)
