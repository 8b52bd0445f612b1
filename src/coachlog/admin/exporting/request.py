"""What was asked of an export of tables: which, of whom, of which days, and where they go."""

from typing import Annotated, NamedTuple

import typer

from coachlog.base.texts import N_
from coachlog.terminal.command_options import option_info

Coachee = Annotated[
    str | None,
    option_info("--coachee", N_("Only what is about this person."), "WHO"),
]
Output = Annotated[
    str | None, option_info("--output", N_("The file to write; stdout if left out."), "FILE")
]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace the file that is there already."))]
Private = Annotated[
    bool, typer.Option("--private", help=N_("With what only you may read as well."))
]
Log = Annotated[
    str | None,
    option_info("--log", N_("A log of hours instead: icf, emcc or fund."), "LOG"),
]


class ExportRequest(NamedTuple):
    """What was typed. Without *tables*, and without a *log*, all tables are meant."""

    tables: tuple[str, ...] = ()
    log: str | None = None
    coachee: str | None = None
    since: str | None = None
    until: str | None = None
    private: bool = False
    excel: bool = False
    output: str | None = None
    folder: str | None = None
    force: bool = False
