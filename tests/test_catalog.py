"""The catalog that reads at need says what that of the standard library says."""

import gettext
import io
import struct
import sys
from pathlib import Path

import pytest

from coachlog.base.catalog import Catalog
from coachlog.base.texts import LOCALE

FILES = sorted(LOCALE.glob("*/LC_MESSAGES/coachlog.mo"))


def turned(raw: bytes) -> bytes:
    """The same catalog as a machine of the other byte order writes it."""
    _magic, _version, count, ids, texts = struct.unpack("=5I", raw[:20])
    end = max(ids, texts) + 8 * count
    numbers = struct.unpack(f"={end // 4}I", raw[:end])
    other = ">" if sys.byteorder == "little" else "<"
    return struct.pack(f"{other}{end // 4}I", *numbers) + raw[end:]


def both(file: Path, *, foreign: bool) -> tuple[gettext.GNUTranslations, Catalog]:
    raw = turned(file.read_bytes()) if foreign else file.read_bytes()
    return gettext.GNUTranslations(io.BytesIO(raw)), Catalog(io.BytesIO(raw))


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.parent.name)
def test_each_text_is_told_as_gettext_tells_it(file: Path, foreign: bool) -> None:
    known, quick = both(file, foreign=foreign)
    catalog = vars(known)["_catalog"]
    texts = [key for key in catalog if isinstance(key, str) and key]
    plurals = {key[0] for key in catalog if isinstance(key, tuple)}

    assert len(texts) > 1000
    assert {text: quick.gettext(text) for text in texts} == {
        text: known.gettext(text) for text in texts
    }
    for one in plurals:
        for count in (0, 1, 2, 21):
            assert quick.ngettext(one, "many", count) == known.ngettext(one, "many", count)
        assert quick.gettext(one) == known.gettext(one)


@pytest.mark.parametrize("text", ["nobody wrote this", "zzz", "", "\ud800", "Usage: "])
def test_what_is_not_there_stays_english(text: str) -> None:
    known, quick = both(FILES[0], foreign=False)

    assert quick.gettext(text) == known.gettext(text)
    assert [quick.ngettext(text + "!", "many", n) for n in (1, 2)] == [text + "!", "many"]
