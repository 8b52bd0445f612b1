"""The first start: at most three questions, never in a pipe, never again."""

import os
import subprocess
import sys
import tomllib

import pytest

from coachlog.base.texts import translation
from tests.conftest import NOBODY, ROOT
from tests.guide.script import Until
from tests.guide.talks import QUESTIONS as CONVERSATION
from tests.guide.terminal import CTRL_C

WELCOME = "Welkom · Bienvenue · Welcome"
NAME, ZONE = "What is your name?", "Which time zone"
OFFER = "Protect your journal now? It takes pen and paper."
QUESTIONS = (WELCOME, OFFER, NAME)
START = "coachlog is the journal of your coaching conversations."
WHO = "Who are you talking with?"
BARE, NEW = (), ("session", "new")
MACHINE = {"nl": "nl_BE.UTF-8", "fr": "fr_BE.UTF-8", "en": "en_GB.UTF-8"}


@pytest.fixture
def newcomer(home):
    """Somebody whose machine speaks English, at their very first start."""
    home.config.unlink()
    home.environment |= {"COACHLOG_LANG": "", "COACHLOG_STORE": "", "LANG": MACHINE["en"]}
    home.usual = home.folder / ".local" / "share" / "coachlog" / "journal.sqlite"
    return home


@pytest.fixture
def begin(newcomer, open_terminal):
    """Open a window; `typed` are answers, each to the question that is there."""

    def start(*words, typed=(), **more):
        window = open_terminal(*words, **more)
        for answer in typed:
            window.answer(answer)
        return window

    return start


def kept(home):
    """What stands in the configuration, without a name that was left empty."""
    config = tomllib.loads(home.config.read_text(encoding="utf-8"))
    return {key: value for key, value in config.items() if value != ""}


