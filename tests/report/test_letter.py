"""A letter after a year: the person's own words and nothing else of theirs or of others."""

import pytest

from coachlog.terminal.context import Context
from tests.conftest import refused, talk

FIRST = talk(
    coachee="Amina El Idrissi",
    date="2025-12-02T14:00",
    topic="I fall silent when somebody objects",
    summary="I lead one handover, with a list.",
    goals=[
        {
            "ref": "g",
            "statement": "I lead the handover",
            "why": "I know the patients best",
            "anti_goal": "Not a sermon of mine",
            "baseline": 3,
        }
    ],
    actions=[{"what": "Lead it on Tuesday, with Sarah", "goal": "g"}, {"what": "Rest"}],
    private_note="PRIVATE-NOTE",
    reflection="PRIVATE-REFLECTION",
    roles={"hard_to_tell": "PRIVATE-HARD"},
    answers=[{"stage": "s", "question": "q", "text": "PRIVATE-ANSWER", "layer": "private"}],
)
SECOND = talk(
    coachee="amina",
    date="2026-06-02T14:00",
    topic="Who leads when I am away?",
    better="The list helped: nobody forgot, not even Lander.",
    reviews=[{"action": 1, "status": "done", "outcome": "“Done, with trembling hands”"}],
    scores=[{"goal": 1, "score": 8}],
    goals=[{"number": 1, "status": "achieved"}],
)
LAST = talk(
    coachee="amina",
    date="2026-10-27T14:00",
    topic="What the summer taught me",
    summary="I ask for one clear answer.",
    answers=[
        {"stage": "s", "question": "closing.learning.02", "text": "When I said the first word"}
    ],
    actions=[{"what": "Ask for an answer"}],
    parked=["A course in spring"],
)
DISCREET = talk(
    coachee="amina", date="2026-07-01T14:00", method="stay_or_go", topic="DISCREET-TOPIC"
)
ALONE = talk(coachee="amina", date="2026-11-02T14:00", method="gibbs", topic="COACH-ALONE")


@pytest.fixture
def year(call, keep):
    """A year with Amina, with something in every layer, and with others beside it."""
    keep(talk(coachee="Lander Maes", topic="OF-LANDER"), FIRST, SECOND, DISCREET, LAST, ALONE)
    contact = ("contact", "new", "--name", "Sarah De Smet", "--where", "internal")
    assert call(*contact, "--may-be-named", "not_named").code == 0
    assert call("coachee", "talent", "amina", "Staying calm").code == 0
    assert call("config", "set", "name", "Marleen De Wit").code == 0


def _letter(call, *more, code=0):
    told = call("report", "letter", "amina", *more)
    assert told.code == code, told.err
    return told


@pytest.mark.usefixtures("year")
def test_a_letter_tells_what_was_said_with_its_month_and_nothing_else(call):
    told = _letter(call)

    text = told.out
    for words in (
        "24 November 2026\n\nDear Amina,",
        "was in December 2025. You began with this: “I fall silent when somebody objects.”",
        "You said it in December like this: “Not a sermon of mine.”",
        "you set yourself a goal: “I lead the handover.” Why it mattered, you said: “I know the",
        "In December you planned this: “Lead it on Tuesday, with [someone].”",
        "How it went, you told me in June 2026: “Done, with trembling hands.”",
        "In June: “The list helped: nobody forgot, not even [someone].”",
        "You first gave that goal three out of ten, and eight in June. With that it was reached.",
        "You answered in October: “When I said the first word.”",
        "what you are good at: “Staying calm”.",
        "Our last conversation was in October."
        " You brought this along: “What the summer taught me.”",
        "“Ask for an answer.” For later we kept this: “A course in spring.”",
        "With warm regards,\n\n....................................\nMarleen De Wit\n",
    ):
        assert words in text, words
    for never in ("PRIVATE", "DISCREET", "COACH-ALONE", "OF-LANDER", "Lander", "Sarah", "Rest"):
        assert never not in text
    assert "read it aloud once" in told.err
    assert "2 names were hidden: Sarah, Lander." in told.err


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            (
                "24 november 2026\n\nBeste Amina,",
                "was in december 2025. Je begon met deze woorden: “I fall",
                "with [iemand].”",
                "Je gaf dat doel eerst een drie op tien, en in juni een acht. Daarmee",
            ),
        ),
        (
            "fr",
            (
                "24 novembre 2026\n\nBonjour Amina,",
                "a eu lieu en décembre 2025. Vous avez commencé par ces mots : « I fall",
                "[quelqu'un]. »",
                "Vous avez d'abord donné trois sur dix à cet objectif, puis huit en juin.",
            ),
        ),
    ],
)
def test_a_letter_is_in_the_language_of_the_person(call, language, words):
    call("coachee", "edit", "amina", "--language", language)

    told = _letter(call)

    text = told.out.replace("\N{NO-BREAK SPACE}", " ")
    assert [each for each in words if each not in text] == []
    assert "{" not in text
    assert "read it aloud once" in told.err  # what is for the coach, in the coach's own


