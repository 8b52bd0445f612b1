"""What TAB offers, and that nothing it may meet shows in the prompt."""

import os
import sqlite3
from contextlib import closing

import pytest

from coachlog.base.texts import with_tied_signs
from coachlog.completion.offers import ALONE
from coachlog.nouns import ROOT
from coachlog.store.connection import open_writer
from tests.conftest import EXAMPLE, talk

ABROAD = {"nl": ("Gesprekken: ", "bereikt"), "fr": (with_tied_signs("Entretiens : "), "atteint")}


@pytest.fixture
def amina(call):
    """A journal with a first conversation: coachee amina, session 1, goal 1, action 1."""
    assert call("session", "new", "--from", EXAMPLE).code == 0


def test_the_nouns_with_what_they_are_for(press):
    offered = press("coachlog ")

    assert next(iter(offered)) == "session"
    assert offered["goal"] == "Development goals and their scores."


def test_the_verbs_of_a_noun(press):
    assert list(press("coachlog goal s")) == ["show", "score", "scale"]


@pytest.mark.parametrize(
    "line", ["coachlog x ", "coachlog session x ", "coachlog goal score 1 7 x"]
)
def test_after_a_word_that_is_none_there_is_nothing_to_offer(press, line):
    assert press(line) == {}


def test_the_options_of_a_verb_that_can_still_be_given(press):
    offered = press("coachlog action done 1 --partly --o")

    assert offered == {"--outcome": "What came of it.", "--on": "A day other than today."}
    assert "--partly" not in press("coachlog action done 1 --partly --")


def test_the_options_of_a_noun_that_runs_alone(press):
    assert "--year" in press("coachlog hours --")
    assert press("coachlog hours --year 2026 --c") == {"--csv": "Print CSV."}
    assert {noun: f"{noun} {stub.alone}" for noun, stub in ROOT.items() if stub.alone} == ALONE


def test_an_option_that_can_be_repeated_is_offered_again(press):
    assert "--option" in press("coachlog session new --option a --op")


def test_the_options_of_the_program_stand_everywhere(press):
    for line in ("coachlog --", "coachlog goal --", "coachlog goal list --"):
        assert {"--store", "--lang", "--plain", "--no-input", "--help"} <= set(press(line))


def test_where_nothing_more_is_needed_the_options_are_offered(press):
    assert "--status" in press("coachlog goal list ")


def test_text_that_nobody_can_guess_is_not_guessed(press):
    assert press("coachlog action done 1 --outcome ") == {}
    assert press("coachlog goal score 1 ") == {}


def test_after_two_dashes_there_are_arguments_only(press, amina):
    assert press("coachlog coachee show -- --") == {}
    assert list(press("coachlog coachee show -- am")) == ["amina"]
    assert press("coachlog coachee show -- amina ") == {}


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("coachlog goal list --status ", ["active", "achieved", "dropped"]),
        ("coachlog action edit 1 --status=", ["--status=open", "--status=done"]),
        ("coachlog session edit 1 --status h", ["held"]),
        ("coachlog session new --form w", ["walk", "written"]),
        ("coachlog session new --method gr", ["grow"]),
        ("coachlog trajectory new --kind m", ["mentoring", "manager"]),
        ("coachlog coachee edit amina --language ", ["nl", "fr", "en"]),
        ("coachlog --lang ", ["nl", "fr", "en"]),
        ("coachlog goal list --lang=f", ["--lang=fr"]),
        ("coachlog export csv goal", ["goals", "goal_scores", "goal_levels"]),
        ("coachlog config get m", ["method", "mirror"]),
        ("coachlog config set language ", ["nl", "fr", "en"]),
        ("coachlog config set short ", ["yes", "no"]),
        ("coachlog config set name ", []),
        ("coachlog schema s", ["session"]),
        ("coachlog completion install ", ["bash", "zsh", "fish"]),
        ("coachlog session new --from ", [":files"]),
        ("coachlog goal list --store ", [":files"]),
        ("coachlog goal list --store=a", [":files"]),
        ("coachlog timeline > ", [":files"]),
    ],
)
def test_the_values_of_an_option_or_argument(press, line, values):
    assert list(press(line))[: len(values) or 1] == values


