"""`coachlog method`: which methods there are, what they ask, and own ones."""

import json
import stat

import pytest

from coachlog.base.texts import with_tied_signs
from coachlog.interview.method_files import load, names
from coachlog.library.lines import CheckLine, MethodLine
from coachlog.terminal.context import Context
from tests.conftest import refused

LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])
OWN = """id = "walk"
source = "Own"
name = { nl = "Wandeling", en = "Walk" }
about = { nl = "Kort.", en = "Short." }

[[stage]]
id = "start"
name = { nl = "Start", en = "Start" }

[[stage.question]]
id = "walk.1"
kind = "text"
core = true
nl = "Wat zie je?"
en = "What do you see?"
"""


@pytest.fixture
def own(program):
    """`own(text, name="walk")`: a method of the coach's own; the result is its file."""

    def write(text, name="walk"):
        path = program.folder / "methods" / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@LANGUAGES
def test_the_list_tells_when_to_choose_each_in_the_language_of_the_run(call, language):
    listed = call("method", "list", "--json", env={"COACHLOG_LANG": language}).json

    assert [each["name"] for each in listed] == names()
    assert [each["about"] for each in listed] == [load(name).about[language] for name in names()]
    assert {each["origin"] for each in listed} == {"built_in"}


def test_the_list_has_the_same_columns_as_csv_and_as_json(call, own):
    own(OWN)
    rows = call("method", "list", "--csv").rows

    assert tuple(rows[0]) == MethodLine._fields
    assert tuple(call("method", "list", "--json").json[0]) == MethodLine._fields
    [walk] = [row for row in rows if row["origin"] == "own"]
    assert (walk["name"], walk["stages"], walk["questions"]) == ("walk", "Start", "1")


def test_a_file_with_a_mistake_stands_in_the_list_and_hides_no_other(call, own):
    own(OWN.replace('"text"', '"txt"'))

    listed = {each["name"]: each for each in call("method", "list", "--json").json}

    assert listed["walk"]["mistakes"] == 1
    assert len(listed) == len(names()) + 1
    assert "walk\tThere is something to correct." in call("method", "list").out


@LANGUAGES
@pytest.mark.parametrize("name", names())
def test_a_method_is_shown_with_every_question(name, language, call, screen):
    shown = call("method", "show", name, env={"COACHLOG_LANG": language}).out
    page = " ".join(screen("method", "show", name, columns=200, language=language).split())

    for question in load(name).questions:
        assert question.ask(language) in shown
        assert " ".join(question.ask(language).split()) in page


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_list_and_page_fit_the_screen(screen, columns):
    for words in (("method", "list"), ("method", "show", "three_way_start")):
        shown = screen(*words, columns=columns, language="nl")
        assert max(map(len, shown.splitlines())) <= columns


def test_the_page_of_a_talk_with_three_says_to_whom(screen):
    page = screen("method", "show", "three-way-start", language="nl")

    for words in ("aan de leidinggevende", "aan allebei", "aan de persoon zelf"):
        assert words in page


def test_a_method_as_json_has_all_its_languages(call):
    told = call("method", "show", "oskar", "--json").json

    scaling = told["stage"][2]["question"][1]
    assert scaling["fills"] == "reality.why_not_lower"
    assert (scaling["nl"], scaling["en"]) == (
        "Wat maakt dat je daar staat en niet een punt lager?",
        "What puts you there rather than one point lower?",
    )


def test_a_method_that_is_unknown_is_told_with_one_that_is_near(call):
    for verb in ("show", "check"):
        result = call("method", verb, "oscar")
        refused(result, 3, "no method called oscar")
        assert "Did you mean oskar?" in result.err
    refused(call("method", "new", "walk", "--like", "oscar"), 3, "no method called oscar")


def question(id_="walk.2", kind="text", **keys):
    """A second question for OWN."""
    lines = [f'id = "{id_}"', f'kind = "{kind}"', 'nl = "Vraag?"', 'en = "Question?"']
    lines += [f"{key} = {json.dumps(value)}" for key, value in keys.items()]
    return "\n[[stage.question]]\n" + "\n".join(lines) + "\n"


