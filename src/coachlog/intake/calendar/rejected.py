"""Writes the parts of a calendar that could not be taken, to be mended and imported again."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.export.calendar import PRODID, escaped_text, folded
from coachlog.intake.calendar.components import ZONE, calendar_file, logical_lines, parts
from coachlog.intake.calendar.zones import defined_zone
from coachlog.intake.record import Problem
from coachlog.intake.source import SourceFile

REASON = "X-COACHLOG-REASON"


class RawParts(NamedTuple):
    """Events or tasks as a file has them: the lines of each, and what their calendar says."""

    lines: tuple[tuple[str, ...], ...]
    version: str
    method: str


def write_rejected(out: BinaryIO, source: SourceFile, problems: Sequence[Problem]) -> None:
    """Write what could not be taken, each with its reason; a series once."""
    reasons: dict[RawParts, str] = {}
    for each in problems:
        if isinstance(each.raw, RawParts):
            reasons.setdefault(each.raw, each.reason)
    by_calendar = groupby(reasons, key=lambda raw: (raw.version, raw.method))
    for (version, method), raws in by_calendar:
        out.write(b"".join(map(folded, _calendar(source, version, method, list(raws), reasons))))


def _calendar(
    source: SourceFile,
    version: str,
    method: str,
    raws: Sequence[RawParts],
    reasons: dict[RawParts, str],
) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", f"VERSION:{version or '2.0'}", f"PRODID:{PRODID}")
    if method:
        yield f"METHOD:{method}"
    yield from _zones(
        source, "\n".join(line for raw in raws for each in raw.lines for line in each)
    )
    for raw in raws:
        for lines in raw.lines:
            yield from _with_reason(lines, reasons[raw])
    yield "END:VCALENDAR"


def _zones(source: SourceFile, text: str) -> Iterator[str]:
    """Yield the rules of the zones that the *text* names."""
    try:
        file = calendar_file(source.data, None)
    except RefusedError:  # it was read by an encoding that somebody named
        return
    written: set[str] = set()
    for part in parts(file):
        lines = logical_lines(file, part) if part.kind == ZONE and part.whole else []
        name = defined_zone(lines)
        if name and name in text and name not in written:
            written.add(name)
            yield from (line for line in lines if line.strip())


def _with_reason(lines: Sequence[str], reason: str) -> Iterator[str]:
    kind = lines[0].partition(":")[2].strip()
    end = f"END:{kind}"
    inside = [line for line in lines if line.strip() and not line.startswith(f"{REASON}:")]
    is_ended = inside[-1].strip().casefold() == end.casefold()
    yield from inside[:-1] if is_ended else inside
    yield f"{REASON}:{escaped_text(reason)}"
    yield end
