"""A command line that is still being typed, as words: what the shell would make of it."""

from typing import NamedTuple

_BLANKS = " \t\n"
_ESCAPED_IN_QUOTES = frozenset('$`"\\\n')


def split(line: str) -> tuple[list[str], str]:
    """Return the finished words of *line*, and the last one, which may be unfinished or empty.

    Quotes and backslashes are removed; the last quote need not be closed.
    """
    parsed = _parse(line)
    return parsed.words, parsed.last_word


def open_quote(line: str) -> str:
    """Return the quote that is still open at the end of *line*; empty if there is none."""
    return _parse(line).open_quote


class _ParsedLine(NamedTuple):
    words: list[str]
    last_word: str
    open_quote: str


def _parse(line: str) -> _ParsedLine:
    """Split *line* into words by the rules of a shell, one character after the other."""
    words: list[str] = []
    word = ""
    has_word = False  # an empty word too, as in `""`
    quote = ""  # the quote that is open at this character
    position = 0
    while position < len(line):
        character = line[position]
        if character == "\\" and _is_escape(quote, line[position + 1 : position + 2]):
            position += 1
            word += line[position : position + 1]  # empty after a backslash at the end of the line
            has_word = True
        elif character == quote:
            quote = ""
        elif quote:
            word += character
        elif character in ("'", '"'):
            quote = character
            has_word = True
        elif character not in _BLANKS:
            word += character
            has_word = True
        elif has_word:
            words.append(word)
            word = ""
            has_word = False
        position += 1
    return _ParsedLine(words, word, quote)


def _is_escape(quote: str, next_character: str) -> bool:
    """Return whether a backslash escapes the next character; *quote* is the open one, if any.

    In single quotes it never does, in double quotes only before the characters special there.
    """
    return not quote or (quote == '"' and next_character in _ESCAPED_IN_QUOTES)
