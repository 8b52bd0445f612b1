"""What `coachlog` alone shows: the page of today, and at a terminal a menu below it."""

import shlex
from typing import NamedTuple

from coachlog.base.errors import RefusedError, StoppedError
from coachlog.base.texts import _
from coachlog.front.complaints import NOT_ONE_OF_THESE
from coachlog.front.phrases import LEAVE, read
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompt
from coachlog.views.start import show_start
from coachlog.views.today.read import Today


class Item(NamedTuple):
    """An item of the menu: *told* to the person, and the *command* that it comes to."""

    told: str
    command: str


def start(context: Context) -> list[str] | None:
    """Show the page of today, and a menu below it where somebody can choose.

    The words of the command that was chosen, or typed; None when the person leaves. Who is new
    here is welcomed first.
    """
    if context.first_run:
        from coachlog.guide.welcome import welcome_to_start  # once in the life of a journal

        if welcome_to_start(context):
            show_start(context)
        return None
    if not (context.attended and context.rich):
        show_start(context)
        return None
    return _chosen(_items(show_start(context, hints=False))) or None


def _chosen(items: list[Item]) -> list[str]:
    longest = max(len(each.told) for each in items)
    say()
    for place, each in enumerate(items, 1):
        say(f" {place}  {each.told:{longest}}   {hint(each.command)}")
    say(" " + _("A number, a name or a command; Enter leaves."))
    try:
        typed = PlainPrompter().ask(
            Prompt(" ›", check=lambda typed: _in(items, typed), asks_back=False)
        )
    except StoppedError:
        return []
    return _in(items, typed) if isinstance(typed, str) else []


def _in(items: list[Item], typed: str) -> list[str]:
    """The words of the command that *typed* means; raises RefusedError for a strange number.

    Other words are for the command line, which tells what is wrong with them.
    """
    words = _words(typed)
    key = words[0].rstrip(".") if len(words) == 1 else ""
    if key.isdecimal():
        if not 1 <= int(key) <= len(items):
            raise RefusedError(*NOT_ONE_OF_THESE, answer=key[:40])
        return items[int(key) - 1].command.split()
    return [] if not words or read(words).about == LEAVE else words


def _items(today: Today) -> list[Item]:
    start, rest = Item(_("start a conversation"), "session new"), Item(_("everything else"), "help")
    if today.empty:
        look = Item(_("look around in a made-up year"), "demo")
        return [start, *_unfinished(today), look, rest]
    return [
        start,
        Item(_("prepare a conversation"), "prep"),
        *_unfinished(today),
        Item(_("see what happened"), "timeline"),
        Item(_("search"), "search"),
        Item(_("see the people"), "coachee list"),
        Item(_("plan a conversation"), "session plan"),
        rest,
    ]


def _unfinished(today: Today) -> list[Item]:
    """To go on with the one unfinished conversation, or with one of several."""
    if not today.unfinished:
        return []
    names = {one.name for one in today.unfinished}
    name = names.pop() if len(names) == 1 else None
    told = _("go on with {name}").format(name=name) if name else _("go on where you stopped")
    return [Item(told, "session resume")]


def _words(typed: str) -> list[str]:
    """The words of a line as a shell would have them, without the name of the program."""
    try:
        words = shlex.split(typed)
    except ValueError:  # a quote that is not closed
        words = typed.split()
    return words[1:] if words[:1] == ["coachlog"] else words
