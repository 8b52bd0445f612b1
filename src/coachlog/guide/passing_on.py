"""Completes what may be passed on of a guided conversation: who agreed to it, and when."""

from coachlog.guide.draft import GuideDraft
from coachlog.interview.conversation import Conversation


def complete_releases(conversation: Conversation, draft: GuideDraft) -> None:
    """Add to each release of *conversation* that the person agreed, on the day of the talk.

    None of it goes into the personnel file.
    """
    for copy in conversation.get("releases", []):
        copy["agreed_by"] = draft.display_name
        copy["released_on"] = draft.head["date"][:10]
        copy["personnel_file"] = False
