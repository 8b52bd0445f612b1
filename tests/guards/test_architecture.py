"""Who may import whom, and the size of things: the table of the design as data.

Imports go downwards only. An import inside a function is for weight: what nearly every run does
without is loaded by the one that needs it. Such imports are listed here one by one, so that each
new one is a decision.
"""

import ast
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.guards.source import Import, imports, modules, others, own, tree

ROOMS = {
    "start": ("__main__", "main", "app", "tab"),
    "interview": ("interview*",),
    "library": ("library*",),
    "store": ("store*",),
    "table": ("nouns",),
    "terminal": ("terminal*",),
    "render": ("render*",),
    "formats": ("exchange.out*",),
    "rules": (
        "journal.*.fields",
        "journal.words",
        "journal.field_names",
        "journal.told",
        "journal.release.page",
        "journal.place",
        *(
            f"journal.session.{name}"
            for name in (
                "moments",
                "page",
                "option_text",
                "guide.option_lines",
                "guide.review_words",
            )
        ),
        *(
            "journal.coachee.retention",
            "journal.goal.gas",
            "journal.goal.momentum",
            "journal.trajectory.fund",
            "journal.trajectory.roles",
        ),
    ),
    "model": ("journal.*.model", "journal.answer_types", "journal.schemas", "journal.lines"),
    "rows": ("journal.*.rows", "journal.columns"),
    "queries": (
        *("journal.*.queries", "journal.session.conversation", "journal.session.unfinished"),
        *("journal.coachee.handles", "journal.coachee.merge", "journal.listed"),
        *("journal.action.said", "journal.goal.links", "journal.goal.conversation"),
        *("journal.*.queries", "journal.session.conversation", "journal.session.mirror"),
        "journal.session.whose_score",
        *("journal.coachee.handles", "journal.coachee.merge"),
        "journal.listed",
        *("journal.coachee.handles", "journal.coachee.merge", "journal.action.said"),
    ),
    "service": (
        *("journal.*.service", "journal.session.day_change", "journal.session.replacement"),
    ),
    "saving": ("journal.session.saving", "journal.session.arrivals", "journal.adding"),
    "guide": ("journal.session.guide.*", "journal.session.appointment.asking"),
    "entry": (
        *("journal.*.entry", "journal.asked", "journal.changing"),
        "journal.coachee.talents",
        *(
            f"journal.session.{name}"
            for name in (
                *("editing", "edit_fields", "option_fields", "resumption", "scripted"),
                *("releasing", "appointment.telling"),
            )
        ),
    ),
    "commands": (
        *("*.commands", "journal.session.showing", "journal.closing"),
        *("journal.coachee.merging", "journal.coachee.removal", "report.readers"),
    ),
    "overview": ("overview*",),
    "report": ("report*",),
    "upkeep": ("upkeep*",),
    "completion": ("completion*",),
    "front": ("front*",),
    "packages": ("journal", "journal.*", "exchange"),
    "base": ("*",),
}
"""The rooms and what stands in them; the first pattern that suits a module counts."""

MAY = {
    "start": "completion table terminal",
    "table": "terminal",
    "base": "",
    "packages": "",
    "rules": "rules",
    "interview": "interview rules",
    "store": "store",
    "model": "model rules",
    "rows": "rows",
    "queries": "queries rules store",
    "service": "service model rows queries rules interview store",
    "saving": "saving model service queries rules store terminal",
    "guide": "guide interview queries rules store terminal",
    "entry": "entry interview queries rules terminal",
    "report": "interview overview queries report rules store",
    "commands": "commands completion overview report queries rules store terminal",
    "overview": "overview queries rules store terminal",
    "render": "render overview rules",
    "terminal": "terminal",
    "formats": "formats",
    "library": "interview library terminal",
    "upkeep": "upkeep rules store terminal",
    "completion": "completion rules terminal",
    "front": "completion front overview queries rules store table terminal",
}
"""Whom a room may import at once. All may import the base."""

