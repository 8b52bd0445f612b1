"""A journal with something of each noun, also closed, taken up and long ago."""

import json
from typing import Any

from tests.conftest import talk

ROLES = {
    "appraises": False,
    "asked_for_opinion": True,
    "close_or_in_conflict": False,
    "hard_to_tell": "That she wants to leave",
    "kept_out": "Pay",
    "freely_chosen": True,
    "turn_to": "Els",
}
GOAL = {
    "ref": "g",
    "statement": "I lead the meeting",
    "why": "w",
    "signs": "s",
    "anti_goal": "n",
    "milestone": "m",
    "talents": "t",
    "serves": "v",
    "objectives": [2],
    "talent_numbers": [1],
    "lenses": ["autonomy", "learning"],
    "target_on": "2026-06-30",
    "baseline": 3,
    "target": 8,
    "level_0": "half of it",
    "level_minus_2": "none",
    "level_plus_2": "all",
    "level_baseline": -1,
    "weight": 2,
}
TALKS = (
    talk(
        date="2026-01-12T14:00",
        minutes=60,
        form="walk",
        time_zone="Europe/London",
        roles=ROLES,
        goals=[GOAL, {"statement": "Another", "status": "dropped"}],
        scores=[{"goal": "g", "score": 3}],
        reality={"now": "r", "score": 3, "tried": "x"},
        options=[
            {"text": "o", "origin": "network", "contact": "Jef", "pros": "+", "chosen": True},
            {"text": "p", "origin": "coach", "cons": "-"},
        ],
        actions=[
            {
                "what": "Call Koen",
                "due_on": "2026-01-20",
                "confidence": 8,
                "confidence_before": 5,
                "goal": "g",
                "if_then": {"obstacle": "he is away", "plan": "I write"},
                "helper": "Jef",
                "done_by": "coach",
                "talent": 1,
            },
            {"what": "Write", "goal": "g", "confidence": 6},
        ],
        parked=["Hours", "Holidays"],
        answers=[
            {"stage": "goal", "question": "q", "asked": "Why?", "text": "a"},
            {"stage": "goal", "question": "r", "text": "b", "layer": "private"},
        ],
        communication=["listen", "ask"],
        summary="s",
        private_note="p",
        reflection="me",
        next_at="2026-02-12T14:00",
    ),
    talk(
        coachee="Bo",
        date="2026-01-20T10:00",
        kind="mentoring",
        people=6,
        paid="pro_bono",
        activity="supervision",
        goals=[{"ref": "b", "statement": "Of Bo"}],
        scores=[{"goal": "b", "score": 5}],
    ),
    talk(
        date="2026-02-12T14:00",
        topic="t",
        better="much",
        reviews=[
            {"action": 1, "status": "partly", "outcome": "half", "obstacle_came": True},
            {"action": 2, "status": "done", "plan_helped": "yes"},
        ],
        goals=[{"number": 1, "why": "more"}],
        scores=[{"goal": 1, "score": 6}],
        taken_up=[1],
        actions=[{"what": "Go on", "goal": 1, "due_on": "2026-03-01", "done_by": "manager"}],
    ),
    talk(
        date="2026-03-12T14:00",
        goals=[{"number": 1, "status": "achieved"}],
        scores=[{"goal": 1, "score": 9}],
        reviews=[{"action": 1, "status": "done", "outcome": "all"}],
    ),
    talk(date="2026-04-01T09:00", status="cancelled", reason="ill"),
    talk(date="2027-01-10T09:00", status="planned", topic="later", minutes=30),
    talk(
        coachee="Bo",
        date="2026-05-11T10:00",
        trajectory_closing="Bo leads the team",
        trajectory_closed=True,
    ),
)
"""Conversations that build on each other; what they mean by number is made by `parents`."""


def kept(call: Any, *command: Any, given: Any = None, store: Any = None) -> Any:
    """Run a command that has to go well; *given* is its JSON."""
    more = () if store is None else ("--store", store)
    text = given if isinstance(given, str) else json.dumps(given)
    told = call(*command, *more, **({"stdin": text} if given is not None else {}))
    assert told.code == 0, (command, told.err)
    return told


def parents(call: Any, store: Any = None) -> None:
    """What conversations mean by number: people, their talents, objectives."""
    for each in (
        {"statement": "Long ago", "status": "reached", "closed_on": "2025-06-01"},
        {"statement": "Answer within a day", "team": "North", "starts_on": "2026-01-01"},
    ):
        kept(call, "objective", "new", "--from", "-", given=each, store=store)
    for name in ("Amina", "Bo"):
        person = {"name": name, "role": "nurse", "retention_on": "2028-01-01"}
        kept(call, "coachee", "new", "--from", "-", given=person, store=store)
        talent = {"strength": f"Calm {name}", "gives_energy": True}
        kept(call, "coachee", "talent", name, "--from", "-", given=talent, store=store)


def conversations(call: Any, store: Any = None) -> None:
    """All of `TALKS`, in one go."""
    lines = "\n".join(json.dumps(each) for each in TALKS)
    kept(call, "session", "new", "--from", "-", given=lines, store=store)
