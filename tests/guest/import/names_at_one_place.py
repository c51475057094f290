import sys
import types


class Loud(types.ModuleType):
    @property
    def value(self):
        return "property"

    def call(self):
        return "method of the class"


def make(name, **names):
    module = types.ModuleType(name)
    vars(module).update(names)
    return module


def read(module):
    try:
        return module.value
    except AttributeError as error:
        return f"AttributeError: {error}"


def called(module):
    try:
        return module.call()
    except (AttributeError, NameError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


first = make("first", value=1, call=lambda: "first's")
second = make("second", value=2, call=lambda: "second's")
exec("value = 10\ndef call(): return value\ndef change(new):\n    global value\n    value = new\ndef forget():\n    global value\n    del value",
     first.__dict__)


def show(*modules):
    print([(read(m), called(m)) for m in modules for _ in range(3)])


show(first, second)
first.change(11)
show(first)
first.value = 12
show(first)
vars(first)["value"] = 13
show(first)
first.__dict__.update(value=14)
show(first)
vars(first).setdefault("value", 15)
show(first, second)
first.forget()
show(first)
first.__getattr__ = lambda name: f"asked for {name}"
show(first)
vars(first)["value"] = 16
show(first)
del first.call
show(first)
first.call = lambda: "given back"
show(first)
second.__class__ = Loud
show(second)
second.__class__ = types.ModuleType
show(second)
vars(second).pop("value")
show(second)
vars(second)["value"] = None
vars(second).clear()
show(second)

import math

kept = math.pi
for value in (3, kept):
    math.pi = value
    print([math.pi for _ in range(3)], [math.floor(2.5) for _ in range(3)])
for i in range(4):
    module = make(f"fresh{i}", value=i, call=lambda i=i: i)
    show(module)
    del module
sys.modules["replaced"] = make("replaced", value="old", call=lambda: "old")


def imported():
    import replaced
    return replaced.value, replaced.call()


print(imported(), imported())
sys.modules["replaced"] = make("replaced", value="new", call=lambda: "new")
print(imported(), imported())
