"""Which one of a row something is, in words or figures of each language."""

from coachlog.base.languages import SPOKEN


def ordinal(n: int, language: str) -> str:
    """`eerste`, `2e`, `8e`; `premier`, `2e`; `first`, `2nd`, `11th`, `23rd`."""
    said = SPOKEN[language]
    if n == 1:
        return said.first
    usual, *own = said.endings.split()
    place = n % 10 - 1
    return f"{n}{own[place] if 0 <= place < len(own) and n % 100 - n % 10 != 10 else usual}"
