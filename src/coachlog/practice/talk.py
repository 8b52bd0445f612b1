"""What the ledger of practice hours has to know of a conversation, and of hours before it."""

from typing import Any, NamedTuple


class Talk(NamedTuple):
    """A conversation as the ledger sees it; *day* is ISO text, *minutes* is None if not noted.

    *person* tells people apart and is no name. *kind* is that of the trajectory. *paid* is paid,
    exchange or pro_bono, *activity* session or what else the coach did. *people* is how many were
    coached at once. *consent*: somebody agreed to be named in the log. *policy*: the organisation
    forbids names; *letter*: its letter with hours and clients is there. *erased*: the person was
    erased and this line stayed. *as_mentoring*: the coach says why a buddy's talk was mentoring.
    """

    day: str
    person: str = ""
    kind: str = "coaching"
    status: str = "held"
    minutes: int | None = None
    people: int = 1
    paid: str = "paid"
    policy: bool = False
    letter: bool = False
    consent: bool = False
    appraises: bool = False
    form: str = "in_person"
    with_three: bool = False
    activity: str = "session"
    erased: bool = False
    as_mentoring: bool = False
    number: int | None = None
    coachee: str | None = None
    trajectory: int | None = None


def talk_of(**noted: Any) -> Talk:
    """Return a talk with what was *noted*; where that is None, it is as talks usually are."""
    return Talk(**{name: value for name, value in noted.items() if value is not None})


class Balance(NamedTuple):
    """Hours from before the journal, until the day *until_on*: whole minutes and clients."""

    number: int
    until_on: str
    minutes: int
    paid_minutes: int
    clients: int
