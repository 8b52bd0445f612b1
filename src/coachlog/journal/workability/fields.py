"""The fields of a check-in on workable work: ten lenses in one direction."""

from coachlog.base.texts import N_
from coachlog.schema.workability import INDICATORS, RISKS, WORKABILITY

NAMES = {each.key: each.heading or each.label for each in WORKABILITY.fields}
LENSES = {lens: NAMES[lens] for lens in (*INDICATORS, *RISKS)}
"""What each lens is called: four indicators, then six characteristics of the job."""

FIGURES = {lens: WORKABILITY.labels[lens] for lens in LENSES}
"""What stands before a figure: the names alone of some would say that much of it is bad."""

SCALE = N_("0 = weighs heavily, 10 = fine as it is; for all ten, higher is better.")
CAUTION = N_(
    "Answers about tiredness and stress can be data about health (GDPR art. 9). Only with the"
    " person's explicit consent, never by someone who appraises this person, never released to a"
    " sponsor."
)
