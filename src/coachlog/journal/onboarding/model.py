"""What a person enters about an item of a checklist."""

from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import new_fields
from coachlog.journal.onboarding.queries import ITEMS
from coachlog.schema.onboarding import ONBOARDING


@new_fields(ONBOARDING, ITEMS)
class ItemInput(Input):
    """An item of the coach's own on the checklist of a newcomer."""
