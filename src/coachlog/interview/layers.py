"""Which layer an answer belongs to: that of its question, whoever gives it."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.interview.shelf import BUILT_IN, COMMON, method_path, names, read_with_mistakes

PRIVATE, SHARED = "private", "shared"
NOTES = "after.notes"
"""What the coach remembered of a talk that was over: it is asked by no method, and private."""


class AnsweredQuestion(NamedTuple):
    """Where an answer belongs: the stage and the question, and the question as it was put."""

    stage: str
    question: str
    asked: str | None = None


class _Known(NamedTuple):
    """The questions of a method file by id, and the words and the stages that are private."""

    layers: dict[str, str]
    words: frozenset[str]
    stages: frozenset[str]


def layer_of(said: AnsweredQuestion, method: str | None, own: Path) -> str:
    """`private` or `shared`: the layer that the question has in the *method*, or in any method.

    *own* is the folder of the coach's own methods. What cannot be decided is private: a question
    of a method that cannot be read, and an unknown one in a stage where all are private. A
    question that nobody knows is shared.
    """
    if said.question == NOTES:
        return PRIVATE
    led_by = _led_by(method, own)
    if led_by:
        known = _known(led_by)
        if known is None:
            return PRIVATE
        if said.question in known.layers:
            return known.layers[said.question]
        if said.stage in known.stages:
            return PRIVATE
    return PRIVATE if any(_is_private(said, path) for path in _files(own)) else SHARED


def _led_by(method: str | None, own: Path) -> Path | None:
    try:
        return method_path(method, own) if method else None
    except CoachlogError:
        return None  # it is gone, or was never here


def _files(own: Path) -> list[Path]:
    return [BUILT_IN / f"{COMMON}.toml", *(method_path(name, own) for name in names(own))]


def _is_private(said: AnsweredQuestion, path: Path) -> bool:
    known = _known(path)
    if known is None:
        return False
    if said.question in known.layers:
        return known.layers[said.question] == PRIVATE
    return bool({_folded(said.question), _folded(said.asked or "")} & known.words)


def _known(path: Path) -> _Known | None:
    """What the file says now; None where it has a mistake."""
    found = path.stat()
    return _read(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int, _size: int) -> _Known | None:
    method = read_with_mistakes(path).method
    if method is None:
        return None
    # A reflection, in which nobody else takes part, is the coach's as a whole.
    layers = {q.id: PRIVATE if method.alone else q.layer for q in method.questions}
    words = (
        _folded(words)
        for each in method.questions
        if each.layer == PRIVATE
        for words in each.words.values()
    )
    stages = (
        stage.id
        for stage in method.stages
        if all(layers[each.id] == PRIVATE for each in stage.questions)
    )
    return _Known(layers, frozenset(words), frozenset(stages))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
