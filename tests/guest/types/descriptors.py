"""Descriptors: property, staticmethod, classmethod, and classes of the guest's own."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, error)


# === property ===
class P:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "the x"
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

    @property
    def read_only(self):
        return "ro"

    write_only = property(None, lambda self, value: print("wrote", value))


p = P()
print(p.x, P.x.__doc__, P.x.fget.__name__, type(P.x).__name__)
p.x = 5
print(p.x, p.__dict__)
del p.x
show("get", lambda: p.x)
show("set ro", lambda: setattr(p, "read_only", 1))
show("del ro", lambda: delattr(p, "read_only"))
show("get wo", lambda: p.write_only)
p.write_only = 3
show("set fget", lambda: setattr(P.x, "fget", 1))
show("no name", lambda: property().__get__(p))
print(property().__get__(None, P).__class__, P.__dict__["x"].__get__(None, P) is P.x)
print(P.x.__isabstractmethod__, property(None, None, None, "d").__doc__)
show("args", lambda: property(1, 2, 3, 4, 5))


class MyProperty(property):
    """kind of"""
    extra = 1


class Q:
    def __init__(self):
        self.v = 2

    @MyProperty
    def v2(self):
        "doc of v2"
        return self.v * 2


q = Q()
print(q.v2, type(Q.v2).__name__, Q.v2.extra, Q.v2.__doc__, Q.v2.getter(lambda self: 1).__class__.__name__)

# === staticmethod, classmethod ===
class S:
    @staticmethod
    def st(a, b=2):
        "doc st"
        return a, b

    @classmethod
    def cl(cls, a):
        return cls.__name__, a


class SS(S):
    pass


print(S.st(1), S().st(1, 3), S.cl(1), SS.cl(2), SS().cl(3))
st = S.__dict__["st"]
cl = S.__dict__["cl"]
print(type(st).__name__, type(cl).__name__, st(4), st.__func__ is S.st, st.__wrapped__ is S.st, st.__name__, st.__doc__)
print(cl.__func__.__name__, cl.__get__(None, SS)(1), cl.__get__(SS())(1), cl.__wrapped__.__qualname__)
show("call", lambda: cl(1))
show("args", lambda: staticmethod())
show("args", lambda: classmethod(1, 2))
show("kw", lambda: staticmethod(f=1))
print(repr(st).split(" at ")[0], repr(cl).split(" at ")[0])
st.attr = 1
print(st.attr, st.__dict__.get("attr"), st.__isabstractmethod__)

# === data and non-data ===
class Data:
    def __get__(self, obj, owner=None):
        return "data", obj is None, owner.__name__ if owner else None

    def __set__(self, obj, value):
        obj.__dict__["d"] = value
        print("set", value)

    def __delete__(self, obj):
        print("deleted")


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata", obj is None


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["s"] = value


class T:
    d = Data()
    n = NonData()
    s = SetOnly()


t = T()
print(t.d, T.d, t.n, T.n)
t.d = 1
print(t.d, t.__dict__)
t.n = 2
print(t.n)
del t.d
print(t.__dict__)
print(type(t.s).__name__)
t.s = 9
print(t.s)
show("del", lambda: delattr(t, "s"))
del t.n
print(t.n)


class NoDelete:
    def __get__(self, obj, owner):
        return 1

    def __set__(self, obj, value):
        pass


T.nd = NoDelete()
show("no delete", lambda: delattr(t, "nd"))

# === __get__ on instances has no effect; on the type only ===
n = NonData()
n.__get__ = lambda *a: 1
T.later = n
print(t.later)
NonData.__get__ = lambda self, obj, owner: "changed"
print(t.later, t.n)
del NonData.__get__
print(type(t.later).__name__)

# === __getattr__ and friends ===
class G:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name
        raise AttributeError("no " + name)


g = G()
g.real = 1
print(g.real, g.x1)
show("getattr", lambda: g.y)
print(hasattr(g, "x"), hasattr(g, "y"), getattr(g, "y", 5))


class GA:
    def __getattribute__(self, name):
        if name == "a":
            return "A"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback " + name


ga = GA()
ga.b = 2
print(ga.a, ga.b, ga.c)


class SA:
    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


sa = SA()
sa.v = 1
print(sa.v)
del sa.v
show("gone", lambda: sa.v)
show("gone", lambda: delattr(sa, "v"))
del SA.__setattr__
sa.v = 2
print(sa.v)
SA.__getattr__ = lambda self, name: "dyn " + name
print(sa.v, sa.w)
del SA.__getattr__
show("no more", lambda: sa.w)

# === messages ===
class E:
    k = 1

    def m(self):
        pass


show("inst", lambda: E().zzz)
show("cls", lambda: E.zzz)
show("int", lambda: (1).zzz)
show("int set", lambda: setattr(1, "x", 2))
show("int ro", lambda: setattr(1, "real", 2))
show("int ro m", lambda: setattr(1, "bit_length", 2))
show("fn", lambda: show.zzz)
show("none", lambda: None.x)
show("list cls", lambda: list.zzz)
show("list", lambda: [].zzz)
show("object", lambda: setattr(object(), "x", 1))
show("object", lambda: object().x)
show("method", lambda: setattr(E().m, "x", 1))
show("method", lambda: E().m.zzz)
show("module fn", lambda: setattr(len, "x", 1))
show("del", lambda: delattr(E(), "k"))
show("del", lambda: delattr(E(), "m"))
show("name", lambda: getattr(E(), 1))
show("name", lambda: object.__getattribute__(E(), 1))
show("hack", lambda: object.__setattr__(E, "x", 1))
try:
    E().zzz
except AttributeError as error:
    print(error.name, type(error.obj).__name__)


# === methods ===
e = E()
print(e.m == e.m, e.m is e.m, e.m.__func__ is E.m, e.m.__self__ is e, E.m.__get__(e)() is None)
print(repr(E.m).split(" at ")[0], repr(e.m).split(" at ")[0], hash(e.m) == hash(e.m), e.m.__name__, e.m.__qualname__)
print(E.m.__get__(None, E) is E.m, len([].append.__self__), E.__dict__["m"].__get__(e, E).__self__ is e)
show("unbound", lambda: E.m())
