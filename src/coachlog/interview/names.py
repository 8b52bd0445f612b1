"""The names of methods and the words of questions, for people, instead of their ids."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from coachlog.base.own_files import file_bytes
from coachlog.base.texts import Words, _, spoken
from coachlog.interview.conversation import Conversation
from coachlog.interview.method import Method, put
from coachlog.interview.method_files import (
    BUILT_IN,
    COMMON,
    MethodUnknownError,
    method_path,
    read_all,
    read_with_mistakes,
)


def title(name: str | None, language: str, own_folder: Path | None) -> str:
    """Return the title of the method *name*, without anything in brackets; "" for None.

    A method that is gone or cannot be read is called by its id: `my_walk` is `My walk`.
    """
    if not name:
        return ""
    words = _words(name, own_folder)
    if words:
        full_title = spoken(words, language)
        return full_title.partition(" (")[0] or full_title
    return " ".join(name.replace("_", " ").split()).capitalize()


def add_question_texts(conversation: Conversation, language: str, own_folder: Path | None) -> None:
    """Add the words of the question to each answer in *conversation* that has only its id.

    Changes *conversation*. The question may be of another method, or of one that is gone. It is put
    with the name of the person, as far as *conversation* knows it.
    """
    answers = [answer for answer in conversation.get("answers", []) if not answer.get("asked")]
    if not answers:
        return
    # All methods are read only if its own and the shared questions are not enough.
    own_method = _method(conversation.get("method") or "", own_folder)
    words = _words_of_questions([own_method, _shared()], language)
    if any(answer["question"] not in words for answer in answers):
        words = questions(language, own_folder) | words
    for answer in answers:
        text = words.get(answer["question"], _("Another question"))
        answer["asked"] = put(text, conversation.get("coachee_name") or "…", _("coach"))


def questions(language: str, own_folder: Path | None) -> dict[str, str]:
    """Return the words of all questions of all methods in *language*, by id."""
    return _words_of_questions(
        [_shared(), *(found.method for found in read_all(own_folder))], language
    )


def _words_of_questions(methods: Iterable[Method | None], language: str) -> dict[str, str]:
    """Return the words of the questions by id; None is a method that cannot be read."""
    return {q.id: q.ask(language) for method in methods if method for q in method.questions}


def stage_names(own_folder: Path | None = None) -> list[str]:
    """Return the stage ids of all methods, the shared ones first; none of a file with mistakes."""
    methods = [_shared(), *(found.method for found in read_all(own_folder))]
    return list(dict.fromkeys(stage.id for method in methods if method for stage in method.stages))


def _shared() -> Method | None:
    return read_with_mistakes(BUILT_IN / f"{COMMON}.toml", own=False).method


def _words(name: str, own_folder: Path | None) -> Words:
    """Return a method's name by language; {} if its file cannot be read or has none.

    A mistake elsewhere in the file does not matter: so the file is not read as a method.
    """
    try:
        data = tomllib.loads(file_bytes(method_path(name, own_folder)).decode("utf-8-sig"))
    except (MethodUnknownError, OSError, ValueError, RecursionError):
        return {}
    names = data.get("name")
    if not isinstance(names, dict):
        return {}
    return {key: text for key, text in names.items() if isinstance(text, str) and text.strip()}


def _method(name: str, own_folder: Path | None) -> Method | None:
    try:
        return read_with_mistakes(method_path(name, own_folder)).method
    except MethodUnknownError:
        return None
