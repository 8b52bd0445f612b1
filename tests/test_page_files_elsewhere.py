"""Pages as files in programs that are not ours: Word files in LibreOffice, HTML in Chromium."""

import re
import shutil
import subprocess

import pytest

from tests.conftest import talk

WORDS = "Één naïeve Œuvre à côté, 3 €"


@pytest.fixture
def tool():
    """`tool(name, *words)`: what a program says; where it is not here, that is told."""

    def run(name, *words, folder):
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not here: pages are not opened in it")
        command = [path, *map(str, words)]
        return subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=True)

    return run


@pytest.fixture
def pages(call, keep, program):
    """The folder with a plan, a page to prepare and a look back, in Word and HTML."""
    keep(
        talk(goals=[{"ref": "g", "statement": WORDS}], scores=[{"goal": "g", "score": 3}]),
        talk(date="2026-11-10T14:00", topic=WORDS, scores=[{"goal": 1, "score": 6}]),
    )
    for ending in ("docx", "html"):
        for words in ("report pop", "report prepare", "review"):
            name = words.rpartition(" ")[2]
            assert call(*words.split(), "amina", "--output", f"{name}.{ending}").code == 0
    return program.folder


@pytest.mark.nightly
def test_a_word_file_is_opened_by_libreoffice(pages, tool):
    names = [f"{name}.docx" for name in ("pop", "prepare", "review")]
    home = f"-env:UserInstallation=file://{pages}/office"
    tool("soffice", home, "--headless", "--convert-to", "pdf", *names, folder=pages)

    for name in ("pop", "prepare", "review"):
        text = tool("pdftotext", f"{name}.pdf", "-", folder=pages).stdout.decode()
        assert WORDS in " ".join(text.split()), name
        told = tool("pdfinfo", f"{name}.pdf", folder=pages).stdout.decode()
        assert "(A4)" in told
        assert int(re.search(r"Pages: +(\d+)", told)[1]) <= 2


@pytest.mark.nightly
@pytest.mark.parametrize("width", [390, 1200])
def test_a_browser_asks_for_nothing_and_complains_of_nothing(pages, tool, width):
    for name in ("pop", "prepare", "review"):
        ran = tool(
            "chromium",
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
            *("--disable-background-networking", f"--user-data-dir={pages}/browser"),
            *(f"--window-size={width},900", "--enable-logging=stderr", "--v=0"),
            *(f"--log-net-log={pages}/net.json", "--dump-dom", f"file://{pages}/{name}.html"),
            folder=pages,
        )
        assert WORDS in ran.stdout.decode()
        assert "CONSOLE" not in ran.stderr.decode()
        asked = set(re.findall(r'"url":"([^"]*)"', (pages / "net.json").read_text()))
        assert not {url for url in asked if url.startswith("http") and "google" not in url}
