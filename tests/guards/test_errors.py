"""A class of error is for who catches it: others say what happened where they are raised."""

import ast
import builtins
import re

from tests.guards.source import modules, tree

KINDS = ("UsageError", "NotFoundError", "RefusedError", "UnavailableError", "StoppedError")
NOT_CAUGHT = {
    "DiskFaultError", "NotADatabaseError", "RefusedByStoreError", "StoreFailedError",
    "StoreFolderError",  # values of a table of codes
    "AtLineError", "MissingOptionsError", "MissingWordsError", "NotSavedError",  # build their words
    "AreaNotThemeError", "FieldRefusedError", "MethodMistakeOnLineError", "SeveralFiguresError",
    "ThemeNotAreaError",  # handed over as a class
    "EditorStoppedError", "LimitError", "UnconfirmedError", "NotALengthError", "NotYesOrNoError",
    "PeriodNotUnderstoodError",
}  # fmt: skip
"""Classes that nobody catches yet: none may be added."""


def errors() -> set[str]:
    """The classes that come from CoachlogError."""
    bases = {
        node.name: {ast.unparse(base).rpartition(".")[2] for base in node.bases}
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ClassDef)
    }
    found = {"CoachlogError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def told_apart() -> set[str]:
    """The names of classes that are caught, subclassed, or looked for."""
    found: set[str] = set()
    for module in modules():
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.ExceptHandler) and node.type:
                found |= _names(node.type)
            elif isinstance(node, ast.ClassDef):
                found |= {name for base in node.bases for name in _names(base)}
            elif isinstance(node, ast.Call) and _names(node.func) & {"isinstance", "suppress"}:
                found |= {name for each in node.args for name in _names(each)}
    return found


def _names(expression: ast.expr) -> set[str]:
    return {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(expression)
        if isinstance(node, ast.Name | ast.Attribute)
    }


def test_a_class_of_error_is_for_who_catches_it():
    assert errors() - told_apart() - set(KINDS) == NOT_CAUGHT


def test_a_docstring_names_only_errors_that_are_there():
    told = {
        word
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
        for word in re.findall(r"\b[A-Z]\w+Error\b", ast.get_docstring(node) or "")
    }

    assert told - errors() - set(dir(builtins)) == set()