MAY_LATE = {
    "start": "front start overview upkeep",
    "guide": "upkeep",
    "upkeep": "model queries service",
    "entry": "guide saving model service upkeep",
    "commands": "formats interview render upkeep model service",
    "overview": "render",
    "terminal": "formats front render store",
    "completion": "commands interview overview store upkeep",
}
"""Whom a room may import besides, inside the function that needs it."""

NOUNS = (
    *("coachee", "objective", "trajectory", "goal", "action", "topic", "release", "session"),
    *("observation", "workability", "growth"),
)
"""In this order: a noun knows those before it. Fields are free to all."""

ONLY = {
    "rich": ("render.*",),
    "questionary": ("terminal.line_editor",),
    "prompt_toolkit": ("terminal.line_editor", "terminal.keys", "terminal.word_wrap"),
    "pydantic": ("journal.*.model", "journal.answer_types"),
    "sqlmodel": ("journal.*.rows", "store.orm"),
    "sqlalchemy": ("journal.*.rows", "journal.columns", "store.orm"),
    "typer": (
        *("app", "terminal.*", "*.commands", "journal.*.entry", "upkeep.*"),
        *("journal.coachee.talents", "journal.coachee.merging"),
        *("journal.coachee.removal", "journal.session.releasing", "report.readers"),
        *("journal.coachee.removal", "journal.session.editing", "journal.session.resumption"),
    ),
    "sqlite3": ("store.*",),
    "tomlkit": ("upkeep.configuration",),
    "platformdirs": ("settings",),
    "tzlocal": ("settings",),
    "tomllib": (
        *("settings", "toml_problem"),
        *("interview.names", "interview.reading", "journal.trajectory.fund"),
    ),
}
"""Who alone may import what is heavy, or belongs in one place."""

