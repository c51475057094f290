import enum
import inspect


class Meta(type):
    def meta_method(cls):
        return 1

    m = 5


class Base:
    data = 1

    def method(self):
        return 2

    @property
    def prop(self):
        raise ValueError

    @classmethod
    def klass(cls):
        pass

    @staticmethod
    def static():
        pass


class Derived(Base, metaclass=Meta):
    __slots__ = ("slot",)

    def method(self):
        return 3


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    @property
    def nice(self):
        return self.name.lower()


for cls in (Derived, Color):
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if not name.startswith("__") or name in ("__init__", "__dict__", "__class__", "__members__"):
            print(cls.__name__, name, kind, home.__name__, type(value).__name__)
print([name for name, value in inspect.getmembers(Derived, inspect.isfunction)], [name for name, value in inspect.getmembers(Color) if name[0] != "_"])
print([name for name, value in inspect.getmembers(Base, lambda value: isinstance(value, (property, classmethod)))],
      [name for name, value in inspect.getmembers_static(Base, lambda value: isinstance(value, (property, classmethod)))])
