"""Why a TOML file cannot be read, in the language of the run: Python itself says it in English."""

import re
import tomllib

from coachlog.base.texts import _

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def toml_problem(error: Exception) -> str:
    """Return what is wrong with a TOML file: where the mistake is, or that it is not UTF-8."""
    if isinstance(error, UnicodeDecodeError):
        return _("it is not text in UTF-8: save it again as UTF-8")
    if isinstance(error, RecursionError):
        return _("it is too deeply nested")
    if not isinstance(error, tomllib.TOMLDecodeError):  # Python reads no longer number
        return _("a number in it has thousands of digits")
    position = _POSITION.search(str(error))
    if position is None:  # Python says "at end of document"
        return _("it stops too early: a quote or a bracket is still open")
    message = _("line {line} cannot be read from column {column} on; put texts between quotes")
    return message.format(line=position[1], column=position[2])
