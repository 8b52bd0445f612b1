"""Pages as files: every page in every format, whatever is in its texts, where it may be written."""

import html.parser
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from coachlog.export.pages import formats
from coachlog.terminal.context import Context
from tests.conftest import refused, talk

ENDINGS = (".pdf", ".docx", ".html", ".md", ".txt")
BEGINS = {".pdf": b"%PDF-", ".docx": b"PK", ".html": b"<!doctype html>", ".md": b"# ", ".txt": b""}
FOREIGN = "\ufffe 你好 😀 שלום"
"""In a PDF it is told by the fonts of the machine, which may lack them."""
HOSTILE = "\n".join(
    (
        '#panic("x") *vet* _cursief_ `code` $x^2$ @ref \\ <b>b</b> </w:t> </style>',
        "<script>alert(1)</script> &amp; [link](http://x.be) ![i](x) | ~~weg~~ {{ 7*7 }} {% x %}",
        "\u202eevil\x1b[31m",
        FOREIGN,
        "# geen titel",
        "1. geen lijst",
        "- geen lijst",
        "=====",
        "Één naïeve Œuvre à côté du garçon, ça coûte 3 €",
    )
)
SHOWN = HOSTILE.replace("\u202e", "‹U+202E›").replace("\x1b", "‹U+001B›")
NAME = "Zoë <img src=x onerror=alert(1)> #panic() *x*"


@pytest.fixture
def hostile(call, keep):
    """A person and a conversation with such a text in every field, a long word, many goals."""
    goals = [{"statement": f"Doel {number}"} for number in range(60)]
    keep(
        talk(
            coachee=NAME,
            topic=HOSTILE,
            better="x" * 30_000,
            summary=f"{HOSTILE}\n\n{'woord ' * 400}",
            goals=[{"ref": "g", "statement": HOSTILE, "why": HOSTILE}, *goals],
            reality={"now": HOSTILE},
            options=[{"text": HOSTILE, "origin": "coach", "pros": HOSTILE, "chosen": True}],
            actions=[{"what": HOSTILE, "goal": "g", "if_then": {"obstacle": HOSTILE, "plan": "p"}}],
            answers=[{"stage": "s", "question": "q1", "text": HOSTILE}],
            parked=[HOSTILE],
        )
    )
    return call("coachee", "list", "--json").json[0]["handle"]


@pytest.fixture
def year(call, program):
    """The example year, and the words with which it is asked."""
    call("demo")
    return lambda *words: call("demo", *words)


PAGES = (
    *("report takehome 7", "report prepare amina", "report pop amina", "report charter lander"),
    *("report checklist lander", 'report pop amina --for "Koen Declercq"', "review amina", "me"),
    *('report threeway amina --for "Koen Declercq" --moment halfway', "report coach"),
    *("report fund 2025 --draft", "review", "dossier amina --yes"),
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_page_is_a_file_in_every_format(year, program, ending):
    for number, page in enumerate(PAGES):
        words = [word.strip('"') for word in re.findall(r'"[^"]+"|\S+', page)]
        name = f"a folder/../{number} é{ending.upper()}"
        (program.folder / "a folder").mkdir(exist_ok=True)

        made = year(*words, "--output", name)

        assert (made.code, made.out) == (0, ""), made.err
        assert "Written: " in made.err
        path = program.folder / f"{number} é{ending.upper()}"
        assert path.read_bytes().startswith(BEGINS[ending]), page
        assert path.stat().st_mode & 0o777 == 0o600
        assert ending == ".pdf" or path.stat().st_size <= 300_000, page


# What is in it


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_text_is_obeyed_and_none_is_lost(hostile, call, program, ending):
    """Read again by what is not ours, all is there as it was typed."""
    for words in (("takehome", 1), ("prepare", hostile), ("pop", hostile), ("charter", hostile)):
        name = f"{words[0]}{ending}"
        assert call("report", *words, "--output", name).code == 0
        told = _read(program.folder / name)
        for line in SHOWN.splitlines() if words[0] in ("takehome", "pop") else ():
            is_of_the_machine = ending == ".pdf" and line == FOREIGN
            assert is_of_the_machine or _bare(line) in told, (words, line)
        assert _bare(NAME) in told
        assert words[0] != "takehome" or "x" * 30_000 in told


def _bare(text: str) -> str:
    """*text* without white space, which each format has where it will, and what is no character."""
    return re.sub(r"[\s\u200b\u202a-\u202e\u2066-\u2069\ufffd\ufffe]+", "", text)


def _read(path: Path) -> str:
    return _bare(_READERS[path.suffix](path))


def _read_html(path: Path) -> str:
    written = path.read_text(encoding="utf-8")
    assert "default-src 'none'; style-src 'sha256-" in written
    seen = _Seen()
    seen.feed(written)
    assert seen.tags <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section"),
        *("div", "dl", "dt", "dd", "ul", "li", "b", "i", "small", "span", "br"),
        *("figure", "svg", "path", "polyline", "circle", "text"),
    }
    assert not seen.attributes & {"src", "href", "onerror", "style", "onload"}
    return "".join(seen.texts)


