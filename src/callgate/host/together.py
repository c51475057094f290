"""Asynchronous tools: the guest runs in a thread of its own, its calls run together in the caller's event loop."""

from __future__ import annotations

import asyncio
import queue
from _collections_abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from typing import Any, cast

from callgate.core.errors import Trap
from callgate.interpreter.hosttasks import new_calls
from callgate.interpreter.meter import Meter

from .result import Result

__all__ = ["Calls", "new_calls", "run_together"]

#: the longest wait: threads cannot wait for ever everywhere
LONGEST = 1e6


class Calls:
    """The calls of asynchronous tools that one machine has started. ``loop`` is that of the run, None between runs."""

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self.stopped: BaseException | None = None
        self._running: dict[int, tuple[str, Future[object]]] = {}
        self._ended: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._last = 0

    def starter(self, name: str, tool: Callable[..., object]) -> Callable[..., int]:
        """A host callable that starts the tool and gives the call's number."""
        def start(*args: object, **kwargs: object) -> int:
            if self.loop is None:
                raise RuntimeError(f"{name}() is asynchronous: its machine has to be run by run_async")
            self._last += 1
            number = self._last
            future = asyncio.run_coroutine_threadsafe(cast("Coroutine[Any, Any, object]", tool(*args, **kwargs)), self.loop)
            self._running[number] = name, future
            future.add_done_callback(lambda _: self._ended.put(number))
            return number

        return start

    def ready(self, timeout: float) -> list[int]:
        """The numbers of calls that have ended since the last time, after waiting for the first one."""
        found = []
        try:
            found.append(self._ended.get(timeout=min(timeout, LONGEST)))
            while True:
                found.append(self._ended.get_nowait())
        except queue.Empty:
            pass
        if self.stopped is not None:
            raise self.stopped
        return [number for number in found if number in self._running]

    def take(self, number: int) -> tuple[str, Future[object]]:
        """The name and the future of a call that has ended, which is forgotten."""
        return self._running.pop(number)

    def cancel(self, number: int) -> None:
        """Stop a call that nobody waits for any more."""
        _, future = self._running.pop(number, ("", None))
        if future is not None:
            future.cancel()

    def stop(self, error: BaseException) -> None:
        """End the wait for calls with an error of the host's."""
        self.stopped = error
        self._ended.put(0)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.stopped = None

    async def end(self) -> None:
        """The run is over: cancel what still runs."""
        self.loop = None
        left = list(self._running.values())
        self._running.clear()
        for _, future in left:
            future.cancel()
        for _, future in left:
            try:
                await asyncio.wrap_future(future)
            except (Exception, asyncio.CancelledError, CancelledError):
                pass
        self._ended = queue.SimpleQueue()


async def run_together(run: Callable[[], Result], calls: Calls | None, meter: Meter) -> Result:
    """Do a run in a thread of its own, with the calls that it starts in this thread's loop."""
    loop = asyncio.get_running_loop()
    if calls is not None:
        calls.begin(loop)
    running = loop.run_in_executor(None, run)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError as error:
        if running.done():
            raise
        meter.escaped, meter.stopped = error, meter.stopped or Trap("host", "the host stopped the run")
        if calls is not None:
            calls.stop(error)
        await asyncio.wait([running])
        running.exception()
        raise
    finally:
        if calls is not None:
            await calls.end()
