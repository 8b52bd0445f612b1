"""What is chosen out of a list: by its number, its place in words, its words, or how they begin."""

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
    short,
)
from coachlog.values.figures import bare, is_last, number, place_in_words, whole
from coachlog.values.nothing import NOTHING

Names = Sequence[Sequence[str]]
"""For each thing in the list the words by which it goes, in one language or more."""

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
_MOST: Final = 60
_TOLD: Final = 240
_SHORT: Final = 3
"""`nummer 2`, `doel 2`; longer is a sentence."""


def pick(typed: str, names: Names, numbers: Sequence[int] | None = None) -> int | None:
    """The place, from 0 on, of what was chosen; None for nothing typed.

    *numbers* are those on the screen, 1 and so on where none are given. Raises NotListedError, or
    WhichOfThemError where several fit.
    """
    if not typed.strip():
        return None
    shown = _shown(names, numbers)
    found = _some(typed, names, shown) or _any_of(typed, names, shown)
    if len(found) != 1:
        raise _refused(typed, found, names, shown)
    return found[0]


def picks(typed: str, names: Names, numbers: Sequence[int] | None = None) -> list[int]:
    """The places of what was chosen, each once: `1 3`, `3 en 4`, `1 t/m 3`, `de eerste`, words.

    Raises what `pick` raises.
    """
    shown = _shown(names, numbers)
    said = plain(typed).strip(" .!;")
    if not said or said in NOTHING:
        return []
    if said in _ALL:
        return list(range(len(names)))
    whole_text = _some(typed, names, shown)
    parts = [part for part in re.split(_AND, said) if part]
    if len(whole_text) == 1 or len(parts) < 2:
        return _of_part(said, names, shown)
    return list(dict.fromkeys(place for part in parts for place in _of_part(part, names, shown)))


def by_words(typed: str, names: Names) -> list[int]:
    """The places of what goes by *typed*, or alone begins so, or of each that it names.

    Numbers do not count. Nothing where a word of it fits none, or several.
    """
    found = _some(typed, names, ())
    if len(found) == 1:
        return found
    parts = [part for part in re.split(_AND, plain(typed)) if part]
    each = [_some(part, names, ()) for part in parts] if len(parts) > 1 else [[]]
    return [one[0] for one in each] if all(len(one) == 1 for one in each) else []


def numbers(typed: str | None) -> list[int]:
    """The numbers of several records, each once: `1 3`, `#1, #3`, `1 en 3`, `1 t/m 3`.

    Raises KindError.
    """
    if not (typed or "").strip():
        return []
    found: list[int] = []
    for part in re.split(_AND, plain(typed or "")):
        ends = re.fullmatch(_UP_TO, part)
        first, last = (_number(end) for end in ends.groups()) if ends else (None, None)
        if first and last and 0 < last - first < _MOST:
            found += range(first, last + 1)
        else:
            figures = part.split() if re.fullmatch(_FIGURES, part) else [part]
            found += [known for each in figures if (known := number(each))]
    return list(dict.fromkeys(found))


def numbered(typed: str, names: Names, shown: Sequence[int] | None = None) -> int | None:
    """The place of what a number alone, or its whole name, stands for; None for any other text.

    Raises NotListedError for a number of none, WhichOfThemError for several.
    """
    said = " ".join(_words(typed))
    for place, known in enumerate(names):
        if said and said in [" ".join(_words(name)) for name in known]:
            return place
    return pick(typed, names, shown) if names and is_numbers(typed) else None


def is_numbers(typed: str) -> bool:
    """Whether *typed* is nothing but numbers, or places in words: `2`, `#1, #3`, `de eerste`."""
    said = plain(typed).strip(" .!;")
    figures = re.sub(r"(?:t/m|tot|en|et|and|[-#,;+& ]|\d)", "", said)
    return bool(said) and (
        (not figures and any(sign.isdigit() for sign in said)) or _is_a_place(said)
    )


