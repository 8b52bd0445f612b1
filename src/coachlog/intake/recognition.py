"""Tells what a file is by how it begins, and by its ending where the beginning does not tell.

Light: no library of a format is loaded to recognise it.
"""

from coachlog.intake.source import SourceFile


def is_journal(source: SourceFile) -> bool:
    """Whether it is a journal that coachlog exported."""
    return source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"coachlog"')
