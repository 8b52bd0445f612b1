"""Offers the names that stand in ideas and actions, to make contacts of them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _, ngettext
from coachlog.journal.contact.queries import CONTACTS, ContactLine
from coachlog.journal.contact.unlinked_names import UnlinkedName, is_alike, unlinked_names
from coachlog.terminal.context import Context, say
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompter, ask_no_yes
from coachlog.terminal.prompters import make_prompter


class NameOffer(NamedTuple):
    """A name that becomes a contact; *also* are other names of the same person."""

    name: str
    also: tuple[str, ...] = ()


def offer_names(
    run: Context, make: Callable[[NameOffer], None], link: Callable[[int, str], None]
) -> None:
    """Offer each name; *make* a contact of it, or *link* it to the contact with that number.

    What is saved on the way stays when the person stops.
    """
    with run.reader() as reader:
        waiting, contacts = unlinked_names(reader), list(CONTACTS.rows(reader))
    if not waiting:
        say(_("Every name in ideas and actions is a contact already."))
        return
    prompter = make_prompter(run)
    prompter.show(_("Enter: next"), "quiet")
    while waiting:
        name = waiting.pop(0)
        if (contact := _same_contact(prompter, name, contacts)) is not None:
            link(contact.number, name.name)
        elif _agrees(prompter, _make_one(name)):
            same = [other for other in waiting if _is_same(prompter, name, other)]
            waiting = [other for other in waiting if other not in same]
            make(_as_offer([name, *same]))


def _as_offer(names: list[UnlinkedName]) -> NameOffer:
    """Return the offer of names that are of one person: it goes by the longest."""
    whole = max((each.name for each in names), key=len)
    return NameOffer(whole, tuple(each.name for each in names if each.name != whole))


def _same_contact(
    prompter: Prompter, name: UnlinkedName, contacts: Iterable[ContactLine]
) -> ContactLine | None:
    """Return the contact that somebody says this *name* to be; None for none of them."""
    for contact in contacts:
        if is_alike(name.name, contact.name):
            text = _("{name} appears in {n} places. Is that contact {number}, {contact}?")
            question = text.format(
                name=name.name, n=name.mentions, number=contact.number, contact=contact.name
            )
            if _agrees(prompter, question):
                return contact
    return None


def _is_same(prompter: Prompter, name: UnlinkedName, other: UnlinkedName) -> bool:
    if not is_alike(name.name, other.name):
        return False
    text = _("{other} appears too: is that the same person as {name}?")
    return _agrees(prompter, text.format(other=other.name, name=name.name))


def _make_one(name: UnlinkedName) -> str:
    text = ngettext(
        "{name} appears in {n} idea or action. Make a contact of them?",
        "{name} appears in {n} ideas and actions. Make one contact of them?",
        name.mentions,
    )
    return text.format(name=name.name, n=name.mentions)


def _agrees(prompter: Prompter, question: str) -> bool:
    """Ask *question*, Enter alone meaning no; raises StoppedError for a command to stop."""
    answer = ask_no_yes(prompter, question)
    if isinstance(answer, Command):
        raise StoppedError
    return answer is True
