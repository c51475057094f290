"""throw() with all its arguments, on all that has it; what is delegated to gets what was given."""


def said(f, *args, **named):
    try:
        return repr(f(*args, **named))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def generator():
    yield 1


async def coroutine():
    pass


async def asynchronous():
    yield 1


ARGUMENTS = ((), (1, 2, 3, 4), (5,), (int,), (int, 1), (ValueError(1), 2), (ValueError, 2, 3), (1, 2), (ValueError, KeyError(2)),
             (LookupError, KeyError(2)), (ValueError, (1, 2)))
for made in (generator, coroutine, lambda: asynchronous().asend(None)):
    for args in ARGUMENTS:
        one = made()
        print(args, said(one.throw, *args), said(lambda: one.throw()), said(lambda: one.send(1, 2)))
        one.close()
    one = made()
    print(said(one.throw, x=1), said(lambda: one.throw(x=1)), said(lambda: one.close(1)))
    one.close()
for args in ARGUMENTS:
    print(args, said(asynchronous().athrow(*args).send, None))


class Inner:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("  inner", args)
        raise args[0]

    def close(self):
        print("  closed")


class Nothing:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def delegates(kind):
    try:
        print("  got", (yield from kind()))
    except BaseException as error:
        print("  in", repr(error))
        raise
    yield 5


for kind in (Inner, Nothing, generator):
    for args in ((ValueError,), (ValueError, 2), (ValueError(3),), (5,), (GeneratorExit,), (GeneratorExit(1),), (StopIteration(4),), (KeyError, 1, 2)):
        one = delegates(kind)
        next(one)
        print(kind.__name__, args, said(one.throw, *args), list(zip(one, range(2))))


class FailsToBe(Exception):
    def __init__(self):
        raise KeyError("made")


class IsNone(Exception):
    def __new__(cls):
        return 5


def catches():
    try:
        yield 1
    except BaseException as error:
        yield repr(error)


for kind in (FailsToBe, IsNone):
    one = catches()
    next(one)
    print(said(one.throw, kind))
