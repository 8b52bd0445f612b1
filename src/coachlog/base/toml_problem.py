"""Why a TOML file cannot be read, in the language of the run: Python says so in English."""

import re
import tomllib

from coachlog.base.texts import _

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def toml_problem(error: Exception) -> str:
    """Say what is wrong with a TOML file: where it stops being TOML, or that it is not UTF-8."""
    if isinstance(error, UnicodeDecodeError):
        return _("it is not text in UTF-8: save it again as UTF-8")
    if isinstance(error, RecursionError):
        return _("it is too deeply nested")
    place = _PLACE.search(str(error)) if isinstance(error, tomllib.TOMLDecodeError) else None
    if place is None:
        return _("it stops too early: a quote or a bracket is still open")
    told = _("line {line} cannot be read from column {column} on; put texts between quotes")
    return told.format(line=place[1], column=place[2])
