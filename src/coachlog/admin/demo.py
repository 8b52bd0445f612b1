"""`demo`: a believable year of three coachees in a temporary journal, apart from the coach's own.

`year.jsonl` holds it: one record a line, with its noun, each text in three languages, each day as
it would be if today were REFERENCE.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from coachlog import settings
from coachlog.base.errors import UnavailableError, system_problem
from coachlog.base.texts import LANGUAGES, N_, _, language, spoken
from coachlog.store.files import BESIDE
from coachlog.store.turn import turn_at
from coachlog.terminal.context import Context, say
from coachlog.terminal.patience import Patience

YEAR = Path(__file__).parent / "year.jsonl"
REFERENCE = date(2026, 11, 24)
PROGRAM = "demo"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


def enter(context: Context) -> None:
    """Make *context* use the demo journal, which is filled if it does not exist yet.

    Hints of commands begin with `coachlog demo` from here on.
    """
    context.thrown_away = True
    context.program = f"{context.program} {PROGRAM}"
    store = settings.demo_store()
    context.options = context.options._replace(store=str(store))
    if not store.exists():
        with _writable(), turn_at(store):
            _fill_beside(context, store)


def renew(context: Context) -> None:
    """Delete the demo journal and fill it again, in the language of this run; then `enter` it."""
    with _writable():
        _remove(settings.demo_store())
    enter(context)
    say(_("A made-up year of coaching, in a journal of its own: {path}").format(path=context.store))


@contextmanager
def _writable() -> Iterator[None]:
    """Within the block, turn an OSError about a file into an UnavailableError."""
    try:
        yield
    except OSError as error:
        if error.filename is None:  # about the output, which `main` handles
            raise
        problem = system_problem(error)
        raise UnavailableError(
            N_("The demo journal {path} cannot be written: {problem}."),
            N_("Make its folder writable for you, or name another one in XDG_CACHE_HOME."),
            path=error.filename,
            problem=problem,
        ) from error


def _fill_beside(context: Context, store: Path) -> None:
    """Fill a new file and rename it to *store* when it is complete: nobody sees a part."""
    if store.exists():  # another process filled it while we waited for our turn
        return
    new_store = store.with_name(f"{store.name}.part")
    _remove(new_store)  # of a process that was killed
    context.options = context.options._replace(store=str(new_store))
    fill(context)
    os.replace(new_store, store)  # noqa: PTH105 - it is our turn
    context.options = context.options._replace(store=str(store))


def _remove(store: Path) -> None:
    """Delete a store and the files that SQLite keeps beside it, if there are any."""
    for suffix in ("", *BESIDE):
        Path(f"{store}{suffix}").unlink(missing_ok=True)


def fill(context: Context) -> None:
    """Save the whole year in the store of *context*, as one unit of work."""
    from coachlog.admin.demo_year import Keeper  # all that writes: only where the year is made

    today = context.today
    with context.work("demo") as work, Patience(_("A year of coaching:")) as waiting:
        keeper = Keeper(work, today, context.zone)
        for noun, record in waiting.each(year(language(), today)):
            keeper.keep(noun, record)


def year(language: str, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield noun and input of each record of the year, in *language*, shifted to end about *today*.

    By whole weeks: a conversation on a Tuesday stays on a Tuesday.
    """
    shift = timedelta(weeks=(today - REFERENCE).days // 7)
    for line in YEAR.read_text(encoding="utf-8").splitlines():
        record = _localise(json.loads(line), language, shift)
        yield record.pop("noun"), record


def _localise(value: Any, language: str, shift: timedelta) -> Any:
    """Return a JSON *value* with each text in *language*, and each day and local time shifted."""
    if isinstance(value, dict):
        is_translated_text = "en" in value and value.keys() <= {*LANGUAGES}
        if is_translated_text:
            return spoken(value, language)
        return {key: _localise(field, language, shift) for key, field in value.items()}
    if isinstance(value, list):
        return [_localise(item, language, shift) for item in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        moment = datetime.fromisoformat(value) + shift
        has_time = "T" in value
        return moment.isoformat(timespec="minutes") if has_time else moment.date().isoformat()
    return value
