# What object's own methods say of a class: no more than whose instance it is.
class Meta(type):
    pass


class K(metaclass=Meta):
    x = 1


for call in (
    lambda: object.__setattr__(K, "b", 3), lambda: object.__delattr__(K, "x"), lambda: object.__getattribute__(K, "zz"), lambda: object.__setattr__(int, "b", 3),
    lambda: object.__getattribute__(int, "zz"), lambda: object.__getattribute__(K, "x"), lambda: object.__getattribute__(K, "mro")() == K.mro(), lambda: K.zz, lambda: int.zz,
    lambda: object.__getattribute__(K, "__name__"), lambda: object.__setattr__(object(), "a", 1), lambda: object.__getattribute__(5, "zz"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
