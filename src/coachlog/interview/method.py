"""A coaching method: a TOML file becomes stages and questions, or says what is to be mended."""

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from coachlog.errors import NotFoundError, RefusedError
from coachlog.interview.fills import ANSWERS, FILLS, KINDS
from coachlog.texts import LANGUAGES, N_, _

BUILT_IN = Path(__file__).parent.parent / "methods"
PLACES = ("opening", "body", "closing")
FORMS = ("short", "long", "more")
ADDRESSEES = ("coachee", "coach", "sponsor", "both")
CONDITIONS = ("first", "later", "open_actions", "goals", "anti_goal", "no_anti_goal", "no_next")

Words = dict[str, str]


class Question(NamedTuple):
    """One question of a method. *form* tells in which form it is asked: short, long or more."""

    id: str
    stage: str
    kind: str
    words: Words
    form: str
    core: bool = False
    fills: str | None = None
    follows: str | None = None
    to: str = "coachee"
    probe: str | None = None
    when: str | None = None
    layer: str = "shared"
    again: Words | None = None
    choices: dict[str, Words] | None = None

    def ask(self, language: str) -> str:
        """The question in *language*; in English where a coach's own method lacks it."""
        return spoken(self.words, language)


class Stage(NamedTuple):
    """A stage of a method, its questions in the order in which they are asked."""

    id: str
    place: str
    name: Words
    questions: tuple[Question, ...]


class Method(NamedTuple):
    """A coaching method; `common` holds what every method shares."""

    id: str
    version: int
    name: Words
    about: Words
    source: str
    stages: tuple[Stage, ...]

    def stage(self, stage_id: str) -> Stage | None:
        """The stage called *stage_id*, if there is one."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)


class MethodUnknownError(NotFoundError):
    """No method of that name, neither built in nor of the coach's own."""

    cause = N_("There is no method called {name}.")
    remedy = N_("Choose one of: {methods}")


class MethodMistakeError(RefusedError):
    """A method file with a mistake in it."""

    cause = N_("The method file {file} has a mistake in {place}: {problem}.")
    remedy = N_("Mend the file and try again; what each key means: docs/reference/methods.md")


class _Mistake(Exception):
    """The place in the file and what is wrong there."""


def spoken(words: Words, language: str) -> str:
    """What *words* say in *language*, or else in English, or else in any language there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()))


def load(name: str, own: Path | None = None) -> Method:
    """The method called *name*: from the folder *own* if it is there, otherwise built in.

    Raises MethodUnknownError, or MethodMistakeError with the place in the file.
    """
    for folder in (own, BUILT_IN):
        if folder and (folder / f"{name}.toml").is_file() and Path(name).name == name:
            return read(folder / f"{name}.toml")
    raise MethodUnknownError(name=name, methods=", ".join(names(own)))


def names(own: Path | None = None) -> list[str]:
    """The methods that can be chosen, sorted."""
    folders = [folder for folder in (own, BUILT_IN) if folder and folder.is_dir()]
    return sorted({path.stem for folder in folders for path in folder.glob("*.toml")} - {"common"})


def read(path: Path) -> Method:
    """The method in the file *path*; raises MethodMistakeError."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
        return _method(data)
    except tomllib.TOMLDecodeError as error:
        raise MethodMistakeError(file=path.name, place="TOML", problem=str(error)) from error
    except UnicodeDecodeError as error:
        problem = _("it is not text in UTF-8")
        raise MethodMistakeError(file=path.name, place="UTF-8", problem=problem) from error
    except OSError as error:
        problem = error.strerror or str(error)
        raise MethodMistakeError(file=path.name, place=str(path), problem=problem) from error
    except RecursionError as error:
        problem = _("it is too deeply nested")
        raise MethodMistakeError(file=path.name, place="TOML", problem=problem) from error
    except _Mistake as error:
        place, problem = error.args
        raise MethodMistakeError(file=path.name, place=place, problem=problem) from error


def _method(data: dict[str, Any]) -> Method:
    top = _("the top")
    _keys(data, top, {"id", "version", "name", "about", "source", "stage"})
    stages = tuple(_stage(stage, n) for n, stage in enumerate(_list(data, "stage", top), 1))
    _unique([stage.id for stage in stages], _("the stages"))
    questions = [question.id for stage in stages for question in stage.questions]
    _unique(questions, _("the questions"))
    version = data.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _Mistake("version", _("a whole number from 1 on is expected"))
    return Method(
        id=_string(data, "id", top),
        version=version,
        name=_words(data.get("name"), "name"),
        about=_words(data.get("about"), "about"),
        source=_string(data, "source", top),
        stages=stages,
    )


def _stage(data: Any, position: int) -> Stage:
    place = _("stage {id}").format(id=position)
    _keys(data, place, {"id", "place", "name", "question"})
    stage_id = _string(data, "id", place)
    place = _("stage {id}").format(id=stage_id)
    questions = tuple(_questions(_list(data, "question", place), stage_id))
    if sum(question.core for question in questions) > 1:
        raise _Mistake(place, _("only one question may be core"))
    return Stage(
        stage_id,
        _one_of(data, "place", PLACES, place, "body"),
        _words(data.get("name"), place),
        questions,
    )


