"""A command line that is still being typed, as words: what the shell would make of it."""

_BLANKS = " \t\n"
_ESCAPED_IN_QUOTES = frozenset('$`"\\\n')


def split(line: str) -> tuple[list[str], str]:
    """The finished words of *line*, and the one that is being typed, which may be empty.

    Quotes and backslashes are taken away; a quote that is still open is no mistake.
    """
    words, word, _quote = _parts(line)
    return words, word


def open_quote(line: str) -> str:
    """The quote in which the word that is being typed stands, if any."""
    _words, _word, quote = _parts(line)
    return quote


def _parts(line: str) -> tuple[list[str], str, str]:
    words, word, quote, begun = [], "", "", False
    place = 0
    while place < len(line):
        character = line[place]
        if character == "\\" and _escapes(quote, line[place + 1 : place + 2]):
            place += 1
            word, begun = word + line[place : place + 1], True
        elif character == quote:
            quote = ""
        elif quote:
            word += character
        elif character in ("'", '"'):
            quote, begun = character, True
        elif character not in _BLANKS:
            word, begun = word + character, True
        elif begun:
            words.append(word)
            word, begun = "", False
        place += 1
    return words, word, quote


def _escapes(quote: str, following: str) -> bool:
    """Whether a backslash within *quote*, if any, takes the meaning from what follows."""
    return not quote or (quote == '"' and following in _ESCAPED_IN_QUOTES)
