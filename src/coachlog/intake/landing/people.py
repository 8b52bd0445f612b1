"""Who somebody in a file is: found by an address, a short name or the exact name, never guessed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.intake.record import PersonReference
from coachlog.journal.coachee import service
from coachlog.journal.coachee.lookup import SEVERAL_COACHEES, Person, find
from coachlog.journal.coachee.model import CoacheeInput
from coachlog.store.work import Work

_MAIL = re.compile(r"[^\s<>,;:\"'()]+@[^\s<>,;:\"'()]+\.[^\s<>,;:\"'()]+")
_PHONE = re.compile(r"\+?[\d\s./()-]{8,}")
_LEAST_DIGITS = 8
NOBODY = (
    N_("Nobody is called {name}."),
    N_("--new adds people, --coachee WHO says whose it is."),
)
NAMELESS = (
    N_("It does not say whose it is."),
    N_("Say it: --coachee WHO"),
)


class _PersonRow(NamedTuple):
    id: str
    handle: str
    name: str
    archived_at: str | None
    reach: str | None
    is_self: int | None


class People:
    """The people of a journal, by all that identifies them; those who are added count at once."""

    def __init__(self, work: Work, owner: str | None, *, may_add: bool) -> None:
        """Read who is there. With *owner*, the short name of somebody, all of it is theirs.

        Where *may_add* is set, people who are not known are added. Raises NotFoundError and
        RefusedError for *owner*.
        """
        self.added: list[Person] = []
        self.unknown: dict[str, None] = {}  # their names: a dict as an ordered set
        self._work = work
        self._may_add = may_add
        self._by_address: dict[str, Person] = {}
        self._by_handle: dict[str, Person] = {}
        self._by_name: dict[str, list[Person]] = {}
        self._reaches: dict[str, frozenset[str]] = {}
        sql = "select id, handle, name, archived_at, reach, is_self from coachee"
        for row in work.rows(_PersonRow, sql):
            self._note(Person(*row[:4]), row.reach or "", by_name=row.is_self != 1)
        former = "select f.handle, c.handle from former_handle f join coachee c"
        for earlier, handle in work.plain(former + " on c.id = f.coachee_id"):
            self._by_handle.setdefault(earlier, self._by_handle[handle])
        self._owner = find(work, owner) if owner else None

    def of(self, candidates: Sequence[PersonReference]) -> Person:
        """Return whose a record is; the first of *candidates* who is known, or else a new person.

        Raises NotFoundError for nobody, RefusedError where several people have the name.
        """
        if self._owner:
            return self._owner
        for who in candidates:
            if person := self.known(who):
                return person
        named = [who for who in candidates if who.name or who.handle]
        if not named:
            raise NotFoundError(*NAMELESS)
        if not self._may_add:
            name = named[0].name or named[0].handle
            self.unknown[name] = None
            raise NotFoundError(*NOBODY, name=name)
        return self.add(named[0])

    def known(self, who: PersonReference) -> Person | None:
        """Return the person that *who* is; None for nobody. Raises RefusedError for several."""
        addresses = set(addresses_in(*who.addresses))
        for address in addresses:
            if person := self._by_address.get(address):
                return person
        if who.handle and (person := self._by_handle.get(plain(who.handle))):
            return person
        namesakes = [
            person
            for person in self._by_name.get(plain(who.name), ())
            if not self._is_another(person, addresses)
        ]
        if len(namesakes) > 1:
            handles = ", ".join(person.handle for person in namesakes)
            raise RefusedError(*SEVERAL_COACHEES, name=who.name, handles=handles)
        return namesakes[0] if namesakes else None

    def add(self, who: PersonReference) -> Person:
        """Add somebody to the journal, with the addresses that the file has."""
        values = {"name": who.name or who.handle, "reach": " · ".join(who.addresses) or None}
        return self.note(service.add(self._work, CoacheeInput.model_validate(values)), who)

    def note(self, person: Person, who: PersonReference) -> Person:
        """Count somebody who was added among the people, and return them."""
        self._note(person, " ".join(who.addresses))
        self.added.append(person)
        return person

    def _is_another(self, person: Person, addresses: set[str]) -> bool:
        """Whether somebody of the same name has other addresses only: two people, then."""
        mails = {address for address in addresses if "@" in address}
        known = {address for address in self._reaches[person.id] if "@" in address}
        return bool(mails and known and not mails & known)

    def _note(self, person: Person, reach: str, *, by_name: bool = True) -> None:
        self._reaches[person.id] = frozenset(addresses_in(reach))
        self._by_handle[person.handle] = person
        for address in self._reaches[person.id]:
            self._by_address.setdefault(address, person)
        if by_name:
            self._by_name.setdefault(plain(person.name), []).append(person)


def addresses_in(*texts: str) -> Iterator[str]:
    """Yield the e-mail addresses, in small letters, and the telephone numbers, as digits."""
    for text in texts:
        for mail in _MAIL.findall(text):
            yield mail.casefold().removeprefix("mailto:").rstrip(".")
        for number in _PHONE.findall(_MAIL.sub(" ", text)):
            digits = re.sub(r"\D", "", number.replace("(0)", ""))
            if len(digits) >= _LEAST_DIGITS:
                yield _national(digits)


def _national(digits: str) -> str:
    """A Belgian number in one form: 0032475…, 32475… and 0475… are the same."""
    for prefix in ("0032", "32"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits
