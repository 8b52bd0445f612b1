"""How each shell wants to be told what fits: one line each, what can be typed and what it is."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.safe import shorten, visible_line, width
from coachlog.completion.line import open_quote
from coachlog.completion.offer import FILES, Offer

LONGEST = 70
LISTING = ("33", "63", "64")
"""COMP_TYPE of bash when it shows what fits instead of typing it."""


class CompletionRequest(NamedTuple):
    """The question of a shell: *line* up to the cursor, and for bash how it will use the answer.

    *kind* is its COMP_TYPE, *columns* how wide the terminal is, *breaks* what it ends words at.
    """

    shell: str
    line: str
    kind: str = ""
    columns: str = ""
    breaks: str = "="

    @property
    def with_help(self) -> bool:
        """Whether it can show what each word means."""
        return self.shell in ("zsh", "fish") or self.kind in LISTING


def answer(question: CompletionRequest, word: str, found: Sequence[Offer]) -> str:
    """*found* as the shell takes it: what fits *word*, the word that is being typed.

    What holds signs that a terminal obeys, or that nobody sees, is not put on a line to type.
    """
    if FILES in found:
        return FILES.value
    found = [each for each in found if visible_line(each.value) == each.value]
    if _whole(question) and word.startswith("--"):
        before = word[: word.find("=") + 1]
        found = [each._replace(value=before + each.value) for each in found]
    if not question.with_help or (question.shell == "bash" and len(found) < 2):
        lines = [_typed(question, each.value) for each in found]
    elif question.shell == "bash":
        lines = _listed(found, question.columns)
    else:
        lines = [_told(question.shell, each) for each in found]
    return "\n".join(lines)


def _typed(question: CompletionRequest, value: str) -> str:
    """*value* so that the shell takes it for one word: bash alone types it as it is told."""
    if question.shell != "bash":
        return value
    quote = open_quote(question.line)
    if quote == "'":
        return value.replace("'", "'\\''")
    meant = {"": _MEANT, '"': _MEANT_IN_QUOTES}.get(quote, "")
    return "".join(f"\\{sign}" if sign in meant else sign for sign in value)


_MEANT = " \t!\"#$&'()*,;<>?[\\]^`{|}~"
_MEANT_IN_QUOTES = '"$\\`'
"""The signs by which bash means something, outside quotes and within double ones."""


def _whole(question: CompletionRequest) -> bool:
    """Whether it takes `--name=value` for one word, and wants all of it back."""
    return question.shell == "fish" or (question.shell == "bash" and "=" not in question.breaks)


def _listed(found: Sequence[Offer], columns: str) -> list[str]:
    """Each on a line of its own: bash shows them so when one takes more than half the terminal."""
    wide = int(columns) if columns.isascii() and columns.isdigit() and len(columns) < 5 else 80
    longest = max(len(each.value) for each in found)
    room = wide - longest - 4
    lines = [f"{each.value:{longest}}  {_about(each, room)}".rstrip() for each in found]
    if any(len(line) > longest for line in lines):
        lines[0] += " " * (wide // 2 - width(lines[0]))
    return lines


def _told(shell: str, offer: Offer) -> str:
    about = _about(offer, LONGEST)
    if shell == "zsh":
        about = about.replace("\\", "\\\\")  # it takes one away
        offer = offer._replace(value=offer.value.replace("\\", "\\\\").replace(":", "\\:"))
    return offer.value + (":" if shell == "zsh" else "\t") + about if about else offer.value


def _about(offer: Offer, room: int) -> str:
    return shorten(visible_line(offer.told()), room)
