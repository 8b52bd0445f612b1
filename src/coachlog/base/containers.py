"""Zip containers, such as xlsx, ods and docx, bounded before anything in them is opened."""

import zipfile
import zlib
from io import BytesIO

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_

MOST_BYTES = 200 * 1024 * 1024
"""What all members may have together, unpacked."""
MOST_RATIO = 100
"""How many times its packed size a member may have; smaller ones than a mebibyte always may."""
MOST_MEMBERS = 10_000
_SMALL = 1024 * 1024
ZIP = b"PK\x03\x04"

_TOO_BIG = (
    N_("{name} unpacks to far more than such a file holds, so it is not opened."),
    N_("Open it in the program that made it, and save only what is needed."),
)

_DAMAGED = (
    N_("{name} is damaged: it cannot be unpacked."),
    N_("Open it in the program that made it, and save it again."),
)
_READING = (NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What Python raises for a member whose sizes or flags are not what it says."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Office and all others pack; whatever else is there was never written by them."""


def bounded_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the container in *data*, after checking the stated sizes of its members.

    *name* is that of the file, for messages. Raises RefusedError for what is too big, encrypted or
    no container.
    """
    try:
        container = zipfile.ZipFile(BytesIO(data))
        members = container.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise RefusedError(*_DAMAGED, name=name) from error
    if any(member.flag_bits & 1 for member in members):
        raise RefusedError(
            N_("{name} is protected by a password."),
            N_("Save it without a password first, and remove that copy afterwards."),
            name=name,
        )
    if any(each.compress_type not in _PACKED for each in members):
        raise RefusedError(*_DAMAGED, name=name)
    is_too_big = len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_BYTES
    if is_too_big or any(map(_is_too_dense, members)):
        raise RefusedError(*_TOO_BIG, name=name)
    return container


def member(container: zipfile.ZipFile, inner: str, name: str) -> bytes | None:
    """Return the bytes of the member *inner*; None where there is none. Raises RefusedError.

    No more is read than its stated size, which `bounded_zip` checked.
    """
    try:
        info = container.getinfo(inner)
    except KeyError:
        return None
    try:
        with container.open(info) as file:
            data = file.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, *_READING) as error:
        raise RefusedError(*_DAMAGED, name=name) from error
    if len(data) > info.file_size:
        raise RefusedError(*_TOO_BIG, name=name)
    return data


def _is_too_dense(each: zipfile.ZipInfo) -> bool:
    return each.file_size > _SMALL and each.file_size > MOST_RATIO * max(each.compress_size, 1)
