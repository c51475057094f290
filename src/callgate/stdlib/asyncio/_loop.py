"""The event loop of a program without files and sockets: what runs next, and how long to wait for a timer."""

import time

from . import base_events, events

__all__ = ("BaseEventLoop", "DefaultEventLoopPolicy", "Server", "SelectorEventLoop")

BaseEventLoop = base_events.BaseEventLoop
Server = base_events.Server


class _Nothing:
    """What is asked for events, of which there are none: it waits until the next timer is due."""

    def select(self, timeout=None):
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
        self._selector = _Nothing()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def run_in_executor(self, executor, func, *args):
        raise NotImplementedError("this program has no threads to run a function in")


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


EventLoop = SelectorEventLoop
