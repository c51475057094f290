"""Everything native, called with arguments that it is not made for; and objects that were made but never initialised.

Run as a file it is the worker of test_natives.py: it prints the name of each part before it runs it, so that after a crash
the last line tells which one it was.
"""

from __future__ import annotations

import sys

import callgate as cg

MODULES = (
    "_abc _bisect _bz2 _codecs _collections _functools _heapq _io _json _lzma _opcode _operator _random _sre _string _struct _thread "
    "_weakref array atexit binascii builtins cmath errno gc hashlib itertools marshal math pyexpat sys time types unicodedata zlib"
).split()
#: these wait, or ask the host for its user
LEFT_OUT = ("sleep", "input", "breakpoint")

#: `parts(name)`: what there is to call of a module, with its types; `parts(None)`: all types that some class derives from object
GUEST = r"""
import importlib, itertools, sys
ARGUMENTS = [
    (), (None,), (1,), ('a',), (b'a',), ([],), ({},), (int,), (object(),), (lambda *a: 1,), (1, 2), ('a', 'b'), (None, None), (int, 1),
    ([], None), (1, 2, 3), (None, None, None), (b'', b'', b''), (1,) * 5,
]
NATIVE = 'builtin_function_or_method method_descriptor wrapper_descriptor classmethod_descriptor method-wrapper'.split()

def use(f, *first):
    for given in ARGUMENTS:
        for names in ({}, {'x': 1}):
            try:
                made = f(*first, *given, **names)
                if type(made) not in (str, list, tuple, dict, bytes, int):
                    for _ in itertools.islice(made, 3): pass
            except BaseException: pass

def unready(cls):
    "Its objects, without its __init__."
    class Sub(cls):
        def __init__(self, *given): pass
    yield from (cls.__new__(cls), Sub(), Sub.__new__(Sub))

def try_class(cls):
    for name in dir(cls):
        f = getattr(cls, name, None)
        if type(f).__name__ in NATIVE and (cls is object or getattr(object, name, None) is not f):
            use(f)
    for value in (1, None):
        try:
            for obj in unready(cls):
                for name in dir(cls):
                    for step in (getattr, lambda o, n: setattr(o, n, value), delattr):
                        try: step(obj, name)
                        except BaseException: pass
                for name in dir(cls):
                    if name not in ('__class__', '__subclasses__'):
                        try: f = getattr(obj, name)
                        except BaseException: continue
                        if type(f).__name__ in NATIVE: use(f)
                for f in (repr, bool, len, iter, next, hash, list, int, bytes, abs, lambda x: x + x, lambda x: x[0], lambda x: x < x,
                          lambda x: x == x, lambda x: x(), lambda x: f'{x}', lambda x: -x, lambda x: 1 in x):
                    try: f(obj)
                    except BaseException: pass
        except BaseException: pass

def classes(cls=object, found=None):
    found = {} if found is None else found
    for each in type.__subclasses__(cls):
        name = f'{each.__module__}.{each.__qualname__}'
        if not each.__flags__ & 1 << 9 and name not in found:
            found[name] = each
            classes(each, found)
    return found

def parts(module):
    if module is None:
        return list(classes())
    found = vars(importlib.import_module(module))
    return [name for name, value in found.items() if callable(value)
            and (type(value) is type or type(value).__name__ in NATIVE)]

def work(module, part):
    if module is None:
        try_class(classes()[part])
        return
    found = getattr(importlib.import_module(module), part)
    use(found)
    if isinstance(found, type) and found is not object:
        try_class(found)
"""


def machine() -> cg.Machine:
    made = cg.Machine(
        limits=cg.Limits(seconds=20, memory="512 MiB", output="1 MiB"), stdout=lambda text: None, stderr=lambda text: None)
    made.run(GUEST)
    return made


def main() -> None:
    for module in (*MODULES, None) if len(sys.argv) < 2 else sys.argv[1:]:
        for part in machine().call("parts", module):
            if part in LEFT_OUT:
                continue
            print(module, part, flush=True)
            try:
                machine().call("work", module, part)
            except (cg.GuestError, cg.LimitExceeded):
                pass
    print("done")


if __name__ == "__main__":
    main()
