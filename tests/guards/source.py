"""The source as the guards read it: modules, their syntax trees and their imports."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "coachlog"


class Import(NamedTuple):
    """*target* is a module; *late* when it stands in a function."""

    module: str
    target: str
    late: bool
    line: int


@cache
def modules() -> dict[str, Path]:
    """Every module of coachlog by its name without the first part; `__init__` for the package."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports() -> tuple[Import, ...]:
    """All imports of all modules, but not those for type checkers alone."""
    return tuple(found for module in modules() for found in _imports(module))


def own() -> Iterator[Import]:
    """The imports of coachlog's own modules; their names are those of `modules`."""
    for each in imports():
        if each.target.partition(".")[0] == "coachlog":
            yield each._replace(target=each.target.partition(".")[2] or "__init__")


def others() -> Iterator[Import]:
    """The imports of everything else."""
    return (each for each in imports() if each.target.partition(".")[0] != "coachlog")


def _imports(module: str) -> Iterator[Import]:
    pending: list[tuple[ast.AST, bool]] = [(tree(module), False)]
    while pending:
        node, late = pending.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        for target in _targets(node):
            yield Import(module, target, late, getattr(node, "lineno", 0))
        late = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        pending += [(child, late) for child in ast.iter_child_nodes(node)]


def _targets(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, "imports are absolute"
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            yield full if full.removeprefix("coachlog.") in modules() else str(node.module)
