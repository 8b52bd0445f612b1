"""The fields of a coachee: bounds. All are shared."""

from coachlog.texts import LANGUAGES

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40

__all__ = ["HANDLE_MOST", "LANGUAGES", "LINE_MOST", "NAME_MOST"]
