"""Protecting a journal as a mentor does it: paper first, typed back, then a passphrase or not."""

import re

import pytest

from coachlog.base.texts import translation
from coachlog.store.files import PROTECTED_MAGIC
from tests.conftest import ROOT
from tests.guide.terminal import CTRL_C, ENTER

PASSPHRASE = "paard batterij nietje"
ON_PAPER = "Press Enter once they are on paper"
ROW = re.compile(r"\b\d+-\d+\s+([a-z]{5})\s+([a-z]{5})\s+([a-z]{5})\b")


@pytest.fixture
def ring(home):
    """A keyring in a file."""
    home.environment |= {
        "PYTHON_KEYRING_BACKEND": "tests.file_keyring.FileKeyring",
        "PYTHONPATH": str(ROOT),
        "TEST_KEYRING": str(home.folder / "keyring.json"),
    }


@pytest.fixture
def filled(home):
    """A journal with a conversation."""
    home.keep(coachee="Amina", date="2026-11-02T14:00", topic="A plan")
    return home


def row(number):
    """What is typed back of a row: the words that were shown on the sheet."""
    return lambda shown: " ".join(ROW.findall(shown)[number])


def typed_back(mistake=False):
    """All six rows, from paper; after a mistake the same row once more."""
    wrong = (lambda shown: row(0)(shown)[:-5] + "zzzzz",) if mistake else ()
    return ((ON_PAPER, ""), *wrong, *(row(number) for number in range(6)))


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_key_goes_into_the_keyring_once_the_words_are_typed_back(language, filled, ring, lead):
    said = translation(language).gettext
    more = {"COACHLOG_LANG": language}
    on_paper = (said("Press Enter once they are on paper; then you type them back from it."), "")

    told = lead("protect", typed=(on_paper, *typed_back(mistake=True)[1:], "y"), **more)

    assert told.code == 0
    shown = told.shown
    assert said("word {number} is not the one on the screen before").format(number=3) in shown
    alone = said(
        "If this computer is gone and the paper with your recovery key too, nobody can open"
        " the journal any more: not you, not IT, not the makers of coachlog."
    )
    assert " ".join(shown.split()).count(" ".join(alone.split())) == 2
    assert filled.store.read_bytes().startswith(PROTECTED_MAGIC)
    assert "Amina" in filled.run("coachee", "list", **more).stdout
    status = filled.json("protect", "status")
    assert (status["key"], status["recovery_on"]) == ("keyring", "2026-11-24")


def test_who_stops_or_says_no_has_changed_nothing(filled, ring, lead):
    before = filled.store.read_bytes()

    stopped = lead("protect", typed=((ON_PAPER, ""), row(0), ":stop"))
    refused = lead("protect", typed=(*typed_back(), ""))

    assert (stopped.code, refused.code) == (130, 0)
    assert "Nothing changed" in refused.shown
    assert filled.store.read_bytes() == before


def test_at_the_first_start_it_comes_before_the_first_name(home, ring, lead):
    home.config.unlink()
    offer = ("Protect your journal now? It takes pen and paper.", "y")

    told = lead(
        typed=(("English", ""), offer, *typed_back(), "y", ("What is your name?", "Els")),
        COACHLOG_LANG="",
        LANG="en_GB.UTF-8",
    )

    assert told.code == 0
    assert home.store.read_bytes().startswith(PROTECTED_MAGIC)
    assert "nobody can read them without your key" in told.shown.partition("That was all")[2]
    home.keep(coachee="Bo", date="2026-11-02T14:00")
    assert home.store.read_bytes().startswith(PROTECTED_MAGIC)


@pytest.fixture
def sealed(filled, open_terminal):
    """A journal that a passphrase opens, protected in a window, and that window."""
    filled.environment |= {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "COACHLOG_LANG": "en",
    }
    window = open_terminal("protect", "--passphrase", "--plain", size=(60, 100))
    window.asked(ON_PAPER, "")
    words = ROW.findall(window.shown())
    assert len(words) == 6
    for each in words:
        window.answer(" ".join(each))
    for mark, typed in (
        ("Passphrase:", "short"),
        ("take at least 10", PASSPHRASE),
        ("Once more:", "another one"),
        ("not the same", PASSPHRASE),
        ("Once more:", PASSPHRASE),
    ):
        window.wait_for(mark)
        window.wait_for("") if mark == "Once more:" else window.watch(0.2)
        window.type(typed + ENTER)
    window.asked("Protect the journal now?", "y")
    assert window.ended() == 0, window.shown()
    assert PASSPHRASE not in window.shown()
    filled.words = [word for each in words for word in each]
    return filled


