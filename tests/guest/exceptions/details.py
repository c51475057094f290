"""Fields and texts of single exception classes, frames after the exception, tracebacks that a program makes."""

import io
import re
import sys
import types


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


# === unicode errors
for cls, what in ((UnicodeEncodeError, "xxxxx\u1234"), (UnicodeDecodeError, b"xxxxx"), (UnicodeTranslateError, "xxxxx")):
    args = ("baz", what, 1, 5, "foo")[cls is UnicodeTranslateError:]
    error = cls(*args)
    print(error)
    error.end = 2
    print(error)
    error.end, error.reason = 5, 0x345345345345345345
    print(error)
    error.start = 1000
    print(error)
    if cls is UnicodeEncodeError:
        error.start, error.end, error.encoding = 5, 6, 4000
        print(error)
    print(repr(str(cls.__new__(cls))))


# === OSError and its kin
class WithNew(OSError):
    def __new__(cls, message, baz):
        self = OSError.__new__(cls, message)
        self.baz = baz
        return self


class WithInit(OSError):
    def __init__(self, message, bar):
        self.bar = bar
        super().__init__(message)


error = WithNew("some message", baz="baz")
print(error.baz, error.args)
error = WithInit("some message", bar="bar")
print(error.bar, error.args)
attempt(OSError, 1, key=2)
for n in range(6):
    error = BlockingIOError(*("a", "b", "c", "d", "e")[:n])
    attempt(getattr, error, "characters_written")
    attempt(delattr, error, "characters_written")
error = BlockingIOError("a", "b", 3)
print(error.characters_written)
error.characters_written = 5
del error.characters_written
attempt(getattr, error, "characters_written")

# === others
print(ExceptionGroup[int], BaseExceptionGroup[str].__args__)
error = ValueError(1)


class Key(str):
    pass


error.__setstate__({Key("a"): 1, "b": 2})
print(error.a, error.b)
attempt(error.__setstate__, {1: 2})


# === whose attribute it was
class Guarded:
    blech = None

    def __getattr__(self, name):
        raise AttributeError

    @property
    def odd(self):
        raise AttributeError("odd")


class Full:
    def __getattribute__(self, name):
        raise AttributeError(23)


for look in (lambda: Guarded().bluch, lambda: Guarded().odd, lambda: Full().thing, lambda: getattr(Guarded(), "bluch")):
    try:
        look()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
        sys.stderr, kept = io.StringIO(), sys.stderr
        sys.excepthook(type(error), error, None)
        print(sys.stderr.getvalue().strip().split("\n")[-1])
        sys.stderr = kept


# === where frames stand when they are over
def last_line(function):
    try:
        function()
    except Exception as error:
        tb = error.__traceback__.tb_next
        return tb.tb_lineno - function.__code__.co_firstlineno, tb.tb_frame.f_lineno - function.__code__.co_firstlineno


def other_except():
    try:
        1 / 0
    except TypeError as error:
        pass


def two_excepts():
    try:
        1 / 0
    except TypeError:
        pass
    except KeyError:
        pass


def in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        1 / 0


def in_named_except():
    try:
        1 / 0
    except ZeroDivisionError as error:
        1 / 0


def in_finally():
    try:
        1 / 0
    finally:
        pass


def in_with():
    with io.StringIO():
        1 / 0


for function in (other_except, two_excepts, in_except, in_named_except, in_finally, in_with):
    print(function.__name__, last_line(function))

# === types.TracebackType
try:
    raise ValueError
except ValueError as error:
    tb = error.__traceback__
print(isinstance(tb, types.TracebackType), isinstance(tb.tb_frame, types.FrameType))
frame = sys._getframe()
made = types.TracebackType(tb, frame, 1, 2)
print(made.tb_next is tb, made.tb_frame is frame, made.tb_lineno)
print(types.TracebackType(None, frame, 1, 2).tb_next)
for args in (("no", frame, 1, 2), (tb, "no", 1, 2), (tb, frame, "no", 2), (tb, frame, 1, "no"), (tb,)):
    attempt(types.TracebackType, *args)
print(re.sub("0x[0-9a-f]+", "0x", repr(made)))
