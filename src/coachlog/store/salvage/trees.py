"""The b-trees of SQLite's file format: the pages of a table or an index, and their cells."""

from collections.abc import Iterator
from typing import NamedTuple

from coachlog.store.salvage.cells import BrokenCellError, Value, row_values, varint
from coachlog.store.salvage.pages import HEADER_SIZE, Pages

INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_INNER = (INNER_INDEX, INNER_TABLE)
_INDEXES = (INNER_INDEX, LEAF_INDEX)
_DEEPEST = 20


class Node(NamedTuple):
    """A page of a b-tree: where its cells begin, and the pages below it."""

    number: int
    kind: int
    data: bytes
    cells: list[int]
    children: list[int]
    is_whole: bool
    """Whether all its cells lie where cells can be."""


class Cell(NamedTuple):
    """A row of a table, or an entry of an index, whose last value is the id of the row."""

    rowid: int
    values: list[Value]
    pages: tuple[int, ...]
    """Its page, and the overflow pages of a long row."""


class Walk:
    """Which pages of a file were visited, tree by tree, and which trees have gaps."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.visited: set[int] = set()
        self.gaps = 0
        """How many pages could not be gone into since this was set to 0."""

    def nodes(self, root: int, kinds: tuple[int, int], depth: int = 0) -> Iterator[Node]:
        """Yield the nodes of the tree below *root*; *kinds* are those of its inner and leaf pages.

        A page that was visited before belongs to another tree, or the pointers go round.
        """
        node = node_at(self.pages, root)
        if node is None or node.kind not in kinds or root in self.visited or depth > _DEEPEST:
            self.gaps += 1
            return
        self.visited.add(root)
        self.gaps += not node.is_whole
        yield node
        for child in node.children:
            yield from self.nodes(child, kinds, depth + 1)

    def free_pages(self, trunk: int) -> set[int]:
        """Return the free pages of the file, by following the chain that begins at *trunk*."""
        free: set[int] = set()
        while trunk and trunk not in free and (page := self.pages.page(trunk)):
            free.add(trunk)
            number = min(_number(page, 4), len(page) // 4 - 2)
            free.update(_number(page, 8 + 4 * place) for place in range(number))
            trunk = _number(page, 0)
        return free


def node_at(pages: Pages, number: int) -> Node | None:
    """Return the node on a page; None where no b-tree page is there."""
    data = pages.page(number)
    start = HEADER_SIZE if number == 1 else 0
    if data is None or data[start] not in (*_INNER, LEAF_INDEX, LEAF_TABLE):
        return None
    kind = data[start]
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    first = start + (12 if kind in _INNER else 8)
    if first + 2 * count > pages.usable:
        return None
    found = [int.from_bytes(data[at : at + 2], "big") for at in range(first, first + 2 * count, 2)]
    cells = [at for at in found if first + 2 * count <= at < pages.usable - 3]
    children = [_number(data, at) for at in cells] if kind in _INNER else []
    if kind in _INNER:
        children.append(_number(data, start + 8))
    return Node(number, kind, data, cells, children, len(cells) == count)


def cells(pages: Pages, node: Node) -> Iterator[Cell | None]:
    """Yield the rows or entries on a page; None for one that cannot be read."""
    if node.kind == INNER_TABLE:
        return
    for at in node.cells:
        try:
            yield _cell(pages, node, at)
        except (BrokenCellError, IndexError):
            yield None


def _cell(pages: Pages, node: Node, at: int) -> Cell:
    """Return the cell at a position of a node; raises ValueError for what cannot be one."""
    at += 4 if node.kind == INNER_INDEX else 0
    size, at = varint(node.data, at)
    rowid = 0
    if node.kind == LEAF_TABLE:
        rowid, at = varint(node.data, at)
    if not 0 < size < pages.count * pages.usable:
        raise BrokenCellError(size)
    local = _local_size(size, pages.usable, is_index=node.kind in _INDEXES)
    payload = node.data[at : min(at + local, pages.usable)]
    if len(payload) < local:
        raise BrokenCellError(local)
    used = [node.number]
    if local < size:
        payload += _overflow(pages, _number(node.data, at + local), size - local, used)
    values = row_values(payload, size)
    if node.kind in _INDEXES:
        last = values[-1] if values else None
        rowid = last if isinstance(last, int) else 0
    return Cell(rowid, values, tuple(used))


def _overflow(pages: Pages, number: int, size: int, used: list[int]) -> bytes:
    """Return what a long row has on further pages, as far as it can be followed."""
    found = b""
    while len(found) < size and number and number not in used:
        page = pages.page(number)
        if page is None or (_number(page, 0) == 0 and size - len(found) > pages.usable - 4):
            break
        used.append(number)
        found += page[4 : pages.usable]
        number = _number(page, 0)
    return found[:size]


def _local_size(size: int, usable: int, *, is_index: bool) -> int:
    """Return how many bytes of a row of *size* bytes stand on its own page."""
    most = (usable - 12) * 64 // 255 - 23 if is_index else usable - 35
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (size - least) % (usable - 4)
    return fitting if fitting <= most else least


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