LATE = (
    "__main__: later",
    "__main__: main",
    "__main__: tab",
    "app: front.menu",
    "app: front.reading",
    "app: overview.start",
    "app: upkeep.welcome",
    "catalog: array",
    "clock: zoneinfo",
    "completion.chosen: upkeep.demo",
    "completion.particular: journal.release.fields",
    "completion.particular: journal.trajectory.fund",
    "completion.particular: overview.search.places",
    "completion.queries: store.unfinished",
    "completion.sources: interview.shelf",
    "completion.sources: settings",
    "completion.sources: store.history",
    "completion.sources: upkeep.commands",
    "completion.spot: store.glance",
    "errors: dateshow",
    "exchange.commands: exchange.out.csv",
    "exchange.commands: exchange.out.excel",
    "front.missing: overview.today",
    "front.phrases: difflib",
    "front.reading: front.missing",
    "ids: latin",
    "interview.shelf: interview.reading",
    "journal.action.commands: dates",
    "journal.action.commands: overview.action",
    "journal.action.commands: upkeep.removing",
    "journal.action.entry: journal.action.model",
    "journal.action.entry: journal.action.service",
    "journal.action.entry: journal.adding",
    "journal.changing: journal.answer_types",
    "journal.coachee.commands: overview.person",
    "journal.coachee.consents.queries: store.purge",
    "journal.coachee.entry: journal.answer_types",
    "journal.coachee.entry: journal.coachee.model",
    "journal.coachee.entry: journal.coachee.service",
    "journal.coachee.entry: journal.lines",
    "journal.coachee.merging: journal.field_names",
    "journal.coachee.merging: upkeep.removing",
    "journal.coachee.removal: terminal.rescue",
    "journal.coachee.removal: upkeep.removing",
    "journal.coachee.talents: journal.adding",
    "journal.coachee.talents: journal.answer_types",
    "journal.coachee.talents: journal.coachee.model",
    "journal.coachee.talents: journal.coachee.service",
    "journal.coachee.talents: terminal.collect",
    "journal.coachee.talents: upkeep.removing",
    "journal.goal.commands: overview.goal",
    "journal.goal.commands: upkeep.removing",
    "journal.goal.entry: journal.adding",
    "journal.goal.entry: journal.goal.model",
    "journal.goal.entry: journal.goal.service",
    "journal.goal.levels.entry: journal.goal.model",
    "journal.goal.levels.entry: journal.goal.service",
    "journal.growth.commands: upkeep.removing",
    "journal.growth.entry: journal.adding",
    "journal.growth.entry: journal.growth.model",
    "journal.growth.entry: journal.growth.service",
    "journal.objective.commands: overview.objective",
    "journal.objective.commands: upkeep.removing",
    "journal.objective.entry: journal.adding",
    "journal.objective.entry: journal.objective.model",
    "journal.objective.entry: journal.objective.service",
    "journal.observation.commands: upkeep.removing",
    "journal.observation.entry: journal.adding",
    "journal.observation.entry: journal.observation.model",
    "journal.observation.entry: journal.observation.service",
    "journal.session.appointment.commands: journal.session.appointment.service",
    "journal.session.appointment.entry: journal.session.appointment.asking",
    "journal.session.appointment.entry: journal.session.model",
    "journal.session.appointment.entry: journal.session.scripted",
    "journal.session.appointment.entry: journal.session.service",
    "journal.session.commands: dateshow",
    "journal.session.commands: interview.names",
    "journal.session.commands: journal.session.showing",
    "journal.session.commands: overview.today",
    "journal.session.commands: upkeep.removing",
    "journal.session.editing: journal.answer_types",
    "journal.session.editing: journal.session.model",
    "journal.session.editing: journal.session.service",
    "journal.session.editing: upkeep.removing",
    "journal.session.entry: interview.shelf",
    "journal.session.entry: journal.session.guide.choosing",
    "journal.session.entry: journal.session.guide.guided",
    "journal.session.entry: journal.session.scripted",
    "journal.session.guide.guided: journal.session.guide.result",
    "journal.session.guide.guided: upkeep.welcome",
    "journal.session.guide.result: journal.session.mirror",
    "journal.session.guide.resuming: journal.session.guide.guided",
    "journal.session.resumption: journal.session.guide.resuming",
    "journal.session.scripted: journal.session.saving",
    "journal.session.showing: exchange.out.csv",
    "journal.session.showing: interview.names",
    "journal.topic.commands: upkeep.removing",
    "journal.topic.entry: journal.adding",
    "journal.topic.entry: journal.topic.model",
    "journal.topic.entry: journal.topic.service",
    "journal.trajectory.commands: overview.trajectory",
    "journal.trajectory.commands: upkeep.removing",
    "journal.trajectory.entry: journal.adding",
    "journal.trajectory.entry: journal.trajectory.model",
    "journal.trajectory.entry: journal.trajectory.service",
    "journal.trajectory.fields: figures",
    "journal.trajectory.fund: toml_problem",
    "journal.trajectory.fund: tomllib",
    "journal.workability.commands: overview.workability",
    "journal.workability.commands: upkeep.removing",
    "journal.workability.entry: journal.adding",
    "journal.workability.entry: journal.workability.model",
    "journal.workability.entry: journal.workability.service",
    "kinds: agreement",
    "kinds: figures",
    "kinds: folding",
    "kinds: lengths",
    "kinds: listed",
    "library.commands: library.opening",
    "library.commands: library.page",
    "library.own: json",
    "main: app",
    "main: encoding",
    "main: traceback",
    "main: upkeep.damage",
    "main: upkeep.demo",
    "main: upkeep.history_telling",
    "main: upkeep.places",
    "overview.action: overview.action_page",
    "overview.commands: interview.names",
    "overview.commands: overview.prep",
    "overview.commands: overview.prep_lines",
    "overview.commands: overview.start",
    "overview.commands: render.console",
    "overview.commands: render.lines",
    "overview.commands: render.timeline",
    "overview.commands: render.timeline_text",
    "overview.commands: settings",
    "overview.commands: terminal.paging",
    "overview.commands: terminal.whole_page",
    "overview.commands: upkeep.demo",
    "overview.goal: overview.gas",
    "overview.goal: overview.goal_page",
    "overview.match.commands: overview.match.page",
    "overview.match.commands: terminal.whole_page",
    "overview.objective: overview.objective_page",
    "overview.person: overview.gas",
    "overview.person: overview.person_page",
    "overview.review.commands: overview.review.data",
    "overview.review.commands: overview.review.page",
    "overview.review.commands: terminal.whole_page",
    "overview.search.commands: dateshow",
    "overview.search.commands: interview.names",
    "overview.search.commands: interview.shelf",
    "overview.search.commands: render.console",
    "overview.search.commands: render.hits",
    "overview.search.commands: terminal.paging",
    "overview.timeline: journal.workability.queries",
    "overview.trajectory: overview.trajectory_page",
    "render.page: render.grid",
    "render.page: render.trend",
    "settings: difflib",
    "settings: platformdirs",
    "settings: toml_problem",
    "settings: tomllib",
    "settings: tzlocal",
    "store.connection: store.aside",
    "store.connection: store.migrate",
    "store.connection: store.turn",
    "store.files: store.owners",
    "store.wordforms: folding",
    "store.work: store.orm",
    "tab: completion.chosen",
    "terminal.answering: terminal.editor",
    "terminal.answering: terminal.rescue",
    "terminal.answering: terminal.scratch",
    "terminal.asking: dateshow",
    "terminal.asking: listed",
    "terminal.by_hand: dateshow",
    "terminal.by_hand: terminal.guided_edit",
    "terminal.by_hand: terminal.in_editor",
    "terminal.collect: terminal.by_hand",
    "terminal.confirm: terminal.prompter",
    "terminal.context: dates",
    "terminal.context: store.connection",
    "terminal.context: store.files",
    "terminal.context: store.known",
    "terminal.context: store.work",
    "terminal.context: terminal.rescue",
    "terminal.editor: termios",
    "terminal.lazy: front.people",
    "terminal.lazy: front.positions",
    "terminal.lazy: front.reading",
    "terminal.lazy: front.records",
    "terminal.leaving: asyncio",
    "terminal.line_editor: termios",
    "terminal.line_ends: textwrap",
    "terminal.line_mode: termios",
    "terminal.output: dateshow",
    "terminal.output: exchange.out.csv",
    "terminal.output: json",
    "terminal.output: pages",
    "terminal.output: render.console",
    "terminal.output: render.table",
    "terminal.output: terminal.paging",
    "terminal.output: terminal.spoken",
    "terminal.output: terminal.whole_page",
    "terminal.paging: render.console",
    "terminal.paging: shlex",
    "terminal.paging: subprocess",
    "terminal.partial: terminal.rescue",
    "terminal.period: dates",
    "terminal.prompter: terminal.line_editor",
    "terminal.prompter: terminal.line_mode",
    "terminal.prompter: textwrap",
    "terminal.rescue: store.expiry",
    "terminal.unkept: terminal.rescue",
    "terminal.whole_page: render.console",
    "terminal.whole_page: render.page",
    "terminal.whole_page: terminal.paging",
    "upkeep.commands: upkeep.configuration",
    "upkeep.commands: upkeep.places",
    "upkeep.demo: clock",
    "upkeep.demo: journal.answer_types",
    "upkeep.demo: journal.coachee.model",
    "upkeep.demo: journal.coachee.queries",
    "upkeep.demo: journal.coachee.service",
    "upkeep.demo: journal.goal.levels.queries",
    "upkeep.demo: journal.goal.model",
    "upkeep.demo: journal.goal.service",
    "upkeep.demo: journal.growth.model",
    "upkeep.demo: journal.growth.service",
    "upkeep.demo: journal.objective.model",
    "upkeep.demo: journal.objective.service",
    "upkeep.demo: journal.observation.model",
    "upkeep.demo: journal.observation.service",
    "upkeep.demo: journal.release.queries",
    "upkeep.demo: journal.session.model",
    "upkeep.demo: journal.session.service",
    "upkeep.demo: journal.trajectory.model",
    "upkeep.demo: journal.trajectory.service",
    "upkeep.demo: journal.workability.model",
    "upkeep.demo: journal.workability.service",
    "upkeep.demo: texts",
)
"""Every import inside a function."""

