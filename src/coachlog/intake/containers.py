"""Zip containers, for the formats; the bounds themselves stand where the guide has them too."""

from coachlog.base.containers import (
    MOST_BYTES,
    MOST_MEMBERS,
    MOST_RATIO,
    ZIP,
    bounded_zip,
    member,
)

__all__ = ["MOST_BYTES", "MOST_MEMBERS", "MOST_RATIO", "ZIP", "bounded_zip", "member"]
