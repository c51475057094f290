# A metaclass's __getattribute__ is asked for the __new__ of its classes.
class Asked(type):
    def __getattribute__(self, name):
        print("get", name)
        return type.__getattribute__(self, name)


class Silent(type):
    def __getattribute__(self, name):
        print("get", name)


def new(cls, *args):
    print("new", args)
    return object.__new__(cls)


def show(call):
    try:
        call()
    except TypeError as error:
        print("TypeError", error)


for meta in (Asked, Silent):
    for bases in ((), (list,), (Exception,)):
        made = meta("Made", bases, {})
        show(lambda: made())
    show(lambda: meta("Made", (), {"__new__": new})())
    show(lambda: meta("Made", (), {"__new__": new})(1, 2))
    show(lambda: meta("Made", (), {"__init__": lambda self, *args: print("init", args)})(1, 2))
    show(lambda: meta("Made", (meta("Base", (), {"__new__": new}),), {})(3))
