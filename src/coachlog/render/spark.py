"""A row of scores from 0 to 10 as small bars."""

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_HIGH = 10


def spark(scores: Sequence[int], *, ascii_only: bool, most: int = 12) -> str:
    """Return the last *most* of *scores* as bars, always on the whole scale from 0 to 10.

    In ASCII the figures themselves: `3-5-6`.
    """
    latest = scores[-most:]
    if ascii_only:
        return "-".join(map(str, latest))
    return "".join(_BARS[round(score * (len(_BARS) - 1) / _HIGH)] for score in latest)
