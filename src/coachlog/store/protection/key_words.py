"""The recovery key: the key of a protected journal in words that are written on paper.

Each word is five letters, two syllables and a consonant as in `banok`, and stands for 16 bits.
There are 16 words of the key and 2 of a check, which finds one wrong word and tells which one it
is (a Reed-Solomon code over GF(2^16)). No letters are used that a hand or an ear mistakes easily,
and none with accents.
"""

import re
from collections.abc import Sequence

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _, count_text

CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aiou"
KEY_WORDS, CHECK_WORDS = 16, 2
WORD_COUNT = KEY_WORDS + CHECK_WORDS
PER_ROW = 3
"""How many words stand in a row on the sheet."""

_WORD = re.compile(rf"[{CONSONANTS}][{VOWELS}][{CONSONANTS}][{VOWELS}][{CONSONANTS}]")
_BITS, _POLYNOMIAL = 16, 0x1100B
"""The field has 2**16 elements; its polynomial is primitive: x^16 + x^12 + x^3 + x + 1."""


class NotWordsError(RefusedError):
    """What was typed is no recovery key, or one with mistakes in it."""

    cause = N_("These are not the words of a recovery key: {problem}.")
    remedy = N_("Compare them with your sheet, row by row, and type them again.")


def words_of_key(key: bytes) -> list[str]:
    """Return the words of a key."""
    values = [int.from_bytes(key[place : place + 2], "big") for place in range(0, len(key), 2)]
    return [_word(value) for value in (*values, *_checks(values))]


def key_of_words(text: str) -> bytes:
    """Return the key of the words in *text*: capitals, numbers and marks between do not matter.

    Raises NotWordsError. If one word is wrong it is named, with what it has to be: the check
    makes up for one that is lost.
    """
    words = read_words(text)
    if len(words) != WORD_COUNT:
        raise NotWordsError(problem=_count_problem(len(words)))
    unreadable = [place for place, word in enumerate(words) if not _WORD.fullmatch(word)]
    if len(unreadable) > 1:
        raise NotWordsError(problem=_place_problem(unreadable[0], words))
    values = [0 if place in unreadable else _value(word) for place, word in enumerate(words)]
    wrong = _wrong_place(values)
    if unreadable and wrong in (None, unreadable[0]):
        wrong = unreadable[0]
    if wrong is not None:
        meant = _word(values[wrong] ^ _sums(values)[0]) if wrong >= 0 else ""
        raise NotWordsError(problem=_place_problem(wrong, words, meant))
    return b"".join(value.to_bytes(2, "big") for value in values[:KEY_WORDS])


def read_words(text: str) -> list[str]:
    """Return the words in *text*, in small letters without accents."""
    return re.findall(r"[a-z]+", plain(text))


def _word(value: int) -> str:
    """Return the word of 16 bits: four bits a consonant, two a vowel."""
    letters = []
    for shift, alphabet in ((12, CONSONANTS), (10, VOWELS), (6, CONSONANTS), (4, VOWELS)):
        letters.append(alphabet[(value >> shift) % len(alphabet)])
    return "".join(letters) + CONSONANTS[value % len(CONSONANTS)]


def _value(word: str) -> int:
    """Return the 16 bits of a word; see `_word`."""
    value = 0
    for letter in word:
        alphabet = VOWELS if letter in VOWELS else CONSONANTS
        value = value * len(alphabet) + alphabet.index(letter)
    return value


def _checks(values: Sequence[int]) -> list[int]:
    """Return the values of the two words with which both sums over all words are nothing."""
    plain_sum, weighed_sum = _sums(values)
    one, other = _weight(KEY_WORDS), _weight(KEY_WORDS + 1)
    first = _times(weighed_sum ^ _times(other, plain_sum), _inverse(one ^ other))
    return [first, plain_sum ^ first]


def _wrong_place(values: Sequence[int]) -> int | None:
    """Return the place of the one wrong word; None if all are right, -1 if several are not."""
    plain_sum, weighed_sum = _sums(values)
    if not plain_sum and not weighed_sum:
        return None
    places = range(len(values)) if plain_sum else ()
    return next((i for i in places if _times(plain_sum, _weight(i)) == weighed_sum), -1)


def _sums(values: Sequence[int]) -> tuple[int, int]:
    """Return the sum of the values, and their sum with the weight of each place."""
    plain_sum = weighed_sum = 0
    for place, value in enumerate(values):
        plain_sum ^= value
        weighed_sum ^= _times(value, _weight(place))
    return plain_sum, weighed_sum


def _weight(place: int) -> int:
    """Return x to the power of *place* in the field, which is less than its polynomial."""
    weight = 1
    for _step in range(place):
        weight = _times(weight, 2)
    return weight


def _inverse(value: int) -> int:
    """Return what times *value* is 1: its power of all elements of the field but two."""
    product, power = 1, value
    for _bit in range(1, _BITS):
        power = _times(power, power)
        product = _times(product, power)
    return product


def _times(one: int, other: int) -> int:
    """Return the product of two elements of the field."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one >> _BITS:
            one ^= _POLYNOMIAL
        other >>= 1
    return product


def _count_problem(count: int) -> str:
    return count_text(
        "there is {n} word, not {all}", "there are {n} words, not {all}", count, all=WORD_COUNT
    )


def _place_problem(place: int, words: Sequence[str], meant: str = "") -> str:
    """Return which word is wrong, and what it should be, if the check words tell."""
    if place < 0:
        return _("more than one word is wrong")
    if not meant:
        return _("word {number} is wrong: {word}").format(number=place + 1, word=words[place])
    text = _("word {number} is wrong: {word}. By the others it has to be {meant}")
    return text.format(number=place + 1, word=words[place], meant=meant)
