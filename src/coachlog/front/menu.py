"""The page of today that `coachlog` alone shows, with a menu below it at a terminal."""

import shlex
from typing import NamedTuple

from coachlog.base.errors import RefusedError, StoppedError
from coachlog.base.texts import _
from coachlog.front.complaints import NOT_ONE_OF_THESE
from coachlog.front.phrases import LEAVE, read
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompt
from coachlog.values.text import digits
from coachlog.views.start import show_start
from coachlog.views.today.read import Today


class Item(NamedTuple):
    """An item of the menu: its *text*, and the *command* that it runs."""

    text: str
    command: str


def start(context: Context) -> list[str] | None:
    """Show the page of today and, at a terminal, a menu; welcome a new user first.

    Return the words of the command that was chosen or typed; None if the person leaves.
    """
    if context.first_run:
        from coachlog.guide.welcome import welcome_to_start  # once in the life of a journal

        if welcome_to_start(context):
            show_start(context)
        return None
    can_choose = context.attended and context.rich
    if not can_choose:
        show_start(context)
        return None
    today = show_start(context, hints=False)  # the menu says what can be typed
    return _ask(_items(today)) or None


def _ask(items: list[Item]) -> list[str]:
    """Show the menu and return the words of the command; empty if the person leaves."""
    longest = max(len(item.text) for item in items)
    say()
    for number, item in enumerate(items, 1):
        say(f" {number}  {item.text:{longest}}   {hint(item.command)}")
    say(" " + _("A number, a name or a command; Enter leaves."))
    try:
        typed = PlainPrompter().ask(
            Prompt(" ›", check=lambda typed: _command(items, typed), asks_back=False)
        )
    except StoppedError:
        return []
    return _command(items, typed) if isinstance(typed, str) else []


def _command(items: list[Item], typed: str) -> list[str]:
    """Return the words of the command that *typed* means: an item by its number, or the words.

    Raises RefusedError for a number that is not in the menu. Unknown words are returned as they
    are: the command line explains what is wrong with them.
    """
    words = _words(typed)
    number = words[0].rstrip(".") if len(words) == 1 else ""
    if number.isdecimal():
        place = digits(number)
        if place is None or not 1 <= place <= len(items):
            raise RefusedError(*NOT_ONE_OF_THESE, answer=number[:40])
        return items[place - 1].command.split()
    wants_to_leave = not words or read(words).about == LEAVE
    return [] if wants_to_leave else words


def _items(today: Today) -> list[Item]:
    """Return the items of the menu; an empty journal has nothing to search or look back on."""
    start_item = Item(_("start a conversation"), "session new")
    help_item = Item(_("everything else"), "help")
    if today.empty:
        demo_item = Item(_("look around in a made-up year"), "demo")
        return [start_item, *_unfinished(today), demo_item, help_item]
    return [
        start_item,
        Item(_("prepare a conversation"), "prep"),
        *_unfinished(today),
        Item(_("see what happened"), "timeline"),
        Item(_("search"), "search"),
        Item(_("see the people"), "coachee list"),
        Item(_("plan a conversation"), "session plan"),
        help_item,
    ]


def _unfinished(today: Today) -> list[Item]:
    """Return the item that resumes a conversation, with the name if all are with one person.

    Return no item if there is no unfinished conversation.
    """
    if not today.unfinished:
        return []
    names = {draft.name for draft in today.unfinished}
    name = names.pop() if len(names) == 1 else None  # None too where nobody was named yet
    text = _("go on with {name}").format(name=name) if name else _("go on where you stopped")
    return [Item(text, "session resume")]


def _words(typed: str) -> list[str]:
    """Split a line as a shell does, and drop the name of the program."""
    try:
        words = shlex.split(typed)
    except ValueError:  # a quote that is not closed
        words = typed.split()
    return words[1:] if words[:1] == ["coachlog"] else words
