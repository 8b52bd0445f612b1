"""Reading coachees, by handle or name and in lists; putting one in the archive and back."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.common.reads import View
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class CoacheeLine(NamedTuple):
    """A row of the view `coachees`, in its order."""

    handle: str
    name: str
    role: str | None
    team: str | None
    organisation: str | None
    language: str | None
    since: str | None
    archived_at: str | None
    sessions: int
    last_session_at: str | None
    open_actions: int
    reach: str | None
    context: str | None
    name_sort: str
    agreement: str | None
    agreement_basis: str | None
    controller: str | None
    retention_on: str | None


class TalentLine(NamedTuple):
    """A row of the view `talents`, in its order; *gives_energy* is 0, 1 or not known."""

    number: int
    coachee: str
    strength: str
    shows: str | None
    gives_energy: int | None
    wanted_context: str | None


class Person(NamedTuple):
    """Who somebody is; *archived_at* is None for whoever is not in the archive."""

    id: str
    handle: str
    name: str
    archived_at: str | None = None


class LeftOpen(NamedTuple):
    """What waits to be done with somebody: open actions, conversations that are planned."""

    actions: int
    conversations: int


class _Pair(NamedTuple):
    word: str
    handle: str


UNKNOWN = (N_("Nobody is called {name}.{meant}"), N_("See them all: coachlog coachee list"))
SEVERAL_COACHEES = (
    N_("Several people are called {name}: {handles}."),
    N_("Use the short name; it is different for everyone."),
)


IN_ARCHIVE = "coachee in (select handle from coachee where archived_at is not null)"
"""Of somebody in the archive: what is open with them is listed only where they are named."""

_PERSON = "select id, handle, name, archived_at from coachee"
_OF_BEFORE = "select coachee_id from former_handle where handle = :handle"
_FORMER = f"{_PERSON} where id in ({_OF_BEFORE}) order by handle"


class CoacheeFilter(NamedTuple):
    """Who is wanted; *archived* is True for those in the archive too."""

    archived: bool | None = None


COACHEES = View(
    "coachees",
    CoacheeLine,
    every=CoacheeFilter(),
    conditions={"archived": ":archived"},
    order="name_sort, handle",
    hidden="archived_at is not null",
    shown_by=("archived",),
    table="coachee",
)
TALENTS = View("talents", TalentLine, table="talent")


def matching(reader: "Reader", who: str) -> list[Person]:
    """The people whose handle is *who*, or else whose name it is, whatever its case or accents.

    Last comes a handle of before: who was renamed, or merged with somebody, is found by it.
    """
    wanted = parse.name(who, len(who)) or ""
    return _matching(reader, wanted) or _matching(reader, without_brackets(wanted)[0])


def same_name(reader: "Reader", name: str) -> list[Person]:
    """Everybody of that *name*, whatever its case, accents, apostrophes and hyphens."""
    wanted = plain(name)
    return [person for person in reader.rows(Person, _PERSON) if plain(person.name) == wanted]


def namesakes(reader: "Reader", name: str) -> str:
    """A sentence about whoever has that *name* already; empty where nobody does."""
    handles = ", ".join(person.handle for person in same_name(reader, name))
    told = _("There is already somebody called {name}: {handles}.")
    return told.format(name=name, handles=handles) if handles else ""


def _matching(reader: "Reader", wanted: str) -> list[Person]:
    by_handle = _PERSON + " where handle = :handle"
    found = list(reader.rows(Person, by_handle, handle=wanted))
    if found:
        return found
    by_name = _PERSON + " where name_sort = :name or handle = :name order by handle"
    found = list(reader.rows(Person, by_name, name=plain(wanted)))
    found = found or list(reader.rows(Person, _FORMER, handle=plain(wanted)))
    # What a name is sorted by may be older than the way in which names are compared now.
    return found or (same_name(reader, wanted) if wanted else [])


def called(reader: "Reader", who: str) -> list[Person]:
    """The people that match *who*, or else those whose name has its words, in whatever order.

    By words, somebody in the archive is found only where nobody else is.
    """
    found = matching(reader, who)
    words = _words(who)
    if found or not words:
        return found
    everybody = reader.rows(Person, _PERSON + " order by handle")
    fits = [person for person in everybody if words <= _words(person.name)]
    return [person for person in fits if person.archived_at is None] or fits


def _words(name: str) -> set[str]:
    return set(plain(name).replace("-", " ").split())


def find(reader: "Reader", who: str) -> Person:
    """The one person called *who*, by handle, by name or by a part of it.

    Raises NotFoundError, or RefusedError where several are.
    """
    found = called(reader, who)
    if len(found) > 1:
        same = len({plain(person.name) for person in found}) == 1
        raise RefusedError(
            *SEVERAL_COACHEES,
            name=found[0].name if same else who,
            handles=", ".join(person.handle for person in found),
        )
    if not found:
        close = similar(reader, who)
        meant = " " + _("Did you mean {names}?").format(names=", ".join(close)) if close else ""
        raise NotFoundError(*UNKNOWN, name=who, meant=meant)
    return found[0]


def similar(reader: "Reader", who: str) -> list[str]:
    """Handles that look like *who*, likeliest first, three at most."""
    people = list(reader.rows(Person, _PERSON))
    by_word = {
        word: p.handle
        for p in people
        for word in (p.handle, plain(p.name), plain(p.name).split(" ")[0])
    }
    former = "select f.handle, c.handle from former_handle f join coachee c on c.id = f.coachee_id"
    by_word = dict(reader.rows(_Pair, former)) | by_word
    close = get_close_matches(plain(who), by_word, 3, 0.7)
    return list(dict.fromkeys(by_word[word] for word in close))


def lately(reader: "Reader", limit: int) -> list[Person]:
    """Whom the coach talked with last, most recent first; nobody from the archive."""
    return list(
        reader.rows(
            Person,
            "select c.id, c.handle, c.name, c.archived_at from coachee c"
            " left join session s on s.coachee_id = c.id and s.status = 'held'"
            " where c.archived_at is null group by c.id, c.handle, c.name, c.archived_at"
            " order by max(s.starts_at) desc nulls last, c.name_sort, c.handle limit :most",
            most=limit,
        )
    )


def line(reader: "Reader", handle: str) -> CoacheeLine:
    """The row of one person; raises NotFoundError."""
    found = COACHEES.first(reader, "where handle = :handle", handle=handle)
    if found is None:
        raise NotFoundError(*UNKNOWN, name=handle, meant="")
    return found


def left_open(reader: "Reader", person: Person) -> LeftOpen:
    """What still waits to be done with a person."""
    return LeftOpen(
        *(
            int(reader.value(sql, person=person.id))
            for sql in (
                "select count(*) from action where coachee_id = :person and status = 'open'",
                "select count(*) from session where coachee_id = :person and status = 'planned'",
            )
        )
    )


def archive(work: "Work", person: Person, at: str | None) -> None:
    """Put somebody in the archive, from the instant *at* on; None brings them back."""
    work.update("coachee", person.id, {"archived_at": at})


def talents(reader: "Reader", handle: str) -> list[TalentLine]:
    """The talents of a person, in the order in which they were noted."""
    return TALENTS.all(reader, "where coachee = :handle order by number", handle=handle)
