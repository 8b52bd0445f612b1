"""Reads the talks of people who were erased, which are only counted since."""

from typing import NamedTuple

from coachlog.interview.method_files import MethodMistakeError, MethodUnknownError, load
from coachlog.practice.talk import Talk, talk_of
from coachlog.settings import own_methods
from coachlog.store.connection import Reader

APPRAISES = (
    "coalesce(t.appraises, 0) or exists (select 1 from trajectory o"
    " where o.coachee_id = s.coachee_id and (o.appraises = 1 or o.kind = 'manager')"
    " and o.id <> t.id and s.held_on >= o.starts_on"
    " and s.held_on <= coalesce(o.closed_on, '9999-12-31'))"
)
"""Whether the coach appraises, of a session `s` in a trajectory `t`.

Whoever does so in one trajectory does so in the others of that time too.
"""

_COUNTED = (
    "select held_on, person, kind, minutes, people, paid, activity, form, with_three, appraises,"
    " policy, letter, as_mentoring from nameless_talk where held_on between :since and :until"
    " order by held_on, id"
)


class NamelessTalk(NamedTuple):
    """A row of the table `nameless_talk`; *person* is a hash, the same for all of one person."""

    held_on: str
    person: str
    kind: str
    minutes: int | None
    people: int | None
    paid: str | None
    activity: str | None
    form: str | None
    with_three: int
    appraises: int
    policy: int
    letter: int
    as_mentoring: int


def rows(reader: Reader, since: str, until: str) -> list[NamelessTalk]:
    """Return the talks of these days, ISO text, oldest first."""
    return list(reader.rows(NamelessTalk, _COUNTED, since=since, until=until))


def nameless_talks(reader: Reader, since: str, until: str) -> list[Talk]:
    """Return the talks of these days as the ledger of practice hours sees them."""
    return [_talk(row) for row in rows(reader, since, until)]


def _talk(row: NamelessTalk) -> Talk:
    values = row._asdict()
    return talk_of(day=values.pop("held_on"), erased=True, **values)


def is_with_three(method: str | None) -> bool:
    """Whether a method speaks to a third person; one that is gone is taken not to."""
    if method is None:
        return False
    try:
        return load(method, own_methods()).with_three
    except (MethodUnknownError, MethodMistakeError):
        return False