def test_a_passphrase_opens_it_once_a_run_and_never_in_a_script(sealed, open_terminal, monkeypatch):
    def opened(typed, *words):
        window = open_terminal(*(words or ("coachee", "list")))
        window.wait_for("Passphrase of the journal")
        window.watch(0.2 if words else 1.5)
        assert "Opening the journal" not in window.shown()  # while somebody types
        window.type(typed)
        return window, window.ended()

    right, code = opened(PASSPHRASE + ENTER)
    wrong = open_terminal("coachee", "list")
    for _each in range(3):  # it is asked again
        wrong.wait_for("Passphrase of the journal")
        wrong.watch(0.2)
        wrong.type("something else" + ENTER)
        wrong.wait_for("The passphrase is wrong.")
    _left, left_code = opened(CTRL_C)
    script = sealed.run("coachee", "list")
    examined, _code = opened(PASSPHRASE + ENTER, "doctor", "--no-pager")

    assert code == 0
    assert "Amina" in right.shown()
    for window in (right, examined):
        assert window.shown().count("Passphrase of the journal") == 1
    assert wrong.ended() == 5
    assert left_code == 130
    assert (script.returncode, script.stdout) == (5, "")
    assert "is protected, and without a terminal nobody can be asked" in script.stderr
    key_file = next(sealed.folder.glob("*.key"))
    assert key_file.stat().st_mode & 0o777 == 0o600
    key_file.write_text(key_file.read_text().replace('"salt": "', '"salt": "0'))
    damaged, damaged_code = opened(PASSPHRASE + ENTER)
    assert damaged_code == 5
    assert "is damaged" in " ".join(damaged.shown().split())
    back = open_terminal("protect", "recovery", "--plain", size=(60, 100))
    for number in range(6):
        back.answer(" ".join(sealed.words[3 * number : 3 * number + 3]))
    for _each in range(2):
        back.watch(0.5)
        back.type(PASSPHRASE + ENTER)
    assert back.ended() == 0, back.shown()
    again, again_code = opened(PASSPHRASE + ENTER)
    assert again_code == 0, again.shown()
    sealed.environment |= {
        "PYTHON_KEYRING_BACKEND": "tests.file_keyring.FileKeyring",
        "PYTHONPATH": str(ROOT),
        "TEST_KEYRING": str(sealed.folder / "keyring.json"),
    }
    moved = open_terminal("protect", "change", "--keyring")
    moved.wait_for("Passphrase of the journal")
    moved.watch(0.3)
    moved.type(PASSPHRASE + ENTER)
    assert moved.ended() == 0, moved.shown()
    assert list(sealed.folder.glob("*.key")) == []
    without = open_terminal("coachee", "list")
    assert without.ended() == 0
    assert "Amina" in without.shown()


def test_another_key_makes_everything_anew_and_the_old_words_open_nothing(filled, ring, lead):
    (filled.folder / "stick").mkdir()
    filled.config.write_text('backup_to = "stick"\n')
    filled.run("backup", "now")
    first = lead("protect", typed=(*typed_back(), "y"))
    old = filled.json("protect", "status")["key_id"]
    (filled.folder / "stick").rename(filled.folder / "away")

    kept = lead("protect", "change", "--new-key", typed=())
    (filled.folder / "away").rename(filled.folder / "stick")
    second = lead("protect", "change", "--new-key", typed=(*typed_back(), "y"))

    assert (first.code, kept.code, second.code) == (0, 5, 0)
    assert "its copies would keep the old key" in kept.shown
    status = filled.json("protect", "status")
    assert status["key_id"] != old
    assert old not in (filled.folder / "keyring.json").read_text()
    words = " ".join(word for each in ROW.findall(first.shown) for word in each)
    refused = filled.run("protect", "recovery", "--check", given=words)
    assert (refused.returncode, refused.stdout) == (4, "")
    assert "only the newest one counts" in refused.stderr
    files = [filled.store, *filled.folder.rglob("0*.sqlite")]
    assert len(files) == 3
    assert {file.read_bytes()[:16] for file in files} == {
        PROTECTED_MAGIC + bytes.fromhex(status["key_id"])
    }
    assert filled.run("backup", "verify").returncode == 0
