"""The commands of `export`: a format each."""

from coachlog.base.stubs import Stub, Table
from coachlog.base.texts import N_

VERBS: Table = {
    "journal": Stub(
        N_("The whole journal, or one person, to take elsewhere."),
        "coachlog.admin.exporting.journal:journal",
    ),
    "csv": Stub(
        N_("Print a table of the journal as CSV, or write them all."),
        "coachlog.admin.exporting.csv_table:csv",
    ),
    "xlsx": Stub(
        N_("Write tables of the journal to a workbook for Excel."),
        "coachlog.admin.exporting.xlsx_file:xlsx",
    ),
    "sqlite": Stub(
        N_("Write the tables of the journal to an SQLite file, for those who analyse them."),
        "coachlog.admin.exporting.sqlite_file:sqlite",
    ),
    "ics": Stub(
        N_("Appointments and actions for a calendar, without names."),
        "coachlog.admin.exporting.calendar.commands:ics",
    ),
    "markdown": Stub(
        N_("Write a note for each conversation and each person, for Obsidian."),
        "coachlog.admin.exporting.markdown.commands:markdown",
    ),
}
