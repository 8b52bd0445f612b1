import io

import pytest
from rich.color import Color, ColorSystem

from coachlog.display import colours
from coachlog.display.signs import ascii_only
from coachlog.render.console import SIXTEEN_COLOURS, STYLES, console, line, text


class Terminal(io.StringIO):
    def __init__(self, encoding="utf-8"):
        super().__init__()
        self.kind = encoding

    @property
    def encoding(self):
        return self.kind

    def isatty(self):
        return True


def printed(monkeypatch, *, plain=False, **environment):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    console(width=40, plain=plain).print(text("late", "late"))
    return terminal.getvalue()


def test_a_terminal_has_colour(monkeypatch):
    assert printed(monkeypatch) == "\x1b[1;38;5;160mlate\x1b[0m\n"


def test_a_terminal_of_sixteen_colours_has_those_of_its_owner(monkeypatch):
    assert printed(monkeypatch, TERM="xterm") == "\x1b[1;31mlate\x1b[0m\n"


def test_no_color_takes_the_colour_away_and_leaves_what_is_bold(monkeypatch):
    assert printed(monkeypatch, NO_COLOR="1") == "\x1b[1mlate\x1b[0m\n"


def test_a_dumb_terminal_gets_bare_words(monkeypatch):
    assert printed(monkeypatch, TERM="dumb") == "late\n"


def test_plain_is_bare_words(monkeypatch):
    assert printed(monkeypatch, plain=True) == "late\n"


@pytest.mark.parametrize("name", ["TEAL", "GREEN", "RED", "VIOLET", "GREY"])
def test_a_colour_is_legible_on_white_and_on_black(name):
    """Half of the coaches have a light terminal: 4.5 is what is asked of texts, 3 of large ones."""
    light = luminance(getattr(colours, name))
    least = 3.8 if name == "RED" else 4.3

    assert 1.05 / (light + 0.05) > least
    assert (light + 0.05) / 0.05 > least


@pytest.mark.parametrize("name", ["TEAL", "GREEN", "RED", "VIOLET", "GREY"])
def test_a_colour_is_one_that_terminals_draw_alike(name):
    """The first sixteen are the theme of the terminal; those of the cube and the greys are not."""
    number = Color.parse(getattr(colours, name)).downgrade(ColorSystem.EIGHT_BIT).number

    assert number >= 16
    assert Color.from_ansi(number).get_truecolor() == Color.parse(getattr(colours, name)).triplet


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_where_there_are_sixteen_colours_none_is_one_that_vanishes():
    words = {word for style in (STYLES | SIXTEEN_COLOURS).values() for word in style.split()}

    assert not {"yellow", "white", "black", "blue"} & words
    assert not [word for word in words if "bright" in word]
    assert {name for name, style in STYLES.items() if "#" in style} == set(SIXTEEN_COLOURS)


def test_markup_and_emoji_codes_in_stored_text_are_words(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    console(width=40, plain=True).print(text("[bold]x[/bold] :smile:\x1b[2J"))

    assert terminal.getvalue() == "[bold]x[/bold] :smile:␛[2J\n"


def test_a_line_is_one_line():
    assert line("a\nb").plain == "a b"
    assert text(None).plain == ""


@pytest.mark.parametrize(
    ("encoding", "term", "expected"),
    [
        ("utf-8", "xterm", False),
        ("ascii", "xterm", True),
        ("latin-1", "xterm", True),
        ("utf-8", "dumb", True),
        ("utf-8", "linux", True),
    ],
)
def test_ascii_only(monkeypatch, encoding, term, expected):
    monkeypatch.setenv("TERM", term)

    assert ascii_only(Terminal(encoding)) is expected
