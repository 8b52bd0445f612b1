"""The texts in Dutch and French: complete, well spelled, and safe to fill in."""

import ast
import gettext
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import dev
import pytest

from coachlog.base.texts import CONTEXT, LANGUAGES, LOCALE, translation
from coachlog.interview.method_files import BUILT_IN
from coachlog.render.page import LABEL
from tests.guards.source import modules, tree

REMEDY = "run: python3 dev.py texts, and translate what is new"
METHODS = sorted(Path(str(BUILT_IN)).glob("*.toml"))

languages = pytest.mark.parametrize("language", ["nl", "fr"])
methods = pytest.mark.parametrize("path", METHODS, ids=lambda path: path.stem)


def labels() -> list[str]:
    """What stands before a text on a page: the translated keys of dictionaries."""
    found = [
        CONTEXT.join(each.value for each in getattr(key.args[0], "args", key.args))
        for module in modules()
        if module.startswith("views.") and module.endswith(".page")
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Call) and ast.unparse(key.func) == "_"
    ]
    assert found
    return found


def po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "coachlog.po"


def translated(language: str) -> list[tuple[str, str]]:
    """Each text that has a translation with it; one with a plural comes twice."""
    return [(one, form) for one, form in forms(language) if form.strip()]


def forms(language: str) -> list[tuple[str, str]]:
    pairs = dev.translations(po(language)).items()
    return [
        (one, form) for one, said in pairs for form in (said if isinstance(said, tuple) else [said])
    ]


def spoken(path: Path) -> Iterator[dict[str, Any]]:
    """Every place in a method file where a text stands in some language."""
    waiting: list[Any] = [tomllib.loads(path.read_text(encoding="utf-8"))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            waiting += one.values()
            if any(language in one for language in LANGUAGES):
                yield one


def everything(language: str) -> list[str]:
    """All that the program says in *language*: the catalog and the methods."""
    questions = [each[language] for path in METHODS for each in spoken(path)]
    return [said for _one, said in translated(language)] + questions


@languages
def test_a_catalog_holds_exactly_the_texts_of_the_program(language: str) -> None:
    kept = dev.translations(po(language))

    assert sorted(kept) == sorted(dev.messages()), REMEDY


@languages
def test_a_catalog_is_written_as_dev_py_writes_it(language: str) -> None:
    """Sorted, without dates and line numbers: a new text is one new entry in the diff."""
    path = po(language)

    written = dev.catalog(language, dev.messages(), dev.translations(path))

    assert path.read_text(encoding="utf-8") == written, REMEDY


@languages
def test_every_text_is_translated_and_none_is_a_guess(language: str) -> None:
    empty = [one for one, form in forms(language) if not form.strip()]

    assert empty == [], REMEDY
    assert not re.search(r"^#,.*fuzzy", po(language).read_text(encoding="utf-8"), re.MULTILINE)


@languages
def test_a_translation_has_the_places_to_fill_in_of_its_text(language: str) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _before, name, _format, _conversion in Formatter().parse(text)} - {None}

    wrong = [
        (one, said)
        for one, said in translated(language)
        if places(said) not in (places(one), places(dev.messages()[one][0] or one))
    ]

    assert wrong == []


@languages
def test_commands_and_options_stay_as_they_are_typed(language: str) -> None:
    def typed(text: str) -> list[str]:
        commands = re.findall(r"(?<=: )coachlog [\w {}-]+$", text)
        typed_as_is = [re.sub(r"\b[A-Z]+\b", "", each).strip() for each in commands]
        return sorted(typed_as_is + re.findall(r"--[a-z][a-z-]+", text))

    wrong = [one for one, said in translated(language) if typed(one) != typed(said)]

    assert wrong == []


@languages
def test_a_translation_ends_as_its_text_ends(language: str) -> None:
    """A full stop or a colon that is lost shows where sentences are put together."""

    def end(text: str) -> str:
        return text[-1] if text[-1] in ".:?" else ""

    wrong = [one for one, said in translated(language) if end(one) != end(said)]

    assert [one for one in wrong if one not in ABBREVIATED] == []


ABBREVIATED = ("Agreed", "No.", "Conv.", "{n} min")


def test_french_has_a_plain_space_before_double_punctuation() -> None:
    """`with_tied_signs` makes a no-break space out of it when it is shown."""
    names = r"\{[^}]*\}"
    typed = r"https://\S+|@nom:|::|(?<=\d):(?=\d)|(?<= ):\w+"
    told = [(said, re.sub(typed, "", re.sub(names, "x", said))) for said in everything("fr")]

    wrong = [said for said, bare in told if re.search(r"[^ ][:;?!»]|«[^ ]", bare)]

    assert wrong == []


def test_no_french_name_follows_a_word_that_would_be_cut_before_a_vowel() -> None:
    """`de {name}` would say "de Amina"."""
    cut = re.compile(r"\b(?:de|que|le|la) \{(?:name|who|whom|handle|owner|person|coachee)\}")

    assert [said for _one, said in translated("fr") if cut.search(said)] == []


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "’", "‘"], ids=["nbsp", "nnbsp", "’", "‘"])
@languages
def test_a_sign_that_cannot_be_typed_is_not_used(language: str, sign: str) -> None:
    assert [said for said in everything(language) if sign in said] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "u|uw|uzelf"), ("fr", "tu|te|toi|ton|ta|tes|tien|tienne")],
    ids=["nl says je", "fr says vous"],
)
def test_the_coach_is_addressed_in_one_way(language: str, words: str) -> None:
    found = [said for said in everything(language) if re.search(rf"(?i)\b({words})\b", said)]

    assert found == []


@languages
def test_a_label_fits_the_column_of_labels_of_a_page(language: str) -> None:
    """A longer one would put every label of its section on a line of its own."""
    say = translation(language).gettext

    long = [label for label in labels() if len(say(label)) > LABEL]

    assert long == []


@languages
def test_the_compiled_catalog_is_that_of_the_source(language: str) -> None:
    with po(language).with_suffix(".mo").open("rb") as compiled:
        kept = gettext.GNUTranslations(compiled)

    def says(one: str) -> str | tuple[str, ...]:
        many = dev.messages()[one][0]
        return tuple(kept.ngettext(one, many, n) for n in (1, 2)) if many else kept.gettext(one)

    known = dev.translations(po(language))
    stale = [one for one, said in known.items() if "".join(said) and says(one) != said]

    assert stale == [], "run: python3 dev.py compile"


@methods
def test_every_text_of_a_method_is_in_all_three_languages(path: Path) -> None:
    missing = [
        (each.get("id"), language)
        for each in spoken(path)
        for language in LANGUAGES
        if not str(each.get(language, "")).strip()
    ]

    assert missing == []


def test_an_f_string_is_refused(tmp_path: Path) -> None:
    """It would be filled in before it is looked up, and so never be translated."""
    file = tmp_path / "wrong.py"
    file.write_text('_(f"Hello {name}")\n', encoding="utf-8")

    with pytest.raises(ValueError, match="f-string"):
        list(dev.marked_texts(file))


def test_texts_are_found_inside_f_strings_and_with_their_plural(tmp_path: Path) -> None:
    file = tmp_path / "right.py"
    file.write_text('f"{_(\'Save\')}"\nngettext("{n} day", "{n} days", n)\n', encoding="utf-8")

    assert sorted(dev.marked_texts(file)) == [("Save", ""), ("{n} day", "{n} days")]
