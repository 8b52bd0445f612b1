"""A contact with their ideas, and for each the actions that followed and what came of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.queries import CONTACTS, ContactLine
from coachlog.store.connection import Reader


class ContactIdea(NamedTuple):
    """An idea that the contact brought in a conversation; *chosen_there* counts all chosen ones."""

    session: int
    held_on: str
    name: str
    text: str
    typed: str | None
    chosen: int
    chosen_there: int


class ContactAction(NamedTuple):
    """An action that the contact helped with, or that was agreed after an idea of theirs."""

    number: int
    session: int | None
    agreed_on: str
    name: str
    what: str
    status: str
    due_on: str | None
    closed_on: str | None
    done_by: str | None
    outcome: str | None
    goal: int | None
    statement: str | None
    typed: str | None
    helped: int


class Followed(NamedTuple):
    """An idea, and the actions that followed it."""

    idea: ContactIdea
    actions: Sequence[ContactAction]


class ContactView(NamedTuple):
    """What the page of a contact shows; *helped* are actions that followed no idea of theirs."""

    contact: ContactLine
    ideas: list[Followed]
    helped: list[ContactAction]

    @property
    def also(self) -> list[str]:
        """Return the other names under which the contact was typed."""
        typed = [idea.typed for idea, _actions in self.ideas]
        typed += [action.typed for action in self.helped]
        typed += [action.typed for _idea, actions in self.ideas for action in actions]
        own = name_key(self.contact.name)
        other = {name_key(name): name for name in typed if name and name_key(name) != own}
        return list(other.values())


_IDEAS = (
    "select s.number, s.held_on, c.name, o.text, o.contact, o.chosen,"
    " (select sum(x.chosen) from option x where x.session_id = s.id)"
    " from option o join session s on s.id = o.session_id join coachee c on c.id = s.coachee_id"
    " where o.contact_id = :id order by s.starts_at desc, o.place"
)
_ACTIONS = (
    "select a.number, s.number, a.agreed_on, c.name, a.what, a.status, a.due_on, a.closed_on,"
    " a.done_by, a.outcome, g.number, g.statement,"
    " case when a.contact_id = :id then a.helper end, a.contact_id is :id"
    " from action a join coachee c on c.id = a.coachee_id"
    " left join session s on s.id = a.session_id left join goal g on g.id = a.goal_id"
    " where a.contact_id = :id or a.session_id in"
    " (select o.session_id from option o where o.contact_id = :id and o.chosen = 1)"
    " order by a.agreed_on desc, a.number"
)


def read(reader: Reader, number: int) -> ContactView:
    """Read what the page of contact *number* shows; raises NotFoundError."""
    contact, contact_id = CONTACTS.one(reader, number), CONTACTS.id_of(reader, number)
    ideas = list(reader.rows(ContactIdea, _IDEAS, id=contact_id))
    actions = list(reader.rows(ContactAction, _ACTIONS, id=contact_id))
    followed = [Followed(idea, _following(idea, actions)) for idea in ideas]
    shown = {action.number for _idea, its_actions in followed for action in its_actions}
    helped = [action for action in actions if action.helped and action.number not in shown]
    return ContactView(contact, followed, helped)


def _following(idea: ContactIdea, actions: Sequence[ContactAction]) -> list[ContactAction]:
    """Return the actions that came of an *idea*: none unless it was chosen.

    Where several ideas were chosen in the conversation, only those that the contact helps with
    or that say the same as the idea.
    """
    agreed = [action for action in actions if idea.chosen and action.session == idea.session]
    text = plain(idea.text)
    return [
        action
        for action in agreed
        if idea.chosen_there == 1
        or action.helped
        or text in plain(action.what)
        or plain(action.what) in text
    ]


def record(view: ContactView) -> Mapping[str, object]:
    """Return the JSON of *view*; actions are given by number only."""
    return {
        **view.contact._asdict(),
        "also": view.also,
        "ideas": [
            {
                "session": idea.session,
                "text": idea.text,
                "chosen": bool(idea.chosen),
                "actions": [action.number for action in actions],
            }
            for idea, actions in view.ideas
        ],
        "actions": [action.number for action in view.helped],
    }
