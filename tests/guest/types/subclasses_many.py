# Classes that are gone leave nothing behind, and the order is that of birth.
import gc


class Base:
    pass


kept = []
for i in range(200):
    made = type(f"C{i}", (Base,), {})
    if i % 7 == 0:
        kept.append(made)
del made
gc.collect()
print([cls.__name__ for cls in Base.__subclasses__()])

moved = kept[3]
class Other:
    pass
class Between(Other):
    pass
moved.__bases__ = (Other,)
print(moved in Base.__subclasses__(), [cls.__name__ for cls in Other.__subclasses__()])
moved.__bases__ = (Base,)
print([cls.__name__ for cls in Base.__subclasses__()][-3:], len(Base.__subclasses__()), Other.__subclasses__())

before = len(object.__subclasses__())
many = [type("D", (), {}) for _ in range(3000)]
print(len(object.__subclasses__()) - before)
