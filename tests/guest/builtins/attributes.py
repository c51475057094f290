# builtins: getattr setattr delattr hasattr callable dir vars id hash type isinstance issubclass object property staticmethod classmethod super
def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


class Base:
    klass = 1

    def __init__(self):
        self.x = 1

    def method(self):
        return "method"

    @staticmethod
    def static(v):
        return ("static", v)

    @classmethod
    def of_class(cls, v):
        return (cls.__name__, v)

    @property
    def prop(self):
        return self.x

    @prop.setter
    def prop(self, value):
        self.x = value


class Derived(Base):
    def method(self):
        return super().method() + "+"

    @classmethod
    def of_class(cls, v):
        return super().of_class(v)


class Dynamic:
    def __getattr__(self, name):
        if name == "bad":
            raise ValueError("bad")
        if name.startswith("no"):
            raise AttributeError(name)
        return "dynamic " + name

    def __dir__(self):
        return ["z", "a", "m"]


class Str(str):
    pass


b, d = Base(), Derived()
show("getattr(*a)", (b, "x"), (b, "nope"), (b, "nope", 5), (b, Str("x")), (b, 1), (b,), (), (b, "x", 1, 2), (Dynamic(), "q"),
     (Dynamic(), "no1", 2), (Dynamic(), "bad", 2), (1, "real"), (Base, "klass"), ("x", "upper"))
show("hasattr(*a)", (b, "x"), (b, "nope"), (Dynamic(), "no"), (Dynamic(), "yes"), (Dynamic(), "bad"), (b, 1), (b,))
show("setattr(*a)", (b, "y", 2), (b, "prop", 9), (b, 1, 2), (b, "y"), (object(), "y", 1), (Base, "klass", 3))
print(b.y, b.x, Base.klass)
show("delattr(*a)", (b, "y"), (b, "y"), (b, 1), (b,))
show("vars(*a)", (b,), (1,), (b, 1))
print(sorted(vars(Base)), vars(Base)["klass"])


def local(p):
    q = p + 1
    return sorted(vars().items()), sorted(locals()), sorted(dir())


print(local(1), "show" in dir(), "b" in vars())
show("dir(*a)", (Dynamic(),), (1, 2))
print([name for name in dir(d) if not name.startswith("__")], "append" in dir([]), dir(Base)[-5:])
show("callable(*a)", (len,), (Base,), (b.method,), (b,), (1,), (lambda: 0,), ())
show("isinstance(*a)", (1, int), (True, int), (1, (str, int)), (1, (str, (float, int))), (1, int | str), (d, Base), (b, Derived), (1, 2),
     (1, (int, 2)), (1, (str, 2)), (1, []), (1,), (None, type(None)), (1, list[int]))
show("issubclass(*a)", (bool, int), (Derived, Base), (Base, Derived), (int, (str, int)), (int, int | None), (1, int), (int, 1), (int,),
     (Derived, object))


class Meta(type):
    def __instancecheck__(cls, value): return value == 5
    def __subclasscheck__(cls, value): return value is int


class Special(metaclass=Meta):
    pass


class Liar:
    __class__ = int


class AbstractBases:
    __bases__ = ()


print(isinstance(5, Special), isinstance(6, Special), issubclass(int, Special), issubclass(str, Special))
print(isinstance(Liar(), int), type(Liar()).__name__, isinstance(Liar(), Liar), isinstance(1, AbstractBases()))
print(d.method(), d.static(1), Derived.of_class(2), b.prop, Base.prop.fget(b), type(Base.__dict__["static"]).__name__)
show("super(*a)", (1,), (int, ""), (Base, 1), (int, 1, 2))
show("super()", ())
print(super(Derived, d).method(), super(Derived, Derived).of_class(3), super(Base, d).__init__.__name__)


class NoCell:
    def f():
        return super()

    def g(self):
        del self
        return super()


for name in ("f", "g"):
    try:
        getattr(NoCell, name)(*([] if name == "f" else [NoCell()]))
    except RuntimeError as error:
        print(name, error)
print(type(1), type("x", (), {}).__name__, type("N", (Base,), {"k": 2}).k, type(d) is Derived, type(type))
show("type(*a)", (), (1, 2), ("x", 1, {}), ("x", (), 1), (1, (), {}), ("x", (1,), {}))
show("object(*a)", (), (1,))
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None))
show("hash(*a)", ([],), ({},), (set(),), ((1, []),), ())
x = []
print(id(x) == id(x), id(x) != id([]), isinstance(id(x), int))
p = property(lambda self: 1, doc="text")
print(p.__doc__, p.fget(None), p.fset, type(p))
