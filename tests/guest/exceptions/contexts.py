"""__context__ and __cause__: which exceptions are linked, also in finally, with, generators; no cycles."""


def chain(error):
    seen = []
    while error is not None and len(seen) < 8:
        seen.append(f"{error!r}{'*' if error.__suppress_context__ else ''}")
        error = error.__cause__ or error.__context__
    return " <- ".join(seen)


def catch(f, *args):
    try:
        f(*args)
    except BaseException as error:
        return chain(error)
    return "nothing"


def in_except():
    try:
        raise ValueError(1)
    except ValueError:
        raise TypeError(2)


def in_finally():
    try:
        raise ValueError(1)
    finally:
        raise TypeError(2)


def same_again():
    try:
        raise ValueError(1)
    except ValueError as error:
        raise error


def older():
    first = ValueError("first")
    try:
        try:
            raise first
        except ValueError:
            raise TypeError("second")
    except TypeError:
        raise first


def three():
    a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
    try:
        try:
            try:
                raise a
            except ValueError:
                raise b
        except ValueError:
            raise c
    except ValueError:
        raise a


def preset():
    error = ValueError("raised")
    error.__context__ = KeyError("preset")
    raise error


def preset_in_handler():
    try:
        raise TypeError("handled")
    except TypeError:
        error = ValueError("raised")
        error.__context__ = KeyError("preset")
        raise error


def self_context():
    error = ValueError("self")
    error.__context__ = error
    try:
        raise KeyError("k")
    except KeyError:
        raise error


def handled_cycle():
    a, b = ValueError("a"), ValueError("b")
    a.__context__, b.__context__ = b, a
    try:
        raise a
    except ValueError:
        raise TypeError("new")


class Manager:
    def __init__(self, action):
        self.action = action

    def __enter__(self):
        return self

    def __exit__(self, *info):
        if self.action == "raise":
            raise TypeError("in exit")
        return self.action


def with_raise():
    with Manager("raise"):
        raise ValueError("in body")


def with_swallow():
    with Manager(True):
        raise ValueError("in body")


def with_pass():
    with Manager(False):
        raise ValueError("in body")


def with_raise_alone():
    with Manager("raise"):
        pass


def generator():
    try:
        yield 1
    except ValueError:
        raise TypeError("in generator")


def thrown():
    g = generator()
    next(g)
    g.throw(ValueError("thrown"))


def generator_in_handler():
    def inner():
        try:
            raise KeyError("inner")
        except KeyError:
            yield 1
            raise TypeError("from generator")
    g = inner()
    try:
        raise ValueError("outer")
    except ValueError:
        next(g)
        next(g)


def after_generator():
    def inner():
        try:
            raise KeyError("inner")
        except KeyError:
            yield 1
    g = inner()
    next(g)
    raise ValueError("outside")


def stop_in_generator():
    def inner():
        yield 1
        raise StopIteration("s")
    list(inner())


def native_in_handler():
    try:
        {}["k"]
    except KeyError:
        [][1]


def nested_call():
    def helper():
        raise TypeError("helper")
    try:
        raise ValueError("v")
    except ValueError:
        try:
            helper()
        except TypeError:
            pass
        raise KeyError("k")


def bare():
    try:
        raise ValueError("v")
    except ValueError:
        try:
            raise TypeError("t")
        except TypeError:
            pass
        raise


def in_native(f=lambda x: 1 / 0):
    try:
        raise ValueError("v")
    except ValueError:
        sorted([1, 2], key=f)


for f in (in_except, in_finally, same_again, older, three, preset, preset_in_handler, self_context, handled_cycle, with_raise,
          with_swallow, with_pass, with_raise_alone, thrown, generator_in_handler, after_generator, stop_in_generator,
          native_in_handler, nested_call, bare, in_native):
    print(f.__name__, ":", catch(f))

import sys


def state():
    info = sys.exc_info()
    return (info[0] and info[0].__name__, info[1] and info[1].args, info[2] is None)


print(state())
try:
    raise ValueError(1)
except ValueError:
    print(state())
    try:
        raise TypeError(2)
    except TypeError:
        print(state())
    print(state())
print(state())
