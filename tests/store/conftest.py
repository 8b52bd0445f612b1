"""Stores in real files, and a record of each noun."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coachlog.store.connection import open_reader
from coachlog.store.work import Work
from tests.conftest import NOBODY

AT = "2026-11-02T09:30:00.000Z"
DAY = "2026-11-02"
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

RECORDS: dict[str, dict[str, Any]] = {
    "coachee": {
        "id": "c1",
        "handle": "amina",
        "name": "Amina",
        "name_sort": "amina",
        "created_at": AT,
    },
    "trajectory": {
        "id": "t1",
        "number": 1,
        "coachee_id": "c1",
        "kind": "mentoring",
        "starts_on": DAY,
        "status": "active",
        "hard_to_tell": "That she wants to leave",
        "created_at": AT,
    },
    "session": {
        "id": "s1",
        "number": 1,
        "coachee_id": "c1",
        "trajectory_id": "t1",
        "status": "held",
        "starts_at": AT,
        "time_zone": "Europe/Brussels",
        "held_on": DAY,
        "created_at": AT,
    },
    "goal": {
        "id": "g1",
        "number": 1,
        "coachee_id": "c1",
        "trajectory_id": "t1",
        "statement": "Lead the meeting",
        "set_on": DAY,
        "status": "active",
        "created_at": AT,
    },
    "contact": {
        "id": "q1",
        "number": 1,
        "name": "Sarah Peeters",
        "location": "internal",
        "may_be_named": "ask_first",
        "created_at": AT,
    },
    "referral": {
        "id": "rf1",
        "number": 1,
        "coachee_id": "c1",
        "helper": "helpline",
        "referred_on": DAY,
        "created_at": AT,
    },
    "goal_score": {"id": "p1", "goal_id": "g1", "scored_on": DAY, "score": 4, "created_at": AT},
    "answer": {
        "id": "a1",
        "session_id": "s1",
        "place": 1,
        "stage": "goal",
        "question": "topic",
        "text": "The meeting",
        "layer": "shared",
    },
    "option": {
        "id": "o1",
        "session_id": "s1",
        "place": 1,
        "text": "Ask Koen",
        "origin": "coachee",
        "chosen": 1,
    },
    "action": {
        "id": "x1",
        "number": 1,
        "coachee_id": "c1",
        "session_id": "s1",
        "what": "Call Koen",
        "status": "open",
        "agreed_on": DAY,
        "created_at": AT,
    },
    "former_handle": {"id": "f1", "handle": "mina", "coachee_id": "c1", "created_at": AT},
    "talent": {
        "id": "l1",
        "number": 1,
        "coachee_id": "c1",
        "strength": "Explains well",
        "gives_energy": 1,
        "created_at": AT,
    },
    "topic": {
        "id": "k1",
        "number": 1,
        "coachee_id": "c1",
        "session_id": "s1",
        "text": "Working hours",
        "status": "parked",
        "parked_on": DAY,
        "created_at": AT,
    },
    "objective": {
        "id": "b1",
        "number": 1,
        "statement": "Shorter meetings",
        "level": "team",
        "status": "active",
        "created_at": AT,
    },
    "trajectory_theme": {"id": "h1", "trajectory_id": "t1", "theme": "career_support"},
    "onboarding": {
        "id": "n1",
        "number": 1,
        "coachee_id": "c1",
        "trajectory_id": "t1",
        "item": "tour",
        "text": "de refter vinden",
        "moment": "day_1",
        "task_of": "peter",
        "level": "shown",
        "ticked_on": DAY,
        "created_at": AT,
    },
    "goal_objective": {"id": "go1", "goal_id": "g1", "objective_id": "b1"},
    "goal_talent": {"id": "gt1", "goal_id": "g1", "talent_id": "l1"},
    "goal_lens": {"id": "gn1", "goal_id": "g1", "lens": "learning"},
    "goal_level": {"id": "gl1", "goal_id": "g1", "rated_on": DAY, "level": -1, "created_at": AT},
    "review": {"id": "v1", "session_id": "s1", "action_id": "x1", "status": "done"},
    "confidence": {"id": "d1", "action_id": "x1", "said_on": DAY, "figure": 7, "created_at": AT},
    "observation": {
        "id": "w1",
        "number": 1,
        "coachee_id": "c1",
        "observed_on": DAY,
        "fact": "Everybody spoke",
        "created_at": AT,
    },
    "self_rating": {
        "id": "sr1",
        "competence": "listening",
        "rated_on": DAY,
        "figure": 3,
        "created_at": AT,
    },
    "communication": {"id": "m1", "session_id": "s1", "form": "listen"},
    "consent": {
        "id": "cs1",
        "number": 1,
        "coachee_id": "c1",
        "about": "workability",
        "agreed_on": "2026-09-14",
        "created_at": "2026-09-14T07:00:00.000Z",
    },
    "request": {
        "id": "rq1",
        "number": 1,
        "coachee_id": "c1",
        "about": "access",
        "asked_on": DAY,
        "created_at": AT,
    },
    "correction": {
        "id": "co1",
        "number": 1,
        "coachee_id": "c1",
        "record": "session",
        "record_number": 1,
        "field": "topic",
        "how": "beside",
        "statement": "Not quite so",
        "said_on": DAY,
        "noun": "session",
        "record_id": "s1",
        "created_at": AT,
    },
    "origin": {
        "id": "or1",
        "source": "ics",
        "key": "k1",
        "noun": "session",
        "record_id": "s1",
        "digest": "d1",
        "fields": "{}",
        "created_at": AT,
    },
    "workability": {
        "id": "y1",
        "number": 1,
        "coachee_id": "c1",
        "trajectory_id": "t1",
        "checked_on": DAY,
        "stress": 4,
        "created_at": AT,
    },
    "growth": {
        "id": "z1",
        "number": 1,
        "kind": "training",
        "done_on": DAY,
        "minutes": 90,
        "created_at": AT,
    },
    "hours": {
        "id": "h1",
        "number": 1,
        "until_on": DAY,
        "minutes": 2400,
        "created_at": AT,
    },
    "network": {
        "id": "n1",
        "number": 1,
        "name": "Mentors East",
        "status": "active",
        "created_at": AT,
    },
    "network_member": {"id": "nm1", "network_id": "n1", "contact_id": "q1"},
    "network_meeting": {
        "id": "ne1",
        "number": 1,
        "network_id": "n1",
        "met_on": DAY,
        "counts_as": "network",
        "created_at": AT,
    },
    "network_presence": {"id": "np1", "meeting_id": "ne1", "contact_id": "q1"},
    "network_use": {"id": "nu1", "meeting_id": "ne1", "goal_id": "g1"},
    "network_case": {
        "id": "nc1",
        "number": 1,
        "question": "How do I say no?",
        "written_on": DAY,
        "created_at": AT,
    },
    "network_advice": {
        "id": "na1",
        "case_id": "nc1",
        "place": 1,
        "text": "Ask for time",
        "created_at": AT,
    },
    "release": {
        "id": "r1",
        "number": 1,
        "session_id": "s1",
        "text": "Amina leads one meeting",
        "to_whom": "The manager",
        "agreed_by": "Amina",
        "released_on": DAY,
        "created_at": AT,
    },
}
"""One record of each noun, parents first."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "coachlog.db"


@pytest.fixture
def write(path):
    """A unit of work on the store: `with write() as work:`."""
    return lambda command="test", now=NOW: Work(path, command, now)


@pytest.fixture
def ask(path):
    """The rows of a statement as tuples, in a reader of its own."""

    def rows(sql, **values):
        with open_reader(path) as reader:
            return list(reader.rows(plain, sql, **values))

    return rows


def plain(*columns):
    return columns


def insert(work, table, **changes):
    record = RECORDS[table] | changes
    names = ", ".join(f'"{name}"' for name in record)
    values = ", ".join(f":{name}" for name in record)
    work.execute(f'insert into "{table}" ({names}) values ({values})', **record)


FILLED: list[bytes] = []


@pytest.fixture
def filled(write, path):
    """One record of each noun: made once, and then a copy."""
    if FILLED and not path.exists():
        path.parent.mkdir()
        path.write_bytes(FILLED[0])
        path.chmod(0o600)
        return
    is_new = not path.exists()
    with write("fill") as work:
        for table in RECORDS:
            insert(work, table)
    if is_new:
        FILLED.append(path.read_bytes())


@contextmanager
def as_nobody() -> Iterator[None]:
    """Permissions mean nothing to root: within it, we are somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
