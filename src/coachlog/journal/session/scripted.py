"""A conversation without a terminal: from options, from JSON, from JSON Lines."""

import json
import sys
from typing import Any

from coachlog.errors import MissingAnswersError
from coachlog.interview.path import Situation
from coachlog.interview.record import compose
from coachlog.journal.coachee.queries import similar
from coachlog.journal.session.conversation import conversation
from coachlog.terminal.context import Context, say
from coachlog.terminal.inputs import read_inputs
from coachlog.terminal.output import Wish, done, show_json
from coachlog.texts import _


def keep(
    context: Context, head: dict[str, Any], filled: dict[str, Any], source: str | None, wish: Wish
) -> None:
    """Keep what *source* holds, with the options put over it; print one line, or object, for each."""
    given, several = read_inputs(source) if source else ([{}], False)
    options = head | compose(filled, Situation())
    inputs = [(each | options) if isinstance(each, dict) else each for each in given]
    if not source and "coachee" not in options:
        raise MissingAnswersError(["--coachee"])
    close = _names_like(context, inputs)
    from coachlog.journal.session.saving import save  # heavy: only when there is something to keep

    for recorded in save(context, inputs):
        if recorded.is_new_coachee:
            _say_new(recorded.coachee.name, close.get(recorded.coachee.name, []))
        _print(context, recorded.number, recorded.coachee.handle, several, wish)


def _names_like(context: Context, inputs: list[Any]) -> dict[str, list[str]]:
    """Handles that look like the people who are named: a typing error makes somebody new."""
    names = {
        each["coachee"]
        for each in inputs
        if isinstance(each, dict) and isinstance(each.get("coachee"), str)
    }
    with context.reader() as reader:
        return {name: similar(reader, name) for name in names if len(names) < 20}


def _say_new(name: str, close: list[str]) -> None:
    say(_("{name} is new in the journal.").format(name=name))
    if close:
        say("  " + _("Did you mean {names}?").format(names=", ".join(close)))


def _print(context: Context, number: int, handle: str, several: bool, wish: Wish) -> None:
    if wish.json:
        with context.reader() as reader:
            kept = conversation(reader, number)
        if several:
            sys.stdout.write(json.dumps(kept, ensure_ascii=False) + "\n")
        else:
            show_json(kept)
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{number}\t{handle}\n")
    else:
        done(
            _("Conversation {n} is kept.").format(n=number),
            f"session show {number}",
            f"timeline {handle}",
        )