class _Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.texts = set(), set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attributes}

    def handle_data(self, text):
        self.texts.append(text)


def _read_markdown(path: Path) -> str:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(path.read_text())
    inline = [each for token in tokens for each in token.children or ()]
    kinds = {each.type for each in (*tokens, *inline)}
    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("em_open", "em_close", "strong_open", "strong_close", "softbreak", "hardbreak"),
        "text_special",
    }
    return "".join(each.content for each in inline)


def _read_word(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist() if name.endswith(".xml")}
    for part in parts.values():
        ElementTree.fromstring(part)
    assert b'w:lang w:val="en-GB"' in parts["word/styles.xml"]
    return "".join(ElementTree.fromstring(parts["word/document.xml"]).itertext())


def _read_pdf(path: Path) -> str:
    told = _tool("pdfinfo", path)
    assert re.search(r"^Tagged: +yes$", told, re.M)
    assert "(A4)" in told
    title = re.search(r"^Title: +(.*)$", told, re.M)
    assert title is not None
    assert NAME in title[1] or "Amina" in title[1]
    text = _tool("pdftotext", "-raw", path, "-")
    return re.sub(r"^.* · .*\s\d+ / \d+$", "", text, flags=re.M)  # the foot of a page


def _tool(name: str, *words: object) -> str:
    """What a tool of poppler says; where it is not here, what it would prove is skipped."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} (poppler-utils) is not here: what stands in a PDF is not read")
    ran = subprocess.run([name, *map(str, words)], capture_output=True, check=True, timeout=60)
    return ran.stdout.decode()


_READERS = {
    ".html": _read_html,
    ".md": _read_markdown,
    ".docx": _read_word,
    ".pdf": _read_pdf,
    ".txt": lambda path: path.read_text(encoding="utf-8").replace("␛", "‹U+001B›"),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_page_is_in_the_language_of_the_person_and_its_message_in_the_coachs(
    call, keep, program, ending
):
    keep(talk(summary="Ça va", next_at="2026-12-01T10:00"))
    call("coachee", "edit", "amina", "--language", "fr")

    made = call("report", "takehome", 1, "--output", f"a{ending}")

    assert made.err.startswith("Written: ")
    told = (program.folder / f"a{ending}").read_bytes()
    if ending == ".docx":
        with zipfile.ZipFile(program.folder / f"a{ending}") as file:
            told = file.read("word/document.xml")
            assert b'w:lang w:val="fr-BE"' in file.read("word/styles.xml")
    if ending == ".pdf":
        assert b"/Lang(fr" in told.replace(b" ", b"")
        told = _tool("pdftotext", program.folder / f"a{ending}", "-").encode()
    assert "Notre entretien" in told.decode()
    assert "mar. 1er déc. 2026" in told.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_what_others_fill_in_has_cells_and_lines_to_write_in(call, keep, program):
    keep(talk(goals=[{"statement": "Lead", "why": "Time"}]))
    for words in (("pop", "amina"), ("prepare", "amina"), ("threeway", "amina", "--for", "Koen")):
        for ending in (".docx", ".html"):
            name = f"{words[0]}{ending}"
            assert call("report", *words, "--output", name).code == 0
        with zipfile.ZipFile(program.folder / f"{words[0]}.docx") as file:
            body = ElementTree.fromstring(file.read("word/document.xml"))
        space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        cells = ["".join(cell.itertext()) for cell in body.iter(f"{space}tc")]
        assert cells.count("") >= 5, words
        assert "...." not in "".join(cells)
        written = (program.folder / f"{words[0]}.html").read_text(encoding="utf-8")
        assert written.count('class="room"') >= 5
    assert "....................................\n" in call("report", "pop", "amina").out


def test_a_chart_is_told_in_words(call, keep, program):
    keep(
        talk(goals=[{"ref": "g", "statement": "Lead"}], scores=[{"goal": "g", "score": 3}]),
        talk(date="2026-11-10T14:00", scores=[{"goal": 1, "score": 6}]),
    )

    for name in ("a.html", "a.docx", "a.md"):
        assert call("review", "amina", "--output", name).code == 0

    words = "Scores from 0 to 10, oldest first: 3, 6"
    assert words in (program.folder / "a.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(program.folder / "a.docx") as file:
        assert f'descr="{words}"' in file.read("word/document.xml").decode()
        assert any(name.endswith(".png") for name in file.namelist())


def test_who_writes_what_is_private_is_told_so(year):
    assert "for you only: do not hand it over" in year("review", "amina", "--output", "a.txt").err
    assert "Part of this page" in year("me", "--output", "b.txt").err
    assert "do not hand it" not in year("report", "takehome", 7, "--output", "c.txt").err


# Where it is written


def test_a_file_that_cannot_be_written_is_refused_before_anything_happens(call, keep, program):
    keep(talk(summary="Fine"))
    page = ("report", "takehome", 1)
    (program.folder / "a.pdf").write_text("mine")
    (program.folder / "link.pdf").symlink_to(program.folder / "a.pdf")
    (program.folder / "folder.pdf").mkdir()
    for name, words in (
        ("a.pdf", "is there already"),
        ("link.pdf", "is there already"),
        ("folder.pdf", "is a folder"),
        ("a.odt", "ends in none of .pdf, .docx, .html"),
        ("/dev/full", "ends in none of"),
    ):
        refused(call(*page, "--output", name), 4, words)
    refused(call(*page, "--output", "gone/a.pdf"), 5, "cannot be written")
    refused(call(*page, "--output", "b.pdf", "--json"), 2, "Choose --output, --json or --csv")
    refused(call(*page, "--force"), 2, "--output FILE")
    refused(call("report", "takehome", 9, "--output", "b.pdf"), 3, "no conversation 9")
    assert (program.folder / "a.pdf").read_text() == "mine"

    assert call(*page, "--output", "link.pdf", "--force").code == 0

    assert (program.folder / "a.pdf").read_text() == "mine"
    assert not (program.folder / "link.pdf").is_symlink()
    assert not list(program.folder.glob("*.part"))


@pytest.mark.parametrize(("ending", "package"), [(".pdf", "typst"), (".docx", "python-docx")])
def test_without_the_extra_one_line_tells_how_to_get_it(
    call, keep, program, monkeypatch, ending, package
):
    monkeypatch.setattr(formats, "find_spec", lambda _name: None)
    keep(talk(summary="Fine", date="2025-11-02T14:00"))

    told = call("report", "takehome", 1, "--output", f"a{ending}")

    refused(told, 5, f"package {package}")
    assert 'pip install "coachlog[pages]"' in told.err
    refused(call("report", "fund", 2025, "--yes", "--output", f"a{ending}"), 5, package)
    assert "has been published" not in call("report", "fund", 2025, "--draft").err
    assert [call("report", "takehome", 1, "--output", f"a{each}").code for each in ENDINGS[2:]] == [
        *(0, 0, 0)
    ]


def test_a_report_to_the_fund_is_published_and_written(call, keep, program):
    keep(talk(summary="Fine", date="2025-11-02T14:00", minutes=60))

    told = call("report", "fund", 2025, "--yes", "--output", "fund.html")

    assert told.code == 0, told.err
    assert "published" in (program.folder / "fund.html").read_text(encoding="utf-8")
    assert call("report", "fund", 2025, "--output", "again.txt").code == 0


def test_it_is_opened_at_a_terminal_only(call, keep, program, monkeypatch):
    """By the program of the system; that it fails is no failure of the command."""
    keep(talk(summary="Fine"))
    opener = program.folder / "bin" / ("open" if sys.platform == "darwin" else "xdg-open")
    opener.parent.mkdir()
    opener.write_text('#!/bin/sh\necho "$1" > opened.txt\nexit 7\n')
    opener.chmod(0o755)
    path = {"PATH": f"{opener.parent}{os.pathsep}{os.environ['PATH']}"}
    page = ("report", "takehome", 1, "--force", "--open", "--output", "a b.txt")

    assert call(*page, env=path).code == 0
    assert not (program.folder / "opened.txt").exists()

    monkeypatch.setattr(Context, "attended", property(lambda _context: True))
    assert call(*page, env=path).code == 0
    for _turn in range(200):
        if (program.folder / "opened.txt").exists():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert (program.folder / "opened.txt").read_text().strip() == str(program.folder / "a b.txt")
    alone = call(*page, env={"PATH": str(program.folder)})
    assert (alone.code, "open it yourself" in alone.err) == (0, True)


# The plan of the person


def test_the_own_plan_is_filled_from_the_shared_goals(call, keep):
    goal = {"ref": "g", "statement": "Lead the meeting", "why": "To end on time"}
    actions = [
        {"what": "Lead one", "goal": "g", "due_on": "2026-12-01", "helper": "Sarah De Smet"},
        {"what": "Book the room", "goal": "g", "done_by": "manager"},
        {"what": "Show how", "goal": "g", "done_by": "coach"},
        {"what": "Call Els"},
    ]
    options = [
        {"text": "Practise at home", "origin": "coachee", "chosen": True},
        {"text": "Wait", "origin": "coachee"},
    ]
    keep(
        talk(
            goals=[goal | {"target_on": "2026-12-31", "baseline": 3, "target": 8}],
            actions=actions,
            options=options,
            next_at="2026-12-08T14:00",
            scores=[{"goal": "g", "score": 3}],
        ),
        talk(date="2026-11-10T14:00", scores=[{"goal": 1, "score": 6}]),
    )
    told = call("report", "pop", "amina", "--json").json

    assert told[0] == {
        "section": "",
        "label": "",
        "text": "Personal development plan · Amina",
        "told": "my own plan",
    }
    assert [(line["label"], line["text"], line["told"]) for line in told[1:]] == [
        ("Development goal", "Lead the meeting", ""),
        ("Why I want this", "To end on time", ""),
        ("How I learn it", "Practise at home", ""),
        ("How I learn it", "Lead one", "by Tue 1 Dec 2026"),
        ("How I learn it", "Show how", "coach"),
        ("Expected result", "." * 36, ""),
        ("Results so far", "3 → 6, target 8", ""),
        ("Start", "Mon 2 Nov 2026", ""),
        ("Due", "Thu 31 Dec 2026", ""),
        ("What the employer provides", "Book the room", ""),
        ("Who helps", "somebody from your network", ""),
        ("When we will review it together", "." * 36, ""),
        ("", "Call Els", ""),
    ]
    for reader in ("Koen", "Amina"):  # the manager may bear the same name
        assert "Lead" not in call("report", "pop", "amina", "--for", reader).out


def test_the_own_plan_of_somebody_without_a_goal_is_a_form(call, keep):
    keep(talk(summary="Fine"))

    told = call("report", "pop", "amina", "--json").json

    assert len(told) == 10
    assert {line["text"] for line in told[1:]} == {"." * 36}