BAD = {
    "an unknown kind": (OWN.replace('"text"', '"txt"'), 12, "kind is one of", "Did you mean text?"),
    "an unknown field": (OWN + question(fills="realty.now"), 22, "fills is one of", "reality.now"),
    "a kind that does not suit": (
        OWN + question(fills="reality.score"),
        19,
        "is asked as scale_0_10, not as text",
        'Write kind = "scale_0_10"',
    ),
    "a kind that needs a field": (
        OWN + question(kind="actions"),
        19,
        "needs the key fills",
        "It can fill: actions",
    ),
    "two core questions": (OWN + question(core=True), 22, "only one question may be core", "one"),
    "the same id twice": (OWN + question("walk.1"), 18, "walk.1 is there twice", "different id"),
    "a key that is unknown": (
        OWN + question(fill="topic"),
        22,
        "did you mean fills?",
        "Possible keys",
    ),
    "a field that is filled twice": (
        OWN + question(fills="topic") + question("walk.3", fills="topic"),
        29,
        "topic is already filled by walk.2",
        "Leave out fills",
    ),
    "a missing language": (
        OWN.replace('en = "What do you see?"\n', ""),
        11,
        "there is no text in en",
        'Add: en = "…"',
    ),
    "a stage name in one language only": (
        OWN.replace('name = { nl = "Start", en = "Start" }', 'name = { nl = "Start" }'),
        8,
        "there is no text in en",
        'Add: en = "…"',
    ),
    "a part without its whole": (
        OWN + question(fills="goal.why"),
        22,
        "no question before it fills goal, so it is never asked",
        'with fills = "goal"',
    ),
    "a key without effect": (OWN + question(probe="head"), 22, "probe has no effect", "Remove it"),
    "missing without choices": (
        OWN + question(kind="missing"),
        19,
        "needs the key choices",
        "kind text",
    ),
    "a shared stage": (
        OWN.replace('"start"', '"confidence"'),
        7,
        "every method shares",
        "different id",
    ),
    "a shared question": (OWN + question("closing.02"), 18, "every method shares", "different id"),
    "another name than the file": (
        OWN.replace('id = "walk"', 'id = "run"'),
        1,
        "the id is run, and the file is called walk.toml",
        'Write id = "walk"',
    ),
    "no text at all": (
        OWN + question().replace('nl = "Vraag?"\nen = "Question?"\n', ""),
        18,
        "the text is missing",
        "Write it as",
    ),
    "no TOML": (OWN + "[[stage\n", 16, "Expected", "quotes, brackets and commas"),
    "no UTF-8": (b"id = '\xff'", None, "it is not text in UTF-8", "Save it again"),
    "nothing": ("", 1, "at least one [[stage]] is expected", "An example"),
}


@pytest.mark.parametrize(("text", "line", "problem", "remedy"), BAD.values(), ids=BAD)
def test_each_mistake_is_told_with_its_line_and_a_remedy(text, line, problem, remedy, call, own):
    path = own(text)
    before = path.read_bytes()

    result = call("method", "check", "walk")
    data = call("method", "check", "walk", "--json")

    assert (result.code, result.out, data.code) == (4, "", 4)
    [found] = [
        each
        for each in data.json
        if problem in each["problem"] and remedy in each["remedy"] and each["kind"] == "mistake"
    ]
    assert found["line"] == line
    at = "walk.toml" if line is None else f"walk.toml:{line}"
    assert f"{at}  " in result.err
    assert found["remedy"] in result.err
    assert "coachlog method check walk" in result.err.splitlines()[-1]
    assert path.read_bytes() == before


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(call, own):
    wrong = OWN.replace('"text"', '"txt"') + question(core=True, to="boss", when="never")
    own(wrong)

    lines = [each["line"] for each in call("method", "check", "walk", "--json").json]

    assert lines == sorted(lines)
    assert len(lines) == 4


