"""The inputs that are told as JSON Schema."""

SCHEMAS = {
    "session": "coachlog.journal.session.model:SessionInput",
    "coachee": "coachlog.journal.coachee.model:CoacheeInput",
    "goal": "coachlog.journal.goal.model:NewGoalInput",
    "levels": "coachlog.journal.goal.model:ScaleEdit",
    "action": "coachlog.journal.action.model:NewActionInput",
    "workability": "coachlog.journal.workability.model:CheckInInput",
    "topic": "coachlog.journal.topic.service:TopicInput",
    "objective": "coachlog.journal.objective.service:ObjectiveInput",
    "talent": "coachlog.journal.coachee.model:TalentInput",
    "observation": "coachlog.journal.observation.service:ObservationInput",
    "trajectory": "coachlog.journal.trajectory.model:TrajectoryInput",
    "growth": "coachlog.journal.growth.service:GrowthInput",
}
"""The input that each schema is of, `module:class`. A noun that takes JSON is one line here."""
