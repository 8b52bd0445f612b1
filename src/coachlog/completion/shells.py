"""Completions in the format of each shell: a line each, with the value and its description."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.safe import shorten, visible_line, width
from coachlog.completion.line import open_quote
from coachlog.completion.offer import FILES, Offer

LONGEST_DESCRIPTION = 70
USUAL_COLUMNS = 80
LISTING = ("33", "63", "64")
"""The values of COMP_TYPE with which bash lists the completions instead of typing one."""


class CompletionRequest(NamedTuple):
    """The question of a shell: *line* up to the cursor, and for bash how it will use the answer.

    *kind* is the COMP_TYPE of bash, *columns* the width of the terminal, *breaks* the characters
    at which bash ends a word (COMP_WORDBREAKS).
    """

    shell: str
    line: str
    kind: str = ""
    columns: str = ""
    breaks: str = "="

    @property
    def with_help(self) -> bool:
        """Return whether the shell can show a description beside each word."""
        return self.shell in ("zsh", "fish") or self.kind in LISTING


def answer(question: CompletionRequest, word: str, found: Sequence[Offer]) -> str:
    """Return the offers *found* for *word* in the format of the shell, a line each.

    A value with control or invisible characters is left out: it must not end up on the prompt.
    """
    if FILES in found:
        return FILES.value
    shown = [offer for offer in found if visible_line(offer.value) == offer.value]
    if word.startswith("--") and _is_option_one_word(question):
        option_part = word[: word.find("=") + 1]  # empty without a value
        shown = [offer._replace(value=option_part + offer.value) for offer in shown]
    # Bash types the only completion that there is, so it must have no description.
    is_only_one_in_bash = question.shell == "bash" and len(shown) < 2
    if not question.with_help or is_only_one_in_bash:
        lines = [_escape_for_prompt(question, offer.value) for offer in shown]
    elif question.shell == "bash":
        lines = _bash_list(shown, question.columns)
    else:
        lines = [_with_description(question.shell, offer) for offer in shown]
    return "\n".join(lines)


def _escape_for_prompt(question: CompletionRequest, value: str) -> str:
    """Return *value* with special characters escaped, for bash: other shells do that themselves."""
    if question.shell != "bash":
        return value
    quote = open_quote(question.line)
    if quote == "'":
        return value.replace("'", "'\\''")  # close the quote, a quote, open it again
    special_characters = _SPECIAL_IN_DOUBLE_QUOTES if quote else _SPECIAL
    return "".join(
        f"\\{character}" if character in special_characters else character for character in value
    )


_SPECIAL = " \t!\"#$&'()*,;<>?[\\]^`{|}~"
_SPECIAL_IN_DOUBLE_QUOTES = '"$\\`'
"""The characters that have a meaning in bash, outside quotes and within double ones."""


def _is_option_one_word(question: CompletionRequest) -> bool:
    """Return whether the shell takes `--name=value` for one word, and replaces all of it."""
    return question.shell == "fish" or (question.shell == "bash" and "=" not in question.breaks)


def _bash_list(found: Sequence[Offer], columns: str) -> list[str]:
    """Return lines that bash shows below each other, with the descriptions aligned.

    Bash puts several in a row unless one is wider than half the terminal: the first is padded.
    """
    is_known = columns.isascii() and columns.isdigit() and len(columns) < 5
    terminal_columns = int(columns) if is_known else USUAL_COLUMNS
    longest = max(len(offer.value) for offer in found)
    room = terminal_columns - longest - 4
    lines = [f"{offer.value:{longest}}  {_description(offer, room)}".rstrip() for offer in found]
    has_description = any(len(line) > longest for line in lines)
    if has_description:
        lines[0] += " " * (terminal_columns // 2 - width(lines[0]))
    return lines


def _with_description(shell: str, offer: Offer) -> str:
    """Return a line of zsh (`value:description`) or fish (with a tab between them)."""
    value = offer.value
    description = _description(offer, LONGEST_DESCRIPTION)
    separator = "\t"
    if shell == "zsh":  # it removes one backslash, and ends the value at the first plain colon
        description = description.replace("\\", "\\\\")
        value = value.replace("\\", "\\\\").replace(":", "\\:")
        separator = ":"
    return value + separator + description if description else value


def _description(offer: Offer, room: int) -> str:
    return shorten(visible_line(offer.told()), room)
