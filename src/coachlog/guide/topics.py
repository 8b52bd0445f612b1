"""The parked topics that a guided conversation takes up."""

from coachlog.guide.guide import Guide
from coachlog.interview.fills import FieldValues
from coachlog.interview.situation import Situation
from coachlog.journal.coachee.lookup import matching
from coachlog.journal.topic import queries
from coachlog.terminal.context import Context


def check(situation: Situation, filled: FieldValues) -> None:
    """Raise NotFoundError if options take up a topic that is not parked."""
    parked_numbers = {topic.number for topic in situation.topics}
    for number in filled.get("taken_up", []):
        if number not in parked_numbers:
            raise queries.TOPICS.missing(number=number)


def refresh(context: Context, guide: Guide) -> None:
    """Leave out the topics that were dropped or taken up elsewhere since the conversation began."""
    situation, head = guide.interview.situation, guide.draft.head
    if not situation.topics:
        return
    with context.reader() as reader:
        parked_numbers = {
            topic.number
            for person in matching(reader, guide.draft.coachee)
            for topic in queries.parked(reader, person.handle)
        }
    still_parked = tuple(topic for topic in situation.topics if topic.number in parked_numbers)
    if still_parked != situation.topics:
        guide.interview.situation = situation._replace(topics=still_parked)
        if "taken_up" in head:  # from an option, because the conversation has another topic
            head = head | {"taken_up": [n for n in head["taken_up"] if n in parked_numbers]}
        guide.save_draft(head=head)
