"""The fields of a conversation that a page for others may show, each with its column.

The pages to prepare with and for readers of releases name their fields themselves.
"""

from typing import Any, cast

from coachlog.interview.conversation import Part
from coachlog.journal.session.fields import REALITY
from coachlog.schema.session import REALITY_PREFIX

Fields = dict[str, "str | Fields"]
"""The column of each field, or the fields of a part."""


def _of(table: str, *names: str) -> Fields:
    """Return fields that have the names of their columns."""
    return {name: f"{table}.{name}" for name in names}


SHOWN: Fields = {
    "date": "session.starts_at",
    **_of("session", "time_zone", "minutes", "form", "method", "status", "reason"),
    **_of("session", "topic", "better", "summary", "next_at"),
    "parked": "topic.text",
    "taken_up": "topic.number",
    "reality": {name.removeprefix(REALITY_PREFIX): f"session.{name}" for name in REALITY},
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
"""All that such a page may show: a field that is added to conversations is not, until listed."""


PLAN: Fields = {
    **_of("goal", "statement", "why", "signs", "milestone", "set_on", "target_on", "target"),
    **_of("goal", "baseline"),
    **_of("goal_score", "score", "scored_on"),
    **_of("option", "text", "origin", "contact", "chosen"),
    **_of("action", "what", "due_on", "closed_on", "status", "done_by", "helper"),
    **_of("session", "starts_at", "next_at"),
}
"""All that the person's own development plan may show."""

LETTER: Fields = {
    **_of("coachee", "name"),
    **_of("trajectory", "closing"),
    **_of("session", "held_on", "topic", "reality_now", "better", "summary"),
    **_of("goal", "statement", "why", "anti_goal", "talents", "status", "set_on", "closed_on"),
    "baseline": "goal.baseline",
    **_of("goal_score", "score", "scored_on"),
    **_of("action", "what", "outcome", "agreed_on"),
    "strength": "talent.strength",
    "parked": "topic.text",
    "answers": _of("answer", "question", "text"),
}
"""All that a letter for the person may quote, or tell of."""


def only_shown(record: Part, fields: Fields = SHOWN) -> Part:
    """Return a copy of *record* with only those *fields*, also in each of its parts."""
    visible = {
        name: _visible(record[name], field) for name, field in fields.items() if name in record
    }
    return cast("Part", visible)


def _visible(value: Any, field: str | Fields) -> Any:
    """Return *value* as it is, or with only the visible fields of the part or parts that it is."""
    if isinstance(field, str):
        return value
    if isinstance(value, list):
        return [only_shown(part, field) for part in value]
    return only_shown(value, field)
