"""The fund that gets a yearly report: its action areas and themes, and the coach's file of them.

The action areas are those of the Demografiefonds. Which area a theme belongs to is our own
inference; the coach's file may change it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coachlog import settings
from coachlog.base.errors import RefusedError, system_problem
from coachlog.base.own_files import file_bytes, toml_problem
from coachlog.base.texts import N_, _, in_each_language
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
"""The name of each action area."""
THEMES = {
    "coaching_mentoring": "competences",
    "career_support": "career",
    "motivating_leadership": "work",
    "coach_training": "competences",
    "learning_networks": "competences",
}
"""The area of each theme, unless the coach's file has others."""
THEME_NAMES = {
    "coaching_mentoring": N_("Coaching and mentoring"),
    "career_support": N_("Career support"),
    "motivating_leadership": N_("Motivating leadership"),
    "coach_training": N_("Training of coaches and mentors"),
    "learning_networks": N_("Learning networks"),
}
COUNTED = tuple(kind for kind in KINDS if kind != "own")
"""The kinds of trajectories that count, unless the coach's file has others."""
MOST = 20
"""The most themes that a fund may have."""
NAME_MOST = 80
_THEME_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Fund(NamedTuple):
    """A fund: *name* may be empty, *themes* maps themes to areas, *names* themes to their names."""

    name: str
    counted: tuple[str, ...]
    themes: Mapping[str, str]
    names: Mapping[str, str]

    def theme_name(self, theme: str) -> str:
        """Return the name of a theme for people: its own, or else its id as words."""
        if theme in self.names:
            return self.names[theme]
        return _(THEME_NAMES[theme]) if theme in THEME_NAMES else theme.replace("_", " ")

    @property
    def called(self) -> str:
        """The name of the fund for people."""
        return self.name or _("Demography fund")


USUAL = Fund("", COUNTED, THEMES, {})


class ThemeNotAreaError(parse.NotKnownError):
    """A theme where an action area is wanted."""

    cause = N_("“{word}” is a theme, not an action area.")
    remedy = N_("A theme counts for its area as well: {option}")


class AreaNotThemeError(parse.NotKnownError):
    """An action area where a theme is wanted."""

    cause = N_("“{word}” is an action area, not a theme.")
    remedy = N_("Give it as one: {option}")


def path() -> Path:
    """Return the path of the coach's own file, which need not exist."""
    return settings.config_path().parent / FILE


def load() -> Fund:
    """Read the fund from the coach's file, or return USUAL where there is none.

    Raises RefusedError for a file that cannot be read or has a mistake.
    """
    file = path()
    try:
        data = tomllib.loads(file_bytes(file).decode("utf-8-sig"))  # some editors add a mark
        problem = next(_problems(data), None)
    except FileNotFoundError:
        return USUAL
    except OSError as error:
        problem = system_problem(error)
    except (ValueError, RecursionError) as error:
        problem = toml_problem(error)
    if problem:
        raise RefusedError(
            N_("There is a mistake in {path}: {problem}."),
            N_("Correct it, or remove it to get the usual one back."),
            path=file,
            problem=problem,
        )
    names = {theme: parse.line(name) or theme for theme, name in data.get("names", {}).items()}
    counted = tuple(data.get("counted", COUNTED))
    return Fund(parse.line(data.get("name")) or "", counted, data.get("themes", THEMES), names)


def areas(typed: str | list[Any] | None) -> list[str]:
    """Return the action areas in *typed*, each once; raises NotKnownError and RefusedError."""
    try:
        return parse.words(typed, _area_names())
    except parse.NotKnownError as error:
        raise _if_mixed_up(error, "theme", ThemeNotAreaError) from error


def themes(typed: str | list[Any] | None) -> list[str]:
    """Return the themes in *typed*, each once; raises NotKnownError and RefusedError."""
    try:
        return parse.words(typed, _theme_names())
    except parse.NotKnownError as error:
        raise _if_mixed_up(error, "area", AreaNotThemeError) from error


def _area_names() -> dict[str, tuple[str, ...]]:
    return {area: in_each_language(name) for area, name in AREAS.items()}


def _theme_names() -> dict[str, tuple[str, ...]]:
    fund = load()
    return {theme: in_each_language(fund.theme_name(theme)) for theme in fund.themes}


def _if_mixed_up(
    error: parse.NotKnownError, other: str, other_error: type[parse.NotKnownError]
) -> parse.NotKnownError:
    """Return *other_error* if the unknown word is an area given as a theme, or the reverse.

    *other* is what the word may be instead, "area" or "theme". Return *error* if it is not.
    """
    word = str(error.values["word"])
    names_by_id = _theme_names() if other == "theme" else _area_names()
    for other_id, names in names_by_id.items():
        if _plain(word) in (_plain(other_id), *map(_plain, names)):
            return other_error(word=word, option=f"--{other} {other_id}")
    return error


def _plain(word: str) -> str:
    """Return *word* for a comparison: `Career_support` and `career-support` are the same."""
    return " ".join(word.replace("_", " ").replace("-", " ").split()).casefold()


def _problems(data: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong in a file, each a sentence without its full stop."""
    yield from (
        _("“{key}” is not known").format(key=key)
        for key in data
        if key not in ("name", "counted", "themes", "names")
    )
    fund_name = data.get("name", "")
    if not isinstance(fund_name, str) or len(fund_name) > NAME_MOST:
        yield _("“{key}” must be a text of one line").format(key="name")
    counted = data.get("counted", list(COUNTED))
    is_filled_list = isinstance(counted, list) and bool(counted)
    if not is_filled_list or any(kind not in KINDS for kind in counted):
        yield _("“counted” must list one or more of {kinds}").format(kinds=", ".join(KINDS))
    themes, names = data.get("themes", THEMES), data.get("names", {})
    if not isinstance(themes, dict) or not 0 < len(themes) <= MOST:
        yield _("[themes] must contain 1 to {most} themes").format(most=MOST)
        return
    yield from _theme_problems(themes)
    if not isinstance(names, dict):
        yield _("[names] must contain the names of themes")
        return
    for theme, name in names.items():
        if theme not in themes:
            yield _("[names] has “{theme}”, which [themes] does not").format(theme=theme)
        if not isinstance(name, str) or not name.strip() or len(name) > NAME_MOST:
            yield _("“{key}” must be a text of one line").format(key=theme)


def _theme_problems(themes: dict[str, Any]) -> Iterator[str]:
    for theme, area in themes.items():
        if not _THEME_ID.fullmatch(theme) or theme in AREAS:
            text = _("“{theme}” cannot be a theme: small letters, digits and _, and no action area")
            yield text.format(theme=theme)
        if not isinstance(area, str) or area not in AREAS:
            text = _("the area of “{theme}” must be one of {areas}")
            yield text.format(theme=theme, areas=", ".join(AREAS))
