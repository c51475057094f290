# What frames leave behind: variables live as long as a traceback or a frame object does.
import gc
import sys
import traceback
import weakref


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner(a, *rest, k=3, **more):
    d = D("inner")
    loop = [x for x in rest]
    unset = 1
    del unset
    def uses():
        return d, k
    raise ValueError(a)


def outer():
    e = D("outer")
    inner(1, 2, 3, m=4)


def frames_of(tb):
    while tb is not None:
        yield tb.tb_frame
        tb = tb.tb_next


# the order of destruction
try:
    outer()
except ValueError:
    print("caught")
print("after")

# variables and callers of frames that have ended
try:
    outer()
except ValueError as error:
    for frame in frames_of(error.__traceback__):
        outermost = frame.f_code.co_name == "<module>"
        print(frame.f_code.co_name, sorted(frame.f_locals)[-4:] if outermost else sorted(frame.f_locals), frame.f_lineno,
              outermost or frame.f_back.f_code.co_name, frame.f_globals is globals())
    last = frame
print("still", last.f_locals["rest"], last.f_locals["more"], last.f_locals["k"], last.f_locals["loop"])
back = last.f_back
print(back.f_locals.keys(), back.f_back is sys._getframe(), last.f_locals["d"].name)
last.clear()
print(last.f_locals, last.f_code.co_name)
back.clear()
del last, back, frame


# a frame object is the frame's only one, and outlives it
def gives():
    x = 1
    y = D("gives")
    first = sys._getframe()
    assert first is sys._getframe()
    return first


frame = gives()
print(frame.f_locals["x"], frame.f_locals["first"] is frame, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_back is sys._getframe())
frame.clear()
del frame
gc.collect()


# caught where it was raised, and kept
class Own(Exception):
    pass


def keeps():
    v = 5
    try:
        raise Own
    except Own as error:
        kept = error
    v = 6
    return kept


error = keeps()
print(sorted(error.__traceback__.tb_frame.f_locals.items(), key=lambda item: item[0])[1:], error.__traceback__.tb_frame.f_lineno - error.__traceback__.tb_lineno)
kept = weakref.ref(error)
del error
gc.collect()
print(kept())


# generators
def generates():
    g = D("generates")
    yield sys._getframe()
    yield 2
    raise KeyError("end")


it = generates()
frame = next(it)
print(sorted(frame.f_locals), frame is it.gi_frame or frame.f_locals == it.gi_frame.f_locals)
next(it)
try:
    next(it)
except KeyError as error:
    tb = error.__traceback__.tb_next
    print(tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals), tb.tb_frame.f_back)
    del tb
del frame
print("gone")
it = None


# classes and modules
try:
    class Body:
        attribute = 3
        raise RuntimeError
except RuntimeError as error:
    tb = error.__traceback__.tb_next
    print(sorted(tb.tb_frame.f_locals), tb.tb_frame.f_code.co_name)
try:
    exec("z = 1\nraise OSError", {"w": 2})
except OSError as error:
    tb = error.__traceback__.tb_next
    print(sorted(tb.tb_frame.f_locals), tb.tb_frame.f_globals is tb.tb_frame.f_locals)
del tb


# texts that show variables
def shows(secret):
    inner = secret * 2
    raise LookupError


try:
    shows(21)
except LookupError as error:
    print(traceback.TracebackException.from_exception(error, capture_locals=True).stack[-1].locals)


# recursion and chains
def deep(n):
    local = n
    if n:
        deep(n - 1)
    raise IndexError(n)


try:
    deep(30)
except IndexError as error:
    print([frame.f_locals["local"] for frame in list(frames_of(error.__traceback__))[1:]])


def chained():
    a = D("a")
    try:
        b = D("b")
        raise TypeError
    except TypeError:
        c = D("c")
        raise NameError("second")


try:
    chained()
except NameError as error:
    print(sorted(error.__traceback__.tb_next.tb_frame.f_locals), error.__context__.__traceback__.tb_frame is error.__traceback__.tb_next.tb_frame)
print("end")


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", sorted(name for name in tb.tb_frame.f_locals), tb.tb_next.tb_frame.f_locals["secret"], tb.tb_frame is sys._getframe(1))
        return True


def manages():
    w = 1
    with Manager() as m:
        shows(4)
    return sys._getframe().f_locals.keys()


print(manages())
