"""Reads and saves that somebody was referred: to whom and when, and nothing else."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, PersonFilter
from coachlog.journal.common.reads import View, not_found

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ReferralLine(NamedTuple):
    """A row of the view `referrals`, in its order."""

    number: int
    coachee: str
    helper: str
    referred_on: str


REFERRALS = View(
    "referrals",
    ReferralLine,
    not_found("refer", N_("There is no referral {number}.")),
    PersonFilter(),
    order="referred_on desc, number desc",
    hidden=IN_ARCHIVE,
    table="referral",
)


def of_person(reader: "Reader", coachee: str) -> list[ReferralLine]:
    """Return the referrals of a person, latest first."""
    return list(REFERRALS.rows(reader, PersonFilter(coachee)))


def save_referral(work: "Work", person: "Person", helper: str, day: str) -> int:
    """Save that *person* was referred to a *helper* on *day*, and return its number."""
    values = {"coachee_id": person.id, "helper": helper, "referred_on": day}
    return work.add("referral", values).number
