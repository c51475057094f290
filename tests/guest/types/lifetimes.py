"""When objects die: __del__, resurrection, deep chains."""


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


d = D(1)
d = D(2)
del d
print("after")


def scope():
    x = D("local")
    print("in scope")


scope()
items = [D("a"), D("b")]
items.clear()
print("cleared")


class Resurrect:
    kept = []

    def __del__(self):
        print("resurrected")
        Resurrect.kept.append(self)


r = Resurrect()
r.v = 1
del r
print(Resurrect.kept[0].v, len(Resurrect.kept))
Resurrect.kept.clear()
print("gone for good", len(Resurrect.kept))


class Sub(D):
    def __del__(self):
        super().__del__()
        print("sub del")


Sub("s")


class Late:
    pass


late = Late()
Late.__del__ = lambda self: print("late del")
del late
late = Late()
del Late.__del__
del late
print("no del")


class MirrorDel(list):
    def __del__(self):
        print("mirror del", len(self))


MirrorDel([1, 2])


class Failing:
    def __del__(self):
        raise ValueError("lost")


class ExcDel(Exception):
    def __del__(self):
        print("exception del")


def raises():
    try:
        raise ExcDel("x")
    except ExcDel:
        print("caught")


raises()


# === deep structures die without recursion ===
class Node:
    def __init__(self, next):
        self.next = next


def chain(make, n):
    head = None
    for _ in range(n):
        head = make(head)
    return head


N = 100_000
for make in (Node, lambda x: [x], lambda x: (x,), lambda x: {"k": x}, lambda x: Node([x]), lambda x: {1: Node((x,))},
             lambda x: (lambda: x), lambda x: staticmethod(x), lambda x: property(x), lambda x: Node(lambda: x)):
    head = chain(make, N)
    del head
print("deep ones died")


class Slots:
    __slots__ = ("next",)

    def __init__(self, next):
        self.next = next


class Del:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Del.count += 1


class Wide:
    def __init__(self, next):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = next


class E(Exception):
    pass


def exc(x):
    e = E(x)
    e.__context__ = x if isinstance(x, BaseException) else None
    return e


for make in (Slots, Wide, exc):
    head = chain(make, N)
    del head
head = chain(Del, 50_000)
del head
print(Del.count)
bound = None
for _ in range(N):
    bound = Node(bound).__init__
del bound
print("done")
