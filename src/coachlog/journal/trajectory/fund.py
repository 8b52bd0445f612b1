"""The fund that a yearly report goes to: its areas and themes, and the file that tells them.

The action areas are those of the Demografiefonds; that a theme belongs to an area is an inference
of our own, which the coach's file may change.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coachlog import settings
from coachlog.base.errors import RefusedError, system_problem
from coachlog.base.texts import N_, _, in_each_language
from coachlog.base.toml_problem import toml_problem
from coachlog.schema.vocabulary import TRAJECTORY_KINDS
from coachlog.values import parse

FILE = "fund.toml"
KINDS = tuple(TRAJECTORY_KINDS)
AREAS = {
    "work": N_("Work"),
    "health": N_("Health"),
    "competences": N_("Competences"),
    "career": N_("Career policy"),
}
"""What each action area is called."""
THEMES = {
    "coaching_mentoring": "competences",
    "career_support": "career",
    "motivating_leadership": "work",
    "coach_training": "competences",
    "learning_networks": "competences",
}
"""The area of each theme, as long as the coach's file says nothing else."""
THEME_NAMES = {
    "coaching_mentoring": N_("Coaching and mentoring"),
    "career_support": N_("Career support"),
    "motivating_leadership": N_("Motivating leadership"),
    "coach_training": N_("Training of coaches and mentors"),
    "learning_networks": N_("Learning networks"),
}
COUNTED = tuple(kind for kind in KINDS if kind != "own")
"""The kinds of trajectories that count, as long as the coach's file says nothing else."""
MOST, NAME_MOST = 20, 80
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Fund(NamedTuple):
    """*name* may be empty; *themes* gives the area of each, *names* what some are called."""

    name: str
    counted: tuple[str, ...]
    themes: Mapping[str, str]
    names: Mapping[str, str]

    def theme_name(self, theme: str) -> str:
        """What people read for a theme; one without a name is its id as words."""
        if theme in self.names:
            return self.names[theme]
        return _(THEME_NAMES[theme]) if theme in THEME_NAMES else theme.replace("_", " ")

    @property
    def called(self) -> str:
        """The name of the fund for people."""
        return self.name or _("Demography fund")


USUAL = Fund("", COUNTED, THEMES, {})


_FUND_MISTAKE = (
    N_("There is a mistake in {path}: {problem}."),
    N_("Correct it, or remove it to get the usual one back."),
)


class ThemeNotAreaError(parse.NotKnownError):
    """A theme where an action area is wanted."""

    cause = N_("“{word}” is a theme, not an action area.")
    remedy = N_("A theme counts for its area as well: {option}")


class AreaNotThemeError(parse.NotKnownError):
    """An action area where a theme is wanted."""

    cause = N_("“{word}” is an action area, not a theme.")
    remedy = N_("Give it as one: {option}")


def path() -> Path:
    """The coach's own file; it need not exist."""
    return settings.config_path().parent / FILE


def load() -> Fund:
    """The fund as the coach's file has it, or as it is usual. Raises RefusedError."""
    file = path()
    try:
        text = settings.file_bytes(file)
    except FileNotFoundError:
        return USUAL
    except OSError as error:
        raise RefusedError(*_FUND_MISTAKE, path=file, problem=system_problem(error)) from error
    try:
        data = tomllib.loads(text.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise RefusedError(*_FUND_MISTAKE, path=file, problem=toml_problem(error)) from error
    problem = next(_problems(data), None)
    if problem:
        raise RefusedError(*_FUND_MISTAKE, path=file, problem=problem)
    names = {theme: parse.line(name) or theme for theme, name in data.get("names", {}).items()}
    counted = tuple(data.get("counted", COUNTED))
    return Fund(parse.line(data.get("name")) or "", counted, data.get("themes", THEMES), names)


def areas(typed: str | list[Any] | None) -> list[str]:
    """The action areas in *typed*, each once; raises NotKnownError and RefusedError."""
    try:
        return parse.words(typed, _areas())
    except parse.NotKnownError as error:
        raise _the_other(error, "theme", ThemeNotAreaError) from error


def themes(typed: str | list[Any] | None) -> list[str]:
    """The themes in *typed*, each once; raises NotKnownError and RefusedError."""
    try:
        return parse.words(typed, _themes())
    except parse.NotKnownError as error:
        raise _the_other(error, "area", AreaNotThemeError) from error


def _areas() -> dict[str, tuple[str, ...]]:
    return {area: in_each_language(name) for area, name in AREAS.items()}


def _themes() -> dict[str, tuple[str, ...]]:
    fund = load()
    return {theme: in_each_language(fund.theme_name(theme)) for theme in fund.themes}


def _the_other(
    error: parse.NotKnownError, other: str, meant: type[parse.NotKnownError]
) -> parse.NotKnownError:
    """*error*, or what says that the word is the *other* one of area and theme."""
    word = str(error.values["word"])
    known = _themes() if other == "theme" else _areas()
    for each, name in known.items():
        if _plain(word) in (_plain(each), *map(_plain, name)):
            return meant(word=word, option=f"--{other} {each}")
    return error


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").replace("-", " ").split()).casefold()


def _problems(data: dict[str, Any]) -> Any:
    """What is wrong in a file, one sentence each without its full stop; the first one counts."""
    yield from (
        _("“{key}” is not known").format(key=key)
        for key in data
        if key not in ("name", "counted", "themes", "names")
    )
    if not isinstance(data.get("name", ""), str) or len(data.get("name", "")) > NAME_MOST:
        yield _("“{key}” must be a text of one line").format(key="name")
    counted = data.get("counted", list(COUNTED))
    if not isinstance(counted, list) or not counted or any(kind not in KINDS for kind in counted):
        yield _("“counted” must list one or more of {kinds}").format(kinds=", ".join(KINDS))
    found, names = data.get("themes", THEMES), data.get("names", {})
    if not isinstance(found, dict) or not 0 < len(found) <= MOST:
        yield _("[themes] must contain 1 to {most} themes").format(most=MOST)
        return
    yield from _of_themes(found)
    if not isinstance(names, dict):
        yield _("[names] must contain the names of themes")
        return
    for theme, name in names.items():
        if theme not in found:
            yield _("[names] has “{theme}”, which [themes] does not").format(theme=theme)
        if not isinstance(name, str) or not name.strip() or len(name) > NAME_MOST:
            yield _("“{key}” must be a text of one line").format(key=theme)


def _of_themes(found: dict[str, Any]) -> Any:
    for theme, area in found.items():
        if not _ID.fullmatch(theme) or theme in AREAS:
            told = _("“{theme}” cannot be a theme: small letters, digits and _, and no action area")
            yield told.format(theme=theme)
        if not isinstance(area, str) or area not in AREAS:
            told = _("the area of “{theme}” must be one of {areas}")
            yield told.format(theme=theme, areas=", ".join(AREAS))
