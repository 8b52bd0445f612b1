"""Draw the pictures of the documents out of the demonstration.

Run it with `.venv/bin/python docs/make_pictures.py`.
With a folder behind it, the pictures go there. The clock stands still, so that the same year
always gives the same picture.
"""

import html
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console, Group
from rich.terminal_theme import TerminalTheme
from rich.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 24)
WHO, SINCE, LANGUAGE = "amina", date(2026, 6, 1), "en"
GOAL = 1
WIDTH = 92
GAP = "\N{NO-BREAK SPACE}"
PAPER = TerminalTheme(
    (250, 250, 247),
    (40, 44, 52),
    [
        *((40, 44, 52), (176, 48, 48), (44, 122, 62), (150, 105, 20)),
        *((44, 88, 160), (126, 60, 140), (20, 118, 130), (90, 96, 105)),
    ],
    [
        *((120, 126, 135), (196, 60, 60), (56, 142, 74), (170, 122, 30)),
        *((60, 108, 184), (146, 78, 160), (30, 138, 150), (60, 64, 72)),
    ],
)


def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        _stand_still(Path(home))
        for name, title, shown in (
            ("timeline", f"coachlog timeline {WHO} --since {SINCE}", _timeline),
            ("prep", f"coachlog prep {WHO}", _prep),
            ("today", "coachlog", _today),
            ("goal", f"coachlog goal show {GOAL}", _goal),
        ):
            (folder / f"{name}.svg").write_text(_picture(title, shown()), encoding="utf-8")


def _picture(title: str, shown: object) -> str:
    """What a command shows, as SVG."""
    out = Console(record=True, width=WIDTH, theme=_theme(), file=io.StringIO())
    out.print(shown)
    svg = out.export_svg(title=title, theme=PAPER, unique_id="coachlog")
    # The reader's own font serves: a picture in the documents fetches nothing.
    return _spaced(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL))


def _stand_still(home: Path) -> None:
    """A home of its own, the demonstration in it, and the same moment each time."""
    os.environ |= {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "COACHLOG_CONFIG": str(home / "config.toml"),
        "COACHLOG_LANG": LANGUAGE,
        "COACHLOG_NOW": f"{TODAY}T09:00:00+01:00",
        "TZ": "Europe/Brussels",
    }
    from coachlog.main import main as coachlog

    if coachlog(["demo", "coachee", "list"]):
        sys.exit(1)


def _theme() -> Theme:
    from coachlog.render.console import STYLES

    return Theme(STYLES)


def _timeline() -> object:
    from coachlog.interview.titles import titles
    from coachlog.settings import demo_store
    from coachlog.store.connection import open_reader
    from coachlog.views.timeline.drawing.whole import draw
    from coachlog.views.timeline.read import timeline

    with open_reader(demo_store()) as reader:
        found = timeline(reader, TODAY, WHO, SINCE)
    told = found.with_method_titles(titles(each.method for each in found.talks()))
    return draw(told, today=TODAY, language=LANGUAGE, width=WIDTH, ascii_only=False)


def _prep() -> object:
    from coachlog.settings import demo_store
    from coachlog.store.connection import open_reader
    from coachlog.views.prep.page import page
    from coachlog.views.prep.read import read, with_momentum

    with open_reader(demo_store()) as reader:
        run = _context()
        found = with_momentum(reader, read(reader, WHO, run.now), run.today)
        return _drawn(page(found, run))


def _today() -> object:
    from coachlog.settings import demo_store
    from coachlog.store.connection import open_reader
    from coachlog.views.today.page import page
    from coachlog.views.today.read import read

    with open_reader(demo_store()) as reader:
        return _drawn(page(read(reader, _context().now, _context().zone), _context()))


def _goal() -> object:
    from coachlog.settings import demo_store
    from coachlog.store.connection import open_reader
    from coachlog.views.goal.page import page
    from coachlog.views.goal.read import read

    with open_reader(demo_store()) as reader:
        return _drawn(page(read(reader, GOAL, _context().today), _context()))


def _context() -> Any:
    from coachlog.terminal.context import context

    found = context()
    found.program = "coachlog"
    return found


def _drawn(page: Any) -> Group:
    from coachlog.render.page import draw
    from coachlog.render.paper import Paper

    return Group(*draw(page, Paper(WIDTH, ascii_only=False)))


def _spaced(svg: str) -> str:
    """Put each text at its own place: some viewers swallow the spaces before and within one."""
    text = re.compile(
        r'<text (?P<head>class="[^"]*") x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+")'
        r' textLength="(?P<length>[\d.]+)"(?P<tail>[^>]*)>(?P<said>[^<]*)</text>'
    )
    return text.sub(lambda match: "".join(_pieces(match)), svg)


def _pieces(match: re.Match[str]) -> Iterator[str]:
    said = html.unescape(match["said"]).strip("\n")
    cell = float(match["length"]) / max(1, len(said))
    for piece in re.finditer(rf"[^{GAP}]+(?:{GAP}[^{GAP}]+)*", said):
        x, length = float(match["x"]) + piece.start() * cell, len(piece[0]) * cell
        yield (
            f'<text {match["head"]} x="{x:.1f}" {match["y"]} textLength="{length:.1f}"'
            f"{match['tail']}>{html.escape(piece[0])}</text>"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