WRITERS = (
    "completion.commands",
    "exchange.commands",
    "journal.coachee.entry",
    "journal.release.entry",
    "journal.session.scripted",
    "journal.session.showing",
    "main",
    "overview.commands",
    "render.console",
    "terminal.context",
    "terminal.editor",
    "terminal.kept",
    "terminal.line_editor",
    "terminal.line_mode",
    "terminal.output",
    "terminal.paging",
    "terminal.patience",
    "terminal.prompter",
    "terminal.whole_page",
)
"""Modules that write on standard output or standard error, or hand it to somebody."""

MODULE_MOST, FUNCTION_MOST = 300, 40


def room(module: str) -> str:
    """The room in which *module* stands."""
    return next(
        name for name, patterns in ROOMS.items() if any(fnmatchcase(module, p) for p in patterns)
    )


def test_each_room_imports_only_what_lies_below_it():
    assert [_told(each) for each in own() if not _allowed(each)] == []


def _allowed(each: Import) -> bool:
    mine, other = room(each.module), room(each.target)
    late = MAY_LATE.get(mine, "").split() if each.late else []
    return other == "base" or other in MAY[mine].split() or other in late


def test_a_noun_knows_only_the_nouns_before_it():
    """Tables refer to each other both ways, so rows may know the rows of a later noun."""
    wrong = [
        _told(each)
        for each in own()
        if (mine := _noun(each.module)) is not None
        and (other := _noun(each.target)) is not None
        and not each.target.endswith(".fields")
        and not (each.module.endswith(".rows") and each.target.endswith(".rows"))
        and other > mine
    ]

    assert wrong == []