def test_a_method_of_ones_own_is_offered(press, program):
    (program.folder / "methods").mkdir()
    (program.folder / "methods" / "walk.toml").touch()

    assert list(press("coachlog session new --method wa")) == ["walk"]


def test_the_profiles_of_lists_are_offered_where_one_is_used(press, program):
    folder = program.config.parent / "profiles"
    folder.mkdir(parents=True)
    (folder / "hr.toml").write_text('noun = "coachee"\n[columns]\n"Wie" = "name"\n')

    assert press("coachlog profile show ") == {"hr": ""}
    assert press("coachlog import x.csv --profile ") == {"hr": ""}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_terminal_would_obey_is_not_put_on_a_line(press, fill, program, shell):
    """Whatever it is the name of: a file, a project, a reader."""
    (program.folder / "methods").mkdir()
    for name in ("walk", "walk\x1b[2J", "walk\u202e", "walk\x07"):
        (program.folder / "methods" / f"{name}.toml").touch()
    fill("coachee", {})
    fill(
        "trajectory", {"project": "Alfa"}, {"id": "t2", "number": 2, "project": "Alfa\x1b]0;x\x07"}
    )

    assert list(press("coachlog session new --method wa", shell=shell)) == ["walk"]
    assert list(press("coachlog report fund --project A", shell=shell)) == ["Alfa"]


def test_people_by_handle_with_their_name(press, keep):
    keep(talk(coachee="Zoë Łukasz-O'Neill"), talk(coachee="Amina"))

    assert press("coachlog coachee show ") == {"amina": "Amina", "zoe": "Zoë Łukasz-O'Neill"}
    assert list(press("coachlog timeline Zo")) == ["zoe"]
    assert list(press("coachlog session list --coachee=a")) == ["--coachee=amina"]
    assert list(press("coachlog session new --coachee 'am")) == ["amina"]


def test_who_is_archived_is_not_offered(press, fill):
    gone = {"id": "c2", "handle": "bert", "archived_at": "2026-11-02T09:30:00.000Z"}
    fill("coachee", {}, gone)

    assert list(press("coachlog coachee show ")) == ["amina"]
    assert list(press("coachlog coachee archive --back ")) == ["bert"]


def test_the_coach_is_not_offered_among_people(press, call, keep):
    keep(talk())
    assert call("trajectory", "new", "--kind", "own").code == 0

    assert set(press("coachlog prep ")) - {"--help"} >= {"amina"}
    assert "me" not in press("coachlog prep ")
    assert list(press("coachlog goal list --coachee ")) == ["amina"]


def test_competences_to_rate_and_their_figures(press):
    assert list(press("coachlog growth self --rate co")) == ["contracting="]
    assert list(press("coachlog growth self --rate trust="))[-1] == "trust=5"
    assert list(press("coachlog growth self --next ev")) == ["evaluation"]


def test_numbers_with_whom_and_what_they_are_about(press, amina):
    assert press("coachlog session show ") == {
        "1": "amina · 2026-09-14 · Ik wil de teamvergadering zelf leiden, maar ik k…"
    }
    assert list(press("coachlog goal score ")) == ["1"]
    assert list(press("coachlog action done ")) == ["1"]
    assert list(press("coachlog timeline amina --goal ")) == ["1"]
    assert list(press("coachlog trajectory show ")) == ["1"]


def test_a_record_with_a_name_by_that_name_too(press, call):
    for name in ("Mieke Peeters", "Tom"):
        call("contact", "new", "--name", name, "--where", "internal")
    call("network", "new", "--name", "Peer group")
    call("network", "case", "new", "--question", "How do I stop?")

    assert press("coachlog contact edit ") == {
        "2": "internal · Tom",
        "1": "internal · Mieke Peeters",
    }
    assert list(press("coachlog contact show mi")) == ["Mieke Peeters"]
    assert list(press("coachlog growth new --network p")) == ["Peer group"]
    assert list(press("coachlog network meeting list --network Pe")) == ["Peer group"]
    assert list(press("coachlog network intervision five_step --case ho")) == ["How do I stop?"]
    assert list(press("coachlog network intervision ")) == ["five_step", "incident"]