@LANGUAGES
def test_mistakes_are_told_in_the_language_of_the_run(call, own, language):
    own(OWN.replace('"text"', '"txt"'))

    told = call("method", "check", "walk", env={"COACHLOG_LANG": language}).err

    words = {
        "nl": "vraag walk.1: kind is een van",
        "fr": with_tied_signs("question walk.1 : kind vaut"),
    }
    assert words.get(language, "question walk.1: kind is one of") in told


def test_advice_makes_no_method_wrong(call, own):
    own(OWN.replace("core = true\n", ""))

    result = call("method", "check")

    assert result.code == 0
    assert "Worth considering, name: it has no fr" in result.err
    assert "stage start: no question is core" in result.err
    assert "walk is in order." in result.err


@pytest.mark.parametrize("name", names())
def test_what_is_built_in_is_in_order(name, call):
    assert call("method", "check", name, "--json").out == "[]\n"


def test_without_a_name_all_own_methods_are_checked(call, own):
    assert "no methods of your own" in call("method", "check").err
    own(OWN)
    own(OWN, "other")

    result = call("method", "check")

    assert result.code == 4
    assert "walk is in order." in result.err
    assert "something to correct in other" in result.err


def test_a_file_elsewhere_is_checked_by_its_path(call, program):
    (program.folder / "walk.toml").write_text(OWN, encoding="utf-8")

    assert "walk is in order" in call("method", "check", "./walk.toml").err
    refused(call("method", "check", "none.toml"), 3, "no file none.toml")
    assert call("method", "check", "methods/").code == 3
    rows = call("method", "check", "walk.toml", "--csv").rows
    assert tuple(rows[0]) == CheckLine._fields


@pytest.mark.parametrize("like", [None, *names()])
def test_a_new_method_is_in_order_and_leads(like, call, program):
    option = () if like is None else ("--like", like)

    made = call("method", "new", "Walk and talk", *option)

    assert made.code == 0, made.err
    path = program.folder / "methods" / "walk_and_talk.toml"
    assert str(path) in made.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert call("method", "check", "walk_and_talk", "--json").out == "[]\n"
    method = load("walk_and_talk", path.parent)
    assert all(each.id.startswith("walk_and_talk.") for each in method.questions)
    assert set(method.name.values()) == {"Walk and talk"}
    if like:
        assert [each.kind for each in method.questions] == [
            each.kind for each in load(like).questions
        ]
        assert load(like).source["en"] in method.source["en"]


@LANGUAGES
def test_a_new_file_explains_itself_in_the_language_of_the_run(call, program, language):
    call("method", "new", "walk", env={"COACHLOG_LANG": language})

    first = (program.folder / "methods" / "walk.toml").read_text().splitlines()[0]
    assert first.startswith(
        {"nl": "# Een coach", "fr": "# Une méthode", "en": "# A coach"}[language]
    )


def test_an_own_method_can_be_copied_and_a_built_in_one_replaced(call, own, program):
    own("# mine\n" + OWN)

    assert call("method", "new", "run", "--like", "walk").code == 0
    assert call("method", "new", "grow", "--like", "grow").code == 0

    copied = load("run", program.folder / "methods")
    assert (copied.source, copied.questions[0].id) == ({"en": "Own, after Own"}, "run.1")
    listed = {each["name"]: each["origin"] for each in call("method", "list", "--json").json}
    assert (listed["grow"], listed["oskar"]) == ("own", "built_in")


def test_a_file_that_is_there_is_never_written_over(call, own):
    path = own("my work")

    refused(call("method", "new", "walk"), 4, "a method of your own called walk")

    assert path.read_text() == "my work"


@pytest.mark.parametrize("name", ["", " ", "..", "12", "common", "ask", "a" * 41, "日本"])
def test_a_name_that_no_method_can_have(name, call, program):
    refused(call("method", "new", name), 4, "cannot be the name of a method")
    assert not (program.folder / "methods").exists()


@pytest.mark.parametrize("name", ["../walk", "/etc/walk", "a/b", "Wálk"])
def test_a_name_never_leads_out_of_the_folder(name, call, program):
    assert call("method", "new", name).code == 0
    assert [
        path.parent for path in program.folder.rglob("*.toml") if path.name != "config.toml"
    ] == [program.folder / "methods"]


