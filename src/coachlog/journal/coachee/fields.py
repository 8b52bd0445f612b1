"""The fields of a coachee: bounds and enumerations. All are shared."""

from coachlog.texts import LANGUAGES

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40

BASES = ("legitimate_interest", "contract", "consent")
"""On what keeping notes rests; never consent by default between employer and employee."""

__all__ = ["BASES", "HANDLE_MOST", "LANGUAGES", "LINE_MOST", "NAME_MOST"]
