"""Reads what practice hours are made of: conversations, learning moments, opening balances."""
# ruff: noqa: S608 - put together from our own SQL, never from values

from typing import TYPE_CHECKING, NamedTuple

from coachlog.practice.progress import Learning
from coachlog.practice.talk import Talk, talk_of
from coachlog.store.nameless_talks import APPRAISES, is_with_three, nameless_talks

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class _Row(NamedTuple):
    day: str
    person: str
    kind: str
    status: str
    minutes: int | None
    people: int | None
    paid: str | None
    policy: int | None
    letter: int | None
    consent: int
    appraises: int
    form: str | None
    method: str | None
    activity: str | None
    as_mentoring: str | None
    number: int
    coachee: str
    trajectory: int


_TALKS = (
    "select s.held_on, s.coachee_id, t.kind, s.status, s.minutes, s.people, s.paid, t.policy,"
    " t.letter, exists (select 1 from consent n where n.coachee_id = s.coachee_id"
    " and n.about = 'log' and n.withdrawn_on is null),"
    f" {APPRAISES},"
    " s.form, s.method, s.activity, t.as_mentoring, s.number, c.handle, t.number"
    " from session s join trajectory t on t.id = s.trajectory_id"
    " join coachee c on c.id = s.coachee_id"
    " where s.held_on between :since and :until"
    " order by s.held_on, s.starts_at, s.number"
)


def talks(reader: "Reader", since: str = "", until: str = "9999-12-31") -> list[Talk]:
    """Return the conversations of these days, ISO text, oldest first.

    Those of people who were erased are among them, as far as they are still counted.
    """
    rows = list(reader.rows(_Row, _TALKS, since=since, until=until))
    # Each method is looked up once: its file says whether a third person takes part.
    with_three = {method for method in {row.method for row in rows} if is_with_three(method)}
    talks_of_people = [_talk(row, row.method in with_three) for row in rows]
    return sorted(
        [*talks_of_people, *nameless_talks(reader, since, until)], key=lambda talk: talk.day
    )


def learning(reader: "Reader") -> list[Learning]:
    """Return the learning moments of the coach, oldest first."""
    sql = "select kind, done_on, minutes, unit from growth order by done_on, number"
    return list(reader.rows(Learning, sql))


def _talk(row: _Row, with_three: bool) -> Talk:
    values = row._asdict()
    del values["method"]
    values["as_mentoring"] = bool(row.as_mentoring)
    return talk_of(with_three=with_three, **values)
