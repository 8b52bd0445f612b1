"""The people of a made-up journal, each with a trajectory and a chance of their own."""

from random import Random
from typing import Any

from bulk import Journal, Moment, Row
from coachlog.base.ids import handles_for, plain
from phrases import COLLEAGUES, FIRST_NAMES, LAST_NAMES, ROLES, SAID, TEAMS

PROBE = "amina"
"""The handle of the first person, whose conversations are the same in a journal of any size."""


class Somebody:
    """One person on the way through the years, and how this person speaks."""

    def __init__(self, who: int, seed: int, taken: set[str]) -> None:
        """*taken* are the handles of all others; this person's is added to them."""
        self.who, self.name = who, _name(who)
        tries = handles_for(self.name)
        self.handle = next(each for each in [*tries, f"{tries[-1]}-{who}"] if each not in taken)
        taken.add(self.handle)
        # A chance of their own: what others do changes nothing of what this person says.
        self.random = Random(f"{seed} {who}")
        self.language = "nl" if who == 0 else self.random.choices(("nl", "fr", "en"), (6, 3, 1))[0]
        self.id = ""
        self.trajectory: Row = {}
        self.goal: Row = {}
        self.open: list[Row] = []
        self.talks = 0

    def pick(self, among: Any) -> Any:
        """One of some, quicker than `random.choice`."""
        return among[int(self.random.random() * len(among))]

    def between(self, low: int, high: int) -> int:
        """A whole number from *low* to *high*, both included."""
        return low + int(self.random.random() * (high - low + 1))

    def perhaps(self, chance: float) -> bool:
        """True that often."""
        return self.random.random() < chance

    def says(self, kind: str) -> str:
        """Something of that kind in this person's language."""
        said: str = self.pick(SAID[self.language][kind])
        return said.replace("{who}", self.pick(COLLEAGUES)) if "{" in said else said


def meet(journal: Journal, person: Somebody, moment: Moment) -> None:
    """Write the person and a trajectory down."""
    journal.step(moment, "coachee new", person.random)
    person.id = moment.new_id(person.random)
    journal.add(
        "coachee",
        id=person.id,
        handle=person.handle,
        name=person.name,
        name_sort=plain(person.name),
        role=person.pick(ROLES),
        team=person.pick(TEAMS),
        language=person.language,
        since_on=moment.day,
        created_at=moment.text,
    )
    person.trajectory = journal.add(
        "trajectory",
        id=moment.new_id(person.random),
        number=journal.number("trajectory"),
        coachee_id=person.id,
        kind=person.pick(("coaching", "coaching", "mentoring", "onboarding")),
        starts_on=moment.day,
        status="active",
        created_at=moment.text,
        rhythm_days=person.pick((14, 28, 42)),
        closed_on=None,
    )


def _name(who: int) -> str:
    later = f" {who // 320 + 1}" if who >= 320 else ""
    return f"{FIRST_NAMES[who % 20]} {LAST_NAMES[who // 20 % 16]}{later}"
