"""Choices from a list: by number, by position in words, by name, or by how a name begins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from coachlog.base.folding import plain
from coachlog.base.phrases import phrases
from coachlog.base.safe import shorten
from coachlog.values.errors import (
    KindError,
    NotKnownError,
    NotListedError,
    WhichOfThemError,
    format_known,
    short,
)
from coachlog.values.figures import bare, is_last, number, position_in_words, whole
from coachlog.values.nothing import NOTHING

Names = Sequence[Sequence[str]]
"""For each item of the list its names, in one language or more."""

_AND: Final = r"\s*(?:[,;+&]|\b(?:en ook|en|et|and|plus)\b)\s*"
_OR: Final = r"\s*(?:[,;+&/]|\b(?:en|et|and|of|ou|or|a)\b)\s*"
_UP_TO: Final = (
    r"(?:van |de |from |du )?(.+?)\s*"
    r"(?:-|\b(?:t/m|tem|tot en met|tot|t\.e\.m\.|a|au|to|jusqu'a|through)\b)\s*(.+)"
)
_ALL: Final = frozenset(
    phrases("""
alle | alles | allemaal | allebei | beide | allen | ze allemaal | tous | toutes | tout
les deux | tous les deux | toutes les deux | all | all of them | both | everything
""")
)
_FIGURES: Final = r"#?[0-9]+(?: #?[0-9]+)*"
_RANGE_MOST: Final = 60
"""The widest range of record numbers; a wider one, such as `1-1000`, is rather a slip."""
_TYPED_MOST: Final = 300
"""The most characters of an answer that are compared with the names."""
_MESSAGE_MOST: Final = 240
"""The widest list of alternatives in an error, in cells of the terminal."""
_SHORT_ANSWER_WORDS: Final = 3
"""The most words of a short answer such as `nummer 2`."""
_LOOKED_UP_LETTERS: Final = 3
"""The fewest letters of a word that is looked for inside the names."""


def pick(typed: str, names: Names, numbers: Sequence[int] | None = None) -> int | None:
    """Return the index of the item that was chosen, or None if nothing was typed.

    *numbers* are those on the screen, by default from 1. Raises NotListedError, or
    WhichOfThemError if several items match.
    """
    if not typed.strip():
        return None
    shown = _numbers_shown(names, numbers)
    matches = _matches(typed, names, shown) or _alternatives(typed, names, shown)
    if len(matches) != 1:
        raise _refusal(typed, matches, names, shown)
    return matches[0]


def picks(typed: str, names: Names, numbers: Sequence[int] | None = None) -> list[int]:
    """Return the indexes of the chosen items, each once: `1 3`, `3 en 4`, `1 t/m 3`, `de eerste`.

    Raises what `pick` raises.
    """
    shown = _numbers_shown(names, numbers)
    folded = plain(typed).strip(" .!;")
    if not folded or folded in NOTHING:
        return []
    if folded in _ALL:
        return list(range(len(names)))
    parts = [part for part in re.split(_AND, folded) if part]
    is_one_name = len(_matches(typed, names, shown)) == 1  # a name may have "and" in it
    if len(parts) < 2 or is_one_name:
        return _read_part(folded, names, shown)
    indexes = [index for part in parts for index in _read_part(part, names, shown)]
    return list(dict.fromkeys(indexes))


def by_words(typed: str, names: Names) -> list[int]:
    """Return the indexes of the one item, or of the items joined by `en`, that *typed* names.

    Numbers do not count. Empty if a part matches no item, or several.
    """
    matches = _matches(typed, names, ())
    return matches if len(matches) == 1 else _one_match_each(_AND, typed, names, ())


def numbers(typed: str | None) -> list[int]:
    """Return the numbers of several records, each once: `1 3`, `#1, #3`, `1 en 3`, `1 t/m 3`.

    Raises KindError.
    """
    if typed is None or not typed.strip():
        return []
    found: list[int] = []
    for part in re.split(_AND, plain(typed)):
        start, end = _range_ends(part)
        if start and end and 0 < end - start < _RANGE_MOST:
            found += range(start, end + 1)
        else:
            # `1 3` is two numbers, but `goal 3` is one.
            texts = part.split() if re.fullmatch(_FIGURES, part) else [part]
            found += [record for text in texts if (record := number(text))]
    return list(dict.fromkeys(found))


def _range_ends(folded: str) -> tuple[int | None, int | None]:
    """Return 1 and 3 for `1 t/m 3`; None in place of an end that is no number, or if no range."""
    ends = re.fullmatch(_UP_TO, folded)
    return (_number_or_none(ends[1]), _number_or_none(ends[2])) if ends else (None, None)


def numbered(typed: str, names: Names, shown: Sequence[int] | None = None) -> int | None:
    """Return the index of the item with this number or this full name; None for other text.

    Raises NotListedError for a number that no item has, WhichOfThemError for several numbers.
    """
    folded = _fold(typed)
    for index, item_names in enumerate(names):
        if folded and folded in [_fold(name) for name in item_names]:
            return index
    return pick(typed, names, shown) if names and is_numbers(typed) else None


def is_numbers(typed: str) -> bool:
    """Return whether *typed* is only numbers, or a position: `2`, `#1, #3`, `de eerste`."""
    folded = plain(typed).strip(" .!;")
    other_text = re.sub(r"(?:t/m|tot|en|et|and|[-#,;+& ]|\d)", "", folded)
    has_only_numbers = not other_text and any(char.isdigit() for char in folded)
    return bool(folded) and (has_only_numbers or _is_position(folded))


def words(typed: str | list[Any] | None, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Return the ids of *known* that were typed, each once: by id, name, or the start of one.

    *known* has the name of each id, or its names. Text may have commas, `en`, `et` or `and`
    between them. Raises NotKnownError.
    """
    items = typed.split(",") if isinstance(typed, str) else typed or []
    parts = [str(item) for item in items if str(item).strip()]
    ids = [id_ for part in parts for id_ in _ids(part, known)]
    return list(dict.fromkeys(ids))


