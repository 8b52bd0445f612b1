"""The lenses of a check-in on workable work: ten figures, for all of which higher is better."""

from coachlog.base.texts import N_
from coachlog.schema.workability import INDICATORS, RISKS, WORKABILITY

NAMES = {field.key: field.heading or field.label for field in WORKABILITY.fields}
LENSES = {lens: NAMES[lens] for lens in (*INDICATORS, *RISKS)}
"""The name of each lens: four indicators, then six characteristics of the job."""

FIGURES = {lens: WORKABILITY.field(lens).label for lens in LENSES}
"""The label before each figure; by some names alone, a high figure would seem bad."""

SCALE = N_("0 = weighs heavily, 10 = fine as it is; for all ten, higher is better.")
CAUTION = N_(
    "Answers about tiredness and stress can be data about health (GDPR art. 9). Only with the"
    " person's explicit consent, never by someone who appraises this person, never released to a"
    " sponsor."
)
