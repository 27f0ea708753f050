"""What kind of disk a file lies on, where the system tells."""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Linux's table of mounted disks; other systems have none and nothing is said there."""

NETWORK = frozenset(
    "9p afs beegfs ceph cifs coda davfs fuse.davfs2 fuse.glusterfs fuse.rclone fuse.s3fs "
    "fuse.sshfs glusterfs gpfs lustre ncpfs nfs nfs4 ocfs2 orangefs smb2 smb3 smbfs".split()
)
"""Kinds of disk that another machine holds: locks and flushes there are promises of its own."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_disk(path: str) -> str | None:
    """Return the kind of network disk that `path` lies on, None when on none or unknown."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = kind_of_disk(mounts, str(Path(path).resolve()))
    return kind if kind in NETWORK else None


def kind_of_disk(mounts: str, path: str) -> str | None:
    """Return the kind of disk an absolute path lies on; `mounts` is as in `MOUNTS`.

    Source: proc_pid_mountinfo(5). Of two disks mounted on one folder the later hides the other.
    """
    found, depth = None, -1
    for line in mounts.splitlines():
        place, _, disk = line.partition(" - ")
        fields, kinds = place.split(), disk.split()
        if len(fields) < 5 or not kinds:
            continue
        folder = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4])
        inside = folder == "/" or path == folder or path.startswith(f"{folder}/")
        if inside and len(folder) >= depth:
            found, depth = kinds[0], len(folder)
    return found
