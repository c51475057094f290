"""The event loop of a program without files and sockets: what runs next, and how long to wait for a timer."""

import _asyncio
import time

from . import base_events, events, runners

__all__ = ("BaseEventLoop", "DefaultEventLoopPolicy", "Server", "SelectorEventLoop")

BaseEventLoop = base_events.BaseEventLoop
Server = base_events.Server
_Handle = events.Handle


#: the host's calls that are waited for: number -> (future, what there is to do with calls)
_waiting = {}


class _Selector:
    """What is asked for events: asynchronous tools that are ready. Without any it waits until the next timer is due."""

    def select(self, timeout=None):
        if _waiting:
            for _, calls in _waiting.values():
                return calls.ready(timeout)
        if timeout is None:
            raise RuntimeError("deadlock: the event loop has nothing left to run or to wait for")
        if timeout > 0:
            time.sleep(timeout)
        return ()

    def close(self):
        pass


class SelectorEventLoop(base_events.BaseEventLoop):
    """The loop."""

    def __init__(self):
        super().__init__()
        self._selector = _Selector()

    def call_soon(self, callback, *args, context=None):
        """As the base's, which calls three methods more; every step of a task comes through here."""
        if self._closed or self._debug:
            return super().call_soon(callback, *args, context=context)
        handle = _Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _run_once(self):
        ready = self._ready
        if self._scheduled or _waiting or self._debug or not ready:
            super()._run_once()
            return
        # no timer is set and no tool is waited for: there is nothing to ask before what is ready runs
        for _ in range(len(ready)):
            handle = ready.popleft()            # or a task, whose next step it is
            if not handle._cancelled:
                handle._run()
        handle = None               # an exception's traceback must not hold it

    def _process_events(self, event_list):
        for number in event_list:
            future, calls = _waiting.pop(number)
            if not future.done():
                self._add_callback(events.Handle(_finish, (future, calls, number), self, None))

    def _write_to_self(self):
        pass

    def run_in_executor(self, executor, func, *args):
        raise NotImplementedError("this program has no threads to run a function in")


_asyncio._own_loop = SelectorEventLoop


def _finish(future, calls, number):
    if future.done():
        return
    try:
        value = calls.result(number)
    except BaseException as error:
        if isinstance(error, StopIteration):
            error = RuntimeError(f"the tool raised {error!r}")
        future.set_exception(error)
    else:
        future.set_result(value)


async def _await_tool(start, calls, args, kwargs):
    """Call an asynchronous tool of the host, and wait for it."""
    future = events.get_running_loop().create_future()
    number = start(*args, **kwargs)
    _waiting[number] = future, calls
    try:
        return await future
    finally:
        if _waiting.pop(number, None) is not None:
            calls.cancel(number)


def _begin():
    """A run of the machine begins: what the one before has left, because it was stopped, is over."""
    events._set_running_loop(None)
    _waiting.clear()


def _run_program(program):
    """Run a program that awaits outside of functions; its errors come without the loop's own frames."""
    outer = events._get_running_loop()
    events._set_running_loop(None)
    loop = SelectorEventLoop()
    events.set_event_loop(loop)
    try:
        task = loop.create_task(program)
        task.add_done_callback(lambda task: loop.stop())
        loop.run_forever()
        runners._cancel_all_tasks(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
        error = None if task.cancelled() else task.exception()
        if error is None:
            return task.result()
    finally:
        events.set_event_loop(None)
        loop.close()
        events._set_running_loop(outer)
    raise error


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


EventLoop = SelectorEventLoop
