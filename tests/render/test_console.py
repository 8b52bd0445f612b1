import io

import pytest

from coachlog.render.console import STYLES, ascii_only, console, line, text


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
    assert printed(monkeypatch) == "\x1b[1;31mlate\x1b[0m\n"


def test_no_color_takes_the_colour_away(monkeypatch):
    assert "31" not in printed(monkeypatch, NO_COLOR="1")


def test_a_dumb_terminal_gets_bare_words(monkeypatch):
    assert printed(monkeypatch, TERM="dumb") == "late\n"


def test_plain_is_bare_words(monkeypatch):
    assert printed(monkeypatch, plain=True) == "late\n"


def test_no_style_vanishes_on_a_light_or_a_dark_background():
    assert not {"yellow", "white", "black", "blue"} & {
        word for style in STYLES.values() for word in style.split()
    }
    assert not [style for style in STYLES.values() if "bright" in style]


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
