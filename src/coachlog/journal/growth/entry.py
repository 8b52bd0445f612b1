"""`growth new` and `growth edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.growth.fields import KINDS, minutes
from coachlog.journal.growth.queries import line
from coachlog.schema.growth import GROWTH
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

FIELDS = (
    FormField(
        "kind",
        GROWTH.field("kind").label,
        N_("training, supervision, mentor_coaching, intervision, reading or reflection."),
        lambda text: parse.choice(text, KINDS),
        required=True,
        words=GROWTH.field("kind").words,
    ),
    FormField(
        "done_on",
        GROWTH.field("done_on").label,
        N_("The day; today if left out."),
        lambda text: context().past_day(text),
        option="on",
    ),
    FormField("minutes", GROWTH.field("minutes").label, N_("90, 1:30 or 1u30."), minutes),
    FormField(
        "provider", GROWTH.field("provider").label, N_("Who gave it, or what you read."), parse.line
    ),
    FormField("learned", GROWTH.field("learned").label, N_("What you learned."), parse.text),
    FormField("applied", GROWTH.field("applied").label, N_("Where you used it."), parse.text),
)
CHANGED = (FIELDS[0]._replace(required=False), *FIELDS[1:])


@with_options(FIELDS, more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Note something you learned as a coach: a training, supervision, reading.

    coachlog growth new --kind supervision --minutes 1u30 --learned "Ask one question at a time"
    """
    run = context()
    inputs = collect(run, FIELDS, given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.growth.model import GrowthInput
    from coachlog.journal.growth.service import add

    numbers = add_all(
        run, "growth new", GrowthInput, inputs, lambda work, data: add(work, data, run.today)
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Learning moment {n} saved."),
        "growth show {n}",
        as_json=as_json,
    )


@with_options(CHANGED, number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit a learning moment: only what you give changes.

    coachlog growth edit 1 --applied "With Amina, on Monday"
    """
    change_numbered(CHANGING, CHANGED, which, Change(given, source, guided), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.growth.model import GrowthEdit
    from coachlog.journal.growth.service import edit as change

    return GrowthEdit, change


CHANGING = Changing(
    "growth edit",
    N_("Learning moment {n}"),
    N_("Learning moment {n} updated."),
    "growth show {n}",
    line,
    _saving,
)
