"""Asks with whom a conversation is: somebody in the journal, or a new person."""

from collections.abc import Sequence

from coachlog.base.texts import _
from coachlog.guide.simple_prompt import ask
from coachlog.journal.coachee import lookup
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.coachee.queries import COACHEES
from coachlog.store.connection import Reader
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse as kinds

LISTED = 5
"""The most people that are listed when it is asked whom the coach talks with."""


def choose_person(
    reader: Reader, prompter: Prompter, name: str | None, *, with_three: bool = False
) -> tuple[str, lookup.Person | None]:
    """Return the name of the person, and who that is; None for a person new to the journal.

    Asks if *name* is None, and again while a name fits several people, or nobody and the coach
    does not want a new person. *With three* at the table no name is shown that was not typed: whom
    one coaches is confidential.
    """
    while True:
        if name is None:
            names = [] if with_three else [row.name for row in COACHEES.rows(reader)]
            recent = lookup.recent_people(reader, LISTED) if names else []
            name = _ask_name(names, recent, prompter)
        people = lookup.matching(reader, name)
        if len(people) == 1:
            person = people[0]
            if person.archived_at and not with_three:
                message = _("{name} is in the archive; this conversation brings them back.")
                prompter.show(message.format(name=person.name), "note")
            return person.name, person
        if len(people) > 1:
            prompter.show(_("Several people are called {name}.").format(name=name), "late")
            handles = "\n".join(f"  {person.handle}" for person in people)
            prompter.show(_("Give the short name.") if with_three else handles)
        elif lookup.is_self_word(name):  # the coach, whose own trajectory begins
            return name, None
        elif _is_new(reader, prompter, name, may_show_names=not with_three):
            _show_team(prompter, name)
            return name, None
        name = None  # ask for another one


def display_name(name: str, person: lookup.Person | None) -> str:
    """Return the name for the screen; that of somebody new without its team in brackets."""
    return name if person else without_brackets(name)[0]


def _ask_name(names: Sequence[str], recent: Sequence[lookup.Person], prompter: Prompter) -> str:
    """Return a name, one of *names* or a new one, or the handle of a *recent* person by number."""
    prompter.show(_("Who are you talking with?"), "question")
    for number, person in enumerate(recent, 1):
        prompter.show(f"  {number}  {person.name}")

    def read(text: str) -> str | None:
        name = kinds.name(text)
        index = kinds.numbered(name or "", [(person.name,) for person in recent])
        if index is not None:
            return recent[index].handle
        return None if name and name.isdigit() and name not in names else name  # a slip

    prompt = Prompt(choices=names, help=_("A name; a new person is fine too."), check=read)
    while not (name := read(ask(prompter, prompt))):
        hint = _("Type a name, or a number of the list.") if recent else _("Type a name.")
        prompter.show(hint, "quiet")
    return name


def _is_new(reader: Reader, prompter: Prompter, name: str, *, may_show_names: bool) -> bool:
    """Whether the name is that of a new person; asked only if it is similar to a known name.

    The similar names are shown only where *may_show_names*. Raises StoppedError.
    """
    similar_names = lookup.similar(reader, name)
    if not similar_names:
        return True
    if may_show_names:
        message = _("Nobody is called {name} yet. There is: {names}.")
    else:
        message = _("Nobody is called {name} yet.")
    prompter.show(message.format(name=name, names=", ".join(similar_names)), "note")
    mark = _("Is this a new person?") + " " + _("(y/n)") + " ›"
    return bool(kinds.yes_no(ask(prompter, Prompt(mark, check=kinds.yes_no))))


def _show_team(prompter: Prompter, name: str) -> None:
    """Say that the text in brackets after a new name is saved as the team: `Amina (Finance)`."""
    if team := without_brackets(name)[1]:
        prompter.show(_("“{team}” is noted as the team.").format(team=team), "quiet")
