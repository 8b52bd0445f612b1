"""Erasing once more in a copy that comes back: an old backup may still hold whom was erased."""

from coachlog.store.connection import Writer
from coachlog.store.erasing.order import read_orders
from coachlog.store.erasing.persons import persons_in
from coachlog.store.erasing.rows import erase_in


def erase_again(store: Writer) -> None:
    """Erase people who were erased before and are in the *store* again; it is rewritten then."""
    found = [order for order in read_orders(store) if persons_in(store, order.persons)]
    if not found:
        return
    for setting in ("secure_delete=ON", "temp_store=MEMORY"):
        store.value(f"PRAGMA {setting}")
    store.execute("BEGIN IMMEDIATE")
    for order in found:
        erase_in(store, order)
    store.execute("COMMIT")
    store.execute("VACUUM")
