"""The asyncio package: the host's own library above an event loop without files and sockets (`_loop`)."""

from _asyncio import _now as _current_tasks

from . import (
    _loop,
    coroutines,
    events,
    exceptions,
    futures,
    locks,
    protocols,
    queues,
    runners,
    streams,
    taskgroups,
    tasks,
    threads,
    timeouts,
    transports,
)
from ._loop import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .protocols import *
from .queues import *
from .runners import *
from .streams import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .transports import *

tasks._current_tasks = _current_tasks
del _current_tasks

__all__ = tuple([name for module in (
    _loop, coroutines, events, exceptions, futures, locks, protocols, queues, runners, streams, taskgroups, tasks, threads,
    timeouts, transports) for name in module.__all__])