def test_only_what_is_open_can_be_done(press, call, amina):
    assert list(press("coachlog action done ")) == ["1"]
    call("action", "done", 1)
    call("goal", "edit", 1, "--status", "achieved")

    assert press("coachlog action done ") == {}
    assert list(press("coachlog action edit ")) == ["1"]
    assert press("coachlog goal score ") == {}
    assert list(press("coachlog goal edit ")) == ["1"]


def test_the_newest_thirty_numbers_and_any_other_by_its_first_digit(press, fill):
    fill("coachee", {})
    fill("trajectory", {})
    fill("goal", *({"id": f"g{n}", "number": n} for n in range(1, 131)))

    assert list(press("coachlog goal show ")) == [str(n) for n in range(130, 100, -1)]
    assert list(press("coachlog goal show 4")) == [str(n) for n in (*range(49, 39, -1), 4)]
    assert list(press("coachlog goal show 12"))[:2] == ["129", "128"]
    assert press("coachlog goal show 0") == press("coachlog goal show ¾") == {}
    assert press("coachlog goal show 99999999999") == {}


def test_steps_that_can_be_taken_back_by_their_place_in_the_history(press, call, amina):
    call("goal", "score", 1, 6)
    call("action", "done", 1)
    call("undo", "2")

    offered = press("coachlog undo ")

    assert list(offered) == [
        row["place"] for row in call("history", "--csv").rows if row["holds"] == "1"
    ]
    assert offered["2"] == "2026-11-24 · action done"


def test_only_what_was_planned_can_be_called_off(press, fill):
    fill("coachee", {})
    fill("trajectory", {})
    fill("session", {}, {"id": "s2", "number": 2, "status": "planned"})

    assert press("coachlog session cancel ") == {"2": "amina · 2026-11-02"}
    assert list(press("coachlog session missed ")) == ["2"]


def test_a_new_action_is_for_a_goal_that_is_active(press, fill):
    fill("coachee", {})
    fill("trajectory", {})
    fill("goal", {}, {"id": "g2", "number": 2, "status": "dropped"})

    assert list(press("coachlog action new --goal ")) == ["1"]
    assert list(press("coachlog action list --goal ")) == ["2", "1"]


def test_within_the_demonstration_its_own_journal_is_asked(press, call, fill, program):
    fill("coachee", {"handle": "bert"})
    env = {"XDG_CACHE_HOME": str(program.folder)}
    call("demo", "coachee", "list", env=env)

    assert "--lang" in press("coachlog demo --", env)
    assert {"goal", "timeline"} <= set(press("coachlog demo ", env))
    assert len(press("coachlog demo coachee show ", env)) == 3
    assert list(press("coachlog coachee show ", env)) == ["bert"]


def test_an_unfinished_conversation_by_its_place(press, program, fill):
    """Its number is a place in a list: those of conversations would mislead."""
    fill("coachee", {})
    fill("session", {"number": 7})

    assert press("coachlog session resume ") == {}


def test_what_people_wrote_is_one_safe_line(press, fill):
    fill("coachee", {"name": "A\tb\x1b[31m"})
    fill("trajectory", {})
    fill("goal", {"statement": "one\ntwo $(reboot) `x` 'y' \"z\" \u202e " + "long " * 40})

    about = press("coachlog goal show ")["1"]
    assert about.startswith("amina · one two $(reboot) `x` 'y' \"z\" ‹U+202E› long")
    assert len(about) <= 70
    assert press("coachlog coachee show ") == {"amina": "A    b␛[31m"}


def test_a_name_of_several_words_is_typed_as_one_and_never_run(press, fill):
    """What is offered is put on the line itself, and Enter would run what stands there."""
    fill("coachee", {"organisation": "Alfa"})
    hostile = "Plan: $(reboot) `x` ;y"
    fill("trajectory", {"project": hostile}, {"id": "t2", "number": 2, "project": "Q \x1b[2J"})
    asked = "coachlog report fund 2026 --project "

    assert list(press(asked)) == [hostile]
    assert list(press(asked, shell="bash")) == [r"Plan:\ \$\(reboot\)\ \`x\`\ \;y"]
    assert list(press(asked + "'", shell="bash")) == [hostile]
    assert list(press(asked, shell="zsh")) == [r"Plan\: $(reboot) `x` ;y"]
    assert list(press("coachlog trajectory edit 1 --project Pl")) == [hostile]
    assert list(press("coachlog report fund --organisation ")) == ["Alfa"]


