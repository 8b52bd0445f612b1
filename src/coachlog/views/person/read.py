"""Somebody with what belongs to them: talents, goals, open actions, the last conversations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.coachee.consents.queries import ConsentLine, consents
from coachlog.views.gas import Gas, of_person
from coachlog.views.prep import read as prep
from coachlog.views.prep.read import Prep

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LATEST = 3


class PersonTalk(NamedTuple):
    """One of the last conversations that were held."""

    number: int
    held_on: str
    topic: str | None


class PersonView(NamedTuple):
    """All that the page of a person shows; *talks* are the last ones, newest first.

    *gas* is the T-score of the goals where that was asked for.
    """

    prep: Prep
    talks: list[PersonTalk]
    gas: Gas | None = None
    consents: Sequence[ConsentLine] = ()


def read(reader: "Reader", who: str, now: datetime, *, with_gas: bool = False) -> PersonView:
    """All of *who* (a handle or name); raises NotFoundError."""
    found = prep.read(reader, who, now)
    talks = list(reader.rows(PersonTalk, _TALKS, coachee=found.person.handle, most=LATEST))
    agreed = consents(reader, found.person.handle)
    gas = of_person(reader, found.person.handle) if with_gas else None
    return PersonView(found, talks, gas, agreed)


_TALKS = (
    "select number, held_on, coalesce(topic, summary, reality_now, (select text from answers a"
    " where a.session = sessions.number order by place limit 1)) from sessions"
    " where coachee = :coachee and status = 'held'"
    " order by starts_at desc, number desc limit :most"
)


def record(known: PersonView) -> Mapping[str, object]:
    """All of it by the keys of its JSON: what belongs to it mostly by numbers, to ask on with."""
    found = known.prep
    return {
        **found.person._asdict(),
        "trajectory": found.trajectory and found.trajectory.number,
        "talents": [each._asdict() for each in found.talents],
        "goals": [course.goal.number for course in found.goals],
        "actions": [action.number for action in found.open_actions],
        "topics": [topic.number for topic in found.topics],
        "observations": [each.number for each in found.observations],
        "consents": [each._asdict() for each in known.consents],
        "latest_sessions": [talk.number for talk in known.talks],
        "next": found.ahead and found.ahead._asdict(),
        **({"gas": known.gas.as_json()} if known.gas else {}),
    }
