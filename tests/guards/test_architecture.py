"""Who may import whom, and the size of things: the table of the design as data.

Imports go downwards only. An import inside a function is for weight: what nearly every run does
without is loaded by the one that needs it. Such imports are listed here one by one, so that each
new one is a decision.
"""

import ast
from collections import Counter
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.guards.each import for_each
from tests.guards.source import Import, imports, modules, others, own, tree

FLOORS = (
    "base",
    "display",
    "values",
    "practice",
    "settings",
    "dates",
    "schema",
    "interview",
    "store",
    "settings_file",
    "export",
    "render",
    "terminal",
    "journal",
    "guide",
    "views",
    "report",
    "library",
    "intake",
    "admin",
    "completion",
    "nouns",
    "front",
    "app",
    "main",
    "__main__",
)
"""The folders from the ground up: a module imports from its own floor and from those below."""

NOUNS = (
    *("coachee", "contact", "objective", "trajectory", "referral", "goal", "action", "topic"),
    *("release", "session", "observation", "workability", "growth", "hours", "onboarding"),
    *("network", "network_meeting", "network_case", "intervision"),
    *("consent", "request", "correction"),
    *(
        "coachee",
        "contact",
        "objective",
        "trajectory",
        "goal",
        "action",
        "topic",
        "release",
        "session",
    ),
    *("observation", "workability", "growth", "network", "network_meeting"),
    *("network_case", "intervision"),
)
"""In this order: a noun knows those before it. Fields are free to all."""

ONLY = {
    "rich": ("render.*", "views.timeline.drawing.*", "views.search.drawing"),
    "questionary": ("terminal.line_editor",),
    "prompt_toolkit": ("terminal.line_editor", "terminal.keys", "terminal.word_wrap"),
    "pydantic": (
        *("journal.*.model", "journal.common.input_types", "journal.common.models"),
        "journal.session.rows",  # builds its classes by create_model
        "journal.session.outcome_model",
    ),
    "sqlmodel": ("journal.session.rows", "store.orm"),
    "sqlalchemy": ("journal.session.rows", "journal.common.column_types", "store.orm"),
    "typer": (
        *("app", "front.commands", "terminal.*", "*.commands", "journal.*.entry", "admin.*"),
        "journal.common.numbered",
        *("journal.coachee.talents", "journal.coachee.merge_command", "library.own"),
        "journal.correction.rectify",
        *("journal.coachee.removal", "journal.session.release", "report.readers"),
        *("journal.coachee.removal", "journal.session.edit", "guide.appointment_commands"),
        "guide.resumption",
        "intake.options",
    ),
    "icalendar": ("intake.calendar.*",),
    "recurring_ical_events": ("intake.calendar.series",),
    "dateutil": ("intake.calendar.series",),
    "sqlite3": ("store.*",),
    "sqlcipher3": ("store.protection.cipher",),
    "keyring": ("store.protection.key_ring",),
    "secretstorage": ("store.protection.key_ring",),
    "argon2": ("store.protection.key_file",),
    "cryptography": ("store.protection.key_file",),
    "jinja2": ("export.pages.html",),
    "markupsafe": ("export.pages.html",),
    "typst": ("export.pages.pdf", "export.pages.png"),
    "docx": ("export.pages.word", "export.pages.word_layout"),
    "yaml": ("intake.markdown.front_matter",),
    "vobject": ("intake.vcard.card",),
    "tomlkit": ("settings_file",),
    "xlsxwriter": ("export.xlsx",),
    "platformdirs": ("settings",),
    "python_calamine": ("intake.tables.spreadsheet",),
    "tzlocal": ("base.machine_zone",),
    "tomllib": (
        *("settings", "base.data_file", "base.own_files"),
        "admin.doctor.sound_settings",  # reads what it can of a file with mistakes
        *("interview.names", "interview.reading", "journal.trajectory.fund"),
        "intake.tables.profiles",
    ),
}
"""Who alone may import what is heavy, or belongs in one place."""

LATE = (
    "__main__: completion.front",
    "__main__: main",
    "admin.demo: admin.demo_year",
    "app: front.correction",
    "app: front.menu",
    "base.clock: zoneinfo",
    "base.folding: difflib",
    "base.machine_zone: tzlocal",
    "completion.sources: completion.rare_sources",
    "completion.target: store.try_open",
    "dates.typed: dates.parse",
    "front.commands: front.people",
    "front.commands: front.records",
    "front.correction: front.missing_argument",
    "front.menu: guide.welcome",
    "guide.appointment_commands: guide.appointment",
    "guide.appointment_commands: journal.session.editing",
    "guide.commands: guide.dialogue",
    "guide.commands: journal.session.scripted",
    "guide.facts: guide.welcome",
    "guide.protection.offer: guide.protection.protecting",
    "guide.resumption: guide.dialogue",
    "interview.titles: interview.names",
    "journal.coachee.entry: journal.coachee.saving",
    "journal.coachee.talents: journal.coachee.saving",
    "journal.coachee.talents: terminal.collect",
    "journal.common.entry: journal.common.input_types",
    "journal.common.entry: journal.common.new",
    "journal.common.forms: journal.session.moments",
    "journal.common.numbered: journal.common.remove",
    "journal.intervision.leader: journal.intervision.on_screen",
    "journal.session.appointment.commands: journal.session.appointment.service",
    "journal.session.edit: journal.session.editing",
    "journal.session.scripted: journal.session.saving",
    "main: admin.accidents",
    "main: admin.demo",
    "main: app",
    "main: front.debug_log",
    "store.bare: store.protection.cipher",
    "store.connection: store.copy_aside",
    "store.connection: store.seldom",
    "store.protection.key_ring: secretstorage",
    "store.protection.key_search: store.protection.key_file",
    "store.protection.key_search: store.protection.key_ring",
    "store.protection.keys: hashlib",
    "store.work: store.orm",
    "terminal.context: terminal.journal",
    "terminal.context: terminal.passphrase",
    "terminal.journal: store.erasing.work",
    "terminal.journal: store.protection.conversion",
    "terminal.journal: store.work",
    "terminal.output: export.csv",
    "terminal.output: json",
    "terminal.output: terminal.table_output",
    "terminal.paging: render.console",
    "terminal.prompters: terminal.line_editor",
    "terminal.whole_page: render.page",
    "values.typed: values.parse",
    "views.search.commands: views.search.drawing",
    "views.timeline.commands: views.timeline.drawing.whole",
)
"""Every import inside a function."""