@pytest.mark.parametrize("language", ABROAD)
def test_help_in_the_language_of_the_coach(press, program, language):
    nouns, reached = ABROAD[language]
    program.config.write_text(f'language = "{language}"', encoding="utf-8")
    unset = {"COACHLOG_LANG": ""}

    assert press("coachlog ", unset)["session"].startswith(nouns)
    assert press(f"coachlog --lang {language} ")["session"].startswith(nouns)
    assert press("coachlog ", {"COACHLOG_LANG": language})["session"].startswith(nouns)
    assert reached in press("coachlog goal list --status ", unset)["achieved"]
    assert press("coachlog --lang en goal list --status ", unset)["achieved"] == "reached"


def test_the_journal_that_is_named_on_the_line_is_asked(press, call, program):
    call("--store", program.folder / "my other.sqlite", "coachee", "new", "--name", "Bert")

    for line in (
        f"coachlog --store '{program.folder}/my other.sqlite' coachee show ",
        f"coachlog coachee show --store={program.folder}/my\\ other.sqlite ",
        'coachlog --store "$HERE/my other.sqlite" coachee show ',
    ):
        assert list(press(line, {"HERE": str(program.folder)})) == ["bert"], line
    assert press("coachlog coachee show ") == {}


def test_the_journal_of_the_configuration_is_asked(press, call, program):
    call("--store", program.folder / "own.sqlite", "coachee", "new", "--name", "Bert")
    program.config.write_text('store = "own.sqlite"', encoding="utf-8")

    assert list(press("coachlog coachee show ", {"COACHLOG_STORE": ""})) == ["bert"]


TAB = {"_COACHLOG_COMPLETE": "zsh"}


def answered(program, line, shell="zsh", **env):
    """What the program writes for *line*; nothing else, and without waiting for anybody."""
    # Whoever waits for a lock waits longer than this test does.
    patience = {"COACHLOG_BUSY_MS": "90000"}
    ended = program.run(line, env=TAB | {"_COACHLOG_COMPLETE": shell} | patience | env)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_each_shell_is_told_in_its_own_way(program, amina):
    assert answered(program, "coachlog coachee show ", "bash") == "amina"
    assert answered(program, "coachlog coachee show ", "zsh") == "amina:Amina El Idrissi"
    assert answered(program, "coachlog coachee show ", "fish") == "amina\tAmina El Idrissi"
    assert answered(program, "coachlog goal list --status=dr", "bash") == "dropped"
    assert answered(program, "coachlog goal list --status=dr", "zsh") == "dropped:dropped"


@pytest.mark.parametrize("shell", ["", "csh", "bash\n", "0"])
def test_a_shell_that_nobody_knows_gets_words_or_nothing(program, shell):
    if shell:
        answered(program, "coachlog goal sc", shell)


STORES = {
    "missing": lambda path: None,
    "empty": lambda path: path.touch(),
    "no database": lambda path: path.write_bytes(b"notes\n" * 500),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "damaged": lambda path: path.write_bytes(_real(path)[:2000] + b"\xff" * 9000),
    "cut short": lambda path: path.write_bytes(_real(path)[:5000]),
    "newer": lambda path: path.write_bytes(_changed(_real(path), 60, 99)),
    "older": lambda path: path.write_bytes(_changed(_real(path), 60, 1)),
    "of another program": lambda path: path.write_bytes(_changed(_real(path), 68, 7)),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
}


