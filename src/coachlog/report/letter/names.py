"""Names of other people, which no letter tells: of who else is coached, and of contacts."""

from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _
from coachlog.base.tokens import folded_words
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.network_case.known_words import CONTACT, HANDLE, NAME, known_words
from coachlog.journal.network_case.warning import CaseWatch
from coachlog.schema.contact import YES_NAMED

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

SOMEBODY = N_("[someone]")
"""What stands in a quotation in the place of a name."""

_MAY_STAND = (
    "select handle from former_handle where coachee_id = :person"
    " union select sponsor from trajectory where coachee_id = :person and sponsor is not null"
    " union select to_whom from releases where coachee = :handle"
    " union select agreed_by from releases where coachee = :handle"
    " union select name from contact where may_be_named = :yes"
    " union select coalesce(o.contact, o.text) from option o join session s on s.id = o.session_id"
    " join contact c on c.id = o.contact_id where s.coachee_id = :person and c.may_be_named = :yes"
    " union select coalesce(a.helper, '') from action a join contact c on c.id = a.contact_id"
    " where a.coachee_id = :person and c.may_be_named = :yes"
)
"""Names that the person knows: who was given a text, who asked for it, who may be named."""


class OtherNames:
    """Hides the names that the journal knows, but for those of the person and of who may be named.

    *hidden* is the words that were hidden so far, as they were written.
    """

    def __init__(self, reader: "Reader", person: Person, coach: str | None) -> None:
        about = {"person": person.id, "handle": person.handle, "yes": YES_NAMED}
        names = (person.name, person.handle, coach or "")
        allowed = {
            word
            for name in (*names, *reader.rows(str, _MAY_STAND, **about))
            for word in folded_words(name)
        }
        self._watch = CaseWatch(
            [
                each
                for each in known_words(reader, None)
                if each.kind in (NAME, CONTACT, HANDLE)
                and not (each.words and set(each.words) <= allowed)
            ]
        )
        self.hidden: list[str] = []

    def found(self, text: str) -> list[str]:
        """Return the words of *text* that are names of others, as they are written there."""
        warnings = self._watch.warnings({"": text})
        return [each.word for each in warnings if each.kind in (NAME, CONTACT, HANDLE)]

    def hide(self, text: str) -> str:
        """Return *text* with neutral words in the place of each name."""
        found = self.found(text)
        if not found:
            return text
        self.hidden += [word for word in found if word not in self.hidden]
        somebody = _(SOMEBODY)
        hidden_text = self._watch.replace_words(text, somebody)
        return (
            somebody[0] + hidden_text[1:2].upper() + hidden_text[2:]
            if hidden_text.startswith(somebody)
            else hidden_text
        )
