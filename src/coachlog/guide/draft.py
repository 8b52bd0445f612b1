"""An unfinished conversation in memory, and its JSON form in the store of drafts."""

from copy import deepcopy
from typing import NamedTuple, NotRequired, TypedDict

from coachlog import settings
from coachlog.interview.conversation import Conversation
from coachlog.interview.flow import Interview, InterviewState, resume
from coachlog.interview.method import Method
from coachlog.interview.method_files import BUILT_IN, COMMON, load, read
from coachlog.interview.situation import unseen


class DraftHead(Conversation, total=False):
    """Date, length and form of the conversation, and values that no question asks for.

    *notes* are what the coach remembers of a conversation written up afterwards. *after* is there
    until those notes were asked for; "briefly" means that they may replace the other questions.
    """

    notes: str
    after: bool | str


class DraftState(TypedDict):
    """An unfinished conversation as JSON values; older versions did not store all of them."""

    coachee: str
    head: DraftHead
    halves: dict[str, str]
    parts: dict[str, object]
    nudges: bool
    proposed: NotRequired[dict[str, str]]
    kind: NotRequired[str]
    follows_kind: NotRequired[bool]
    name: NotRequired[str]
    third: NotRequired[str]
    discreet: NotRequired[bool]
    interview: InterviewState


class GuideDraft(NamedTuple):
    """An unfinished conversation: the interview, and what is stored beside it.

    *partial_texts* (half-typed) and *partial_values* (incomplete lists) belong to questions that
    were left before they were answered; *proposed* are suggested answers. All three are by
    question id. *name* is how the person is called on the screen, and *third* who else sits at
    the table. *follows_kind*: the method is the usual one for the kind of trajectory, and another
    one follows from another kind.
    """

    interview: Interview
    coachee: str
    head: DraftHead
    partial_texts: dict[str, str] = {}  # noqa: RUF012 - never changed, always replaced
    partial_values: dict[str, object] = {}  # noqa: RUF012 - as above
    nudges: bool = True
    proposed: dict[str, str] = {}  # noqa: RUF012 - as above
    name: str = ""
    third: str = ""
    follows_kind: bool = False

    @property
    def kind(self) -> str:
        """The kind of the trajectory."""
        return self.interview.kind

    @property
    def with_three(self) -> bool:
        """Whether somebody else may read the screen."""
        return self.interview.method.with_three

    @property
    def display_name(self) -> str:
        """The name of the person, or else their handle in the journal."""
        return self.name or self.coachee


class MethodPair(NamedTuple):
    """A method, and the questions that all methods share."""

    method: Method
    common: Method


def load_methods(name: str) -> MethodPair:
    """Return the method called *name* with the shared questions; raises MethodUnknownError."""
    return MethodPair(load(name, settings.own_methods()), read(BUILT_IN / f"{COMMON}.toml"))


def state_of(draft: GuideDraft) -> DraftState:
    """Return the draft as JSON values, under the keys that the first version gave them."""
    state: DraftState = {
        "coachee": draft.coachee,
        "head": draft.head,
        "halves": draft.partial_texts,
        "parts": draft.partial_values,
        "nudges": draft.nudges,
        "proposed": draft.proposed,
        "name": draft.name,
        "follows_kind": draft.follows_kind,
        "interview": draft.interview.state(),
    }
    if draft.with_three:
        state["third"] = draft.third
    if draft.interview.method.discreet:
        state["discreet"] = True  # where drafts are listed, its method is not named
    return state


def draft_of(state: DraftState) -> GuideDraft:
    """Return the draft stored as *state*; raises MethodUnknownError when its method is gone."""
    return restore_draft(*load_methods(state["interview"]["method"]), state)


def restore_draft(method: Method, common: Method, state: DraftState) -> GuideDraft:
    """Return the draft stored as *state* and led by *method*; it shares no objects with *state*."""
    state = deepcopy(state)
    begun_ids = (*state["halves"], *state["parts"])
    interview = resume(method, common, state["interview"], begun_ids)
    if kind := state.get("kind"):  # an older version stored it here
        interview.situation = interview.situation._replace(kind=kind)
    proposed = state.get("proposed", {})
    if method.with_three and "third" not in state:
        # The version that stored it still showed a third party what was not released to them.
        interview.situation = unseen(interview.situation)
        proposed = {}
    return GuideDraft(
        interview,
        state["coachee"],
        state["head"],
        state["halves"],
        state["parts"],
        state["nudges"],
        proposed,
        state.get("name", ""),  # older versions stored none of these
        state.get("third", ""),
        state.get("follows_kind", False),
    )
