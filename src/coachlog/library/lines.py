"""Lines of a list: methods, and the mistakes in them."""

from typing import NamedTuple

from coachlog.base.own_files import file_bytes
from coachlog.base.texts import in_user_language
from coachlog.interview.checking import advice_on, mistakes_in
from coachlog.interview.method_files import FoundMethod
from coachlog.interview.mistakes import Mistake


class MethodLine(NamedTuple):
    """A method in a list, in the language of this run; *origin* is built_in or own."""

    name: str
    title: str | None
    about: str | None
    stages: str | None
    questions: int | None
    origin: str
    source: str | None
    path: str | None
    mistakes: int


class CheckLine(NamedTuple):
    """Something in a method file: a mistake, or advice."""

    method: str
    path: str
    line: int | None
    kind: str
    place: str
    problem: str
    remedy: str


def method_line(found: FoundMethod) -> MethodLine:
    """Return the line of one method; for a file with mistakes, only how many there are."""
    origin = "own" if found.own else "built_in"
    path = str(found.path) if found.own else None
    if found.method is None:
        count = len(found.mistakes)
        return MethodLine(found.name, None, None, None, None, origin, None, path, count)
    method = found.method
    return MethodLine(
        name=found.name,
        title=in_user_language(method.name),
        about=in_user_language(method.about),
        stages=" · ".join(in_user_language(stage.name) for stage in method.stages),
        questions=len(method.questions),
        origin=origin,
        source=in_user_language(method.source),
        path=path,
        mistakes=0,
    )


def check_lines(found: FoundMethod) -> list[CheckLine]:
    """Return the mistakes in a method file, and after them advice.

    Only a method that can be read is checked further and advised on.
    """
    mistakes = found.mistakes
    advice: list[Mistake] = []
    if found.method:
        text = file_bytes(found.path).decode("utf-8-sig").replace("\r\n", "\n")
        mistakes = mistakes_in(found.method, text)
        advice = advice_on(found.method, text)
    return [
        CheckLine(
            method=found.name,
            path=str(found.path),
            line=item.line,
            kind=kind,
            place=item.place,
            problem=item.problem,
            remedy=item.remedy,
        )
        for kind, items in (("mistake", mistakes), ("advice", advice))
        for item in items
    ]