def _real(path):
    made = path.with_name("real.sqlite")
    with closing(open_writer(made)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made.read_bytes()


def _changed(data, place, value):
    return data[:place] + value.to_bytes(4, "big") + data[place + 4 :]


SCORING = (
    "score:Score a goal from 0 to 10.\nscale:Describe what you would see at five levels of a goal."
)


@pytest.mark.parametrize("name", STORES)
def test_a_store_that_cannot_be_read_offers_no_names_and_says_nothing(program, name):
    STORES[name](program.store)

    assert answered(program, "coachlog coachee show ") == ""
    assert answered(program, "coachlog goal sc") == SCORING


def test_a_look_leaves_the_journal_as_it_is(program, amina):
    before = {path: path.read_bytes() for path in program.folder.iterdir() if path.is_file()}

    assert answered(program, "coachlog coachee show ")

    assert {
        path: path.read_bytes() for path in program.folder.iterdir() if path.is_file()
    } == before


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_store_that_another_program_keeps_to_itself_makes_nobody_wait(program, amina, mode):
    other = sqlite3.connect(program.store, isolation_level=None)
    other.execute(f"PRAGMA journal_mode={mode}")
    other.execute("PRAGMA locking_mode=exclusive")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("update meta set value = value")
    try:
        answered(program, "coachlog coachee show ")
        assert answered(program, "coachlog goal sc").startswith("score")
    finally:
        other.close()


def test_while_another_program_writes_the_names_are_there(program, amina):
    other = sqlite3.connect(program.store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("update coachee set name = 'Somebody'")
    try:
        assert answered(program, "coachlog coachee show ") == "amina:Amina El Idrissi"
    finally:
        other.close()


@pytest.mark.parametrize("content", ["language = ", "language = 7", "\x00", '"' * 9000])
def test_a_configuration_with_a_mistake_is_passed_over(program, amina, content):
    program.config.write_text(content, encoding="utf-8")

    assert answered(program, "coachlog coachee show ", COACHLOG_LANG="") == "amina:Amina El Idrissi"


def test_a_configuration_that_never_ends_makes_nobody_wait(program):
    os.mkfifo(program.config)

    assert answered(program, "coachlog goal sc", COACHLOG_LANG="").startswith("score")


@pytest.mark.parametrize(
    "line",
    ["", " ", "'", '"', "\\", "coachlog 'x", "coachlog \udcff", "coachlog -", "x" * 9000, "="],
)
def test_no_line_is_too_odd(program, line):
    answered(program, line)


def test_a_place_without_a_home_is_no_error(program):
    env = {"HOME": "", "COACHLOG_STORE": "", "COACHLOG_CONFIG": "", "XDG_CONFIG_HOME": ""}

    assert answered(program, "coachlog goal sc", **env).startswith("score")
    answered(program, "coachlog coachee show ", **env)
    answered(program, "coachlog --store ~nobody/x coachee show ")


def test_a_reader_that_is_gone_is_no_error(program):
    reading, writing = os.pipe()
    os.close(reading)
    program.environment |= TAB
    child = program.start("coachlog ", stdout=writing)
    os.close(writing)
    _out, err = child.communicate(timeout=60)

    assert (child.returncode, err) == (0, b"")


def test_readers_by_name_as_the_shell_takes_them(press, call, amina):
    """Whatever somebody called a reader, TAB types one word and nothing that runs."""
    for whom in ("Tom (HR)", "Zoë D'Hondt", "$(touch x)", "-v", "a\x1bb"):
        words = ("--text", "x", f"--to={whom}", "--agreed-by", "Amina")
        assert call("session", "release", 1, *words).code == 0

    assert list(press("coachlog report pop amina --for ")) == [
        "$(touch x)",
        "Tom (HR)",
        "Zoë D'Hondt",
    ]
    assert list(press("coachlog knows zoe")) == ["Zoë D'Hondt"]


@pytest.mark.parametrize(
    ("line", "typed"),
    [("knows ", "Tom\\ \\(HR\\)"), ('knows "', "Tom (HR)"), ("knows 'to", "Tom (HR)")],
)
def test_bash_types_a_name_of_several_words_as_one(program, call, amina, line, typed):
    from coachlog.completion.front import answer_for
    from coachlog.completion.shells import CompletionRequest

    words = ("--text", "x", "--to", "Tom (HR)", "--agreed-by", "Amina")
    assert call("session", "release", 1, *words).code == 0

    assert answer_for(CompletionRequest("bash", f"coachlog {line}", "9")) == typed


def test_a_code_is_offered_by_how_its_word_begins(press):
    assert set(press("coachlog refer amina --card gene")) == {"general_practitioner"}
    assert set(press("coachlog refer amina --card huis")) == {"huisarts"}
    assert set(press("coachlog contact new --where Bin")) == {"Binnen de organisatie"}
