"""Generators and coroutines resumed by send() and __next__() in every form of call, from every state."""

import sys
import types


def show(text, function, *args):
    try:
        print(text, "->", function(*args))
    except BaseException as error:
        print(text, "->", type(error).__name__, error)


def counter():
    got = []
    while True:
        got.append((yield len(got)))
        if got[-1] == "stop":
            return got


async def waits():
    got = await stop("first")
    return got, await stop("second")


@types.coroutine
def stop(value):
    got = yield value
    return got


def drive(make, *values):
    each = make()
    for value in values:
        show(make.__name__, each.send, value)
    show(make.__name__, each.send, None)
    each.close()


drive(counter, None, 1, 2, "stop", 3)
drive(counter, 1, None, "stop")
drive(waits, None, "a", "b")
drive(waits, "too early", None, "a")

# === forms of the call
g = counter()
send = g.send
following = g.__next__
print(g.send(None), send(1), g.__next__(), following(), type(g).send(g, 2), type(g).__next__(g), next(g))
print([*map(send, "abc")], g.send(*["x"]), (lambda *a: g.send(*a))("y"))
for form in (lambda: g.send(), lambda: g.send(1, 2), lambda: g.send(value=1), lambda: send(), lambda: following(1),
             lambda: type(g).send(), lambda: type(g).send(g), lambda: type(g).send(1, 2), lambda: type(g).__next__(1),
             lambda: type(g).send(None)):
    show("form", form)


# === one that resumes itself, or is resumed by what it calls
def inner():
    show("itself", lambda: me.send(None))
    show("itself", lambda: me.__next__())
    yield 1


me = inner()
print(me.send(None))


async def itself():
    show("itself", lambda: one.send(None))


one = itself()
show("coroutine", one.send, None)


# === what comes out: values, errors, the end
def fails():
    try:
        yield 1
    except ValueError as error:
        yield "caught", error.args
    yield (yield)
    raise KeyError("end")


def outer():
    f = fails()
    try:
        got = [f.send(None), f.throw(ValueError("x")), f.send(None), f.send(5)]
        print(got)
        f.send(None)
    except KeyError as error:
        frames = []
        trace = error.__traceback__
        while trace is not None:
            frames.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
            trace = trace.tb_next
        print(frames, error.__context__)
    show("after", f.send, None)


outer()


def names():
    frame, found = sys._getframe(), []
    while not found or found[-1] != "<module>":
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def asks():
    yield names()
    got = yield
    yield names() + [got]


def caller():
    a = asks()
    return a.send(None), a.send(None), a.send("got")


print(caller())


def exc_inside():
    try:
        raise OSError("inside")
    except OSError:
        yield sys.exc_info()[1]
        yield sys.exc_info()[1]


def exc_outside():
    e = exc_inside()
    try:
        raise TypeError("outside")
    except TypeError:
        print(repr(e.send(None)), repr(sys.exc_info()[1]), repr(e.send(None)), repr(sys.exc_info()[1]))
    print(sys.exc_info()[1])


exc_outside()


# === delegation: what is sent reaches the innermost
def inmost():
    got = yield "in"
    while got != "up":
        got = yield "got", got
    return "back"


def middle():
    value = yield from inmost()
    got = yield value
    yield "middle", got


def whole():
    return (yield from middle())


w = whole()
print(w.send(None), w.send(1), w.send(2), w.send("up"), w.send(3))
show("end", w.send, None)
w = whole()
print(next(w), w.gi_yieldfrom.gi_yieldfrom.gi_code.co_name, w.gi_suspended)
w.gi_yieldfrom.gi_yieldfrom.close()
show("inner closed", w.send, 1)
w = whole()
print(next(w))
print(w.gi_yieldfrom.gi_yieldfrom.send("aside"), w.send("x"))


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        while True:
            yield (yield)


d = deep(200)
print(d.send(None), d.send(1), d.send(2), next(d))
d = deep(100_000)
show("too deep", d.send, None)


def cycle():
    yield from me_too


me_too = cycle()
show("of itself", me_too.send, None)


# === what is thrown in is raised where it belongs
def stubborn():
    while True:
        try:
            yield "stubborn"
        except GeneratorExit:
            print("no")
        except ValueError as error:
            print("inner", error)


def around():
    try:
        yield from stubborn()
    except BaseException as error:
        print("outer", type(error).__name__, error)
        yield "after"


for text, act in (("close", lambda a: a.close()), ("exit", lambda a: a.throw(GeneratorExit)),
                  ("value", lambda a: a.throw(ValueError("x"))), ("key", lambda a: a.throw(KeyError("k")))):
    a = around()
    print(text, next(a))
    show(text, act, a)
    show(text, next, a)


class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return "odd"

    def throw(self, *args):
        print("thrown", len(args))
        return "from throw"

    def close(self):
        raise OSError("close")


def over_odd():
    try:
        yield from Odd()
    except OSError as error:
        yield "caught", str(error)


for act in (lambda o: o.throw(ValueError), lambda o: o.close(), lambda o: o.throw(GeneratorExit)):
    o = over_odd()
    next(o)
    show("odd", act, o)


async def async_stubborn():
    try:
        await stop("waiting")
    except GeneratorExit:
        await stop("still")


async def async_around():
    try:
        await async_stubborn()
    except RuntimeError as error:
        print("async outer", error)
        await stop("after")


c = async_around()
print(c.send(None))
show("async close", c.close)
show("async close", c.close)
