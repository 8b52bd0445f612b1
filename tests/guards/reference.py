"""docs/reference/commands.md out of the program's own help."""

from coachlog import nouns
from coachlog.base.stubs import Table

HEAD = """# All commands

Written from the program's own help (`COACHLOG_SNAPSHOTS=write python3 dev.py test tests/guards`).
The options of every command stand in [configuration](configuration.md).
"""


def reference(help_of):
    """The whole page; *help_of* gives the help text of a list of words."""
    parts = [HEAD, _section([], help_of)]
    parts += [_section(words, help_of) for words in commands(nouns.ROOT)]
    return "\n".join(parts)


def commands(table: Table, before=()):
    """Every command as a list of words, groups before their verbs."""
    for name, stub in table.items():
        words = [*before, name]
        yield words
        yield from commands(stub.verbs, words)


def _section(words, help_of):
    title = " ".join(["coachlog", *words])
    text = "\n".join(line.rstrip() for line in help_of(words).strip().splitlines())
    return f"## {title}\n\n```text\n{text}\n```\n"
