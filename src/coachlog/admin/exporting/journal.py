"""`export journal`: the whole journal, one person, or what another coach goes on with."""

from collections.abc import Iterator
from typing import Annotated, BinaryIO, NamedTuple

from coachlog.admin.exporting.request import Force, Output
from coachlog.base import clock
from coachlog.base.errors import NotFoundError, RefusedError, UsageError
from coachlog.base.texts import N_, _
from coachlog.export.destination import checked_destination, written_beside
from coachlog.export.handover import Ids, for_coach, ids_of_person, ids_of_trajectory
from coachlog.export.journal import Keep, lines
from coachlog.journal.coachee.consents.queries import RELEASE, consents
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import option, option_info
from coachlog.terminal.context import Context, context, say, text_out
from coachlog.terminal.output import OfPerson
from coachlog.terminal.patience import Patience
from coachlog.values import parse

ENDINGS = (".jsonl", ".ndjson", ".json")


class JournalSelection(NamedTuple):
    """What goes out: the records by id, what of each row, and what the first line says of it."""

    ids: Ids | None = None
    keep: Keep | None = None
    about: dict[str, object] | None = None


def journal(
    output: Output = None,
    force: Force = False,
    coachee: OfPerson = None,
    to_coach: Annotated[
        str | None,
        option_info("--to-coach", N_("Hand one trajectory over to this coach."), "NAME"),
    ] = None,
    trajectory: option("--trajectory", N_("Which trajectory is handed over."), "N") = None,  # type: ignore[valid-type]
) -> None:
    """Print the whole journal as JSON Lines, which coachlog import brings back.

    coachlog export journal --output journal.jsonl
    """
    run = context()
    if to_coach and not coachee:
        raise UsageError(
            N_("It is not said whose trajectory is handed over."),
            N_('For example: coachlog export journal --coachee amina --to-coach "Lies Peeters"'),
        )
    if trajectory and not to_coach:
        raise UsageError(N_("--trajectory only goes with --to-coach."), "")
    path = checked_destination(output, ENDINGS, force=force) if output else None
    with run.reader() as reader:
        selection = _selection(run, reader, coachee, to_coach, trajectory)
        made_at = clock.instant(run.now)
        written = lines(
            reader, made_at, ids=selection.ids, keep=selection.keep, about=selection.about
        )
        with Patience(_("Records written:"), silent=path is None) as waiting:
            if path is None:
                say(_contents_in_words(selection))
                _print(waiting.each(written))
            else:
                with written_beside(path) as file:
                    say(_contents_in_words(selection))
                    _write(file, waiting.each(written))
    if path:
        say(_("Written: {path}").format(path=path))


def _selection(
    run: Context, reader: Reader, who: str | None, to_coach: str | None, number: str | None
) -> JournalSelection:
    """Return what goes out: all, one person, or one trajectory for another coach."""
    if who is None:
        return JournalSelection()
    person = find(reader, who)
    if to_coach is None:
        return JournalSelection(ids_of_person(reader, person.id), about={"coachee": person.handle})
    agreement = _agreement(reader, person)
    trajectory = _trajectory(reader, person, number)
    ids = ids_of_trajectory(reader, person.id, TRAJECTORIES.id_of(reader, trajectory))
    about = {"coachee": person.handle, "to_coach": to_coach, **agreement}
    return JournalSelection(ids, for_coach(ids), about)


def _agreement(reader: Reader, person: Person) -> dict[str, object]:
    """Return the agreement under which notes are passed on. Raises RefusedError without one."""
    valid = [
        each
        for each in consents(reader, person.handle)
        if each.about == RELEASE and each.withdrawn_on is None
    ]
    if not valid:
        raise RefusedError(
            N_("{name} did not agree that texts are passed on."),
            N_("Note what was agreed: coachlog consent new --coachee {handle} --about release"),
            name=person.name,
            handle=person.handle,
        )
    return {"agreed_on": valid[-1].agreed_on, "agreed_in_words": valid[-1].words}


def _trajectory(reader: Reader, person: Person, typed: str | None) -> int:
    """Return the number of the trajectory to hand over. Raises RefusedError where it is unclear.

    Raises NotFoundError where there is none of that number, or none at all.
    """
    of_person = TRAJECTORIES.all(
        reader, "where coachee = :handle order by number", handle=person.handle
    )
    numbers = [each.number for each in of_person]
    number_typed = parse.number(typed) if typed else None
    if number_typed in numbers or (number_typed is None and len(numbers) == 1):
        return number_typed or numbers[0]
    if number_typed is not None or not numbers:
        raise NotFoundError(
            N_("{name} has no trajectory {number}.")
            if number_typed
            else N_("{name} has no trajectory."),
            N_("Choose from: {names}") if numbers else "",
            name=person.name,
            number=number_typed,
            names=", ".join(map(str, numbers)),
        )
    raise RefusedError(
        N_("Say which trajectory of {name} is handed over: {numbers}."),
        N_("For example: --trajectory {example}"),
        name=person.name,
        numbers=", ".join(map(str, numbers)),
        example=numbers[-1],
    )


def _contents_in_words(selection: JournalSelection) -> str:
    if selection.keep:
        return _("This holds what you share with this person, and nothing of your own.")
    if selection.ids is not None:
        return _("This holds all your notes about this person, your private ones too.")
    return _(
        "This holds the whole journal, your private notes too. Keep it as safe as the journal."
    )


def _print(written: Iterator[str]) -> None:
    out = text_out()
    for line in written:
        out.write(f"{line}\n")


def _write(file: BinaryIO, written: Iterator[str]) -> None:
    for line in written:
        file.write(f"{line}\n".encode())
