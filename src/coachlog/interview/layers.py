"""The layer of an answer, private or shared: that of its question."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.interview.method_files import BUILT_IN, COMMON, method_path, names, read_with_mistakes

PRIVATE, SHARED = "private", "shared"
NOTES = "after.notes"
"""The private notes that a coach writes after a talk; no method has that question."""


class AnsweredQuestion(NamedTuple):
    """The stage and the id of the question that was answered, and its words if they are known."""

    stage: str
    question: str
    asked: str | None = None


class _MethodLayers(NamedTuple):
    """The layers in a method file: of questions by id, and the private words and stages.

    *discreet*: whether even the name of the method stays on the page of its conversation; *alone*:
    whether only the coach takes part.
    """

    by_question: dict[str, str]
    words: frozenset[str]
    stages: frozenset[str]
    discreet: bool
    alone: bool


def is_discreet(method: str | None, own_folder: Path) -> bool:
    """Whether nothing of a conversation by this *method* may stand on other pages."""
    path = _path_of(method, own_folder)
    layers = _layers_in(path) if path else None
    return layers is not None and layers.discreet


def is_alone(method: str | None, own_folder: Path) -> bool:
    """Whether only the coach takes part in a conversation by this *method*: a reflection."""
    path = _path_of(method, own_folder)
    layers = _layers_in(path) if path else None
    return layers is not None and layers.alone


def layer_of(answered: AnsweredQuestion, method: str | None, own_folder: Path) -> str:
    """Return `private` or `shared`: the layer of the question in the *method*, or in any method.

    *own_folder* is that of the coach's own methods. In doubt it is private: a question of a method
    that cannot be read, or an unknown one in a stage where all are private. A question that no
    method has is shared.
    """
    if answered.question == NOTES:
        return PRIVATE
    path = _path_of(method, own_folder)
    if path:
        layers = _layers_in(path)
        if layers is None:
            return PRIVATE
        if answered.question in layers.by_question:
            return layers.by_question[answered.question]
        if answered.stage in layers.stages:
            return PRIVATE
    # The method is not known, or has no such question: it may be one of another method.
    is_private_anywhere = any(_is_private(answered, file) for file in _files(own_folder))
    return PRIVATE if is_private_anywhere else SHARED


def _path_of(method: str | None, own_folder: Path) -> Path | None:
    """Return the file of the method, or None if there is none."""
    try:
        return method_path(method, own_folder) if method else None
    except CoachlogError:
        return None  # it is gone, or was never here


def _files(own_folder: Path) -> list[Path]:
    return [
        BUILT_IN / f"{COMMON}.toml",
        *(method_path(name, own_folder) for name in names(own_folder)),
    ]


def _is_private(answered: AnsweredQuestion, path: Path) -> bool:
    """Whether a method file has the question as private, by its id or else by its words."""
    layers = _layers_in(path)
    if layers is None:
        return False
    if answered.question in layers.by_question:
        return layers.by_question[answered.question] == PRIVATE
    # A script may give the words of a question in place of its id.
    words_given = {_folded(answered.question), _folded(answered.asked or "")}
    return bool(words_given & layers.words)


def _layers_in(path: Path) -> _MethodLayers | None:
    """Return the layers in a method file, read again when it changed; None if it has a mistake."""
    status = path.stat()
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int, _size: int) -> _MethodLayers | None:
    """Return the layers in a method file, from the cache while its time and size are the same.

    None if the file has a mistake.
    """
    method = read_with_mistakes(path).method
    if method is None:
        return None
    # All of a reflection, in which only the coach takes part, is private; so is a discreet talk.
    is_private = method.alone or method.discreet
    layers = {q.id: PRIVATE if is_private else q.layer for q in method.questions}
    words = (
        _folded(words)
        for question in method.questions
        if question.layer == PRIVATE
        for words in question.words.values()
    )
    stages = (
        stage.id
        for stage in method.stages
        if all(layers[question.id] == PRIVATE for question in stage.questions)
    )
    return _MethodLayers(layers, frozenset(words), frozenset(stages), method.discreet, method.alone)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
