class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        cls.made = name
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.called = True
        return obj
    @classmethod
    def __prepare__(m, name, bases, **kw): return {"prepared": 1}
    def __getitem__(cls, k): return k
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 5
    def __len__(cls): return 3
    def __getattr__(cls, k): return "meta " + k
    def __instancecheck__(cls, o): return o == 5
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 7
    def method(cls): return cls.__name__
    @property
    def prop(cls): return cls.prepared
class C(metaclass=Meta, opt=1):
    def __init__(self, x=0): self.x = x
class D(C): pass
print(C(1).called, C(x=2).x, D().called, C.made, C["k"], list(C), 5 in C, len(C), C.zzz, isinstance(5, C), C.method(), D.prop, C == D, {C: 1}[C])
class Single(type):
    found = None
    def __call__(cls):
        if cls.found is None: cls.found = type.__call__(cls)
        return cls.found
class S(metaclass=Single): pass
print(S() is S())
def maker(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class T(metaclass=maker):
    a = 1
print(T)
for i in range(3): C(i); D(i)
