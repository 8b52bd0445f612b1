"""Languages: which one a run speaks, and that it speaks nothing else."""

from typing import Any

import pytest

from coachlog.base.texts import language_of, translation, with_tied_signs

NO_GOALS = {"en": "No goals yet.", "nl": "Nog geen doelen.", "fr": "Pas encore d'objectifs."}
ENGLISH = ("Usage", "Options:", "Show this", "required", "default:", "Arguments:", "TEXT", "FILE")

HELP_PAGES = [(), ("session",), ("session", "new"), ("session", "list"), ("goal", "score")]


def settings(config: str | None) -> str:
    return f'language = "{config}"\n' if config else ""


@pytest.mark.parametrize(
    ("option", "own", "config", "lang", "spoken"),
    [
        pytest.param("nl", "fr", "fr", "fr_BE.UTF-8", "nl", id="the option before all"),
        pytest.param(None, "nl", "fr", "fr_BE.UTF-8", "nl", id="then COACHLOG_LANG"),
        pytest.param(None, "", "nl", "fr_BE.UTF-8", "nl", id="then the configuration"),
        pytest.param(None, "", None, "fr_BE.UTF-8", "fr", id="then LANG"),
        pytest.param(None, "", None, "nl_NL", "nl", id="LANG without an encoding"),
        pytest.param(None, "", None, "de_DE.UTF-8", "en", id="English for a language not spoken"),
        pytest.param(None, "", None, "C.UTF-8", "en", id="English where nothing tells"),
        pytest.param(None, "de", "fr", "nl_BE.UTF-8", "fr", id="a strange code is no choice"),
    ],
)
def test_the_language_is_chosen_in_order(
    program: Any, option: str | None, own: str, config: str | None, lang: str, spoken: str
) -> None:
    program.config.write_text(settings(config), encoding="utf-8")

    told = program.run(
        *(["--lang", option] if option else []),
        *("goal", "list"),
        env={"COACHLOG_LANG": own, "LANG": lang},
    )

    assert (told.code, told.err.strip()) == (0, NO_GOALS[spoken])


def test_the_language_of_messages_comes_before_that_of_the_machine(program: Any) -> None:
    told = program.run(
        "goal", "list", env={"COACHLOG_LANG": "", "LC_ALL": "nl_BE", "LANG": "fr_BE"}
    )

    assert told.err.strip() == NO_GOALS["nl"]


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("nl", ["Gebruik: ", "[OPTIES]", "Argumenten:", "CIJFER", "[verplicht]", "Opties:", "DAG"]),
        (
            "fr",
            [
                *map(with_tied_signs, ("Utilisation : ", "Arguments :", "Options :")),
                *("[OPTIONS]", "CHIFFRE", "[obligatoire]"),
            ],
        ),
    ],
)
def test_help_has_its_headings_in_the_language(
    run: Any, language: str, headings: list[str]
) -> None:
    told = run("goal", "score", "--help", env={"COACHLOG_LANG": language})

    assert [heading for heading in headings if heading not in told.out] == []


@pytest.mark.parametrize("page", HELP_PAGES, ids=lambda page: " ".join(page) or "coachlog")
def test_help_in_dutch_holds_no_word_of_typer_in_english(call: Any, page: tuple[str, ...]) -> None:
    told = call(*page, "--help", env={"COACHLOG_LANG": "nl"})

    assert [word for word in ENGLISH if word in told.out] == []
    assert ("Opties:" if page else "Opdrachten:") in told.out


def test_the_default_of_an_option_is_told_in_the_language(call: Any) -> None:
    told = call("session", "list", "--help", env={"COACHLOG_LANG": "fr"})

    assert "[10 par défaut]" in told.out


def test_an_error_tells_cause_and_remedy_in_french(run: Any) -> None:
    told = run("goal", "show", "7", env={"COACHLOG_LANG": "fr"})

    assert (told.code, told.out) == (3, "")
    assert told.err.splitlines() == [
        "Il n'y a pas d'objectif 7.",
        "  Liste complète\N{NO-BREAK SPACE}: coachlog goal list --limit 0",
    ]


def test_a_wrong_command_line_is_told_in_dutch(run: Any) -> None:
    told = run("sesion", "new", env={"COACHLOG_LANG": "nl"})

    assert told.code == 2
    assert told.err.splitlines() == [
        "Er is geen opdracht sesion. Bedoel je: coachlog session new?",
        "  Bekijk wat je kunt typen: coachlog --help",
    ]


def test_a_language_that_coachlog_does_not_speak_is_refused(run: Any) -> None:
    told = run("--lang", "de", "goal", "list", env={"COACHLOG_LANG": "nl"})

    assert told.code == 2
    assert told.err.startswith("coachlog spreekt geen “de”.")


def test_keys_of_data_are_not_translated(call: Any, keep: Any) -> None:
    keep({"coachee": "Amina", "date": "2026-11-02T14:00"})

    plain, dutch = (
        call("session", "list", "--json", env={"COACHLOG_LANG": language}).out
        for language in ("en", "nl")
    )

    assert plain == dutch


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("nl", 0, "0 openstaande acties"),
        ("nl", 1, "1 openstaande actie"),
        ("fr", 0, "0 action à faire"),
        ("fr", 2, "2 actions à faire"),
    ],
)
def test_a_number_takes_the_form_of_its_language(language: str, n: int, said: str) -> None:
    """Nought is plural in Dutch and singular in French."""
    say = translation(language).ngettext

    assert say("{n} open action", "{n} open actions", n).format(n=n) == said


@pytest.mark.parametrize(
    ("code", "language"),
    [("nl_BE.UTF-8", "nl"), ("fr", "fr"), ("EN-gb", "en"), ("de", None), ("", None), (None, None)],
)
def test_a_language_is_known_by_its_code(code: str | None, language: str | None) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quoi ? Ceci : « a », puis ; et !", "Quoi~? Ceci~: «~a~», puis~; et~!"),
        ("Nom :", "Nom~:"),
        (":stop arrête, de même :back", ":stop arrête, de même :back"),
        ("09:30, https://a.be", "09:30, https://a.be"),
        ("déjà~? Non~: «~a~»", "déjà~? Non~: «~a~»"),
    ],
)
def test_a_french_sign_is_never_alone_on_a_line(text: str, shown: str) -> None:
    """`~` stands for a no-break space here."""
    tied = "\N{NO-BREAK SPACE}"

    assert with_tied_signs(text.replace("~", tied)) == shown.replace("~", tied)
