"""What practice hours need of a conversation, in words for the coach."""

from coachlog.base.texts import _, ngettext
from coachlog.interview.conversation import Conversation
from coachlog.schema.vocabulary import ACTIVITIES, PAYMENTS


def practice_facts(conversation: Conversation) -> list[str]:
    """Return with how many people at once, whether paid, and what else it was; if noted."""
    found = []
    if people := conversation.get("people"):
        found.append(ngettext("{n} person", "{n} people", people).format(n=people))
    if paid := conversation.get("paid"):
        found.append(_(PAYMENTS[paid]))
    if activity := conversation.get("activity"):
        found.append(_(ACTIVITIES[activity]))
    return found
