"""The tables that can be exported."""

TABLES = {
    "coachees": "name_sort, handle",
    "talents": "number",
    "trajectories": "number",
    "trajectory_themes": "trajectory, area nulls last, theme",
    "goals": "number",
    "goal_links": "goal, objective, talent",
    "goal_scores": "goal, scored_on, created_at",
    "goal_levels": "goal, rated_on, created_at",
    "sessions": "number",
    "options": "session, place",
    "actions": "number",
    "reviews": "session, action",
    "confidences": "action, said_on, created_at",
    "answers": "session, place",
    "answers_private": "session, place",
    "sessions_private": "number",
    "trajectories_private": "number",
    "topics": "number",
    "checkins": "number",
    "releases": "number",
    "communication_forms": "session, form",
    "observations": "number",
    "learning_moments": "number",
    "objectives": "number",
}
"""The views that can be exported, and the order of their rows."""
