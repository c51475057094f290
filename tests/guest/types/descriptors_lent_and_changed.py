# Members of __slots__ that another class holds, and classes that become descriptors after their instances were looked up.


class Many:
    __slots__ = tuple(f"s{i}" for i in range(400))


class Few:
    def __init__(self):
        self.a = self.b = self.c = 1


def attempt(function, *args):
    try:
        return function(*args)
    except (AttributeError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def load(value):
    return value.lent


def store(value):
    value.lent = 5


def drop(value):
    del value.lent


for i in (0, 3, 5, 6, 7, 8, 20, 399):
    Few.lent = getattr(Many, f"s{i}")
    few = Few()
    print(i, [attempt(f, few) for f in (load, load, store, drop, load)], attempt(getattr, few, "lent"))


class Slotted:
    __slots__ = ("lent",)


class Same(Slotted):
    pass


class Shadow(Same):
    lent = Many.s3


for cls in (Slotted, Same, Shadow):
    value = cls()
    print([attempt(f, value) for f in (load, store, load, load, drop, load)])


class Plain:
    def __repr__(self):
        return "plain"


class Holder:
    held = Plain()

    def __init__(self):
        self.own = 1

    own = Plain()


def held(value):
    return value.held


def own(value):
    return value.own


def of_class(value):
    return type(value).held


def called(value):
    return value.held()


holder = Holder()


def show(*functions):
    print([[f(holder) if type(f(holder)) is not Plain else "plain" for _ in range(3)] for f in functions])


show(held, own, of_class)
Plain.__get__ = lambda self, instance, owner: ("got", instance is None)
show(held, own, of_class)
Plain.__set__ = lambda self, instance, value: print("set", value)
show(held, own, of_class)
holder.own = 2
del Plain.__set__
show(held, own, of_class)
holder.own = 3
del Plain.__get__
show(held, own, of_class)
Plain.__delete__ = lambda self, instance: print("deleted")
show(own)
del holder.own
del Plain.__delete__
show(own)


class Data:
    def __get__(self, instance, owner):
        return "data"

    def __set__(self, instance, value):
        print("data set", value)


class Based(Plain):
    pass


Holder.held = Holder.own = described = Based()
show(held, own)
described.__class__ = Data
show(held, own, of_class)
holder.own = 4
described.__class__ = Based
show(held, own)
Based.__bases__ = (Data,)
show(held, own)
Based.__bases__ = (Plain,)
show(held, own)


class Meta(type):
    pass


class Value(metaclass=Meta):
    def __new__(cls):
        return "made"


Holder.held = Holder.own = Value
print([called(holder) for _ in range(3)], [own(holder) for _ in range(2)])
Meta.__get__ = lambda self, instance, owner: lambda: "bound"
print([called(holder) for _ in range(3)], [own(holder) for _ in range(2)])
Meta.__set__ = lambda self, instance, value: None
print([own(holder)() for _ in range(2)])
