"""Values as they were typed.

The parsers, with the words for numbers and lengths of three languages, are imported only when
something was typed, which a list seldom has.
"""

from coachlog.values.errors import Known


def choice(text: str | None, choices: Known) -> str | None:
    """Return what `parse.choice` does; None where nothing was typed."""
    if not text:
        return None
    from coachlog.values import parse  # many words

    return parse.choice(text, choices)


def record_number(text: str | None) -> int:
    """Return what `parse.record_number` does; 0, which no record has, where nothing was typed."""
    if not text:
        return 0
    from coachlog.values import parse  # as above

    return parse.record_number(text)
