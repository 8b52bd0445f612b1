"""What people read instead of the ids of methods and questions."""

import tomllib
from pathlib import Path

from coachlog.base.texts import _
from coachlog.interview.conversation import Conversation
from coachlog.interview.method import Method, Words, spoken
from coachlog.interview.shelf import (
    BUILT_IN,
    COMMON,
    MethodUnknownError,
    method_path,
    read_all,
    read_with_mistakes,
)


def title(name: str | None, language: str, own: Path | None) -> str:
    """What the method *name* is called, without what stands in brackets; empty for none.

    A method that is not there any more, or cannot be read, goes by the words of its id.
    """
    if not name:
        return ""
    words = _words(name, own)
    whole = spoken(words, language) if words else ""
    return (
        whole.partition(" (")[0] or whole or " ".join(name.replace("_", " ").split()).capitalize()
    )


def add_question_texts(kept: Conversation, language: str, own: Path | None) -> None:
    """Put in *kept* what was asked, where an answer tells only the id of its question.

    A conversation may hold an answer of another method, or of one that is not there any more.
    """
    left = [each for each in kept.get("answers", []) if not each.get("asked")]
    methods = (_method(kept.get("method") or "", own), _shared()) if left else ()
    known = [each for method in methods if method for each in method.questions]
    asked = {each.id: each.ask(language) for each in known}
    if any(each["question"] not in asked for each in left):
        asked = questions(language, own) | asked
    for each in left:
        each["asked"] = asked.get(each["question"], _("Another question"))


def questions(language: str, own: Path | None) -> dict[str, str]:
    """What each question of all methods asks in *language*, by its id."""
    methods = [found.method for found in read_all(own)]
    known = [each for method in (_shared(), *methods) if method for each in method.questions]
    return {each.id: each.ask(language) for each in known}


def stage_names(own: Path | None = None) -> list[str]:
    """The stages of all methods, and of what they share; a file with a mistake has none."""
    methods = [_shared(), *(found.method for found in read_all(own))]
    return list(dict.fromkeys(stage.id for each in methods if each for stage in each.stages))


def _shared() -> Method | None:
    return read_with_mistakes(BUILT_IN / f"{COMMON}.toml", own=False).method


def _words(name: str, own: Path | None) -> Words:
    """The names of a method, read without the rest of its file; nothing where that cannot be."""
    try:
        data = tomllib.loads(method_path(name, own).read_bytes().decode("utf-8-sig"))
    except (MethodUnknownError, OSError, ValueError, RecursionError):
        return {}
    told = data.get("name")
    known = told.items() if isinstance(told, dict) else ()
    return {each: text for each, text in known if isinstance(text, str) and text.strip()}


def _method(name: str, own: Path | None) -> Method | None:
    try:
        return read_with_mistakes(method_path(name, own)).method
    except MethodUnknownError:
        return None
