# protocol: A12 A13
"""Arguments left on the stack become the new frame's locals; the caller's values are untouched whatever the callee does."""


def swap(a, b):
    a, b = b, a
    return a, b


def rebind(a, b, c=3):
    a = [a]
    del b
    c = b = None
    return a, b, c


def deleted(a):
    del a
    return a


def many_locals(a):
    b = a + 1
    c = b + 1
    d = c + 1
    e = [x + d for x in range(3)]
    return sorted(locals().items())


def cells(a, b, *args, k=1, **kw):
    def inner():
        nonlocal a, k
        a += 1
        k += 1
        return a, b, args, k, kw

    b = "rebound"
    return inner(), inner(), a, k


def nested(n, f):
    return f(n) if n < 1 else nested(n - 1, lambda x: f(x + n))


def deep(x, *rest):
    return x + deep(*rest) if rest else x


def mutual_even(n):
    return True if n == 0 else mutual_odd(n - 1)


def mutual_odd(n):
    return False if n == 0 else mutual_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def arguments_are_evaluated_first(*x):
    log.append(x)
    return len(log)


x, y = object(), object()
print(swap(1, 2), swap(x, y) == (y, x), rebind(1, 2), rebind(*[1, 2], c=4), many_locals(1), cells(1, 2, 3, z=4))
try:
    deleted(1)
except UnboundLocalError as error:
    print(error)
print(nested(5, lambda x: x), deep(*range(100)), mutual_even(300), mutual_odd(300), ackermann(2, 3))
log = []
f = arguments_are_evaluated_first
print(f(f(1), f(2, f()), *[f(3)]), log)


def raising(n):
    if n == 0:
        raise ValueError("deep")
    return [n, raising(n - 1)]


for how in (lambda: raising(20), lambda: [1, 2, raising(3), 4], lambda: swap(1, raising(2)), lambda: f"{raising(1)}", lambda: {1: raising(1)}):
    try:
        how()
    except ValueError as error:
        depth, tb = 0, error.__traceback__
        while tb:
            depth, tb = depth + 1, tb.tb_next
        print(error, depth)


def generator_arguments(a, b=2, *args, **kw):
    while True:
        a, b = b, (yield a, b, args, kw)


g = generator_arguments(1, k=3)
print(next(g), g.send(10), g.send(20), next(generator_arguments(*"abc")))


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def total(self):
        return self.value + sum(child.total() for child in self.children)

    def walk(self, visit, depth=0):
        return [visit(self, depth)] + [item for child in self.children for item in child.walk(visit, depth + 1)]


tree = Node(1, Node(2, Node(3)), Node(4))
print(tree.total(), tree.walk(lambda node, depth: (depth, node.value)))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print(fib(15), compose(lambda x: x + 1, lambda x: x * 2, abs)(-5), (lambda: (lambda: (lambda: 3)())())())
old, new = swap.__code__, rebind.__code__
swap.__code__ = (lambda a, b: ("new code", a, b)).__code__
print(swap(1, 2))


def outer():
    def first():
        return "first"

    def run():
        return first()

    before = run()
    first = lambda: "second"
    return before, run()


def default_is_evaluated_once(x=log.append("made")):
    return x


print(outer(), default_is_evaluated_once(), log.count("made"))
for recursion in (50, 400):
    print(sum(deep(*[1] * n) for n in range(1, recursion, 49)))