WRITERS = (
    "admin.exporting.csv_table",
    "admin.exporting.xlsx_file",
    "completion.commands",
    "display.signs",
    "intake.tables.spreadsheet",
    "journal.coachee.entry",
    "journal.release.entry",
    "journal.session.scripted",
    "main",
    "terminal.context",
    "terminal.new_record",
    "terminal.editor",
    "terminal.line_editor",
    "terminal.line_mode",
    "terminal.output",
    "terminal.record_output",
    "terminal.paging",
    "terminal.patience",
    "terminal.prompter",
    "terminal.whole_page",
    "views.timeline.commands",
)
"""Modules that write on standard output or standard error, or hand it to somebody."""

MODULE_MOST, FUNCTION_MOST = 300, 40


def room(module: str) -> str:
    """The room in which *module* stands: its folder, or itself where it stands in none."""
    return module.partition(".")[0]


def test_imports_go_down_late_ones_too():
    found = {
        f"{room(each.module)} to {room(each.target)}"
        for each in own()
        if each.target != "__init__" and _floor(each.target) > _floor(each.module)
    }

    assert not found


def _floor(module: str) -> int:
    return FLOORS.index(room(module))


def test_a_noun_knows_only_the_nouns_before_it():
    wrong = [
        _told(each)
        for each in own()
        if (mine := _noun(each.module)) is not None
        and (other := _noun(each.target)) is not None
        and not each.target.endswith(".fields")
        and other > mine
    ]

    assert wrong == []


def _noun(module: str) -> int | None:
    parts = module.split(".")
    known = parts[0] == "journal" and len(parts) > 2 and parts[1] != "common"
    return NOUNS.index(parts[1]) if known else None


def test_there_are_no_import_circles():
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for each in own():
        graph[each.module].add(each.target)

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_heavy_packages_stand_behind_one_door_each():
    wrong = [
        _told(each)
        for each in others()
        if (package := each.target.partition(".")[0]) in ONLY
        and not any(fnmatchcase(each.module, pattern) for pattern in ONLY[package])
    ]

    assert wrong == []


def test_nothing_speaks_to_a_network():
    """`docs/explanation/privacy.md` promises it."""
    networks = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc")
    wrong = [_told(each) for each in others() if f"{each.target}.".startswith(networks)]

    assert wrong == []


def test_every_import_inside_a_function_is_listed():
    found = {
        f"{each.module}: {each.target.removeprefix('coachlog.')}" for each in imports() if each.late
    }

    assert sorted(found) == list(LATE)


OPENERS = ("store.bare", "store.checkup", "store.salvage.table_shapes", "store.write_expected")
"""Modules that open a database by sqlite3 itself: of a file, or an empty one in memory."""


def test_a_database_is_opened_where_its_key_is_known():
    """A protected one cannot be opened, nor copied to memory, by sqlite3 itself."""
    found = [name for name, path in modules().items() if "sqlite3.connect(" in path.read_text()]

    assert sorted(found) == sorted(OPENERS)


def test_only_a_few_modules_write_on_the_standard_streams():
    assert [module for module in sorted(modules()) if _writes(module)] == sorted(WRITERS)


def _writes(module: str) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout", "sys.stderr"))
        for node in ast.walk(tree(module))
    )


@for_each(modules())
def test_a_module_says_what_it_is_and_stays_small(module):
    lines = modules()[module].read_text(encoding="utf-8").count("\n")

    assert lines == 0 or ast.get_docstring(tree(module)), "it has no docstring"
    assert lines < MODULE_MOST


def test_no_two_classes_have_one_name():
    """Who searches for a word shall find one thing."""
    named = Counter(
        node.name
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, times in named.items() if times > 1] == []


def test_functions_stay_small():
    """Signatures are counted, docstrings are not."""
    wrong = [
        f"{module} {node.name}"
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef) and _length(node) > FUNCTION_MOST
    ]

    assert wrong == []


def _length(function: ast.FunctionDef) -> int:
    told = function.body[0]
    docstring = (told.end_lineno or 0) - told.lineno + 1 if ast.get_docstring(function) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _told(each: Import) -> str:
    late = " (in a function)" if each.late else ""
    return f"{each.module}:{each.line} imports {each.target}{late}"
