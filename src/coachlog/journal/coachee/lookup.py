"""Finds people by handle, by name or by a part of it, and the coach by words such as "me"."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.folding import closest, plain
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.fields import without_brackets
from coachlog.values.text import name as parse_name

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Person(NamedTuple):
    """A coachee; *archived_at* is None outside the archive."""

    id: str
    handle: str
    name: str
    archived_at: str | None = None


class PersonFilter(NamedTuple):
    """Whose records to list; everybody's where it is None."""

    coachee: str | None = None


class _FormerHandle(NamedTuple):
    former: str
    handle: str


NOBODY_YET = Person("", "", "")
"""The coach before there is an own trajectory: nothing in the journal is theirs."""

UNKNOWN = (N_("Nobody is called {name}.{meant}"), N_("See them all: coachlog coachee list"))
SEVERAL_COACHEES = (
    N_("Several people are called {name}: {handles}."),
    N_("Use the short name; it is different for everyone."),
)


SELF_WORDS = ("me", "mij", "ik", "moi", "myself", "mezelf")
"""What coaches type for themselves, where nobody else is called so."""

NO_OWN_TRAJECTORY = (
    N_("There is no trajectory of your own yet."),
    N_("Begin one: coachlog trajectory new --kind own"),
)

OF_COACH = "coachee in (select handle from coachee where is_self = 1)"
"""The SQL condition for records of the coach's own trajectory, which no list of others has."""

IN_ARCHIVE = "coachee in (select handle from coachee where archived_at is not null)"
"""The SQL condition for records of people in the archive."""

_EVERYBODY = "select id, handle, name, archived_at from coachee"
_PERSON = _EVERYBODY + " where is_self is not 1"
_OWNER_BEFORE = "select coachee_id from former_handle where handle = :handle"
_BY_FORMER_HANDLE = f"{_EVERYBODY} where id in ({_OWNER_BEFORE}) order by handle"


def matching(reader: "Reader", who: str) -> list[Person]:
    """Return the people with the handle *who*, or else with that name, or that earlier handle.

    Case and accents of a name make no difference. Brackets after a name are tried without.
    """
    wanted = parse_name(who, len(who)) or ""
    return _matching(reader, wanted) or _matching(reader, without_brackets(wanted)[0])


def is_self_word(who: str) -> bool:
    """Return whether *who* is a word for the coach, such as "me"."""
    return plain(who.strip()) in SELF_WORDS


def self_or_none(reader: "Reader") -> Person | None:
    """Return the coach as somebody with goals and conversations; None without an own trajectory."""
    return reader.one(Person, _EVERYBODY + " where is_self = 1")


def is_self(reader: "Reader", coachee_id: str) -> bool:
    """Return whether the person with that id is the coach."""
    sql = "select 1 from coachee where id = :id and is_self = 1"
    return reader.value(sql, id=coachee_id) is not None


def same_name(reader: "Reader", name: str) -> list[Person]:
    """Return everybody with that *name*, whatever its case, accents, apostrophes and hyphens."""
    wanted = plain(name)
    return [person for person in reader.rows(Person, _PERSON) if plain(person.name) == wanted]


def same_handle(reader: "Reader", handle: str) -> bool:
    """Return whether somebody has that short name now, or had it."""
    sql = "select 1 from coachee where handle = :handle"
    return reader.value(f"{sql} union {_OWNER_BEFORE}", handle=handle) is not None


def namesakes(reader: "Reader", name: str) -> str:
    """Return a sentence that says who has that *name* already; empty where nobody does."""
    handles = ", ".join(person.handle for person in same_name(reader, name))
    text = _("There is already somebody called {name}: {handles}.")
    return text.format(name=name, handles=handles) if handles else ""


def _matching(reader: "Reader", wanted: str) -> list[Person]:
    """Return the people that match *wanted* in the first of these ways that finds anybody.

    By handle as typed, by name or handle without case and accents, and by an earlier handle.
    """
    by_handle = _EVERYBODY + " where handle = :handle"
    people = list(reader.rows(Person, by_handle, handle=wanted))
    if people:
        return people
    by_name = _PERSON + " and (name_sort = :name or handle = :name) order by handle"
    people = list(reader.rows(Person, by_name, name=plain(wanted)))
    if not people and is_self_word(wanted) and (coach := self_or_none(reader)):
        return [coach]
    people = people or list(reader.rows(Person, _BY_FORMER_HANDLE, handle=plain(wanted)))
    # An earlier version may have stored another name_sort than `plain` makes now.
    return people or (same_name(reader, wanted) if wanted else [])


def find_candidates(reader: "Reader", who: str) -> list[Person]:
    """Return the people that match *who*, or else those whose name has all its words.

    By words, people in the archive are found only where nobody else is.
    """
    people = matching(reader, who)
    words = _words(who)
    if people or not words:  # no words at all would match every name
        return people
    everybody = reader.rows(Person, _PERSON + " order by handle")
    by_words = [person for person in everybody if words <= _words(person.name)]
    outside_archive = [person for person in by_words if person.archived_at is None]
    return outside_archive or by_words


def _words(name: str) -> set[str]:
    return set(plain(name).replace("-", " ").split())


def find(reader: "Reader", who: str) -> Person:
    """Return the one person called *who*, by handle, by name or by a part of it.

    Raises NotFoundError for nobody, and RefusedError for several people.
    """
    people = find_candidates(reader, who)
    if len(people) > 1:
        have_same_name = len({plain(person.name) for person in people}) == 1
        raise RefusedError(
            *SEVERAL_COACHEES,
            name=people[0].name if have_same_name else who,
            handles=", ".join(person.handle for person in people),
        )
    if not people and is_self_word(who):
        raise NotFoundError(*NO_OWN_TRAJECTORY)
    if not people:
        handles = ", ".join(similar(reader, who))
        suggestion = " " + _("Did you mean {names}?").format(names=handles) if handles else ""
        raise NotFoundError(*UNKNOWN, name=who, meant=suggestion)
    return people[0]


def similar(reader: "Reader", who: str) -> list[str]:
    """Return the handles of people whose handle or name looks like *who*, best first, at most 3."""
    sql = "select f.handle, c.handle from former_handle f join coachee c on c.id = f.coachee_id"
    handle_of: dict[str, str] = dict(reader.rows(_FormerHandle, sql))
    for person in reader.rows(Person, _PERSON):
        whole_name = plain(person.name)
        first_name = whole_name.split(" ")[0]
        for word in (person.handle, whole_name, first_name):
            handle_of[word] = person.handle
    close_words = closest(plain(who), handle_of, 3, cutoff=0.7)
    return list(dict.fromkeys(handle_of[word] for word in close_words))  # each handle once


def recent_people(reader: "Reader", limit: int) -> list[Person]:
    """Return people by their latest conversation, most recent first; nobody from the archive."""
    return list(
        reader.rows(
            Person,
            "select c.id, c.handle, c.name, c.archived_at from coachee c"
            " where c.archived_at is null and c.is_self is not 1 order by"
            " (select max(s.starts_at) from session s where s.coachee_id = c.id"
            " and s.status = 'held') desc nulls last, c.name_sort, c.handle limit :most",
            most=limit,
        )
    )
