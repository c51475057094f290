"""What object.__reduce_ex__ gives is made of copyreg's own functions."""

import copy
import copyreg


class A:
    pass


class S:
    __slots__ = ("a", "b")


class Named:
    __slotnames__ = ["spam", "eggs"]

    def __getattr__(self, name):
        if name == "spam":
            return 42
        raise AttributeError(name)


class Picky:
    def __getstate__(self):
        return {}


class New:
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class D(dict):
    pass


def shown(value):
    return [getattr(part, "__name__", part) for part in value]


s = S()
s.a = 1
for obj in (A(), s, Named(), Picky(), New()):
    for protocol in (0, 2, 4):
        try:
            made = obj.__reduce_ex__(protocol)
        except TypeError as error:
            print(type(obj).__name__, protocol, error)
            continue
        print(type(obj).__name__, protocol, shown(made), [getattr(each, "__name__", each) for each in made[1]])
print(A().__reduce_ex__(0)[0] is copyreg._reconstructor, A().__reduce_ex__(2)[0] is copyreg.__newobj__)
print(New().__reduce_ex__(2)[0] is copyreg.__newobj_ex__, D(a=1).__reduce_ex__(0)[0] is copyreg._reconstructor)
print(copy.copy(s).a, copy.deepcopy(D(a=[1])))
for args in ((), (None,), ("x",)):
    try:
        print(shown(object().__reduce_ex__(*args)))
    except TypeError as error:
        print(error)
