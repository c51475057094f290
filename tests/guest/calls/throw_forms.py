# The older forms of throw(): class, value and traceback.
import warnings

warnings.simplefilter("ignore")


def gen():
    while True:
        try:
            yield "ready"
        except Exception as error:
            yield type(error).__name__, error.args, error.__traceback__ is not None


def attempt(*args):
    g = gen()
    next(g)
    try:
        return g.throw(*args)
    except BaseException as error:
        return f"raised {type(error).__name__}: {error}"


class Own(KeyError):
    pass


try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
for args in ((ValueError,), (ValueError("x"),), (ValueError, "x"), (ValueError, ("x", "y")), (ValueError, ValueError("v")), (ValueError, None),
             (KeyError, Own("k")), (ValueError, Own("k")), (ValueError, "x", traceback), (ValueError("i"), None, traceback), (ValueError, "x", None),
             (ValueError, "x", 5), (ValueError("i"), "x"), (ValueError("i"), ValueError("j")), (3,), ("text", "x"), (int,), (int, 3), (OSError, (2, "no"))):
    print(args if len(args) < 3 or args[2] is None else args[:2], attempt(*args))


async def co():
    pass


c = co()
try:
    c.throw(ValueError, "x", 5)
except TypeError as error:
    print(error)
c.close()


async def agen():
    yield 1


a = agen()
try:
    a.athrow(ValueError, "x", 5).send(None)
except TypeError as error:
    print(error)
