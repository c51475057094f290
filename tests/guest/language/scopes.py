"""Names: local, global, cell, free, class body, builtins; and how each kind fails."""
import builtins

x = "module"


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def reads():
    return x


def unbound():
    print(x)
    x = 1


def sets_global():
    global x, made
    x, made = "changed", "made"


def deletes():
    y = 1
    del y
    return y


def deleted_free():
    y = 1

    def inner():
        return y

    del y
    return inner()


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


class Body:
    x = "class"
    same = x
    items = [x for _ in range(2)]
    first = (lambda: x)()

    def method(self):
        return x, __class__.__name__

    y = [i for i in range(3)]
    for k in y:
        pass
    del y


class Nested:
    value = 1

    class Inner:
        try:
            seen = value
        except NameError as error:
            seen = str(error)


def class_in_function(v):
    class C:
        v = v if False else "own"
        other = [v for v in "ab"]

        def get(self):
            return v

    return C.v, C.other, C().get()


def class_free(v):
    class C:
        a = v

        def get(self):
            nonlocal v
            v += 1
            return v

    return C.a, C().get(), v


print(reads(), attempt(unbound), attempt(deletes), attempt(deleted_free))
sets_global()
print(x, made, reads(), Body.items, Body.same, Body.first, Body().method(), Body.k, hasattr(Body, "y"))
up, get = counter()
print(up(), up(5), get(), counter()[1](), Nested.Inner.seen, attempt(class_in_function, 3), class_free(1))
del x
print(attempt(reads), attempt(lambda: undefined_name))
builtins.injected = "from builtins"
print(injected, attempt(lambda: injected))
del builtins.injected
len = lambda _: "shadowed"
print(len([1]))
del len
print(len([1]))
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs], [h() for h in (lambda: i for i in "ab")])
print([(a, b) for a in range(3) if a for b in range(a) if b != a], {k: v for v, k in enumerate("ab")}, sorted({c for c in "aab"}))
print([y := 1, y + 1], y, [last := z for z in range(3)], last, any((hit := n) > 1 for n in [1, 2, 3]), hit)
print(sorted(k for k in locals() if k in ("fs", "gs")), globals()["fs"] is fs, locals() is globals())


def local_names(a, *args, b=1, **kw):
    c = [a for a in args]
    return sorted(locals())


print(local_names(1, 2, z=3), eval("a + b", {"a": 1}, {"b": 2}), attempt(eval, "a + nope", {"a": 1}))
space = {}
exec("def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nv = f(5)\nclass K:\n    w = v", space)
print(space["v"], space["K"].w, sorted(k for k in space if not k.startswith("__")))
for i in range(2):
    pass
else:
    i = "else"
print(i)
a, (b, *c), d = 1, (2, 3, 4), *[5]
a = b = c = [a, b]
a[0], a[1] = a[1], a[0]
print(a, b is c, d, __name__)
