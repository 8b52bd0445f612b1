"""Reads the requests about the notes, and by when each has to be answered."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class RequestLine(NamedTuple):
    """A row of the view `requests`, in its order.

    *due_on* is a month after *asked_on*, or three where it was extended (GDPR art. 12(3)); a month
    that has no such day ends with its last one.
    """

    number: int
    coachee: str
    about: str
    words: str | None
    asked_on: str
    due_on: str
    extended_on: str | None
    reason: str | None
    answered_on: str | None


class RequestFilter(NamedTuple):
    """Which requests to list: those that match every field that is not None."""

    coachee: str | None = None
    about: str | None = None


REQUESTS = View(
    "requests",
    RequestLine,
    not_found("request", N_("There is no request {number}.")),
    RequestFilter(),
    order=(
        "answered_on is not null, iif(answered_on is null, due_on, null), answered_on desc, number"
    ),
    table="request",
)

_OPEN = "where answered_on is null and (:coachee is null or coachee = :coachee)"


def open_requests(
    reader: "Reader", coachee: str | None = None, about: str | None = None
) -> list[RequestLine]:
    """Return the requests that were not answered, of a person or of all, the most urgent first.

    With *about*, only those that ask for that.
    """
    behind = f"{_OPEN} and (:about is null or about = :about) order by due_on, number"
    return REQUESTS.all(reader, behind, coachee=coachee, about=about)
