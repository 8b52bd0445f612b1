"""Lines that fit are printed as Rich prints them, only sooner."""

import io

import pytest
from rich.console import Console, Group
from rich.text import Text
from rich.theme import Theme

from coachlog.render.console import STYLES
from coachlog.render.lines import print_lines

LINES = {
    "plain": Text("Amina"),
    "empty": Text(""),
    "one style": Text("12 Nov", "quiet"),
    "parts": Text().append("! ", "late").append("7 ", "number").append("Koen aanspreken"),
    "parts in a style": Text("  ", "heading").append("●", "number").append(" 14:00"),
    "styles over one another": Text("Goal 1: ").append_text(
        Text("3 → 5", "quiet").append("!", "good")
    ),
    "wide characters": Text("日本語 ", "person").append("👩‍💻"),
    "markup that is text": Text("[bold]not bold[/bold]", "quiet"),
    "a style nobody knows": Text("Koen", "no such style"),
}


def printed(way, colours):
    out = Console(
        width=80,
        file=io.StringIO(),
        theme=Theme(STYLES),
        force_terminal=True,
        color_system=colours,
        markup=False,
        highlight=False,
        emoji=False,
    )
    way(out)
    return out.file.getvalue()


@pytest.mark.parametrize("colours", [None, "standard"])
@pytest.mark.parametrize("name", LINES)
def test_a_line_looks_as_rich_prints_it(name, colours):
    line = Group(LINES[name])

    quick = printed(lambda out: print_lines(out, line), colours)

    assert quick == printed(lambda out: out.print(line), colours)


def test_lines_come_one_after_the_other():
    lines = Group(*LINES.values())

    quick = printed(lambda out: print_lines(out, lines), "standard")

    assert quick == printed(lambda out: out.print(lines), "standard")
