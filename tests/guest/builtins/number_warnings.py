"""Conversions that are deprecated warn; names and texts of classes that cannot be encoded."""

import array
import operator
import warnings


class Int:
    def __int__(self):
        return True

    def __index__(self):
        return False


class Trunc:
    def __trunc__(self):
        return 5


class Sub(float):
    pass


class Float:
    def __float__(self):
        return Sub(1.5)


for call in (lambda: int(Int()), lambda: operator.index(Int()), lambda: [1, 2][Int()], lambda: int(Trunc()), lambda: float(Float()),
             lambda: bool(NotImplemented), lambda: not NotImplemented, lambda: float(Sub(2)), lambda: int(5.5)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(call(), [(each.category.__name__, str(each.message)) for each in caught])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            print(call())
        except DeprecationWarning as error:
            print("raised", error)
print(float(array.array("b", b" 1.5 ")), float(memoryview(b"2")))
for make in (lambda: float(array.array("b", b"x")), lambda: type("A\udcdcB", (), {}), lambda: type("A", (), {"__doc__": "x\udcdcy"})):
    try:
        make()
    except ValueError as error:
        print(type(error).__name__)
