"""A conversation without a terminal: from options, from JSON, from JSON Lines."""

import sys
from typing import Any

from coachlog.errors import MissingAnswersError
from coachlog.interview.path import Situation
from coachlog.interview.record import compose
from coachlog.journal.coachee.queries import similar
from coachlog.journal.session.conversation import conversation
from coachlog.terminal.collect import put_over
from coachlog.terminal.context import Context, say
from coachlog.terminal.inputs import Given, read_inputs
from coachlog.terminal.output import Wish, done, show_json, show_json_line
from coachlog.texts import _


def keep(
    context: Context, head: dict[str, Any], filled: dict[str, Any], source: str | None, wish: Wish
) -> None:
    """Keep what *source* holds, with the options put over it; answer each with a line or object."""
    given = read_inputs(source) if source else [Given({})]
    options = head | compose(filled, Situation())
    if not source and "coachee" not in options:
        raise MissingAnswersError(["--coachee"])
    found = [put_over(each, _merged(each.value, options)) for each in given]
    inputs = [each.value for each in found]
    close = _names_like(context, inputs)
    from coachlog.journal.session.saving import save  # heavy: only when there is something to keep

    for each, recorded in zip(
        found, save(context, inputs, lines=[each.line for each in found]), strict=True
    ):
        if recorded.is_new_coachee:
            _say_new(recorded.coachee.name, close.get(recorded.coachee.name, []))
        _print(context, recorded.number, recorded.coachee.handle, each.line is not None, wish)


def _merged(value: Any, options: dict[str, Any]) -> dict[str, Any]:
    """*options* with what *value* tells of the reality beside them."""
    reality = value.get("reality") if isinstance(value, dict) else None
    if not isinstance(reality, dict) or "reality" not in options:
        return options
    return options | {"reality": reality | options["reality"]}


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
            show_json_line(kept)
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
