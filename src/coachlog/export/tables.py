"""The tables that can be exported."""

from coachlog.schema.tables import TABLES as _TABLES

TABLES = {
    "coachees": "name_sort, handle",
    "everybody": "name_sort, handle",
    **{view: "number" for table in _TABLES.values() if (view := table.noun.view)},
    "trajectory_themes": "trajectory, area nulls last, theme",
    "goal_links": "goal, objective, talent",
    "goal_lenses": "goal, lens",
    "goal_scores": "goal, scored_on, created_at",
    "goal_levels": "goal, rated_on, created_at",
    "options": "session, place",
    "options_private": "session, place",
    "reviews": "session, action",
    "confidences": "action, said_on, created_at",
    "answers": "session, place",
    "answers_private": "session, place",
    "sessions_private": "number",
    "trajectories_private": "number",
    "network_meetings_private": "number",
    "network_advices": '"case", place',
    "communication_forms": "session, form",
    "self_ratings": "competence, rated_on, created_at",
}
"""The views that can be exported, and the order of their rows."""
