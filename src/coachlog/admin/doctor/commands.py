"""`coachlog doctor`: is the journal sound, safe and private, and what to do where it is not."""

from typing import Annotated

import typer

from coachlog.admin.doctor.case import open_case
from coachlog.admin.doctor.checks import examine
from coachlog.admin.doctor.finding import ERROR, Finding
from coachlog.admin.doctor.page import page
from coachlog.admin.doctor.rescuing import is_page_wanted, write_rescued
from coachlog.base.errors import DONE, UNAVAILABLE, UsageError
from coachlog.base.texts import N_, _
from coachlog.terminal.column import Column
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.patience import Patience
from coachlog.terminal.whole_page import show_whole

Fix = Annotated[
    bool,
    typer.Option("--fix", help=N_("Put right what is safe: permissions, search, leftovers.")),
]
RescueTo = Annotated[
    str | None,
    typer.Option(
        "--rescue",
        metavar="FILE",
        help=N_("Write what can be read of a damaged journal into a new file."),
    ),
]
_COLUMNS = tuple(Column(field, field) for field in Finding._fields)


def doctor(
    fix: Fix = False, rescue: RescueTo = None, as_json: AsJson = False, as_csv: AsCsv = False
) -> int:
    """Check whether the journal is sound, safe and private; nothing is altered without --fix.

    coachlog doctor
    """
    run = context()
    output_format = OutputFormat(as_json, as_csv)
    if rescue is not None:
        if fix:
            raise UsageError(
                N_("--fix and --rescue do not go together."),
                N_("--rescue leaves the journal as it is, and writes a new one."),
            )
        write_rescued(run, rescue, output_format)
        return DONE
    with Patience(_("Checking the journal …")):
        case = open_case(run)
        try:
            findings = list(examine(case, fix=fix))
        finally:
            if case.copy is not None:
                case.copy.close()
    if is_page_wanted(run, output_format):
        show_whole(run, page(str(run.store), findings))
    else:
        show_list(run, output_format, Finding._fields, findings, _COLUMNS, "")
    is_wrong = any(finding.level == ERROR and not finding.fixed for finding in findings)
    return UNAVAILABLE if is_wrong else DONE
