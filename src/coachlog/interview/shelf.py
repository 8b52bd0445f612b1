"""The methods there are: those that come with coachlog, and the coach's own."""

from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError, system_problem
from coachlog.base.texts import N_, _
from coachlog.interview.method import Method, Question
from coachlog.interview.mistakes import Mistake
from coachlog.interview.reading import parse

BUILT_IN = Path(__file__).parent.parent / "methods"
COMMON = "common"
"""The file of what all methods share; it is none itself."""

DEFAULT = "grow"
USUAL = {
    "coaching": DEFAULT,
    "mentoring": DEFAULT,
    "onboarding": "first_weeks",
    "manager": "talent_talk",
    "own": "four_i",
}
"""The method that suits each kind of trajectory, where the coach did not choose another."""


class MethodUnknownError(NotFoundError):
    """No method of that name, neither built in nor of the coach's own."""

    cause = N_("There is no method called {name}.")
    remedy = N_("See them all: coachlog method list")


class MethodMistakeError(RefusedError):
    """A method file with a mistake in it."""

    cause = N_("The method file {file} has a mistake in {place}: {problem}.")
    remedy = N_("Correct it. Everything to correct, line by line: coachlog method check {name}")


class MethodMistakeOnLineError(MethodMistakeError):
    """The same, where the line is known."""

    cause = N_("The method file {file} has a mistake in {place}, on line {line}: {problem}.")


class FoundMethod(NamedTuple):
    """A method file: the method, unless there are *mistakes*; and whether it is the coach's own."""

    name: str
    path: Path
    own: bool
    method: Method | None
    mistakes: list[Mistake]


def load(name: str, own: Path | None = None) -> Method:
    """The method called *name*: from the folder *own* if it is there, otherwise built in.

    Raises MethodUnknownError, or MethodMistakeError with the first place to mend in the file.
    """
    return read(method_path(name, own))


def read(path: Path) -> Method:
    """The method in the file *path*; raises MethodMistakeError."""
    found = read_with_mistakes(path)
    if found.method is None:
        first = found.mistakes[0]
        kind = MethodMistakeError if first.line is None else MethodMistakeOnLineError
        told = {"place": first.place, "line": first.line, "problem": first.problem}
        raise kind(file=path.name, name=path.stem, **told)
    return found.method


def read_with_mistakes(path: Path, *, own: bool = True) -> FoundMethod:
    """The method in the file *path*, or all that is to be mended in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        remedy = _("Save it again as UTF-8.")
        method, mistakes = None, [Mistake(None, "UTF-8", _("it is not text in UTF-8"), remedy)]
    except OSError as error:
        remedy = _("Check the file, and who may read it.")
        problem = system_problem(error)
        method, mistakes = None, [Mistake(None, str(path), problem, remedy)]
    else:
        method, mistakes = parse(text.replace("\r\n", "\n"), path.stem)
    return FoundMethod(path.stem, path, own, method, mistakes)


def method_path(name: str, own: Path | None = None) -> Path:
    """The file of the method called *name*, small and large letters alike.

    Raises MethodUnknownError.
    """
    asked = name.strip().casefold().replace("-", "_").replace(" ", "_")
    for folder in (own, BUILT_IN):
        for path in _files(folder):
            if path.stem in (name, asked) and path.stem != COMMON:
                return path
    close = get_close_matches(asked, names(own), 1, 0.5)
    if close:
        raise MethodUnknownError(
            MethodUnknownError.cause,
            N_("Did you mean {close}? See them all: coachlog method list"),
            name=name,
            close=close[0],
        )
    raise MethodUnknownError(name=name)


def names(own: Path | None = None) -> list[str]:
    """The methods that can be chosen, sorted."""
    return sorted({path.stem for folder in (own, BUILT_IN) for path in _files(folder)} - {COMMON})


def read_all(own: Path | None = None) -> list[FoundMethod]:
    """Each method that can be chosen, read, sorted by name."""
    paths = [method_path(name, own) for name in names(own)]
    return [read_with_mistakes(path, own=path.parent != BUILT_IN) for path in paths]


def passing_on_questions(own: Path | None = None) -> dict[str, Question]:
    """The questions, of all methods, what may be passed on and in which words; by their ids."""
    methods = [found.method for found in read_all(own) if found.method]
    questions = (each for method in methods for each in method.questions)
    return {each.id: each for each in questions if each.passing_on}


_FOR_A_SHELL = frozenset(";&|<>$`\"'\\()*?[]#~!{}\n\r\t")


def _files(folder: Path | None) -> list[Path]:
    """Those with a name that means nothing else to a shell: TAB puts it on a command line."""
    found = folder.glob("*.toml") if folder else ()
    return [path for path in found if not _FOR_A_SHELL & {*path.stem} and path.is_file()]
