"""The three layers of notes: whatever is private, no page for others has it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import talk

PRIVATE, SHARED, WITHDRAWN, RELEASED = "QXPRIVATE", "QXSHARED", "QXWITHDRAWN", "QXRELEASED"
AROUND = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=12
)
PAGES = (
    *(("report", "takehome", "1"), ("report", "prepare", "amina"), ("report", "pop", "amina")),
    *(("report", "threeway", "amina", "--moment", each) for each in ("start", "halfway", "end")),
)


def marked(mark: str) -> st.SearchStrategy[str]:
    """Some text with *mark* in it, anywhere."""
    return st.tuples(AROUND, AROUND).map(mark.join)


@st.composite
def conversations(draw: st.DrawFn) -> dict[str, object]:
    """A conversation with something private and something shared, each in some of its places."""
    private, shared = marked(PRIVATE), marked(SHARED)
    kept = {
        name: draw(private)
        for name in draw(st.sets(st.sampled_from(["private_note", "reflection"])))
    } | {
        name: draw(shared)
        for name in draw(st.sets(st.sampled_from(["topic", "better", "summary"])))
    }
    layers = draw(st.lists(st.sampled_from(["private", "shared"]), max_size=3))
    answers = [
        {
            "stage": "s",
            "question": f"q{at}",
            "layer": layer,
            "text": draw(private if layer == "private" else shared),
        }
        for at, layer in enumerate(layers)
    ]
    roles = {"hard_to_tell": draw(private)} if draw(st.booleans()) else {}
    goals = [{"statement": draw(shared)}] if draw(st.booleans()) else []
    return talk(**kept, answers=answers, roles=roles, goals=goals)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(conversations(), marked(PRIVATE), marked(RELEASED), marked(WITHDRAWN))
def test_each_layer_stays_where_it_belongs(
    call, keep, monkeypatch, said, noted, released, withdrawn
) -> None:
    with TemporaryDirectory() as folder:
        monkeypatch.setenv("COACHLOG_STORE", str(Path(folder, "journal.sqlite")))
        keep(said)
        checkin = ("workability", "new", "--coachee", "amina", "--wanted", "--stress", 2)
        assert call(*checkin, "--note", noted).code == 0
        for text in (released, withdrawn):
            words = ("--text", text, "--to", "Koen", "--agreed-by", "Amina")
            assert call("session", "release", 1, *words).code == 0
        assert call("session", "release", "--withdraw", 2).code == 0

        for words in PAGES:
            pages = [call(*words, *form).out for form in ((), ("--json",), ("--csv",))]
            shown = "".join(pages)
            assert PRIVATE not in shown
            assert WITHDRAWN not in shown
            if words[1] in ("pop", "threeway"):
                assert SHARED not in shown
                assert [RELEASED in page for page in pages] == [True] * 3


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_the_marks_are_there_where_they_belong(call, keep, words) -> None:
    """So that the property cannot hold because nothing is shown at all."""
    keep(talk(topic=SHARED, goals=[{"statement": SHARED}], private_note=PRIVATE))
    release = ("--text", RELEASED, "--to", "Koen", "--agreed-by", "Amina")
    assert call("session", "release", 1, *release).code == 0

    shown = call(*words).out

    assert (RELEASED in shown) == (words[1] in ("pop", "threeway"))
    assert (SHARED in shown) == (words[1] in ("takehome", "prepare"))
    assert PRIVATE in call("session", "show", 1).out
