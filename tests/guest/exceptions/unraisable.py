"""Exceptions that nothing can handle: sys.excepthook, sys.unraisablehook, sys.audit."""

import io
import re
import sys


class Fails:
    def __del__(self):
        raise ValueError("x")


class FailsToo:
    def __del__(self):
        1 / 0


def make():
    Fails()


sys.stderr = err = io.StringIO()
make()


def bad_hook(*args):
    raise KeyError("x")


def hook(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type, unraisable.exc_value, unraisable.err_msg,
          unraisable.object is FailsToo.__del__, unraisable.exc_traceback.tb_frame.f_code.co_name)


sys.unraisablehook = bad_hook
FailsToo()
sys.unraisablehook = hook
FailsToo()
sys.unraisablehook = sys.__unraisablehook__


def generate():
    try:
        yield
    finally:
        1 / 0


generator = generate()
next(generator)
del generator



class Broken:
    """Does not say whether it can be closed."""

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        1 / 0


def delegates():
    yield from Broken()


generator = delegates()
print(next(generator), generator.close())
for call in (lambda: generator.send(1), lambda: generator.throw(AttributeError)):
    generator = delegates()
    next(generator)
    try:
        print(call())
    except ZeroDivisionError as error:
        print(type(error))

for call in (lambda: sys.unraisablehook(1), lambda: sys.audit(), lambda: sys.excepthook(1), lambda: sys.audit("a", 1)):
    try:
        print(call())
    except TypeError as error:
        print(error)

sys.excepthook(1, "1", 1)
try:
    pront
except NameError:
    sys.excepthook(*sys.exc_info())
try:
    raise ValueError from KeyError(1)
except ValueError as error:
    error.add_note("note")
    sys.__excepthook__(*sys.exc_info())
print(re.sub("0x[0-9a-f]+", "0x", err.getvalue()))
