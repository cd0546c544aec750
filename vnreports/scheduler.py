"""The Dask scheduler of a run: one on this machine with its workers, or one that answers at an address."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import distributed.utils
from distributed import Client, LocalCluster

import vnreports
from vnreports.garbage import collect_seldom
from vnreports.processes import METHOD, holding_ctrl_c, start_server
from vnreports.shards import RunError
from vnreports.streams import Errors

LOCAL = "local"
_SETTINGS = {
    # one death may be bad luck, a second makes a split suspect: here a search costs a second
    "distributed.scheduler.allowed-failures": 1,
    # Dask's profiler keeps what it saw of the last hour: a worker would grow by 100 MB in ten minutes
    "distributed.worker.profile.enabled": False,
    "distributed.worker.multiprocessing-method": METHOD,
    # what is looked at many times a second, in each process, takes from the work
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.worker.memory.monitor-interval": "1s",
}
_SECONDS = 20  # for the scheduler to answer


@contextlib.contextmanager
def connect(address: str, *, workers: int | None, errors: Errors) -> Iterator[Client]:
    """A client of the cluster: one on this machine, at an address or in a scheduler file; with the same vnreports."""
    for name in logging.getLogger("distributed").manager.loggerDict:
        if name.startswith("distributed"):  # what a person should know is told in sentences
            logging.getLogger(name).setLevel(logging.CRITICAL)
    with contextlib.ExitStack() as stack:
        if address == LOCAL:
            stack.enter_context(dask.config.set(_SETTINGS))
            client = Client(stack.enter_context(_start_workers(workers)))
        else:
            client = _reach(address)
        stack.enter_context(client)
        if not client.nthreads():
            errors.say("the cluster has no workers yet, waiting for the first")
            client.wait_for_workers(1)
        _check_versions(client)
        if address == LOCAL:
            client.run(collect_seldom)
        yield client


def _start_workers(workers: int | None) -> LocalCluster:
    start_server("vnreports.cluster")  # the command has started it already, to load Dask beside us
    distributed.utils._forkserver_preload_set = True  # else Dask would import pandas here, for its own server
    with holding_ctrl_c():
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        )


def _reach(address: str) -> Client:
    from_file = address.endswith(".json")
    if from_file and not Path(address).is_file():
        raise RunError(f"there is no scheduler file {address}; start the scheduler with --scheduler-file")
    where: dict[str, Any] = {"scheduler_file" if from_file else "address": address}
    try:
        return Client(**where, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise RunError(f"no scheduler answers at {address} ({error}); check that it runs") from None


def _check_versions(client: Client) -> None:
    """Raise RunError where a worker has another vnreports, or none."""
    for worker, version in client.run(_version, on_error="return").items():
        if version != vnreports.__version__:
            has = version if isinstance(version, str) else f"none that it can load ({version})"
            raise RunError(
                f"this is vnreports {vnreports.__version__}, the worker {worker} has {has}; install the same everywhere"
            )


def _version() -> str:
    return vnreports.__version__
