"""A conversation without a terminal or a store."""

import pytest

from coachlog.interview.flow import Interview
from coachlog.interview.method_files import BUILT_IN, load, names, read
from coachlog.interview.situation import ActionFact, GoalFact, MatchFact, Situation

COMMON = read(BUILT_IN / "common.toml")
GROW = load("grow")
METHODS = [load(name) for name in names()]

GOALS = (
    GoalFact(1, "Lead the meeting", "No monologue", 3, 8),
    GoalFact(2, "Delegate", None, 5, 7, ("why",)),
)
ACTIONS = (
    ActionFact(1, "Talk to Koen", "2026-09-18", "then I finish my point"),
    ActionFact(2, "Read", None),
)
OBJECTIVES = (MatchFact(1, "Shorter meetings"), MatchFact(2, "Fewer errors"))
TALENTS = (MatchFact(1, "Listens well"),)


def value_for(kind, n=0):
    """An answer that suits *kind*."""
    return {
        "text": f"text {n}",
        "lines": [f"line {n}", "another"],
        "scale_0_10": n % 11,
        "yes_no": n % 2 == 0,
        "date": "2026-12-20",
        "moment": "2026-12-20T14:00",
        "goal": {"statement": f"goal {n}"} if n % 2 else {"number": 2},
        "options": [{"text": f"option {n}", "origin": "coachee"}],
        "weigh": [{"option": f"option {n}", "pros": "small"}],
        "actions": [{"what": f"do {n}"}, {"what": f"do {n + 1}", "due_on": "2026-12-01"}],
        "scale_1_10": [n % 10 + 1, 8],
        "if_then": {"obstacle": "noise", "plan": "leave"},
        "missing": ("head", "heart", "guts", "room")[n % 4],
        "action_review": [{"action": 1, "status": "done", "outcome": "good"}],
        "objectives": [1, 2],
        "talents": [1],
        "mentioned": [f"line {n}"],
        "communication": ["listen", "ask"],
        "release": [{"to_whom": "Koen", "text": f"words {n}"}],
        "goal_scores": [{"goal": 1, "score": n % 11}],
        "asides": [
            {"field": "private_note", "text": f"note {n}"},
            {"field": "parked", "text": "x"},
        ],
    }[kind]


@pytest.fixture
def interview():
    """Begin a GROW conversation: `interview(number=2, short=True)`."""

    def begin(number=1, short=False, goals=None, actions=None, method=GROW, **more):
        later = number > 1
        goals = (GOALS if later else ()) if goals is None else goals
        actions = (ACTIONS if later else ()) if actions is None else actions
        return Interview(method, COMMON, Situation(number, short, goals, actions, **more), "en")

    return begin
