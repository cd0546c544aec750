"""How the processes of a run start: forked from a server that has loaded the modules already.

Never by a plain fork: that copies the locks of the threads around it (the progress bar has one). A new process of the
server starts at once and shares its memory; Windows has no such server, and starts each from nothing.
"""

import contextlib
import multiprocessing
import signal
from collections.abc import Iterator
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def get_context(*modules: str) -> "ForkServerContext | SpawnContext":
    """How to start a process; the server loads the modules when it starts."""
    if METHOD == "spawn":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*modules])
    return context


def start_server(*modules: str) -> None:
    """Start the server where there is none yet: it loads the modules beside what this process does.

    Called before the run begins, so that nothing is imported within it: a Ctrl-C that falls into the end of an import
    is lost, since Python drops what is raised in the callback of the import's lock.
    """
    if METHOD == "forkserver":
        from multiprocessing import popen_forkserver  # noqa: F401, PLC0415  (not on Windows)
        from multiprocessing.forkserver import ensure_running  # noqa: PLC0415

        get_context(*modules)
        with holding_ctrl_c():
            ensure_running()


@contextlib.contextmanager
def holding_ctrl_c() -> Iterator[None]:
    """Let what starts now inherit that Ctrl-C, which goes to all processes, is the parent's to act on, afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would start inside, and let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
