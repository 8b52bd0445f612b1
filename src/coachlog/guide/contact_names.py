"""Whole names of contacts in typed options: `@Sarah Peeters call her`, without a colon."""

from collections.abc import Iterable

from coachlog.interview.conversation import Option
from coachlog.journal.contact.queries import names
from coachlog.terminal.context import context

COLON = ":"


def with_whole_name(option: Option, line: str) -> Option:
    """Return the *option* typed as *line*, with the whole name of a contact.

    Without a colon the name after `@` reaches to the first space, so that half of the name of a
    contact would stand in the idea.
    """
    contact = option.get("contact")
    if not contact or COLON in line:
        return option
    with context().reader() as reader:
        return _split_after_name(option, f"{contact} {option['text']}", names(reader))


def _split_after_name(option: Option, said: str, known: Iterable[str]) -> Option:
    """Return *option* with *said* taken apart behind the longest of the *known* names in it."""
    for name in sorted(known, key=len, reverse=True):
        rest = said[len(name) :]
        if said.casefold().startswith(name.casefold()) and rest.startswith(" ") and rest.strip():
            return option | {"contact": name, "text": rest.strip()}
    return option