def format_choices(names: Names, numbers: Sequence[int] | None = None) -> str:
    """Return the list on one line: `1 (Agenda), 2 (Rest)`."""
    return ", ".join(
        f"{number} ({item_names[0]})"
        for number, item_names in zip(_numbers_shown(names, numbers), names, strict=True)
    )


def _ids(typed: str, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Return the ids that one part of an answer names; raises NotKnownError."""
    names = []
    for id_, name_or_names in known.items():
        item_names = [name_or_names] if isinstance(name_or_names, str) else name_or_names
        names.append([id_, *item_names])
    indexes = by_words(typed, names)
    if not indexes:
        raise NotKnownError(word=typed.strip()[:40], known=format_known(known))
    return [names[index][0] for index in indexes]


def _numbers_shown(names: Names, numbers: Sequence[int] | None) -> Sequence[int]:
    return range(1, len(names) + 1) if numbers is None else numbers


def _read_part(part: str, names: Names, shown: Sequence[int]) -> list[int]:
    """Return the indexes in one part of an answer: `1 3`, `doel 2`, `1 t/m 3`, or a name.

    Raises NotListedError or WhichOfThemError.
    """
    figures = part.replace("#", " ").split()
    if len(figures) > 1 and all(whole(figure) is not None for figure in figures):
        return [index for figure in figures for index in _read_part(figure, names, shown)]
    matches = _matches(part, names, shown)
    if len(matches) == 1:
        return matches
    if ends := re.fullmatch(_UP_TO, part):
        start, end = _by_number(ends[1], shown), _by_number(ends[2], shown)
        if start is not None and end is not None and start < end:
            return list(range(start, end + 1))
    raise _refusal(part, matches or _alternatives(part, names, shown), names, shown)


def _alternatives(typed: str, names: Names, shown: Sequence[int]) -> list[int]:
    """Return the indexes of `3 en 4` or `3 of 4`, to ask which one is meant; else empty."""
    return _one_match_each(_OR, typed, names, shown)


def _one_match_each(separator: str, typed: str, names: Names, shown: Sequence[int]) -> list[int]:
    """Return the index of each part of *typed*; empty unless each of them matches one item."""
    parts = [part for part in re.split(separator, plain(typed)) if part]
    matches = [_matches(part, names, shown) for part in parts]
    is_clear = len(parts) > 1 and all(len(indexes) == 1 for indexes in matches)
    return [indexes[0] for indexes in matches] if is_clear else []


def _matches(typed: str, names: Names, shown: Sequence[int]) -> list[int]:
    """Return the indexes that match best: by full name, number, start of a name, or words in it.

    Each way is only tried where those before it match nothing.
    """
    folded = _fold(typed)
    folded_names = [[_fold(name) for name in item_names] for item_names in names]
    exact = [index for index, item_names in enumerate(folded_names) if folded in item_names]
    if exact:
        return exact
    index_of_number = _by_number(typed, shown)
    if index_of_number is not None:
        return [index_of_number]
    has_letters = re.search(r"[^\W\d_]", folded) is not None
    if not has_letters or len(typed) > _TYPED_MOST:
        return []
    starting = [
        index
        for index, item_names in enumerate(folded_names)
        if any(name.startswith(folded) for name in item_names)
    ]
    if starting or len(folded) < _LOOKED_UP_LETTERS:
        return starting
    return list(_with_words(folded.split(), folded_names))


def _with_words(beginnings: list[str], names: list[list[str]]) -> Iterator[int]:
    """Yield the index of each item with a name in which each of *beginnings* starts a word."""
    for index, item_names in enumerate(names):
        if any(_has_all(beginnings, name.split()) for name in item_names):
            yield index


def _has_all(beginnings: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in beginnings)


def _by_number(typed: str, shown: Sequence[int]) -> int | None:
    """Return the index that a number, or a position in words, stands for; None if there is none.

    `3/8` and `3 van de 8` are 3 where there are eight.
    """
    folded = plain(typed).strip(" .!;")
    if is_last(folded) and shown:
        return len(shown) - 1
    position = position_in_words(folded)
    # "The second" is a place in the list, but "2nd" is the number 2, as it is shown.
    if position is not None and not folded[0].isdigit():
        return position - 1 if position <= len(shown) else None
    without_total = re.sub(rf"\s*(?:/|van de)\s*{len(shown)}$", "", folded)
    figure = _number_or_none(bare(without_total) or without_total)
    return shown.index(figure) if figure is not None and figure in shown else None


def _is_position(folded: str) -> bool:
    """Return whether folded text is `de tweede`, `de laatste`, or a number such as `doel 2`.

    A longer text that happens to have a number in it is not.
    """
    if position_in_words(folded) is not None or is_last(folded):
        return True
    return _number_or_none(folded) is not None and len(folded.split()) <= _SHORT_ANSWER_WORDS


def _number_or_none(typed: str) -> int | None:
    try:
        return number(typed)
    except KindError:
        return None


def _format_range(shown: Sequence[int]) -> str:
    """Return numbers as `1-5`, or as `2, 5` if some between them are missing."""
    is_unbroken = len(shown) > 1 and list(shown) == list(range(shown[0], shown[-1] + 1))
    return f"{shown[0]}-{shown[-1]}" if is_unbroken else ", ".join(map(str, shown))


def _fold(text: str) -> str:
    """Return the words of *text*, folded, with one space between them."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def _refusal(typed: str, matches: list[int], names: Names, shown: Sequence[int]) -> KindError:
    """Return the error for an answer that matches several items, which it lists, or none."""
    answer = short(typed.strip())
    if len(matches) > 1:
        matching_names = [names[index] for index in matches]
        if shown:
            choices = format_choices(matching_names, [shown[index] for index in matches])
        else:  # the list has no numbers on the screen
            choices = ", ".join(item_names[0] for item_names in matching_names)
        return WhichOfThemError(answer=answer, found=shorten(choices, _MESSAGE_MOST))
    return NotListedError(answer=answer, numbers=_format_range(shown))
