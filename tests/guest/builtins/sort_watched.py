# A list that is sorted is empty meanwhile, and whatever is done to it is seen, even when it is empty again.
from functools import cmp_to_key


def tries(what, items=(3, 1, 2)):
    values = list(items)

    def key(x):
        what(values)
        return x

    for call in (lambda: values.sort(key=key), lambda: values.sort(key=cmp_to_key(lambda a, b: (what(values), a - b)[1])), lambda: values.sort(key=key, reverse=True)):
        try:
            print(call(), values)
        except Exception as error:
            print(type(error).__name__, error, values)


tries(lambda v: None)
tries(lambda v: v.append(1))
tries(lambda v: (v.append(1), v.pop()))
tries(lambda v: (v.append(1), v.clear()))
tries(lambda v: v.__delitem__(slice(None)))
tries(lambda v: v.sort())
tries(lambda v: v.sort(key=str))
tries(lambda v: (len(v), list(v), v == [], v.copy(), v + [1], v.reverse()))
tries(lambda v: v.extend([]))
tries(lambda v: v.pop())
tries(lambda v: v.insert(0, 5), ())


class L(list):
    pass


d = L([2, 1])
try:
    d.sort(key=lambda x: (d.append(x), d.pop()))
except ValueError as error:
    print(error, d, type(d))
d.sort()
d.append(0)
print(d, d.__sizeof__() > 0)


class Z(zip):
    def __init__(self, *args, **kwargs):
        pass


print(list(Z("ab", [1, 2], strict=True)))
try:
    Z("ab", [1, 2], other=1)
except TypeError as error:
    print(error)