def files(home):
    """All that was made, wherever."""
    return [path for path in home.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("language", MACHINE)
def test_enter_takes_what_is_offered_and_the_start_screen_follows(language, newcomer, lead):
    said = translation(language).gettext
    offered = {"nl": "Nederlands", "fr": "Français", "en": "English"}[language]

    typed = ((offered, ""), ("coachlog config set",), (said(OFFER), ""), (said(NAME), ""))
    ended = lead(typed=typed, LANG=MACHINE[language])

    assert ended.code == 0
    assert said(START) in ended.shown.partition(said("That was all."))[2]
    assert kept(newcomer) == {"language": language}
    assert newcomer.run("config", "get", "store").stdout.strip() == str(newcomer.usual)
    assert str(newcomer.usual) in ended.shown.replace(" ", "")


@pytest.mark.parametrize("language", MACHINE)
def test_answers_are_kept_and_the_conversation_follows_in_that_language(language, newcomer, lead):
    said = translation(language).gettext
    typed = (
        (WELCOME, str(list(MACHINE).index(language) + 1)),
        (said(OFFER), ""),
        (said(NAME), "Els  Janssens"),
        (said("Which time zone are you in?"), "brussels"),
        (said(WHO), "Bo"),
        Until(CONVERSATION["first_agreement.01"].ask(language)),
    )

    lead(*NEW, typed=typed, LANG="C.UTF-8", TZ="UTC")

    assert kept(newcomer) == {
        "language": language,
        "name": "Els Janssens",
        "time_zone": "Europe/Brussels",
    }
    assert newcomer.usual.exists()


def test_who_begins_with_an_import_is_welcomed_first(newcomer, lead):
    path = newcomer.folder / "list.csv"
    path.write_text("Name;Date;Topic\nBo;2026-09-14;Ward\n", encoding="utf-8")

    ended = lead(
        "import", str(path), typed=((WELCOME, "3"), (OFFER, ""), (NAME, "Els"), Until("goes where"))
    )

    assert WELCOME in ended.shown
    assert kept(newcomer)["name"] == "Els"


@pytest.mark.parametrize("words", [BARE, NEW], ids=["coachlog", "session new"])
def test_it_never_comes_back(words, newcomer, lead):
    assert lead(typed=("", "", "")).code == 0

    shown = lead(*words).shown

    assert (WHO if words else START) in shown
    assert WELCOME not in shown
    assert NAME not in shown


@pytest.mark.parametrize(
    ("config", "asked"),
    [
        ("mirror = true", (WELCOME, NAME, ZONE)),
        ('language = "en"', (NAME, ZONE)),
        ('language = "en"\nname = "Els"', (ZONE,)),
        ('name = "Els"\ntime_zone = "Europe/Brussels"', (WELCOME,)),
        ('language = "en"\ntime_zone = "Europe/Brussels"', (NAME,)),
        ('language = "en"\nname = "Els"\ntime_zone = "Europe/Brussels"', ()),
    ],
)
def test_what_was_set_before_the_first_conversation_is_not_asked_and_the_rest_is(
    config, asked, newcomer, lead
):
    newcomer.config.write_text(config + "\n")
    answers = {WELCOME: "en", NAME: "", ZONE: "brussels"}

    typed = [(question, answers[question]) for question in asked]
    if asked:
        typed.insert(asked[0] == WELCOME, (OFFER, ""))
    shown = lead(*NEW, typed=(*typed, (WHO, ":stop")), TZ="UTC").shown

    assert {each for each in answers if each in shown} == set(asked)
    assert ("guides you through coaching conversations" in shown) == bool(asked)
    before, after = tomllib.loads(config), kept(newcomer)
    assert {key: after[key] for key in before} == before
    assert after["language"] == "en"
    again = lead(*NEW, typed=((WHO, ":stop"),), TZ="UTC").shown
    assert not [each for each in answers if each in again]


@pytest.mark.parametrize(
    "plain",
    [(), pytest.param(("--plain",), marks=pytest.mark.nightly)],
    ids=["terminal", "plain"],
)
@pytest.mark.parametrize("answered", range(3))
@pytest.mark.parametrize(("leave", "code"), [(CTRL_C, 130), (":stop\r", 0)], ids=["C", "stop"])
def test_stopping_keeps_nothing_and_it_comes_again(leave, code, answered, plain, newcomer, begin):
    window = begin(*plain, typed=("",) * answered)
    window.wait_for(QUESTIONS[answered])
    window.wait_for_prompt()

    window.type(leave)

    assert window.ended() == code
    assert files(newcomer) == []
    assert "Traceback" not in window.shown()
    assert START not in window.shown()
    begin(*NEW).wait_for(WELCOME)


def test_stopping_before_a_conversation_ends_it_too(newcomer, lead):
    assert lead(*NEW, typed=("", ":stop")).code == 0

    assert files(newcomer) == []


def test_back_and_skip(newcomer, lead):
    ended = lead(
        typed=(
            *((WELCOME, ":back"), ("This is the first question.",), (WELCOME, "fr")),
            (translation("fr").gettext(OFFER), "n"),
            *(("Comment vous appelez-vous ?", ":retour"), (WELCOME, "Engels"), (NAME, ":passer")),
        )
    )

    assert ended.code == 0
    assert START in ended.shown
    assert kept(newcomer) == {"language": "en"}


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["terminal", "plain"])
def test_a_wrong_answer_is_explained_and_asked_again(plain, newcomer, begin):
    again = "" if plain else "\x15"
    window = begin(*plain, TZ="UTC")
    window.asked(WELCOME, "4")
    window.wait_for("from 1 to 3")
    window.answer(again + "deutsch")
    window.wait_for("from 1 to 3")
    window.answer(again + "3")
    window.asked(OFFER, "")
    window.asked(NAME, "x" * 501)
    window.wait_for("too long")
    window.answer(again)
    window.asked(ZONE, "Belgium")
    window.wait_for("The time zone Belgium is not known here.")
    window.answer(again + "new york")
    window.wait_for("America/New_York")

    window.wait_for(START)
    assert window.ended() == 0
    assert kept(newcomer) == {"language": "en", "time_zone": "America/New_York"}


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"TERM": ""}], ids=["dumb", "none"])
def test_a_terminal_that_can_do_nothing(more, newcomer, begin):
    window = begin(typed=("2", "", ""), **more)

    assert window.ended() == 0
    assert "\x1b" not in window.raw
    assert kept(newcomer) == {"language": "fr"}


def test_end_of_input_is_a_stop(newcomer, begin):
    window = begin("--plain", typed=("1",))
    window.wait_for_prompt()

    window.type("\x04")

    assert window.ended() == 0
    assert files(newcomer) == []


