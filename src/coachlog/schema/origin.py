"""Where a record came from that was not written here."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import CODE, CREATED_AT, ID, Naming, Table, program

ORIGIN = Table(
    "origin",
    Naming(
        N_("origin of a record"),
        P_("{n} origin of a record", "{n} origins of records"),
        (),
    ),
    (
        ID,
        program("source", CODE, required=True, since=16),
        program("key", CODE, required=True, since=16),
        program("noun", CODE, required=True, since=16),
        program("record_id", CODE, required=True, since=16),
        program("digest", CODE, required=True, since=16),
        program("fields", CODE, required=True, since=16),
        CREATED_AT,
    ),
    since=16,
)
