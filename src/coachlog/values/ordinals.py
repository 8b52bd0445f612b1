"""Which one of a row something is, in words or figures of each language."""

_FIRST = {"nl": "eerste", "fr": "premier", "en": "first"}


def ordinal(n: int, language: str) -> str:
    """`eerste`, `2e`, `8e`; `premier`, `2e`; `first`, `2nd`, `11th`, `23rd`."""
    if n == 1:
        return _FIRST[language]
    return f"{n}{_english_end(n)}" if language == "en" else f"{n}e"


def _english_end(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
