# sys, inspect, _thread, os
import inspect
import os
import sys

print(sys.version_info >= (3, 11), sys.version_info[:1], sys.version_info.major, type(sys.version_info), sys.maxsize, sys.byteorder in ("little", "big"))
print(sys.float_info.max, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.width, sys.getdefaultencoding(), sys.maxunicode)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as error:
    kind, value, tb = sys.exc_info()
    print(kind, value is error, tb is error.__traceback__, sys.exception() is error)
    try:
        {}["x"]
    except KeyError:
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
print(sys.exc_info())
for call in ("sys.exit()", "sys.exit(3)", "sys.exit('text')", "sys.exit(1, 2)", "sys.intern('a' 'b')", "sys.intern(1)", "sys.getrecursionlimit() > 0", "sys.setrecursionlimit(0)",
             "sys.getsizeof(1) > 0", "sys._getframe(500)", "sys._getframe('x')", "sys.is_finalizing()"):
    try:
        print(call, repr(eval(call)))
    except BaseException as error:
        print(call, type(error).__name__, error, getattr(error, "code", None))
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, sys.argv[:0], isinstance(sys.path, list))


def outer():
    local = 5
    return inner()


def inner():
    frame = sys._getframe()
    back = frame.f_back
    return frame.f_code.co_name, back.f_code.co_name, back.f_locals["local"], frame.f_globals is globals(), back.f_lineno, sys._getframe(1).f_code is back.f_code


print(outer(), sys._getframe().f_code.co_name, sys._getframe().f_locals is globals())
sys.displayhook(5)
sys.displayhook(None)
print(sys.__stdin__.name, sys.flags.optimize, sys.platform == sys.platform)


def sig(a, /, b, c=1, *args, d, e: int = 2, **kw) -> str: ...


s = inspect.signature(sig)
print(s, list(s.parameters), s.parameters["e"].annotation, s.parameters["d"].kind, s.return_annotation, s.bind(1, 2, d=3).arguments)
for args, kw in (((), {}), ((1, 2), {}), ((1, 2, 3, 4), {"d": 1, "z": 2}), ((1,), {"b": 1, "d": 2, "a": 5})):
    try:
        b = s.bind(*args, **kw)
        b.apply_defaults()
        print(b.args, b.kwargs)
    except TypeError as error:
        print(error)


class C:
    """Doc

    more
    """
    def __init__(self, x, y=2): ...
    def m(self, q): "m doc"
    @staticmethod
    def st(z): ...
    @classmethod
    def cl(cls, w): ...
    def __call__(self, v): ...


print(inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.m), inspect.signature(C.st), inspect.signature(C.cl), inspect.signature(C(1)), inspect.signature(lambda *a: 0))
print(inspect.getdoc(C), inspect.isclass(C), inspect.isfunction(C.m), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.isgeneratorfunction(lambda: (yield)),
      inspect.isroutine(len), inspect.ismodule(sys), [n for n, v in inspect.getmembers(C, inspect.isfunction)])
print(inspect.getfullargspec(sig).args, inspect.signature(len), inspect.unwrap(sig) is sig, inspect.cleandoc("  a\n    b"), inspect.getattr_static(C, "st").__class__)
print(os.path.join("a", "b"), os.path.splitext("x.py"), os.path.basename("/a/b"), os.sep, os.linesep == "\n", os.fspath("p"), len(os.urandom(4)), os.path.normpath("a/../b"))
