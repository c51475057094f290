"""Too many arguments: the builtin classes themselves count differently from classes that derive from them."""


class Number(int):
    pass


class Text(str):
    pass


class Sealed:
    __slots__ = ()


class Watched:
    __slots__ = ()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


for cls in (int, Number, str, Text):
    for count in (3, 4, 5):
        for keywords in ({}, {"x": 1}):
            try:
                print(cls(*[b"1"] * count, **keywords))
            except TypeError as error:
                print(cls.__name__, count, sorted(keywords), error)
try:
    class Meta(metaclass=Number):
        pass
except TypeError as error:
    print(error)
for value in (Sealed(), Watched(), 5):
    for action in (lambda: setattr(value, "x", 1), lambda: delattr(value, "x"), lambda: object.__setattr__(value, "x", 1)):
        try:
            action()
        except AttributeError as error:
            print(error)
