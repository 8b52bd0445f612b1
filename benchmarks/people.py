"""The people of a made-up journal, each with a trajectory."""

from datetime import datetime
from random import Random

from bulk import Journal, Row, made_id
from phrases import FIRST_NAMES, LAST_NAMES, ROLES, TEAMS

from coachlog.clock import instant
from coachlog.ids import handles_for, plain


class Somebody:
    """One person on the way through the years."""

    def __init__(self, row: Row, trajectory: str, language: str) -> None:
        self.row, self.trajectory, self.language = row, trajectory, language
        self.goal: Row = {}
        self.open: list[Row] = []
        self.talks = 0


def meet(journal: Journal, first: dict[int, datetime], random: Random) -> dict[int, Somebody]:
    """Somebody for each place in *first*, which tells when the first conversation is."""
    taken: set[str] = set()
    people = {}
    for who in sorted(first):
        later = f" {who // 320 + 1}" if who >= 320 else ""
        name = f"{FIRST_NAMES[who % 20]} {LAST_NAMES[who // 20 % 16]}{later}"
        tries = handles_for(name)
        handle = next(each for each in [*tries, f"{tries[-1]}-{who}"] if each not in taken)
        taken.add(handle)
        language = random.choices(("nl", "fr", "en"), (6, 3, 1))[0] if who else "nl"
        made = instant(first[who])
        row = journal.add(
            "coachee",
            id=made_id(first[who], random),
            handle=handle,
            name=name,
            name_sort=plain(name),
            role=random.choice(ROLES),
            team=random.choice(TEAMS),
            language=language,
            since_on=first[who].date().isoformat(),
            created_at=made,
        )
        trajectory = journal.add(
            "trajectory",
            id=made_id(first[who], random),
            number=journal.number("trajectory"),
            coachee_id=row["id"],
            kind=random.choice(("coaching", "coaching", "mentoring", "onboarding")),
            starts_on=row["since_on"],
            status="active",
            created_at=made,
        )
        people[who] = Somebody(row, trajectory["id"], language)
    return people
