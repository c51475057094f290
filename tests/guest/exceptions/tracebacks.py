"""The traceback objects: which frames and lines they name, how often they are extended, how they are cut."""


def lines(error):
    found = []
    tb = error.__traceback__
    while tb is not None:
        found.append(tb.tb_lineno)
        tb = tb.tb_next
    return found


def deep(n):
    if n:
        return deep(n - 1)
    raise ValueError(n)


try:
    deep(3)
except ValueError as error:
    print(lines(error), type(error.__traceback__).__name__)
    kept = error

try:
    raise kept
except ValueError as error:
    print(lines(error), error is kept)

try:
    raise kept.with_traceback(None)
except ValueError as error:
    print(lines(error))

try:
    try:
        deep(1)
    except ValueError:
        raise
except ValueError as error:
    print(lines(error))

try:
    try:
        deep(1)
    finally:
        print("finally")
except ValueError as error:
    print(lines(error))


def generator():
    yield 1
    deep(0)


try:
    for x in generator():
        pass
except ValueError as error:
    print(lines(error))
try:
    [deep(0) for x in range(3)]
except ValueError as error:
    print(lines(error)[0], lines(error)[-2:])
try:
    sorted([3, 2], key=lambda x: deep(1))
except ValueError as error:
    print(lines(error))


class C:
    def __init__(self):
        self.x

    def __getattr__(self, name):
        raise AttributeError(
            name)


try:
    C()
except AttributeError as error:
    print(lines(error))
tb = kept.__traceback__
print(tb.tb_next is None, tb.tb_lasti >= 0)
try:
    tb.tb_next = tb
except ValueError as error:
    print(error)
try:
    tb.tb_next = 3
except TypeError as error:
    print(error)
try:
    deep(2)
except ValueError as error:
    first = error.__traceback__
    first.tb_next = first.tb_next.tb_next
    print(lines(error))
    first.tb_next = None
    print(lines(error))


def where(error):
    frames = []
    tb = error.__traceback__
    while tb is not None:
        frame = tb.tb_frame
        frames.append((frame.f_code.co_name, frame.f_lineno == tb.tb_lineno or tb is error.__traceback__, "where" in frame.f_globals, frame is tb.tb_frame))
        tb = tb.tb_next
    return frames


def fails():
    try:
        deep(1)
    except ValueError as error:
        return error


print(where(fails()), type(fails().__traceback__.tb_frame).__name__)
