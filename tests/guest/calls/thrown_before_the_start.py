"""What is thrown into a generator or a coroutine that has not begun, and into one that has."""


def generator():
    yield 1
    yield 2


async def coroutine():
    await Waits()


async def asynchronous():
    yield 1


class Waits:
    def __await__(self):
        yield "waits"


def show(what, action):
    try:
        print(what, action())
    except BaseException as error:
        print(what, type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


for thrown in (StopIteration, StopAsyncIteration, GeneratorExit, ValueError):
    for make, step in ((generator, next), (coroutine, lambda it: it.send(None)), (lambda: (x for x in "ab"), next)):
        it = make()
        show("fresh", lambda: it.throw(thrown))
        show("then", lambda: step(it))
        it = make()
        step(it)
        show("begun", lambda: it.throw(thrown))
    it = asynchronous()
    show("async", lambda: it.athrow(thrown).send(None))
