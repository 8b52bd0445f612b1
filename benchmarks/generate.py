"""Make a believable store of any size: `python benchmarks/generate.py --sessions N --store PATH`.

Seeded: the same numbers give the same conversations. Rows go in by bulk, without triggers; what
is derived from them is then made anew by the store itself. The change log stays empty.
"""

import argparse
import sys
import time
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bulk import Journal, Row, made_id
from people import Somebody, meet
from phrases import COLLEAGUES, SAID

from coachlog.clock import instant
from coachlog.interview.method import Question, load
from coachlog.store import derived
from coachlog.store.connection import open_writer

PROBE = "amina"
"""The handle of a person with as many conversations as anybody."""

PEOPLE = 200
TODAY = date(2026, 11, 24)
ZONE = ZoneInfo("Europe/Brussels")
LONGEST = timedelta(days=3650)
BETWEEN = timedelta(days=15)
BATCH = 5000
FINISHED = ("session", "answer", "option", "goal_score")
"""Tables whose rows do not change any more; goals and actions are closed later on."""

EVERY_GOAL = 12
"""After so many conversations a person sets a new goal."""


def generate(path: Path, sessions: int, people: int = PEOPLE, seed: int = 7) -> None:
    """Fill a new store at *path* with *sessions* conversations of at most *people* persons."""
    with closing(open_writer(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        derived.drop(connection)
        journal = Journal(connection)
        _fill(journal, sessions, max(1, min(people, sessions)), Random(seed))
        journal.write()
        connection.executemany("insert into counter values (?, ?)", journal.counted.items())
        derived.make(connection)
        wrong = connection.execute("PRAGMA foreign_key_check").fetchone()
        assert wrong is None, wrong
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill(journal: Journal, sessions: int, people: int, random: Random) -> None:
    plan = _plan(sessions, people, random)
    first = {who: at for at, who, _ in reversed(plan)}
    somebody = meet(journal, first, random)
    questions = [
        (stage.id, question)
        for stage in load("grow").stages
        for question in stage.questions
        if not question.fills and question.kind == "text"
    ]
    for at, who, following in plan:
        _talk(journal, somebody[who], at, following, questions, random)
        journal.write(BATCH, FINISHED)


def _plan(
    sessions: int, people: int, random: Random
) -> list[tuple[datetime, int, datetime | None]]:
    """When each conversation begins, with whom, and when the following one does; oldest first."""
    found = []
    end = datetime(TODAY.year, TODAY.month, TODAY.day) - timedelta(days=5)
    for who in range(people):
        count = sessions // people + (who < sessions % people)
        lasts = min(LONGEST, BETWEEN * count)
        # The first person is in the midst of it, and so is one in three of the others.
        ago = random.random() if who % 3 else 0.0
        ended = end - (LONGEST - lasts) * ago
        step = lasts / count
        times = [ended - step * (n + random.uniform(-0.3, 0.3)) for n in range(count - 1, -1, -1)]
        hours = [_working_hour(at, random) for at in times]
        coming = end + timedelta(days=random.randint(7, 30))
        last = None if ago else _working_hour(coming, random)
        found += list(zip(hours, [who] * count, [*hours[1:], last], strict=True))
    return sorted(found, key=lambda each: each[:2])


def _working_hour(at: datetime, random: Random) -> datetime:
    hour, minute = random.randint(8, 17), random.choice((0, 15, 30, 45))
    at -= timedelta(days=max(0, at.weekday() - 4))
    return at.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=ZONE)


def _talk(
    journal: Journal,
    person: Somebody,
    at: datetime,
    following: datetime | None,
    questions: list[tuple[str, Question]],
    random: Random,
) -> None:
    say = _Speech(person.language, random)
    status = random.choices(("held", "cancelled", "missed"), (94, 4, 2))[0]
    row = _session(journal, person, at, say, random) | {"status": status}
    held = status == "held"
    if held:
        row |= {
            "better": say.some("better") if person.talks else None,
            "reality_now": say.some("reality"),
            "reality_score": random.randint(2, 8),
            "reality_tried": say.some("answer") if random.random() < 0.4 else None,
            "summary": say.some("summary"),
            "private_note": say.some("note") if random.random() < 0.3 else None,
            "next_at": instant(following) if following else None,
        }
    journal.add("session", **(dict.fromkeys(_TEXTS) | row))
    if held:
        _agree(journal, person, row, at, say, random)
        for place, (stage, question) in enumerate(
            random.sample(questions, random.randint(1, 5)), 1
        ):
            journal.add(
                "answer",
                id=made_id(at, random),
                session_id=row["id"],
                place=place,
                stage=stage,
                question=question.id,
                asked=question.ask(person.language),
                text=say.some("answer"),
                layer=question.layer,
            )
        person.talks += 1


_TEXTS = (
    "better",
    "reality_now",
    "reality_score",
    "reality_tried",
    "summary",
    "private_note",
    "next_at",
)


def _session(
    journal: Journal, person: Somebody, at: datetime, say: "_Speech", random: Random
) -> Row:
    return {
        "id": made_id(at, random),
        "number": journal.number("session"),
        "coachee_id": person.row["id"],
        "trajectory_id": person.trajectory,
        "starts_at": instant(at),
        "time_zone": ZONE.key,
        "held_on": at.date().isoformat(),
        "minutes": random.choice((30, 45, 45, 60, 60, 75, 90)),
        "form": random.choice(("in_person", "in_person", "video", "phone", "walk")),
        "method": "grow",
        "method_version": 1,
        "topic": say.some("topic"),
        "created_at": instant(at),
    }


def _agree(
    journal: Journal, person: Somebody, row: Row, at: datetime, say: "_Speech", random: Random
) -> None:
    """Look back at what was agreed, then goal, options and new actions."""
    day = at.date()
    for action in person.open:
        if random.random() < 0.8:
            status = random.choices(("done", "partly", "dropped"), (7, 2, 1))[0]
            action |= {
                "status": status,
                "closed_on": row["held_on"],
                "outcome": say.some("outcome"),
            }
    person.open = [action for action in person.open if action["status"] == "open"]
    _goal(journal, person, row, day, say, random)
    _score(journal, person, row, at, random)
    chosen = random.randint(0, 2)
    for place in range(random.randint(3, 5)):
        journal.add(
            "option",
            id=made_id(at, random),
            session_id=row["id"],
            place=place + 1,
            text=say.some("option"),
            origin=random.choices(("coachee", "coach", "network"), (7, 2, 1))[0],
            chosen=int(place == chosen),
        )
    for _ in range(random.randint(1, 3)):
        action = journal.add(
            "action",
            id=made_id(at, random),
            number=journal.number("action"),
            coachee_id=person.row["id"],
            session_id=row["id"],
            goal_id=person.goal["id"],
            what=say.some("action"),
            due_on=(day + timedelta(days=random.randint(3, 21))).isoformat(),
            confidence=random.randint(5, 10),
            status="open",
            outcome=None,
            agreed_on=row["held_on"],
            closed_on=None,
            created_at=row["created_at"],
        )
        person.open.append(action)


def _goal(
    journal: Journal, person: Somebody, row: Row, day: date, say: "_Speech", random: Random
) -> None:
    if person.talks % EVERY_GOAL:
        return
    if person.goal:
        person.goal |= {"status": "achieved", "closed_on": row["held_on"]}
    person.goal = journal.add(
        "goal",
        id=made_id(datetime.fromisoformat(row["created_at"]), random),
        number=journal.number("goal"),
        coachee_id=person.row["id"],
        trajectory_id=person.trajectory,
        session_id=row["id"],
        statement=say.some("goal"),
        anti_goal=say.some("anti_goal"),
        target_on=(day + timedelta(days=200)).isoformat(),
        baseline=random.randint(2, 4),
        target=random.randint(7, 9),
        set_on=row["held_on"],
        status="active",
        closed_on=None,
        created_at=row["created_at"],
    )


def _score(journal: Journal, person: Somebody, row: Row, at: datetime, random: Random) -> None:
    way = (person.talks % EVERY_GOAL) / EVERY_GOAL
    low, high = person.goal["baseline"], person.goal["target"]
    figure = round(low + (high - low) * way + random.uniform(-1, 1))
    journal.add(
        "goal_score",
        id=made_id(at, random),
        goal_id=person.goal["id"],
        session_id=row["id"],
        scored_on=row["held_on"],
        score=min(10, max(0, figure)),
        created_at=row["created_at"],
    )


class _Speech:
    """What people of one language say."""

    def __init__(self, language: str, random: Random) -> None:
        self._said, self._random = SAID[language], random

    def some(self, kind: str) -> str:
        said = self._random.choice(self._said[kind])
        return said.replace("{who}", self._random.choice(COLLEAGUES)) if "{" in said else said


def main() -> None:
    """Make the store that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a believable store of any size.")
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--store", type=Path, required=True)
    asked = parser.parse_args()
    if asked.store.exists():
        sys.exit(f"{asked.store} exists already.")
    begun = time.perf_counter()
    generate(asked.store, asked.sessions, asked.people, asked.seed)
    size = asked.store.stat().st_size / 1e6
    print(f"{asked.sessions} conversations in {time.perf_counter() - begun:.1f} s, {size:.0f} MB")


if __name__ == "__main__":
    main()
