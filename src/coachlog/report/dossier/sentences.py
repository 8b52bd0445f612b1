"""The sentences of a dossier, and who may be complained to, in three languages."""

import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.texts import in_user_language

FILE = Path(__file__).with_name("dossier.toml")

_BEGINNING = re.compile(r"(?:^|(?<=\. ))[^\W\d_]")


class Authority(NamedTuple):
    """The authority to complain to; *checked_on* is the day on which its address was checked."""

    name: str
    address: str
    phone: str
    site: str
    checked_on: date


def sentence(name: str, **gaps: object) -> str:
    """Return a text in the language of this run, its gaps filled; each sentence has a capital."""
    text = in_user_language(read_data_file(FILE)[name]).format(**gaps)
    return _BEGINNING.sub(lambda found: found[0].upper(), text) if gaps else text


def sentences(name: str) -> list[str]:
    """Return a list of sentences, such as the rights, in the language of this run."""
    return [in_user_language(each) for each in read_data_file(FILE)[name]]


def source_of(table: str) -> str:
    """Return where the records of *table* came from."""
    sources: list[dict[str, Any]] = read_data_file(FILE)["sources"]
    found = next((each for each in sources if table in each["tables"]), sources[-1])
    return in_user_language({key: text for key, text in found.items() if key != "tables"})


def authority() -> Authority:
    """Return the supervisory authority, named in the language of this run."""
    data = read_data_file(FILE)["authority"]
    name, address, site = (in_user_language(data[key]) for key in ("name", "address", "site"))
    return Authority(name, address, data["phone"], site, data["checked_on"])
