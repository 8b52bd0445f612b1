"""Which names of others may stand on a page for others: those of contacts who may be named."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Conversation
from coachlog.schema.contact import YES_NAMED

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

SOMEBODY = N_("somebody from your network")
"""What stands in the place of a name."""

_MAY_BE_NAMED = (
    "select coalesce(o.contact, o.text) from option o join session s on s.id = o.session_id"  # noqa: S608 - a code of our own
    " join contact c on c.id = o.contact_id"
    f" where s.number = :session and c.may_be_named = '{YES_NAMED}'"
    " union select a.helper from action a join session s on s.id = a.session_id"
    " join contact c on c.id = a.contact_id"
    f" where s.number = :session and c.may_be_named = '{YES_NAMED}'"
)


def may_be_named_in(reader: "Reader", session: int) -> set[str]:
    """Return the names, as typed in a conversation, of contacts who may be named to others."""
    return {name for name in reader.rows(str, _MAY_BE_NAMED, session=session) if name}


def hide_names(conversation: Conversation, allowed: Collection[str]) -> None:
    """Put neutral words for the names in ideas and actions of a *conversation*, but for *allowed*.

    Of `@Sarah` alone the name is the text of the idea.
    """
    somebody = _(SOMEBODY)
    for option in conversation.get("options", []):
        contact = option.get("contact")
        if contact and contact not in allowed:
            option["contact"] = somebody
        elif not contact and option.get("origin") == "network":
            text = option["text"]
            option["text"] = somebody if _is_a_name(text) and text not in allowed else text
    for action in conversation.get("actions", []):
        helper = action.get("helper")
        if helper and helper not in allowed:
            action["helper"] = somebody


def _is_a_name(text: str) -> bool:
    """Return whether all words of *text* begin with a capital, as those of a name do."""
    return all(word[:1].isupper() for word in text.split())
