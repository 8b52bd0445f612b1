"""A conversation under way, and the plain values as which a draft keeps it."""

from copy import deepcopy
from typing import Any, NamedTuple

from coachlog import settings
from coachlog.interview.flow import Interview, State, resume
from coachlog.interview.method import Method
from coachlog.interview.shelf import BUILT_IN, COMMON, load, read
from coachlog.interview.situation import unseen

NOTES, AFTER, MINUTES = "notes", "after", "minutes"
"""Keys under which a draft keeps what the coach remembered of a talk that is over, that this is
still to be asked, and how long it took."""


class GuideDraft(NamedTuple):
    """A conversation under way, as the draft keeps it.

    *halves* are texts that were being typed, and *parts* parts of lists that were given, by the
    question that was left before it was answered. *proposed* is what is thought to be the answer
    to a question, before it was asked. *kind* is that of the trajectory, *name* how the person is
    called, and *third* who sits at the table besides the two.
    """

    interview: Interview
    coachee: str
    head: dict[str, Any]
    halves: dict[str, str] = {}  # noqa: RUF012 - never changed, always replaced
    parts: dict[str, Any] = {}  # noqa: RUF012 - as above
    nudges: bool = True
    proposed: dict[str, Any] = {}  # noqa: RUF012 - as above
    kind: str = "coaching"
    name: str = ""
    third: str = ""

    @property
    def with_three(self) -> bool:
        """Whether somebody else may read the screen."""
        return self.interview.method.with_three

    @property
    def called(self) -> str:
        """The name of the person, or else what they go by in the journal."""
        return self.name or self.coachee


def methods(name: str) -> tuple[Method, Method]:
    """The method called *name*, and the questions that all methods share."""
    return load(name, settings.own_methods()), read(BUILT_IN / f"{COMMON}.toml")


def state_of(draft: GuideDraft) -> State:
    """The draft as plain JSON values."""
    kept = {
        "coachee": draft.coachee,
        "head": draft.head,
        "halves": draft.halves,
        "parts": draft.parts,
        "nudges": draft.nudges,
        "proposed": draft.proposed,
        "kind": draft.kind,
        "name": draft.name,
    } | ({"third": draft.third} if draft.with_three else {})
    return kept | {"interview": draft.interview.state()}


def draft_of(state: State) -> GuideDraft:
    """The draft that *state* tells of; raises MethodUnknownError when its method is gone."""
    return draft_by(*methods(state["interview"]["method"]), state)


def draft_by(method: Method, common: Method, state: State) -> GuideDraft:
    """The draft that *state* tells of, which *method* leads; it shares nothing with *state*."""
    own = deepcopy(state)
    begun = (*own["halves"], *own["parts"])
    interview = resume(method, common, own["interview"], begun)
    proposed = own.get("proposed", {})
    if method.with_three and "third" not in own:
        # It was begun when what was not released was still shown.
        interview.situation, proposed = unseen(interview.situation), {}
    return GuideDraft(
        interview,
        own["coachee"],
        own["head"],
        own["halves"],
        own["parts"],
        own["nudges"],
        proposed,
        own.get("kind", "coaching"),  # a draft of before has none of these
        own.get("name", ""),
        own.get("third", ""),
    )
