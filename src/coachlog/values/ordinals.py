"""Ordinal numbers in each language, such as `2e` and `2nd`."""

from coachlog.base.languages import SPOKEN


def ordinal(n: int, language: str) -> str:
    """Return `eerste`, `2e`, `8e`; `premier`, `2e`; `first`, `2nd`, `11th`, `23rd`."""
    words = SPOKEN[language]
    if n == 1:
        return words.first
    usual, *special = words.endings.split()  # in English "th", then those of 1, 2 and 3
    last_digit = n % 10
    is_teen = n % 100 in range(10, 20)  # 11th, not 11st
    if 1 <= last_digit <= len(special) and not is_teen:
        return f"{n}{special[last_digit - 1]}"
    return f"{n}{usual}"
