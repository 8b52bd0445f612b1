"""A conversation under way, and the plain values as which a draft keeps it."""

from copy import deepcopy
from typing import NamedTuple, NotRequired, TypedDict

from coachlog import settings
from coachlog.interview.conversation import Conversation
from coachlog.interview.flow import Interview, InterviewState, resume
from coachlog.interview.method import Method
from coachlog.interview.shelf import BUILT_IN, COMMON, load, read
from coachlog.interview.situation import unseen


class DraftHead(Conversation, total=False):
    """What is known of the talk itself, and what of it no question asks for.

    *notes* are what the coach remembers of a talk that is over; *after*: they are still to be
    asked, and nothing else where it is "briefly" and there are some.
    """

    notes: str
    after: bool | str


class DraftState(TypedDict):
    """A conversation under way as plain JSON values; an earlier version did not keep them all."""

    coachee: str
    head: DraftHead
    halves: dict[str, str]
    parts: dict[str, object]
    nudges: bool
    proposed: NotRequired[dict[str, str]]
    kind: NotRequired[str]
    name: NotRequired[str]
    third: NotRequired[str]
    interview: InterviewState


class GuideDraft(NamedTuple):
    """A conversation under way, as the draft keeps it.

    *halves* are texts that were being typed, and *parts* parts of lists that were given, by the
    question that was left before it was answered. *proposed* is what is thought to be the answer
    to a question, before it was asked. *kind* is that of the trajectory, *name* how the person is
    called, and *third* who sits at the table besides the two.
    """

    interview: Interview
    coachee: str
    head: DraftHead
    halves: dict[str, str] = {}  # noqa: RUF012 - never changed, always replaced
    parts: dict[str, object] = {}  # noqa: RUF012 - as above
    nudges: bool = True
    proposed: dict[str, str] = {}  # noqa: RUF012 - as above
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


def state_of(draft: GuideDraft) -> DraftState:
    """The draft as plain JSON values."""
    kept: DraftState = {
        "coachee": draft.coachee,
        "head": draft.head,
        "halves": draft.halves,
        "parts": draft.parts,
        "nudges": draft.nudges,
        "proposed": draft.proposed,
        "kind": draft.kind,
        "name": draft.name,
        "interview": draft.interview.state(),
    }
    return kept | {"third": draft.third} if draft.with_three else kept


def draft_of(state: DraftState) -> GuideDraft:
    """The draft that *state* tells of; raises MethodUnknownError when its method is gone."""
    return draft_by(*methods(state["interview"]["method"]), state)


def draft_by(method: Method, common: Method, state: DraftState) -> GuideDraft:
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
