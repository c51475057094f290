"""What inspect tells of frames and tracebacks, with the lines of their source texts."""

import enum
import functools
import linecache
import sys
import types
from collections import namedtuple
from itertools import islice

__all__ = ("FrameInfo", "Traceback", "getframeinfo", "getinnerframes", "getlineno", "getouterframes", "stack", "trace",
           "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED", "getgeneratorstate",
           "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED", "getcoroutinestate")
if sys.version_info >= (3, 12):
    __all__ += ("AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED", "getasyncgenstate",
                "markcoroutinefunction", "BufferFlags")

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4)
_Traceback = namedtuple("_Traceback", "filename lineno function code_context index")
_FrameInfo = namedtuple("_FrameInfo", ("frame", *_Traceback._fields))


def _shown(self, name):
    fields = [f"{field}={getattr(self, field)!r}" for field in (*self._fields, "positions")]
    return f"{name}({', '.join(fields)})"


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return _shown(self, "Traceback")


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return _shown(self, "FrameInfo")


def _position(code, instruction):
    if instruction < 0:
        return (None,) * 4
    return next(islice(code.co_positions(), instruction // 2, None), (None,) * 4)


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object: file name, line, function's name, lines around, index in these."""
    if isinstance(frame, types.TracebackType):
        line, positions, frame = frame.tb_lineno, _position(frame.tb_frame.f_code, frame.tb_lasti), frame.tb_frame
    elif isinstance(frame, types.FrameType):
        line, positions = frame.f_lineno, _position(frame.f_code, frame.f_lasti)
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    if positions[0] is None:
        positions = (line, *positions[1:])
    line = positions[0]
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        linecache.checkcache(filename)
        found = linecache.getlines(filename, frame.f_globals)
        if found:
            start = max(0, min(line - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = line - 1 - start
    return Traceback(filename, line, frame.f_code.co_name, lines, index, positions=Positions(*positions))


def getlineno(frame):
    """Get the line number from a frame object, allowing for optimization."""
    return frame.f_lineno


def _record(frame, found):
    return FrameInfo(frame, *found, positions=found.positions)


def getouterframes(frame, context=1):
    """Get a list of records for a frame and all higher (calling) frames."""
    records = []
    while frame:
        records.append(_record(frame, getframeinfo(frame, context)))
        frame = frame.f_back
    return records


def getinnerframes(tb, context=1):
    """Get a list of records for a traceback's frame and all lower frames."""
    records = []
    while tb:
        records.append(_record(tb.tb_frame, getframeinfo(tb, context)))
        tb = tb.tb_next
    return records


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    return getouterframes(sys._getframe(0), context)      # this one is not seen


def trace(context=1):
    """Return a list of records for the stack below the current exception."""
    return getinnerframes(sys.exc_info()[2], context)


# === states of generators and the like ===
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if getattr(generator, "gi_suspended", False):
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


class BufferFlags(enum.IntFlag):
    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Decorator to ensure callable is recognised as a coroutine function."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def has_coroutine_mark(function):
    while isinstance(function, types.MethodType):
        function = function.__func__
    return getattr(functools._unwrap_partial(function), "_is_coroutine_marker", None) is _is_coroutine_mark


if sys.version_info < (3, 12):
    del markcoroutinefunction, getasyncgenstate, BufferFlags
