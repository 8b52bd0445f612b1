"""The fields of a check-in on workable work: ten lenses in one direction."""

from coachlog.base.texts import N_

INDICATORS = {
    "stress": N_("Work stress"),
    "motivation": N_("Motivation"),
    "learning": N_("Learning opportunities"),
    "balance": N_("Work-life balance"),
}
RISKS = {
    "workload": N_("Workload"),
    "emotional": N_("Emotional demands"),
    "variety": N_("Task variety"),
    "autonomy": N_("Autonomy"),
    "support": N_("Support from the manager"),
    "conditions": N_("Physical load"),
}
LENSES = INDICATORS | RISKS
"""What each lens is called: four indicators, then six characteristics of the job."""

FIGURES = LENSES | {
    "stress": N_("Work stress (10 = little)"),
    "workload": N_("Workload (10 = manageable)"),
    "emotional": N_("Emotional demands (10 = bearable)"),
}
"""What stands before a figure: these three names alone would say that much of it is bad."""

LOW, HIGH = 0, 10
SCALE = N_("0 = weighs heavily, 10 = fine as it is; for all ten, higher is better.")
CAUTION = N_(
    "Answers about tiredness and stress can be data about health (GDPR art. 9). Only with the"
    " person's explicit consent, never by someone who appraises this person, never released to a"
    " sponsor."
)
QUESTIONS = {
    "stress": N_("After an ordinary working day, how much energy do you have left for yourself?"),
    "motivation": N_("How much do you look forward to starting your working day here?"),
    "learning": N_("To what extent does this job teach you things that help you forward?"),
    "balance": N_("How well do your work and your private life go together?"),
    "workload": N_("How well does the work fit into the time you have?"),
    "emotional": N_(
        "How much does contact with people at work take out of you? (0 = a lot, 10 = very little)"
    ),
    "variety": N_("How much variety does your work offer, to your taste?"),
    "autonomy": N_("How much room do you have to arrange your work yourself?"),
    "support": N_("To what extent can you count on your manager when you need help?"),
    "conditions": N_(
        "How hard is your work on your body: lifting, posture, noise, heat? (0 = very hard, 10 = "
        "not at all)"
    ),
}
"""In words of our own; none is an item of a survey."""

UP = N_("What would move one of these figures up a point?")
