"""On what kind of place a store lies: a network drive, or a folder that a program synchronises."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_NETWORK = (
    *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "afs", "davfs", "ncpfs", "9p"),
    *("ceph", "glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse"),
)
"""File systems on another machine: their locks cannot be relied on."""

_SERVICES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "kdrive": "kDrive",
    "megasync": "MEGA",
    "box sync": "Box",
}
"""What the folder of a service is called by default, in lower case."""

_FAMILIES = {"onedrive": "OneDrive", "dropbox (": "Dropbox", "nextcloud-": "Nextcloud"}
"""How such a name begins where more follows, as in `OneDrive - Employer`."""

_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "ownCloud"}
"""What a service puts into a folder that it synchronises, whatever that is called."""


def synchronised_by(path: Path) -> str:
    """Return the service that synchronises the folder of *path*; empty where none is known to."""
    for folder in Path(os.path.realpath(path)).parents:
        name = folder.name.casefold()
        family = (service for start, service in _FAMILIES.items() if name.startswith(start))
        marks = (service for mark, service in _MARKS.items() if os.path.lexists(folder / mark))
        is_home = folder == Path.home()  # there, .dropbox is where Dropbox keeps its own settings
        service = _SERVICES.get(name) or next(family, "") or ("" if is_home else next(marks, ""))
        if service:
            return service
    return ""


def network_drive(path: Path) -> str:
    """Return the kind of the network drive of *path*; empty where it is on none, as far as known.

    On Linux each kind is known; elsewhere only a name that begins with two slashes tells.
    """
    target = os.path.realpath(path)
    if target.startswith(("\\\\", "//")):
        return "SMB"
    if sys.platform != "linux":
        return ""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    kind = kind_of_mount(target, lines)
    return kind if kind in _NETWORK else ""


def kind_of_mount(target: str, mounts: Sequence[str]) -> str:
    """Return the kind of the file system of *target*, by the lines of /proc/mounts."""
    longest, found = -1, ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) > 2:
            folder = fields[1].replace("\\040", " ").rstrip("/")
            is_above = target == folder or target.startswith(f"{folder}/")
            if is_above and len(folder) >= longest:  # of two on one folder, the later counts
                longest, found = len(folder), fields[2]
    return found
