"""Waiting for files: there are none, so there is nothing to wait for."""

error = OSError


def select(rlist, wlist, xlist, timeout=None, /):
    raise PermissionError("select(): this program has no files; the program's host can offer some as a tool")