@pytest.mark.parametrize(
    ("words", "more", "asked"),
    [
        (("--lang", "nl"), {}, ()),
        ((), {"COACHLOG_LANG": "nl"}, ()),
        ((), {"COACHLOG_LANG": "xx"}, QUESTIONS),
        (("--store", "j.sqlite"), {}, QUESTIONS),
        ((), {"COACHLOG_STORE": "j.sqlite"}, QUESTIONS),
        (("--lang", "nl", "--store", "j.sqlite"), {}, ()),
        ((), {"COACHLOG_LANG": "nl", "COACHLOG_STORE": "j.sqlite"}, ()),
    ],
)
def test_what_is_settled_is_not_asked(words, more, asked, newcomer, lead):
    ended = lead(*words, typed=("",) * len(asked), **more)

    assert ended.code == 0
    dutch = translation("nl").gettext
    for question in QUESTIONS:
        told = question in ended.shown or dutch(question) in ended.shown
        assert told == (question in asked)
    assert newcomer.config.exists() == bool(asked)


@pytest.mark.parametrize("machine", ["C.UTF-8", "", "de_BE.UTF-8"])
def test_where_the_machine_tells_no_language_enter_takes_none(machine, newcomer, lead):
    """It says so in all three, and asks again."""
    typed = (
        ("Typ 1, 2 of 3 · Tapez 1, 2 ou 3 · Type 1, 2 or 3", ""),
        *(("Typ 1, 2 of 3", "frans"), (translation("fr").gettext(OFFER), "")),
        ("Comment vous appelez-vous", ""),
    )

    assert lead(typed=typed, LANG=machine).code == 0

    assert kept(newcomer) == {"language": "fr"}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("coachlog < /dev/null", 0),
        ("coachlog | cat", 0),
        ("coachlog 2> err", 0),
        ("coachlog --no-input", 0),
        ("coachlog session new --no-input", 2),
        ("echo Els | coachlog", 0),
        ("coachlog session new --json", 2),
        ("coachlog session new --coachee Bo --from /dev/null", 4),
        ("coachlog session new --help", 0),
        ("coachlog --help", 0),
        ("coachlog timeline", 0),
        ("coachlog session list", 0),
        ("coachlog config list", 0),
        ("coachlog session resume", 3),
        ("coachlog sesion new", 2),
    ],
)
def test_nobody_else_is_welcomed(command, code, newcomer, begin):
    program = f"'{newcomer.python}' -m coachlog"
    script = f"cd '{newcomer.folder}'; " + command.replace("coachlog", program, 1)
    window = begin("/", "bash", "-o", "pipefail", "-c", script)

    assert window.ended() == code, window.shown()
    assert WELCOME not in window.shown()
    assert NAME not in window.shown()
    assert not newcomer.config.exists()


def test_two_windows_at_once(newcomer, begin):
    """What was chosen first counts, for a conversation may lie there already."""
    first, second = begin(), begin()
    for window in (first, second):
        window.wait_for(WELCOME)
    for answer in ("nl", "", "An"):
        first.answer(answer)
    assert first.ended() == 0
    before = newcomer.config.read_text(encoding="utf-8")

    for answer in ("fr", "", "Bea"):
        second.answer(answer)

    second.wait_for("Une autre fenêtre")
    second.wait_for(translation("nl").gettext(START))
    assert second.ended() == 0
    assert newcomer.config.read_text(encoding="utf-8") == before


def test_a_folder_in_place_of_the_configuration(newcomer, begin):
    newcomer.config.mkdir()

    window = begin(size=(34, 200))

    assert window.ended() == 4
    assert len(window.shown().strip().splitlines()) == 2
    assert WELCOME not in window.shown()


def test_settings_that_cannot_be_kept_count_for_this_once(newcomer, lead):
    ended = lead(typed=("nl", "", "An"), COACHLOG_CONFIG="/proc/none/config.toml")

    assert ended.code == 0
    told = ended.shown.partition("/proc/none/config.toml")[2]
    assert translation("nl").gettext(START) in told


@pytest.mark.parametrize("words", [BARE, NEW], ids=["coachlog", "session new"])
def test_in_a_home_that_can_only_be_read_nothing_is_asked(words, newcomer, begin, open_folder):
    """It would come at every start, for nothing tells that it was there before."""
    open_folder.chmod(0o500)
    newcomer.environment |= {"HOME": str(open_folder), "COACHLOG_CONFIG": ""}
    somebody = () if os.geteuid() else ("setpriv", f"--reuid={NOBODY}", "--clear-groups")
    start = (*somebody, sys.executable, "-m", "coachlog")
    if subprocess.run([*start, "--version"], cwd=ROOT, check=False).returncode:
        pytest.skip("somebody else may not run Python here")

    window = begin("/", *start, *words)

    window.wait_for("cannot be written: you cannot write in")
    window.wait_for(WHO if words else START)
    assert WELCOME not in window.shown()
