"""A person with their talents, goals, open actions and last conversations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from coachlog.journal.coachee.consents.queries import ConsentLine, consents
from coachlog.journal.referral.queries import ReferralLine
from coachlog.journal.referral.queries import of_person as referrals
from coachlog.store.connection import Reader
from coachlog.views.gas import Gas, of_person
from coachlog.views.prep.read import Prep
from coachlog.views.prep.read import read as read_prep

TALKS_SHOWN = 3


class PersonTalk(NamedTuple):
    """One of the last conversations that were held."""

    number: int
    held_on: str
    topic: str | None


class PersonView(NamedTuple):
    """What the page of a person shows; *talks* are the last ones that were held, newest first.

    *gas*, the T-score of the goals, is None unless it was asked for.
    """

    prep: Prep
    talks: list[PersonTalk]
    gas: Gas | None = None
    consents: Sequence[ConsentLine] = ()
    referrals: Sequence[ReferralLine] = ()


def read(reader: Reader, who: str, now: datetime, *, with_gas: bool = False) -> PersonView:
    """Read what the page of *who* (a handle or name) shows; raises NotFoundError."""
    prep = read_prep(reader, who, now)
    handle = prep.person.handle
    talks = list(reader.rows(PersonTalk, _TALKS, coachee=handle, most=TALKS_SHOWN))
    gas = of_person(reader, handle) if with_gas else None
    return PersonView(prep, talks, gas, consents(reader, handle), referrals(reader, handle))


_TALKS = (
    "select number, held_on, coalesce(topic, summary, reality_now, (select text from answers a"
    " where a.session = sessions.number order by place limit 1)) from sessions"
    " where coachee = :coachee and status = 'held'"
    " order by starts_at desc, number desc limit :most"
)


def record(view: PersonView) -> Mapping[str, object]:
    """Return the JSON of *view*; most related records are given by number only."""
    prep = view.prep
    gas = {"gas": view.gas.as_json()} if view.gas else {}
    return {
        **prep.person._asdict(),
        "trajectory": prep.trajectory.number if prep.trajectory else None,
        "talents": [talent._asdict() for talent in prep.talents],
        "goals": [progress.goal.number for progress in prep.goals],
        "actions": [action.number for action in prep.open_actions],
        "topics": [topic.number for topic in prep.topics],
        "observations": [observation.number for observation in prep.observations],
        "consents": [consent._asdict() for consent in view.consents],
        "referrals": [referral._asdict() for referral in view.referrals],
        "latest_sessions": [talk.number for talk in view.talks],
        "next": prep.ahead._asdict() if prep.ahead else None,
        **gas,
    }
