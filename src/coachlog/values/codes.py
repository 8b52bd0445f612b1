"""The codes of an enumeration for what people call its values."""

from collections.abc import Sequence

from coachlog.values.choices import by_words


def codes(typed: str, names: Sequence[Sequence[str]]) -> str:
    """Return the codes for the words in *typed*, with commas between them; else *typed* itself.

    *names* has for each value its code and what it is called, in any language.
    """
    is_code_already = "_".join(typed.casefold().split()) in {code for code, *_words in names}
    if not typed.strip() or is_code_already:
        return typed
    return ", ".join(names[index][0] for index in by_words(typed, names)) or typed
