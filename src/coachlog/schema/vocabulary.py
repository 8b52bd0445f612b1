"""The words that people see for the enumerations of the journal; data keeps the codes."""

from typing import Any

from coachlog.base.texts import C_, N_

FORMS = {
    "in_person": N_("in person"),
    "video": N_("by video"),
    "phone": N_("by phone"),
    "walk": N_("while walking"),
    "written": N_("in writing"),
}
STATUSES = {
    "planned": N_("planned"),
    "held": N_("held"),
    "cancelled": N_("cancelled"),
    "missed": N_("missed"),
}
YES_NO: dict[Any, str] = {1: N_("yes"), 0: N_("no")}
BASES = {
    "legitimate_interest": N_("legitimate interest"),
    "contract": N_("contract"),
    "consent": N_("consent"),
}
ACTION_STATUSES = {
    "open": C_("action", "open"),
    "done": C_("action", "done"),
    "partly": C_("action", "partly done"),
    "dropped": C_("action", "dropped"),
}
GOAL_STATUSES = {"active": N_("active"), "achieved": N_("reached"), "dropped": N_("dropped")}
LEVELS = {"organisation": N_("organisation"), "team": N_("team")}
OBJECTIVE_STATUSES = {
    "active": N_("active"),
    "reached": N_("reached"),
    "dropped": N_("dropped"),
}
DOERS = {
    "coachee": N_("the person"),
    "coach": N_("me"),
    "manager": N_("the manager"),
}
TOPIC_STATUSES = {
    "parked": N_("parked"),
    "taken_up": N_("discussed"),
    "dropped": N_("dropped"),
}
ORIGINS = {
    "coachee": N_("the person's own idea"),
    "coach": N_("my idea"),
    "network": N_("from the network"),
}
PAYMENTS = {
    "paid": N_("paid"),
    "exchange": N_("in exchange"),
    "pro_bono": N_("free of charge"),
}
ACTIVITIES = {
    "session": N_("coaching of a client"),
    "supervision": N_("supervision given"),
    "mentor_coaching": N_("mentor coaching given"),
    "assessment_debrief": N_("debrief of an assessment"),
    "training_practice": N_("practice within a training"),
}
SETTINGS = {"external": N_("own clients"), "internal": N_("colleagues of the own organisation")}
CONSENTS = {
    "talks": N_("Talking of one's own free will"),
    "workability": N_("Workable work"),
    "health": N_("Notes about health"),
    "log": N_("Named in my log"),
    "release": N_("Passing texts on"),
}
REQUESTS = {
    "access": N_("to see everything"),
    "correction": N_("to have something put right"),
    "erasure": N_("to have something erased"),
    "restriction": N_("to leave something unused for now"),
    "objection": N_("to stop, by way of objection"),
}
"""What somebody may ask for about the notes (GDPR art. 15 to 18 and 21)."""

TRAJECTORY_KINDS = {
    "coaching": N_("coaching"),
    "career": N_("career coaching"),
    "mentoring": N_("mentoring"),
    "onboarding": N_("buddy and newcomer"),
    "manager": N_("talks by the manager"),
    "own": N_("my own development"),
}
ROLES_OF_COACH = {
    "coaching": N_("coach"),
    "career": N_("coach"),
    "mentoring": N_("mentor"),
    "onboarding": N_("buddy"),
    "manager": N_("manager"),
    "own": N_("coach"),
}
"""What the coach is called, by the kind of trajectory."""

TRAJECTORY_STATUSES = {"active": N_("active"), "closed": C_("trajectory", "closed")}
COMMUNICATION_FORMS = {
    "listen": N_("Listening without steering"),
    "summarise": N_("Summing up and checking"),
    "ask": N_("Asking open questions"),
    "scale": N_("Working with a scale"),
    "feedback": N_("Giving feedback"),
    "observe": N_("Watching at work"),
    "show": N_("Showing how"),
    "rehearse": N_("Rehearsing together"),
    "share": N_("Sharing your own experience"),
}