def _questions(entries: list[Any], stage: str) -> Iterator[Question]:
    seen: set[str] = set()
    for position, entry in enumerate(entries, 1):
        question = _question(entry, stage, position)
        if question.follows and question.follows not in seen:
            place = _("question {id}").format(id=question.id)
            problem = _("it follows {other}, which does not come before it in its stage")
            raise _Mistake(place, problem.format(other=question.follows))
        seen.add(question.id)
        yield question


_QUESTION_KEYS = {
    *(
        "id",
        "kind",
        "core",
        "form",
        "fills",
        "follows",
        "to",
        "probe",
        "when",
        "layer",
        "again",
        "choices",
    ),
    *LANGUAGES,
}


def _question(data: Any, stage: str, position: int) -> Question:
    place = _("stage {id}, question {n}").format(id=stage, n=position)
    _keys(data, place, _QUESTION_KEYS)
    place = _("question {id}").format(id=_string(data, "id", place))
    kind = _one_of(data, "kind", KINDS, place)
    fills = _one_of(data, "fills", tuple(FILLS), place, "") or None
    _suits(kind, fills, place)
    core = data.get("core", False)
    if not isinstance(core, bool):
        raise _Mistake(place, _("core is true or false"))
    return Question(
        id=data["id"],
        stage=stage,
        kind=kind,
        words=_words({key: data[key] for key in LANGUAGES if key in data}, place),
        form=_one_of(data, "form", FORMS, place, "short" if core else "more"),
        core=core,
        fills=fills,
        follows=_string(data, "follows", place) if "follows" in data else None,
        to=_one_of(data, "to", ADDRESSEES, place, "coachee"),
        probe=_string(data, "probe", place) if "probe" in data else None,
        when=_one_of(data, "when", CONDITIONS, place, "") or None,
        layer=_one_of(data, "layer", ("private", "shared"), place, "shared"),
        again=_words(data["again"], place) if "again" in data else None,
        choices=_choices(data.get("choices"), place),
    )


def _choices(data: Any, place: str) -> dict[str, Words] | None:
    if data is None:
        return None
    if not isinstance(data, dict) or not data:
        raise _Mistake(place, _("choices is a table, one text for each choice"))
    return {key: _words(value, place) for key, value in data.items()}


def _suits(kind: str, fills: str | None, place: str) -> None:
    if fills and kind not in FILLS[fills]:
        problem = _("the field {field} is asked as {kinds}, not as {kind}")
        kinds = ", ".join(FILLS[fills])
        raise _Mistake(place, problem.format(field=fills, kinds=kinds, kind=kind))
    if not fills and kind not in (*ANSWERS, "missing"):
        raise _Mistake(place, _("a question of kind {kind} needs the key fills").format(kind=kind))


def _keys(data: Any, place: str, known: set[str]) -> None:
    if not isinstance(data, dict):
        raise _Mistake(place, _("a table of keys is expected"))
    for key in data:
        if key not in known:
            close = get_close_matches(key, known, 1)
            problem = (
                _("the key {key} is unknown; is {close} meant?")
                if close
                else _("the key {key} is unknown")
            )
            raise _Mistake(place, problem.format(key=key, close=close[0] if close else ""))


def _list(data: dict[str, Any], key: str, place: str) -> list[Any]:
    found = data.get(key)
    if not isinstance(found, list) or not found:
        raise _Mistake(place, _("at least one [[{key}]] is expected").format(key=key))
    return found


def _string(data: dict[str, Any], key: str, place: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Mistake(place, _("the key {key} is missing, empty or no text").format(key=key))
    return value


def _words(value: Any, place: str) -> Words:
    if not isinstance(value, dict) or not value:
        problem = _("the text is missing; give it as {languages}")
        raise _Mistake(place, problem.format(languages=", ".join(LANGUAGES)))
    for language, words in value.items():
        if language not in LANGUAGES or not isinstance(words, str) or not words.strip():
            problem = _("the text in {language} is not as expected; give it as {languages}")
            languages = ", ".join(LANGUAGES)
            raise _Mistake(place, problem.format(language=language, languages=languages))
    return value


def _one_of(
    data: dict[str, Any], key: str, choices: tuple[str, ...], place: str, default: str | None = None
) -> str:
    value = data.get(key, default)
    if value not in choices and (value != default or value is None):
        problem = _("{key} is one of {choices}, not {value}")
        raise _Mistake(place, problem.format(key=key, choices=", ".join(choices), value=value))
    return str(value)


def _unique(ids: list[str], what: str) -> None:
    for position, one in enumerate(ids):
        if one in ids[:position]:
            raise _Mistake(what, _("{one} stands there twice").format(one=one))
