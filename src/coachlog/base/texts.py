"""The language of a run, and the translation of the texts of the program into it."""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from coachlog.base.catalog import Catalog
from coachlog.base.languages import SPOKEN

LANGUAGES = tuple(SPOKEN)
LOCALE = Path(__file__).parent.parent / "locale"
CONTEXT = "\x04"
"""The separator that gettext puts between the context of a text and the text."""

Words = Mapping[str, str]
"""A text by language."""

NO_BREAK = "\N{NO-BREAK SPACE}"

_translation: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def N_(message: str) -> str:  # noqa: N802 - the customary name of a marker that does nothing
    """Mark *message* for translation; it is translated later, when the language is known."""
    return message


def P_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - a mark, as gettext has it
    """Mark a text and its plural for translation, which `ngettext` does when it is shown."""
    return one, many


def C_(context: str, message: str) -> str:  # noqa: N802 - beside N_
    """Mark *message* as `N_` does, where one English word has two translations.

    *context* says what the word is about: an action (`faite`) or a goal (`fait`).
    """
    return f"{context}{CONTEXT}{message}"


def _(message: str) -> str:
    """Translate *message* into the language of this run; English is the source."""
    return without_context(_translation.gettext(message))


def without_context(message: str) -> str:
    """Return *message* without the context that `C_` put before it, if any."""
    return message.rpartition(CONTEXT)[2]


def in_each_language(message: str) -> tuple[str, ...]:
    """Return *message* in every language, without repeats, the language of this run first."""
    others = (translation(code).gettext(message) for code in LANGUAGES)
    return tuple(dict.fromkeys((_(message), *others)))


def ngettext(one: str, many: str, n: int) -> str:
    """Translate *one* or *many*, in the form for the number *n*; the caller fills in `{n}`."""
    return _translation.ngettext(one, many, n)


def count_text(one: str, many: str, n: int, **values: object) -> str:
    """Return *one* or *many*, translated, with the number *n* and other *values* filled in."""
    return ngettext(one, many, n).format(n=n, **values)


def speak(language: str) -> None:
    """Make *language* the language of this run, by its code such as `nl`."""
    global _translation, _language
    _language = language
    _translation = translation(language)
    # Typer asks gettext for "Options" and "Commands" when it is imported and when it prints.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("coachlog", str(LOCALE))
    gettext.textdomain("coachlog")


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """In a `with` block, translate into *language*: for a page for somebody who speaks that.

    None changes nothing.
    """
    previous_language = _language
    speak(language or previous_language)
    try:
        yield
    finally:
        speak(previous_language)


@cache
def translation(language: str) -> gettext.NullTranslations:
    """Return the catalog of *language*; one without translations for English."""
    try:
        with (LOCALE / language / "LC_MESSAGES" / "coachlog.mo").open("rb") as file:
            return Catalog(file, with_tied_signs if SPOKEN[language].tied else None)
    except FileNotFoundError:  # English, the source, has none
        return gettext.NullTranslations()


def with_tied_signs(text: str) -> str:
    """Return *text* with no-break spaces before `: ; ? ! »` and after `«`, as in French.

    A word that begins with a colon is a command of the guide, and stays as it is.
    """
    for mark in ";?!»":
        text = text.replace(f" {mark}", f"{NO_BREAK}{mark}")
    text = text.replace("« ", f"«{NO_BREAK}").replace(" : ", f"{NO_BREAK}: ")
    if text.endswith(" :"):
        text = f"{text.removesuffix(' :')}{NO_BREAK}:"
    return text


def language() -> str:
    """Return the code of the language of this run, such as `nl`."""
    return _language


def spoken(words: Words, language: str) -> str:
    """Return the text in *language*, or else in English, or else in the first language it has."""
    return words.get(language) or words.get("en") or next(iter(words.values()))


def in_user_language(words: Words) -> str:
    """Return a text in the language of this run; see `spoken`."""
    return spoken(words, _language)


def wanted_language(option: str | None, chosen: str | None) -> str:
    """Return the language to use, the first that there is.

    That is the *option*, `COACHLOG_LANG`, the *chosen* setting, the language of the machine, or
    English.
    """
    variable = language_of(os.environ.get("COACHLOG_LANG"))
    return option or variable or chosen or language_of_environment() or "en"


def language_of_environment() -> str | None:
    """Return the language of `COACHLOG_LANG`, or else of the machine.

    Return None for one we do not have.
    """
    variable = language_of(os.environ.get("COACHLOG_LANG"))
    if variable:
        return variable
    locales = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    machine_locale = next((locale for locale in locales if locale), None)
    return language_of(machine_locale)


def language_of(code: str | None) -> str | None:
    """Return the language of a locale (`nl_BE.UTF-8`, `fr`, `EN`); None for one we do not have."""
    without_country = (code or "").replace("-", "_").split("_")[0]
    short_code = without_country.split(".")[0].lower()
    return short_code if short_code in LANGUAGES else None
