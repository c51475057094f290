# builtins: __build_class__: metaclass, bases, namespace
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)


class A(metaclass=Meta, option=1):
    x = 1

    def __init__(self, v):
        self.v = v


print(A(5).v, A.prepared, type(A))


class B(A):
    y = 2


print(type(B), B.__bases__)


class Entry:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (int,)


class C(Entry()):
    pass


print(C.__mro__, len(C.__orig_bases__), C(5) + 1)


def made(name, bases, ns, **kw):
    return (name, bases, sorted(ns), kw)


class D(int, metaclass=made, k=1):
    v = 1


print(D)


class Other(type):
    pass


class E(metaclass=Other):
    pass


try:
    class F(A, E):
        pass
except TypeError as error:
    print(error)


class BadEntry:
    def __mro_entries__(self, bases):
        return [int]


try:
    class G(BadEntry()):
        pass
except TypeError as error:
    print(error)


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


try:
    class H(metaclass=BadPrepare):
        pass
except TypeError as error:
    print(error)


class NoCell(type):
    def __new__(mcs, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, ns)


try:
    class I(metaclass=NoCell):
        def f(self):
            return __class__
except RuntimeError as error:
    print(str(error).replace(repr(NoCell), "Meta")[:44])


class Hooks:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, tag)


class J(Hooks, tag="t"):
    pass


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class K:
    n = Named()


try:
    class L(bool):
        pass
except TypeError as error:
    print(error)
try:
    class M(int, str):
        pass
except TypeError as error:
    print(error)
try:
    class N(K, K):
        pass
except TypeError as error:
    print(error)
