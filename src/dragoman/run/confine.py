"""What a worker may not do: grow, write files, reach the network, gain rights, outlive its parent.

A worker parses other people's bytes with libraries written in C. These walls stand around it so
that a report that gets the better of such a library gains as little as can be. Where a system does
not have one of them (all but limits are Linux's), the worker goes on without it.

Standard library alone: the first walls have to stand before anything else is loaded.
"""

from __future__ import annotations

import ctypes
import os
import re
import resource
import signal
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

EXTRA_BYTES = 1 << 30
"""Memory a worker may take beyond its size when ready."""

SECRET = re.compile(r"KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH|COOKIE|PRIVATE|SESSION")
"""In names of environment variables whose values are no business of a worker."""
LOGIN = re.compile(r"://[^/\s@]+@")
"""An address with a name, and often a password, in it."""

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """What a worker is told of an environment: all but keys and passwords, and one thread."""
    kept = {
        name: value
        for name, value in given.items()
        if not SECRET.search(name.upper()) and not LOGIN.search(value)
    }
    # One thread a process is fastest for small matrices, and the workers share the cores.
    kept.setdefault("OPENBLAS_NUM_THREADS", "1")
    return kept


def begin() -> None:
    """Put up the walls that may stand before the parser is loaded, while there is one thread."""
    # The terminal's Ctrl-C goes to every process of the group: stopping is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        system = ctypes.CDLL(None, use_errno=True)
        _leave_network(system)
        system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # Behind the change of namespace, which may take this wall down.
        system.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def finish() -> None:
    """Put up the walls that loading the parser must not meet: on memory and on files."""
    sizes = Path("/proc/self/statm")
    if sizes.exists():
        now = int(sizes.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _lower(resource.RLIMIT_AS, now + EXTRA_BYTES)
    # Libraries that are loaded later ask for it, and it is found by writing a file.
    with suppress(OSError):
        tempfile.gettempdir()
    _lower(resource.RLIMIT_FSIZE, 0)


def _lower(limit: int, to: int) -> None:
    """Lower a limit for good; a lower one that is there stays."""
    _, most = resource.getrlimit(limit)
    to = to if most == resource.RLIM_INFINITY else min(to, most)
    resource.setrlimit(limit, (to, to))


def _leave_network(system: ctypes.CDLL) -> None:
    """Move to a network of nothing, not even a loopback, where the system lets us.

    Who is not root needs a user namespace for it. Root needs none, and would lose in it the right
    to read what belongs to others, such as the installed packages of a user.
    """
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        system.unshare(_CLONE_NEWNET)
    elif system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        # Its own number stays its own; without the map it would be told as nobody's.
        with suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