def test_what_is_not_known_leaves_no_gap(call, keep):
    keep(talk(topic="One"), talk(date="2026-11-16T14:00", topic="Two"))

    letter = _letter(call, "--json").json
    opening, closing = "Before I wrote this", "In all of this"

    texts = [line["text"] for line in letter[4:]]
    assert texts[0].startswith("Our first conversation was in November 2026.")
    assert texts[1] == "Our last conversation was in November. You brought this along: “Two.”"
    assert texts[2].startswith(closing)
    assert letter[3]["text"].startswith(opening)


def test_too_little_for_a_letter_is_told_with_what_to_do(call, keep, program):
    keep(
        talk(topic="One"),
        talk(date="2026-11-16T14:00"),
        talk(date="2024-11-16T14:00", topic="Long ago"),
    )

    told = _letter(call, "--output", "amina.html", code=4)

    refused(told, 4, "too little was noted with Amina")
    assert "coachlog report letter amina --since 2024" in told.err
    once = _letter(call, "--since", "2024", code=0).out
    assert "was in November 2024" in once
    assert not (program.folder / "amina.html").exists()


@pytest.mark.usefixtures("year")
def test_another_period_begins_and_ends_where_it_was_told(call):
    text = _letter(call, "--since", "2026-06-01", "--until", "2026-10-31").out
    assert "I begin in June 2026. You said then: “Who leads when I am away?”" in text
    assert "I fall silent" not in text

    text = _letter(call, "--since", "2025", "--until", "2026-07-31").out
    assert "I end in June. You brought this along: “Who leads when I am away?”" in text
    assert "summer" not in text
    assert "We talk again" not in text


LONG = "It was a long sentence of mine. " * 40
HOSTILE = (
    '"{name} {0} %s <script>alert(1)</script> **bold** \\"',
    "first line\n\n  second « line » “with” marks\x1b[31m",
    f"#set page(fill: red) {LONG}",
)


def test_whatever_was_noted_is_quoted_as_text(call, keep, program):
    for n, text in enumerate(HOSTILE, 1):
        keep(talk(date=f"2026-0{n}-02T14:00", topic=text, better=f"b{text}", summary="x{when}"))

    for ending in ("html", "md", "txt"):
        _letter(call, "--output", f"amina.{ending}")

    html, markdown, text = (
        (program.folder / f"amina.{ending}").read_text() for ending in ("html", "md", "txt")
    )
    assert "<script>" not in html + markdown.replace("\\<", "")
    assert "“{name} {0} %s <script>alert(1)</script> **bold** \\.”" in text
    assert "“bfirst line second « line » ‘with’ marks" in text
    assert "\x1b" not in html + markdown + text
    assert "“x{when}.”" in text
    assert "of mine. […]”" in text
    assert max(map(len, text.split("\n"))) < 1600


@pytest.mark.usefixtures("year")
def test_at_a_terminal_a_letter_is_shown_before_it_is_written(call, monkeypatch, program):
    path = program.folder / "amina.md"
    with monkeypatch.context() as patch:
        patch.setattr(Context, "attended", property(lambda _context: True))

        told = call("report", "letter", "amina", "--output", path, typed="n\n")
        assert "Dear Amina," in told.out
        assert "read it aloud once" in told.err
        assert not path.exists()

        told = call("report", "letter", "amina", "--output", path, typed="\n")
        assert "Dear Amina," in path.read_text()

        told = call("report", "letter", "amina", "--output", path, "--force", "--yes", typed="")
        assert (told.code, told.out) == (0, "")

    told = _letter(call, "--output", path, "--force")
    assert told.out == ""
    assert "Written:" in told.err


def test_a_letter_is_not_for_oneself(call):
    call("goal", "new", "--coachee", "me", "--statement", "I wait")

    refused(call("report", "letter", "me"), 4, "not for yourself")
