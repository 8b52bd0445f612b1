"""Which contacts may be named on a page for others."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from coachlog.interview.conversation import Conversation
from coachlog.schema.contact import YES_NAMED

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_TYPED_IN = (
    "select o.contact from option o join session s on s.id = o.session_id"  # noqa: S608 - a code of our own
    " join contact c on c.id = o.contact_id"
    f" where s.number = :session and c.may_be_named <> '{YES_NAMED}'"
    " union select a.helper from action a join session s on s.id = a.session_id"
    " join contact c on c.id = a.contact_id"
    f" where s.number = :session and c.may_be_named <> '{YES_NAMED}'"
)


def unnamed_in(reader: "Reader", session: int) -> set[str]:
    """Return the names, as typed in a conversation, of contacts who may not be named to others."""
    return {name for name in reader.rows(str, _TYPED_IN, session=session) if name}


def hide_names(conversation: Conversation, names: Collection[str]) -> None:
    """Take *names* away from the ideas and actions of a *conversation*, which stay themselves."""
    for option in conversation.get("options", []):
        if option.get("contact") in names:
            option["contact"] = None
    for action in conversation.get("actions", []):
        if action.get("helper") in names:
            action["helper"] = None
