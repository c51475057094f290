"""Tools of the host that are coroutine functions, as the program sees them."""


import sys


def tool(name, doc, start, calls):
    async def call(*args, **kwargs):
        from asyncio._loop import _await_tool
        return await _await_tool(start, calls, args, kwargs)

    call.__name__ = call.__qualname__ = name
    call.__module__ = "builtins"
    call.__doc__ = doc
    return call


class Calls:
    """What there is to do with calls that have been started."""

    def __init__(self, ready, result, cancel):
        self.ready = ready
        self.result = result
        self.cancel = cancel


def begin():
    """A run of the machine begins."""
    loop = sys.modules.get("asyncio._loop")
    if loop is not None:
        loop._begin()


def run_program(program):
    from asyncio._loop import _run_program
    return _run_program(program)
