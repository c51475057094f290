# protocol: A9
"""Functions, methods and builtins are objects of the types that the language names."""
import functools
import types


class C:
    def method(self):
        """Its doc."""

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm():
        pass

    @property
    def p(self):
        return 1

    def __call__(self):
        pass

    def __repr__(self):
        return "<a C>"


def dump():
    pass


def gen():
    yield


async def coro():
    pass


things = {
    "chr": chr, "''.split": "".split, "dump": dump, "lambda": lambda: 0, "str.split": str.split, "int.__add__": int.__add__,
    "(1).__add__": (1).__add__, "C": C, "C.method": C.method, "C().method": C().method, "C.cm": C.cm, "C.sm": C.sm,
    "C().__call__": C().__call__, "C.p": C.p, "dict.fromkeys": dict.fromkeys, "type": type, "object": object, "len": len,
    "print": print, "[].append": [].append, "dict.get": dict.get, "{}.get": {}.get, "object.__init__": object.__init__,
    "C.__init__": C.__init__, "C().__init__": C().__init__, "type.__call__": type.__call__, "C.__new__": C.__new__,
    "dump.__call__": dump.__call__, "int.from_bytes": int.from_bytes, "gen": gen, "gen()": gen(), "types": types,
    "C.__dict__['cm']": C.__dict__["cm"], "C.__dict__['sm']": C.__dict__["sm"], "str.join": str.join, "isinstance": isinstance,
    "object.__str__": object.__str__, "C.__class__": C.__class__, "BaseException.with_traceback": BaseException.with_traceback,
    "functools.partial": functools.partial, "super": super, "property": property, "range": range, "map": map,
}
for name, thing in things.items():
    kind = type(thing)
    print(name, kind.__name__, kind, callable(thing), getattr(thing, "__name__", "-"), getattr(thing, "__qualname__", "-"))
print(type(dump) is types.FunctionType, type(lambda: 0) is types.LambdaType, type(C().method) is types.MethodType)
print(type(len) is types.BuiltinFunctionType, type([].append) is types.BuiltinMethodType, types.BuiltinMethodType.__name__)
print(type(object.__init__) is types.WrapperDescriptorType, type(object().__str__) is types.MethodWrapperType)
print(type(str.join) is types.MethodDescriptorType, type(gen()) is types.GeneratorType, type(types) is types.ModuleType)
for thing in (chr, len, str.split, int.__add__, C, int, type, dict.get, types.FunctionType, type(str.split), type(len)):
    print(repr(thing))
for thing in ("".split, [].append, dict.fromkeys, (1).__add__, dump, C().method, C.method, lambda: 0):
    print(repr(thing).split(" at 0x")[0])
method = C().method
print(method.__func__ is C.method, method.__self__, method.__doc__, method.__name__, method == method.__self__.method)
print([].append.__self__, len.__self__.__name__, "a".join.__self__, len.__module__, dump.__module__, C.__module__)
print(types.MethodType(lambda self, x: (self, x), 3)(4), C.method.__get__(5).__self__, C.__dict__["method"] is C.method)
print(dump.__get__(None, C) is dump, len.__class__, str.split.__objclass__, str.split("a b"), type(dump.__get__(1)).__name__)
print((lambda a, b=2, *c, d=4, **e: 0).__defaults__, dump.__kwdefaults__, dump.__code__.co_name, dump.__closure__)
for bad in (lambda: types.MethodType(3, None), lambda: types.MethodType(dump, None), lambda: type(len)(), lambda: type(dump)()):
    try:
        print(bad())
    except TypeError as error:
        print(error)