def _noun(module: str) -> int | None:
    parts = module.split(".")
    known = parts[0] == "journal" and len(parts) > 2
    return NOUNS.index(parts[1]) if known else None


def test_there_are_no_import_circles():
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for each in own():
        if not each.late:
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


def test_every_import_inside_a_function_is_listed():
    found = {
        f"{each.module}: {each.target.removeprefix('coachlog.')}" for each in imports() if each.late
    }

    assert sorted(found) == list(LATE)


def test_only_a_few_modules_write_on_the_standard_streams():
    assert [module for module in sorted(modules()) if _writes(module)] == sorted(WRITERS)


def _writes(module: str) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout", "sys.stderr"))
        for node in ast.walk(tree(module))
    )


@pytest.mark.parametrize("module", modules())
def test_a_module_says_what_it_is_and_stays_small(module):
    lines = modules()[module].read_text(encoding="utf-8").count("\n")

    assert lines == 0 or ast.get_docstring(tree(module)), "it has no docstring"
    assert lines < MODULE_MOST


def test_functions_stay_small():
    """Signatures are not counted: those of commands are lists of options."""
    wrong = [
        f"{module}:{node.lineno} {node.name}: {length}"
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef) and (length := _length(node)) > FUNCTION_MOST
    ]

    assert wrong == []


def _length(function: ast.FunctionDef) -> int:
    body = function.body[1 if ast.get_docstring(function) else 0 :]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def _told(each: Import) -> str:
    late = " (in a function)" if each.late else ""
    return f"{each.module}:{each.line} imports {each.target}{late}"
