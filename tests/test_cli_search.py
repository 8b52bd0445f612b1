"""Search: what is found, where, in which order, and that anything may be typed."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coachlog.store.connection import open_reader
from coachlog.store.fulltext import PRIVATE, SHARED
from coachlog.store.work import Work
from coachlog.views.search.labels import FIELDS
from coachlog.views.search.places import NOUNS, ON_A_PAGE, record_query
from tests.conftest import refused, talk
from tests.store.conftest import insert

ANYTHING = settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture
def search(call):
    """`search(*words)`: the hits, as JSON gives them."""
    return lambda *words: call("search", "--json", *words).json


@pytest.fixture
def texts(search):
    """`texts(*words)`: only what they say."""
    return lambda *words: [hit["text"] for hit in search(*words)]


@pytest.fixture
def said(keep):
    """Three conversations of two people, with all kinds of things in them."""
    keep(
        talk(
            topic="Een café met Koen",
            reality={"now": "Koen onderbreekt", "tried": "Mieke gevraagd"},
            options=[{"text": "Koen bellen", "pros": "snel"}],
            goals=[{"statement": "Rustig blijven", "why": "Koen merkt het"}],
            actions=[{"what": "Koen aanspreken", "due_on": "2026-12-01"}],
            answers=[
                {
                    "stage": "will",
                    "question": "grow.will.02",
                    "asked": "Wie weet het?",
                    "text": "Koen",
                },
            ],
            private_note="Koen vermijden?",
            summary="Het lukt",
        ),
        talk(date="2026-11-09T14:00", topic="Koen en Mieke"),
        talk(coachee="Bo", date="2026-11-16T14:00", topic="Mieke en de planning"),
    )


def test_everything_that_was_said_is_found_with_where_it_stands(said, search):
    found = {(hit["noun"], hit["field"]): hit for hit in search("koen", "--limit", 0)}

    assert {
        key: (hit["session"], hit["number"], hit["stage"], hit["layer"])
        for key, hit in found.items()
    } == {
        ("session", "topic"): (1, 1, "topic", "shared"),
        ("session", "reality_now"): (1, 1, "reality", "shared"),
        ("session", "private_note"): (1, 1, "closing", "private"),
        ("answer", "text"): (1, None, "will", "shared"),
        ("option", "text"): (1, None, "options", "shared"),
        ("goal", "why"): (1, 1, "goal", "shared"),
        ("action", "what"): (1, 1, "will", "shared"),
    }
    assert found["action", "what"]["excerpt"] == "[Koen] aanspreken"


def test_people_talents_topics_trajectories_and_copies_are_found_too(said, call, search):
    for words in (
        "coachee edit amina --context zeppelin",
        "coachee talent amina zeppelin",
        "topic park amina zeppelin",
        "trajectory edit 1 --purpose zeppelin",
        "session release 1 --text zeppelin --to Koen --agreed-by Amina",
    ):
        assert call(*words.split()).code == 0, words

    assert {hit["noun"] for hit in search("zeppelin")} == {
        *("coachee", "talent", "topic", "trajectory", "release")
    }


def test_the_newest_comes_first(said, texts):
    assert texts("mieke") == ["Mieke en de planning", "Koen en Mieke", "Mieke gevraagd"]


def test_the_best_comes_first_when_asked(keep, texts):
    keep(
        talk(topic="Koen Koen"),
        talk(date="2026-11-09T14:00", topic="Met Koen over van alles en nog wat"),
    )

    assert texts("koen", "--best")[0] == "Koen Koen"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["cafe"], {1}),
        (["CAFÉ"], {1}),
        (["koen", "mieke"], {1, 2}),
        (["mieke koen"], set()),
        (["en mieke"], {2}),
        (["“en mieke”"], {2}),
        (["onderbr*"], {1}),
        (["koen onderbr*"], {1}),
        (["mieke", "-koen"], {3}),
        (["mieke", "-koen", "-planning"], set()),
        (["mieke", "-en mieke"], {1, 3}),
        (['mieke -"koen en" -"de planning"'], {1}),
        (["-planning", "mieke", "--", "-gevraagd"], {2}),
        (["mieke", "AND", "planning"], set()),
        (["onderbr"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_words_phrases_beginnings_and_what_is_left_out(said, search, words, found):
    assert {hit["session"] for hit in search(*words)} == found


def test_several_figures_are_left_out(keep, texts):
    """`-6` looks like a figure below zero, wherever it stands."""
    keep(talk(topic="room 5 and 6"), talk(date="2026-11-03", topic="room 7"))

    assert texts("room", "-9", "-6") == ["room 7"]
    assert texts("room", "--", "-7", "-9") == ["room 5 and 6"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("œuvre", "oeuvre"), ("oeuvre", "œuvre"), ("OEUVRE", "Œuvre"), ("burn-out", "burnout")],
)
def test_one_word_in_two_spellings(keep, texts, typed, written):
    keep(talk(topic=f"Een {written} dus"))

    assert texts(typed) == [f"Een {written} dus"]


@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("--coachee bo", {("bo", 3)}),
        ("--noun action", set()),
        ("--noun session", {("amina", 1), ("amina", 2), ("bo", 3)}),
        ("--stage reality", {("amina", 1)}),
        ("--stage will", set()),
        ("--since 2026-11-09", {("amina", 2), ("bo", 3)}),
        ("--since 2w", {("bo", 3)}),
        ("--until 2026-11-08", {("amina", 1)}),
        ("--since 2026-11 --until 2026-11-09", {("amina", 1), ("amina", 2)}),
    ],
)
def test_looking_in_one_place(said, search, option, found):
    hits = search("mieke", *option.split())

    assert {(hit["coachee"], hit["session"]) for hit in hits} == found


def test_a_noun_of_a_conversation_covers_what_stands_in_it(said, search):
    assert {hit["noun"] for hit in search("koen", "--noun", "session")} == {
        *("session", "answer", "option")
    }


def test_shared_leaves_out_what_only_the_coach_sees(said, search):
    assert [hit["field"] for hit in search("vermijden")] == ["private_note"]
    assert search("vermijden", "--shared") == []


def test_people_in_the_archive_only_when_asked_or_named(said, call, search):
    call("coachee", "archive", "bo")

    assert search("planning") == []
    assert len(search("planning", "--archived")) == len(search("planning", "--coachee", "bo")) == 1
    assert "--archived" in call("search", "planning").err


def test_the_limit_and_that_there_is_more(said, call):
    some, all_ = call("search", "koen", "--limit", 2), call("search", "koen", "--limit", 0)

    assert (len(some.lines), "--limit 0" in some.err) == (2, True)
    assert all_.lines[:2] == some.lines
    assert (len(all_.lines), all_.err) == (8, "")


def test_a_limit_that_is_just_met_leaves_nothing(said, call):
    assert call("search", "koen", "--limit", 8).err == ""


def test_each_format_has_the_same_hits_in_the_same_order(said, call):
    plain = [line.split("\t") for line in call("search", "koen").lines]
    as_json = call("search", "koen", "--json").json
    as_csv = list(csv.DictReader(io.StringIO(call("search", "koen", "--csv").out, newline="")))

    assert [
        {key: "" if value is None else str(value) for key, value in hit.items()} for hit in as_json
    ] == as_csv
    fields = ("on", "coachee", "session", "noun", "number", "field", "layer", "excerpt")
    assert [[row[field] for field in fields] for row in as_csv] == plain


def test_a_long_text_is_cut_around_the_word(keep, search):
    text = "voor " * 200 + "zeppelin" + " na" * 200
    keep(talk(topic="Kort", summary=text))

    (hit,) = search("zeppelin")

    assert hit["text"] == text
    assert hit["excerpt"].startswith("… voor ")
    assert "voor [zeppelin] na" in hit["excerpt"]
    assert hit["excerpt"].endswith("na …")
    assert len(hit["excerpt"]) < 180


def test_what_a_terminal_would_obey_is_shown(keep, call):
    keep(talk(topic="Koen \x1b[31mrood\nen\tnog"))

    (line,) = call("search", "koen").lines

    assert line.endswith("[Koen] ␛[31mrood en    nog")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["*"], "no word"), (["-"], "no word"), (['"'], "no word"), (["-koen"], "leave out"),
        (["\0"], "no word"), (["x" * 501], "too long"), ([""], "no word"), (["🙂"], "no word"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_for_is_refused(call, words, told):
    refused(call("search", *words), 2, told)


def test_a_mistyped_option_is_no_word(call):
    refused(call("search", "koen", "--coache", "amina"), 2, "--coachee")
    refused(call("search"), 2, "WORDS")
    refused(call("search", "koen", "--noun", "gool"), 4, "gool")
    refused(call("search", "koen", "--stage", "realiy"), 4, "realiy")
    refused(call("search", "koen", "--coachee", "nobody"), 3, "nobody")
    refused(call("search", "koen", "--since", "ooit"), 4, "ooit")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["xyz"], "beginning"), (["xyz*"], ""), (["xyz zyx"], "quotation"),
        (["koen", "--until", "2020"], "options"),
    ],
)  # fmt: skip
def test_nothing_found_is_no_error_and_tells_what_may_help(said, call, words, told):
    result = call("search", *words)

    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("Nothing was found.\n")
    assert told in result.err
    assert bool(told) == (result.err.count("\n") == 2)


def test_a_journal_that_is_not_there_yet_is_searched_too(call):
    assert call("search", "koen").code == 0


@ANYTHING
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@example(["AND"])
@example(["NOT", "NEAR(a b)", "c++", "l'équipe", "burn-out", "body:x", "^a", "{a b}", "a + b"])
@example(["a" * 499])
@example(["a " * 240])
@example(["oe ae " * 80])
@example(["-a"] * 200 + ["b"])
@example([" ".join(map(str, range(120)))])
@example(list(map(str, range(150))))
@example(["\ud800", "x\0y"])
def test_whatever_is_typed_is_safe(call, words):
    result = call("search", *words) if not any(word.startswith("--") for word in words) else None

    assert result is None or result.code in (0, 2)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1, max_size=30
    ),
    st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"]), max_size=20),
)
def test_a_word_that_was_put_in_is_found(call, keep, word, around):
    (number,) = keep(talk(topic=f"{around} {word} {around}"))

    found = call("search", "--json", "--limit", "0", "--", word).json

    assert number in {hit["session"] for hit in found}


def test_every_text_of_the_index_has_a_place_and_a_label(tmp_path):
    """A new noun wants a line in PLACES and labels for its fields."""
    indexed = {noun: {*SHARED.get(noun, ()), *PRIVATE.get(noun, ())} for noun in SHARED | PRIVATE}

    assert set(NOUNS) == set(indexed)
    assert {noun: set(fields) for noun, fields in FIELDS.items()} == indexed
    assert sorted(ON_A_PAGE) == sorted(NOUNS)
    with open_reader(tmp_path / "journal.sqlite") as reader:
        for noun in NOUNS:
            assert reader.one(lambda *row: row, record_query(noun, "shared"), id="") is None


def test_what_is_of_nobody_is_found_too(program, keep, call, screen):
    keep(talk())
    with Work(program.store, "test") as work:
        insert(work, "objective", statement="zeppelin")
        insert(work, "growth", learned="zeppelin")
        person = work.value("select id from coachee")
        insert(work, "observation", fact="zeppelin", coachee_id=person)

    found = call("search", "zeppelin", "--json").json

    assert {(hit["noun"], hit["coachee"]) for hit in found} == {
        *(("objective", None), ("growth", None), ("observation", "amina"))
    }
    shown = screen("search", "zeppelin")
    assert shown.count("[zeppelin]") == 3
    assert "Objective 1\n  Objective" in shown


def test_hits_on_a_screen(said, screen):
    assert (
        screen("search", "koen", "--noun", "session")
        == """\
Conversation 2 with Amina · Mon 9 Nov 2026
  Topic          [Koen] en Mieke

Conversation 1 with Amina · Mon 2 Nov 2026
  Topic          Een café met [Koen]
  Now            [Koen] onderbreekt
  Wie weet het?  [Koen]
  Option         [Koen] bellen
  Private note   [Koen] vermijden? · ◌ for you only
"""
    )


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_line_fits_the_screen(said, keep, screen, columns, language):
    keep(talk(date="2026-11-10T14:00", summary="een lange zin met Koen " * 40))

    shown = screen("search", "koen", "--limit", 0, columns=columns, language=language)

    assert max(map(len, shown.splitlines())) <= columns
    assert shown.count("[Koen]") >= 9


def test_bold_and_underlined_on_a_terminal(said, program):
    shown = program.on_terminal("search", "aanspreken").out

    assert "Koen \x1b[1;4maanspreken" in shown


def test_what_is_about_the_coach_was_shared_with_nobody(said, call, search):
    words = ("--kind", "reading", "--learned", "zeppelin", "--applied", "zeppelin")
    assert call("growth", "new", *words).code == 0

    assert {hit["field"] for hit in search("zeppelin")} == {"learned", "applied"}
    assert search("zeppelin", "--shared") == []
