"""Whatever is typed, given as JSON or written into a file: taken, or refused in a line."""

import json
from string import Template

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.completion.table import PATH, table
from tests.conftest import EXAMPLE

ENDS = (0, 2, 3, 4, 5)
"""Done, wrong usage, not found, refused, not available: never an accident."""

MANY = "9" * 5000
ODD = st.one_of(
    st.sampled_from(
        [
            *(MANY, f"-{MANY}", f"1-{MANY}", f"{MANY}/1", f"{MANY}u30", f"over {MANY} dagen"),
            *(f"2026-{MANY}", f"1,2,{MANY}", f"goal {MANY}", f"topic:{MANY}", f"Q{MANY}"),
            *("-1", "0", "NaN", "5e999", "1/0", "²", "１２", "٣", "½", "Ⅷ", "--", "-", "", "  "),
            *("0001-01-01", "9999-12-31", "2026-02-30", "24:61", "../../x", "'; $(x) `y`"),
            *("\x1b[31m", "\u202e", "\udce9", "a\nb", "x" * 70000, "é" * 3000, "{", '{"', "%s"),
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    st.from_regex(r"[0-9]{0,9}[-./:, u%+][0-9]{0,9}", fullmatch=True),
)
PLAUSIBLE = {"N": "1", "WHO": "amina", "NUMBER": "1", "DAY": "morgen", "TEXT": "iets"}


def commands():
    """The commands that end by themselves: the words of each, its arguments, its options."""
    found = {}
    rows = PATH.read_text(encoding="utf-8").splitlines()
    for command in dict.fromkeys(row.partition("\t")[0] for row in rows):
        parameters = table().parameters(command)
        arguments = [each.value for each in parameters if not each.names]
        options = [(each.names[0], each.value) for each in parameters if each.names]
        found[command] = (arguments, options)
    groups = {name for name in found if any(other.startswith(f"{name} ") for other in found)}
    long = ("demo", "completion install", "completion remove")
    return {
        name: parameters
        for name, parameters in found.items()
        if not name.startswith(long) and (name not in groups or any(parameters))
    }


COMMANDS = commands()


@st.composite
def command_lines(draw):
    """A command, mostly with what it needs, and with something odd in some of its places."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    arguments, options = COMMANDS[name]
    odd = draw(ODD)
    values = st.sampled_from([odd, "amina", "1"])
    words = name.split()
    words += [draw(st.sampled_from([odd, PLAUSIBLE.get(each, "1")])) for each in arguments]
    chosen = draw(st.lists(st.sampled_from(options), max_size=3)) if options else []
    for option, value in chosen:
        words.append(f"{option}={draw(values)}" if value else option)
    return [*words, *draw(st.sampled_from([[], ["--json"], [odd], [f"--{odd}"]]))]


@pytest.fixture
def filled(call, program):
    """A journal with a conversation; the function puts it back as it was."""
    assert call("session", "new", "--from", EXAMPLE).code == 0
    whole = program.store.read_bytes()

    def put_back():
        for file in program.folder.glob("*.sqlite*"):
            if file.is_file():
                file.unlink()
        program.store.write_bytes(whole)
        program.config.unlink(missing_ok=True)

    return put_back


quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(command_lines(), st.sampled_from(["nl", "fr", "en"]))
def test_any_command_line_is_done_or_refused(call, filled, words, language):
    filled()

    told = call(*words, env={"COACHLOG_LANG": language})

    assert told.code in ENDS, (words, told.err)
    assert told.code == 0 or told.err.count("\n") <= 60
    assert "\x1b" not in told.err


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | ODD
    | st.sampled_from(["\ud83d", "\x00", 10**4000, [], {}, {"en": "x"}])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def places(value, path=()):
    """The places in a value of JSON, the inner ones too."""
    yield path
    items = value.items() if isinstance(value, dict) else ()
    for key, each in [*items, *(enumerate(value) if isinstance(value, list) else ())]:
        yield from places(each, (*path, key))


def changed(value, path, new):
    """*value* with *new* at one place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed(copy[path[0]], path[1:], new)
    return copy


WHOLE = json.loads(EXAMPLE.read_text(encoding="utf-8"))
RECORDS = {
    "session new": WHOLE,
    "coachee new": {"name": "Bo", "role": "x", "language": "nl", "talents": ["x"], "reach": "x"},
    "goal new": {"coachee": "amina", "statement": "x", "target": 8, "target_on": "2026-12-01"},
    "action new": {"coachee": "amina", "what": "x", "due_on": "2026-12-01", "done_by": "coachee"},
    "trajectory new": {"coachee": "amina", "kind": "coaching", "starts_on": "2026-11-01"},
    "hours new": {"kind": "supervision_received", "minutes": "1u30", "on": "2026-11-01"},
    "contact new": {"name": "Bo", "domain": "planning", "side": "inside"},
}


@quick
@given(st.sampled_from(sorted(RECORDS)), st.data())
def test_any_json_is_taken_or_refused(call, filled, command, data):
    filled()
    record = RECORDS[command]
    for _time in range(data.draw(st.integers(1, 2))):
        place = data.draw(st.sampled_from(list(places(record))))
        record = changed(record, place, data.draw(VALUES))
    text = data.draw(st.sampled_from(["$whole", "[$whole,", "$whole $whole", "[[$whole]]"]))

    told = call(
        *command.split(), "--from", "-", stdin=Template(text).substitute(whole=json.dumps(record))
    )

    assert told.code in ENDS, told.err
    assert len(told.err) < 5000


TYPED = st.one_of(
    ODD,
    st.sampled_from(
        [
            *(f"{MANY} done", f"-{MANY}", f":wis {MANY}", f"{MANY}, 1", "1 done, 2 not yet", "-1"),
            *("", "", "", "1", "7", "n", "y", "morgen 14u", "?", "??", ":back", ":skip", ":done"),
            *(":zoek x", ":note x", ":onbekend", "goal 1 5", "1 and 2", "1u30", "Bo"),
        ]
    ),
)


@quick
@given(st.sampled_from(["session new", "", "action review", "session edit 1"]), st.lists(TYPED))
def test_any_lines_that_are_typed_are_taken_or_asked_again(call, filled, command, lines):
    filled()
    text = "\n".join(each.replace("\n", " ") for each in ["amina", *lines])

    told = call(*command.split(), "--plain", typed=f"{text}\n".encode("utf-8", "surrogateescape"))

    assert told.code in (*ENDS, 130), told.err


LINES = st.one_of(
    st.builds(
        "{} = {}".format,
        st.sampled_from(
            [
                *("language", "log_days", "store", "time_zone", "short", "credential", "name"),
                *("themes", "names", "counted", "training_started_on", '"a b"', "a.b", "x"),
            ]
        ),
        st.sampled_from(
            [
                *(
                    '"x"',
                    "3",
                    "-1",
                    "1e999",
                    "inf",
                    "nan",
                    MANY,
                    "true",
                    "[]",
                    "[1, 2]",
                    "{ a = 1 }",
                ),
                *("2026-01-01", "0000-00-00", "9999-12-31T23:59:59Z", '"""x', "'", '"\\ud83d"'),
                *(
                    '"\\u0000"',
                    '"' + "x" * 5000 + '"',
                    "[" * 300,
                    '"~nobody/x"',
                    '"a\\nb"',
                    "0x_",
                    "",
                ),
            ]
        ),
    ),
    st.sampled_from(
        ["[themes]", "[names]", "[[x]]", "[themes.x]", "# é", "\t", "\ufeff", "[", "x"]
    ),
    st.text(max_size=12),
)


@quick
@given(st.lists(LINES, max_size=4), st.sampled_from(["\n", "\r\n"]), st.data())
def test_any_settings_and_any_fund_are_read_or_refused(call, program, filled, lines, end, data):
    filled()
    name = data.draw(st.sampled_from(["config.toml", "fund.toml", "methods/own.toml"]))
    file = program.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(end.join(lines).encode("utf-8", "surrogatepass"))
    words = {
        "config.toml": ("config list", "config set short yes", "today"),
        "fund.toml": ("report fund --mapping", "trajectory new amina --theme x"),
        "methods/own.toml": ("method list", "method check own", "session new --method own"),
    }[name]

    for each in words:
        told = call(*each.split())
        assert told.code in ENDS, (lines, told.err)
    file.unlink()
