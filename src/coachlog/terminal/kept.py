"""Tells what was kept: its number to a script, a sentence and what to type next to people."""

import sys
from typing import Any

from coachlog.terminal.output import done, show_json, show_json_line
from coachlog.texts import _


def tell_kept(
    kept: Any, text: str, *next_commands: str, as_json: bool = False, several: bool = False
) -> None:
    """Tell of one new record, whose line begins with its `number` and whose it is.

    *several* are told one a line. In *text* and in the commands `{n}` is the number.
    """
    if as_json:
        (show_json_line if several else show_json)(kept._asdict())
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{kept.number}\t{kept[1]}\n")
    else:
        done(_(text).format(n=kept.number), *(each.format(n=kept.number) for each in next_commands))