def words(typed: str | list[Any] | None, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Which of *known* were typed, each once: by id, by name, or by how one alone of them begins.

    A text has commas between them, or `en`, `et`, `and`. Raises NotKnownError.
    """
    told = typed.split(",") if isinstance(typed, str) else typed or []
    return list(
        dict.fromkeys(id_ for each in told if str(each).strip() for id_ in _known(str(each), known))
    )


def words_told(names: Names, numbers: Sequence[int] | None = None) -> str:
    """The list on one line: `1 (Agenda) 2 (…)`."""
    return ", ".join(
        f"{shown} ({known[0]})" for shown, known in zip(_shown(names, numbers), names, strict=True)
    )


def _known(typed: str, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    names = [(each, *((name,) if isinstance(name, str) else name)) for each, name in known.items()]
    found = by_words(typed, names)
    if not found:
        raise NotKnownError(word=typed.strip()[:40], known=", ".join(known))
    return [names[place][0] for place in found]


def _shown(names: Names, numbers: Sequence[int] | None) -> Sequence[int]:
    return range(1, len(names) + 1) if numbers is None else numbers


def _of_part(part: str, names: Names, shown: Sequence[int]) -> list[int]:
    figures = part.replace("#", " ").split()
    if len(figures) > 1 and all(whole(each) is not None for each in figures):
        return [place for each in figures for place in _of_part(each, names, shown)]
    found = _some(part, names, shown)
    if len(found) == 1:
        return found
    ends = re.fullmatch(_UP_TO, part)
    first, last = (_by_number(end, shown) for end in ends.groups()) if ends else (None, None)
    if first is not None and last is not None and first < last:
        return list(range(first, last + 1))
    raise _refused(part, found or _any_of(part, names, shown), names, shown)


def _any_of(typed: str, names: Names, shown: Sequence[int]) -> list[int]:
    """What was named where one should be: `3 en 4`, `3 of 4`."""
    parts = [part for part in re.split(_OR, plain(typed)) if part]
    found = [_some(part, names, shown) for part in parts] if len(parts) > 1 else [[]]
    return [each[0] for each in found] if all(len(each) == 1 for each in found) else []


def _some(typed: str, names: Names, shown: Sequence[int]) -> list[int]:
    """What fits *typed* best: the one of that name or number, or all that its words fit."""
    said = " ".join(_words(typed))
    told = [[" ".join(_words(name)) for name in known] for known in names]
    if exact := [at for at, known in enumerate(told) if said in known]:
        return exact
    if (place := _by_number(typed, shown)) is not None:
        return [place]
    if not said or len(typed) > _MOST * 5 or not re.search(r"[^\W\d_]", said):
        return []
    begun = [at for at, known in enumerate(told) if any(name.startswith(said) for name in known)]
    return begun or (list(_with_words(said.split(), told)) if len(said) >= _SHORT else [])


def _with_words(said: list[str], told: list[list[str]]) -> Iterator[int]:
    for at, known in enumerate(told):
        words = [name.split() for name in known]
        if any(all(any(w.startswith(s) for w in name) for s in said) for name in words):
            yield at


def _by_number(typed: str, shown: Sequence[int]) -> int | None:
    said = plain(typed).strip(" .!;")
    place = place_in_words(said)
    if is_last(said) and shown:
        return len(shown) - 1
    if place is not None and not said[0].isdigit():
        return place - 1 if place <= len(shown) else None
    said = re.sub(rf"\s*(?:/|van de)\s*{len(shown)}$", "", said)
    figure = _number(bare(said) or said)
    return None if figure not in shown else list(shown).index(figure or 0)


def _is_a_place(said: str) -> bool:
    figures = _number(said) is not None and len(said.split()) <= _SHORT
    return place_in_words(said) is not None or is_last(said) or figures


def _number(typed: str) -> int | None:
    try:
        return number(typed)
    except KindError:
        return None


def _told(shown: Sequence[int]) -> str:
    if len(shown) > 1 and list(shown) == list(range(shown[0], shown[-1] + 1)):
        return f"{shown[0]}-{shown[-1]}"
    return ", ".join(map(str, shown))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text))


def _refused(typed: str, found: list[int], names: Names, shown: Sequence[int]) -> KindError:
    answer = short(typed.strip())
    if len(found) > 1:
        some = [names[place] for place in found]
        numbers = [shown[place] for place in found] if shown else ()
        told = words_told(some, numbers) if shown else ", ".join(known[0] for known in some)
        return WhichOfThemError(answer=answer, found=shorten(told, _TOLD))
    return NotListedError(answer=answer, numbers=_told(shown))