def test_a_folder_that_cannot_be_made(call, program):
    (program.folder / "methods").write_text("a file")

    refused(call("method", "new", "walk"), 5, "cannot be written")


@pytest.fixture
def at_terminal(call, monkeypatch):
    """`at_terminal(*words, editor=…)`: a call where somebody can be asked."""

    def calling(*words, editor):
        with monkeypatch.context() as patch:
            patch.setattr(Context, "interactive", property(lambda _context: True))
            return call(*words, env={"EDITOR": editor, "VISUAL": ""})

    return calling


def test_at_a_terminal_it_is_opened_and_checked_after(at_terminal, program):
    path = program.folder / "methods" / "walk.toml"

    fine = at_terminal("method", "new", "walk", editor="true")
    path.unlink()
    wrong = at_terminal("method", "new", "walk", editor="sed -i s/scale_0_10/scale/")

    assert (fine.code, "walk is in order." in fine.err) == (0, True)
    assert wrong.code == 4
    assert "kind is one of" in wrong.err
    assert "scale_0_10" not in path.read_text()


def test_an_editor_that_fails_leaves_the_file(at_terminal, program):
    result = at_terminal("method", "new", "walk", editor="false")

    assert result.code == 5
    assert "The file is there" in result.err
    assert (program.folder / "methods" / "walk.toml").exists()


def test_the_editor_can_be_left_for_later(at_terminal):
    result = at_terminal("method", "new", "walk", "--no-edit", editor="false")

    assert (result.code, "Open that file" in result.err) == (0, True)


THREE = """
id = "mine"
version = 1
source = "me"
name = { en = "Mine" }
about = { en = "Mine." }
[[stage]]
id = "look"
name = { en = "Look" }
[[stage.question]]
id = "mine.look.01"
kind = "text"
core = true
en = "What do you see?"
"""


@pytest.mark.parametrize(
    ("old", "new", "table", "problem"),
    [
        ("", "", "two", ""),
        ("version = 1", 'version = 1\ntable = "three"', "three", ""),
        ("core = true", 'core = true\nto = "sponsor"', "three", ""),
        ("version = 1", 'version = 1\ntable = "four"', None, "table is one of two, three"),
        (
            "core = true",
            'core = true\nlayer = "private"\nfills = "topic"',
            None,
            "the field topic is shared, so its question is too",
        ),
        (
            "core = true",
            'core = true\nlayer = "shared"\nfills = "reflection"',
            None,
            "the field reflection is private, so its question is too",
        ),
    ],
)
def test_who_sits_at_the_table_is_told_by_the_file(old, new, table, problem, call, program):
    folder = program.config.parent / "methods"
    folder.mkdir()
    (folder / "mine.toml").write_text(THREE.replace(old, new, 1) if old else THREE)

    checked = call("method", "check", "mine")
    assert problem in checked.out + checked.err
    if table:
        assert checked.code == 0, checked.out + checked.err
        assert call("method", "show", "mine", "--json").json["table"] == table


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ('to = "sponsor"', 'table = "two"', "a question speaks to the sponsor"),
        ('layer = "private"', 'table = "three"', "with three at the table nothing private"),
    ],
)
def test_what_cannot_be_with_three_is_told(first, second, problem, call, program):
    folder = program.config.parent / "methods"
    folder.mkdir()
    text = THREE.replace("core = true", f"core = true\n{first}")
    (folder / "mine.toml").write_text(text.replace("version = 1", f"version = 1\n{second}"))

    checked = call("method", "check", "mine")
    assert problem in checked.out + checked.err
    assert checked.code != 0


def test_a_file_whose_name_is_a_command_for_a_shell_is_no_method(call, program):
    """TAB would put it on the command line as it is."""
    folder = program.config.parent / "methods"
    folder.mkdir(exist_ok=True)
    for name in ("zz;touch PWN", "$(touch PWN)", "a`b`", "a|b", "a'b"):
        (folder / f"{name}.toml").write_text("", encoding="utf-8")

    listed = call("method", "list").out

    assert not any(sign in listed for sign in ("zz", "$(", "`", "a|b", "a'b"))
