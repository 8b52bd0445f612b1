"""The input models of a meeting of a learning network."""

from typing import Annotated

from pydantic import Field

from coachlog.journal.common.input_types import Input, words_by
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.network.model import ContactNames, LocationOfNew
from coachlog.journal.network_meeting.fields import USED_MOST, read_places
from coachlog.journal.network_meeting.queries import MEETINGS
from coachlog.schema.network_meeting import NETWORK_MEETING


@edit_fields(NETWORK_MEETING, MEETINGS)
class MeetingEdit(Input):
    """Changes to a meeting: only the fields that are given change; an empty one is cleared."""

    present: Annotated[
        ContactNames | None, Field(description="Contacts who were there, by name or number.")
    ] = None
    used_in: Annotated[
        Annotated[list[str], words_by(read_places, most=USED_MOST)] | None,
        Field(description="Where it was used: goal 3, option 12, action 5, growth 2."),
    ] = None
    new_contacts: LocationOfNew = None


@new_fields(NETWORK_MEETING, MEETINGS)
class MeetingInput(MeetingEdit):
    """A meeting of a learning network, which counts once as own development."""
