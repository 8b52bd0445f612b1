"""What of a conversation a page for others may show: its fields, each with its column.

A page to prepare with and pages of what was released name each field where they write it.
"""

from typing import Any, cast

from coachlog.interview.conversation import Part
from coachlog.journal.session.fields import REALITY

Fields = dict[str, "str | Fields"]


def _of(table: str, *names: str) -> Fields:
    """Fields that are called as their columns are."""
    return {name: f"{table}.{name}" for name in names}


SHOWN: Fields = {
    "date": "session.starts_at",
    **_of("session", "time_zone", "minutes", "form", "method", "status", "reason"),
    **_of("session", "topic", "better", "summary", "next_at"),
    "parked": "topic.text",
    "taken_up": "topic.number",
    "reality": {name: f"session.reality_{name}" for name in REALITY},
    "goals": {
        "ref": "goal.number",
        **_of("goal", "number", "statement", "status", "why", "signs", "anti_goal", "milestone"),
        **_of("goal", "talents", "serves", "target_on"),
        "objectives": "objective.statement",
        "talent_numbers": "talent.strength",
    },
    "scores": {"goal": "goal.number", "score": "goal_score.score"},
    "options": _of("option", "text", "origin", "contact", "pros", "cons", "chosen"),
    "actions": {
        **_of("action", "number", "what", "due_on", "status", "outcome", "helper", "done_by"),
        **dict.fromkeys(("confidence_before", "confidence"), "confidence.figure"),
        "if_then": _of("action", "obstacle", "plan"),
    },
    "reviews": {
        "action": "action.number",
        **_of("action", "what", "done_by"),
        **_of("review", "status", "outcome", "obstacle_came", "plan_helped"),
    },
    "answers": _of("answer", "question", "asked", "text", "layer"),
}
"""Nothing else of it stands on such a page, whatever a conversation gets."""


def only_shown(kept: Part, fields: Fields = SHOWN) -> Part:
    """*kept* with those *fields* only, also in each of its parts."""
    shown = {name: _part(kept[name], inner) for name, inner in fields.items() if name in kept}
    return cast("Part", shown)


def _part(value: Any, field: str | Fields) -> Any:
    if isinstance(field, str):
        return value
    if isinstance(value, list):
        return [only_shown(each, field) for each in value]
    return only_shown(value, field)
