"""super(): all its forms, and cooperative calls."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, str(error).replace("must be an instance or subtype of type", "?"))


class A:
    attr = "A.attr"

    def f(self):
        return ["A"]

    @classmethod
    def c(cls):
        return ["A", cls.__name__]

    @staticmethod
    def s():
        return ["A static"]

    @property
    def p(self):
        return "A.p"

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __getitem__(self, i):
        return i


class B(A):
    def f(self):
        return ["B"] + super().f()

    @classmethod
    def c(cls):
        return ["B"] + super().c()

    @staticmethod
    def s():
        return ["B static"] + super(B, B).s()

    @property
    def p(self):
        return "B." + super().p

    def attrs(self):
        return super().attr

    def explicit(self):
        return super(B, self).f()


class C(A):
    def f(self):
        return ["C"] + super().f()


class D(B, C):
    def f(self):
        return ["D"] + super().f()


d = D()
print(d.f(), D.c(), D.s(), d.p, d.attrs(), d.explicit(), B().f())
s = super(B, d)
print(s, s.__thisclass__, s.__self__, s.__self_class__, type(s), s.f())
print(super(B), super(B).__self__, super(B).__self_class__)
print(super(B).__get__(d, D).f(), super(B, D).f(d))
show("absent", lambda: s.zzz)
show("item", lambda: s[0])
show("bad", lambda: super(B, 5))
show("bad", lambda: super(1, 2))
show("bad", lambda: super(B, d, 1))
show("none", lambda: super())
show("class", lambda: s.__class__)


class Late:
    def f(self):
        def inner():
            return super().__repr__()
        return inner()


show("inner without arguments", lambda: Late().f())


class Unbound(B):
    sup = super(A)


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.by_meta = True
        return made

    def m(cls):
        return cls.__name__


class WithMeta(metaclass=Meta):
    def __init__(self, *args):
        super().__init__()
        self.args = args


w = WithMeta(1, 2)
print(w.args, w.by_meta, WithMeta.m())
show("meta on instance", lambda: w.m)


class Setter:
    def __setattr__(self, name, value):
        super().__setattr__(name, ("wrapped", value))


o = Setter()
o.a = 1
print(o.a)


class Sub(dict):
    def __getitem__(self, key):
        return ("sub", super().__getitem__(key))

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


sub = Sub(a=1)
sub["b"] = 5
print(sub["a"], sub["b"], dict(sub), len(sub), sub)


class Fake:
    @property
    def __class__(self):
        return D


print(isinstance(Fake(), D), type(Fake()).__name__)
show("fake", lambda: super(B, Fake()).attr)


class Deep:
    def __init__(self):
        self.log = ["Deep"]


class M1(Deep):
    def __init__(self):
        super().__init__()
        self.log.append("M1")


class M2(Deep):
    def __init__(self):
        super().__init__()
        self.log.append("M2")


class M3(M1, M2):
    def __init__(self):
        super().__init__()
        self.log.append("M3")


print(M3().log)


class Kept(dict):
    def __init__(self, x):
        base = super()
        base.__init__(x)
        base.__setitem__("q", 1)
        print(base.__class__, base.__init__.__self__ is self)


print(Kept({1: 2}))
