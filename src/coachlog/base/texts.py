"""Languages: which one this run speaks, and the translation of the program's own texts."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from coachlog.base.catalog import Catalog
from coachlog.base.languages import SPOKEN

LANGUAGES = tuple(SPOKEN)
LOCALE = Path(__file__).parent.parent / "locale"
CONTEXT = "\x04"
"""What gettext puts between the context of a text and the text."""

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
    """Mark *message* as `N_` does, where English has one word and another language has two.

    *context* says what the word is about: an action (`faite`) or a goal (`fait`).
    """
    return f"{context}{CONTEXT}{message}"


def _(message: str) -> str:
    """Translate *message* into the language of this run; English is the source."""
    return without_context(_translation.gettext(message))


def without_context(message: str) -> str:
    """The words of *message*, where `C_` put a context before them."""
    return message.rpartition(CONTEXT)[2]


def in_each_language(message: str) -> tuple[str, ...]:
    """*message* in every language, that of this run first: people type what they are used to."""
    others = (translation(each).gettext(message) for each in LANGUAGES)
    return tuple(dict.fromkeys((_(message), *others)))


def ngettext(one: str, many: str, n: int) -> str:
    """Translate the form of *one* or *many* that suits *n*; the caller fills in `{n}`."""
    return _translation.ngettext(one, many, n)


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
    """Within it, texts are in *language*: for a page made for a person who speaks another one."""
    before = _language
    speak(language or before)
    try:
        yield
    finally:
        speak(before)


@cache
def translation(language: str) -> gettext.NullTranslations:
    """The catalog of *language*, for a page made for a person who speaks another one."""
    try:
        with (LOCALE / language / "LC_MESSAGES" / "coachlog.mo").open("rb") as file:
            return Catalog(file, with_tied_signs if SPOKEN[language].tied else None)
    except FileNotFoundError:  # English, the source, has none
        return gettext.NullTranslations()


def with_tied_signs(text: str) -> str:
    """*text* as French is set: no line breaks before `: ; ? ! »` or after `«`.

    A word that begins with a colon is a command of the guide, and stays as it is.
    """
    for sign in ";?!»":
        text = text.replace(f" {sign}", f"{NO_BREAK}{sign}")
    text = text.replace("« ", f"«{NO_BREAK}").replace(" : ", f"{NO_BREAK}: ")
    return f"{text[:-2]}{NO_BREAK}:" if text.endswith(" :") else text


def language() -> str:
    """The code of the language of this run, such as `nl`."""
    return _language


def wanted_language(option: str | None, chosen: str | None) -> str:
    """The language of the run: the option, `COACHLOG_LANG`, the configuration, `LANG`, English."""
    own = language_of(os.environ.get("COACHLOG_LANG"))
    return option or own or chosen or language_of_environment() or "en"


def language_of_environment() -> str | None:
    """The language that `COACHLOG_LANG` or else the machine asks for; None when it is not ours."""
    own = language_of(os.environ.get("COACHLOG_LANG"))
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return own or language_of(next((value for value in named if value), None))


def language_of(code: str | None) -> str | None:
    """The language in *code* (`nl_BE.UTF-8`, `fr`, `EN`), or None when it is not ours."""
    short = (code or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    return short if short in LANGUAGES else None
