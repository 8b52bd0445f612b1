"""Finds and reads methods: those that come with coachlog, and the coach's own."""

from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_, _
from coachlog.interview.method import Method, Question
from coachlog.interview.mistakes import Mistake
from coachlog.interview.reading import parse

BUILT_IN = Path(__file__).parent.parent / "methods"
COMMON = "common"
"""The file with the stages that all methods share; it is not a method itself."""

DEFAULT = "grow"
USUAL = {
    "coaching": DEFAULT,
    "career": "career",
    "mentoring": DEFAULT,
    "onboarding": "first_weeks",
    "manager": "talent_talk",
    "own": "four_i",
}
"""The default method for each kind of trajectory."""


class MethodUnknownError(NotFoundError):
    """No method has that name, neither built in nor the coach's own."""

    cause = N_("There is no method called {name}.")
    remedy = N_("See them all: coachlog method list")


class MethodMistakeError(RefusedError):
    """A method file with a mistake in it."""

    cause = N_("The method file {file} has a mistake in {place}: {problem}.")
    remedy = N_("Correct it. Everything to correct, line by line: coachlog method check {name}")


class MethodMistakeOnLineError(MethodMistakeError):
    """A method file with a mistake on a line that is known."""

    cause = N_("The method file {file} has a mistake in {place}, on line {line}: {problem}.")


class FoundMethod(NamedTuple):
    """A method file: its method, None if it has *mistakes*; and whether it is the coach's own."""

    name: str
    path: Path
    own: bool
    method: Method | None
    mistakes: list[Mistake]


def load(name: str, own_folder: Path | None = None) -> Method:
    """Return the method called *name*, from *own_folder* if it is there, otherwise built in.

    Raises MethodUnknownError, or MethodMistakeError with the first mistake in the file.
    """
    return read(method_path(name, own_folder))


def read(path: Path) -> Method:
    """Return the method in the file *path*; raises MethodMistakeError with its first mistake."""
    found = read_with_mistakes(path)
    if found.method is None:
        mistake = found.mistakes[0]
        error = MethodMistakeError if mistake.line is None else MethodMistakeOnLineError
        raise error(
            file=path.name,
            name=path.stem,
            place=mistake.place,
            line=mistake.line,
            problem=mistake.problem,
        )
    return found.method


def read_with_mistakes(path: Path, *, own: bool = True) -> FoundMethod:
    """Return the method in the file *path*, or else all mistakes in it.

    *own* says whether it is the coach's own. A file that cannot be read counts as a mistake.
    """
    try:
        text = file_bytes(path).decode("utf-8-sig")
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


def method_path(name: str, own_folder: Path | None = None) -> Path:
    """Return the file of the method called *name*; `First-Weeks` is first_weeks too.

    One in *own_folder* comes before a built-in one. Raises MethodUnknownError, with a similar name
    if there is one.
    """
    stem = name.strip().casefold().replace("-", "_").replace(" ", "_")
    for folder in (own_folder, BUILT_IN):
        for path in _files(folder):
            if path.stem in (name, stem) and path.stem != COMMON:
                return path
    similar_names = get_close_matches(stem, names(own_folder), n=1, cutoff=0.5)
    if similar_names:
        raise MethodUnknownError(
            MethodUnknownError.cause,
            N_("Did you mean {close}? See them all: coachlog method list"),
            name=name,
            close=similar_names[0],
        )
    raise MethodUnknownError(name=name)


def names(own_folder: Path | None = None) -> list[str]:
    """Return the names of all methods that can be chosen, sorted."""
    stems = {path.stem for folder in (own_folder, BUILT_IN) for path in _files(folder)}
    return sorted(stems - {COMMON})


def read_all(own_folder: Path | None = None) -> list[FoundMethod]:
    """Read all methods that can be chosen, sorted by name; some may have mistakes."""
    paths = [method_path(name, own_folder) for name in names(own_folder)]
    return [read_with_mistakes(path, own=path.parent != BUILT_IN) for path in paths]


def passing_on_questions(own_folder: Path | None = None) -> dict[str, Question]:
    """Return, by id, the questions of all methods that ask what may be passed on to others."""
    methods = [found.method for found in read_all(own_folder) if found.method]
    questions = (question for method in methods for question in method.questions)
    return {
        question.id: question
        for question in questions
        if question.passing_on or question.fills in ("passing_on", "release")
    }


_SHELL_CHARACTERS = frozenset(";&|<>$`\"'\\()*?[]#~!{}\n\r\t")


def _files(folder: Path | None) -> list[Path]:
    """Return the method files of a folder, without names that mean something to a shell.

    TAB puts the name on a command line, where such a character could do harm.
    """
    paths = folder.glob("*.toml") if folder else ()
    return [path for path in paths if _is_safe_word(path.stem) and path.is_file()]


def _is_safe_word(stem: str) -> bool:
    """Return whether a shell takes *stem* for a word, and coachlog for no option."""
    return not stem.startswith("-") and not _SHELL_CHARACTERS & {*stem}
