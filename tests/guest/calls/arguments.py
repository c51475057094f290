# protocol: A2 A12 A13
"""Every shape of arguments against every kind of parameter, with the exact messages."""


def none():
    return "none"


def one(a):
    return a


def two(a, b):
    return a, b


def three(a, b, c):
    return a, b, c


def four(a, b, c, d):
    return a, b, c, d


def defaults(a, b=2, c=3):
    return a, b, c


def all_defaults(a=1, b=2):
    return a, b


def posonly(a, b=2, /):
    return a, b


def posonly_kw(a, /, **kw):
    return a, kw


def mixed(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


def args(*args):
    return args


def one_args(a, *args):
    return a, args


def kwargs(**kwargs):
    return kwargs


def kwonly(*, a, b=2):
    return a, b


def two_kwonly(*, a, b, c):
    return a, b, c


def everything(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


def keyword_names(self, cls, func, args, kwargs, name=1):
    return self, cls, func, args, kwargs, name


functions = [
    none, one, two, three, four, defaults, all_defaults, posonly, posonly_kw, mixed, args, one_args, kwargs, kwonly, two_kwonly,
    everything, lambda: 0, lambda x, y=1: (x, y), lambda *a, k=0, **kw: (a, k, kw),
]
shapes = [
    "()", "(1)", "(1, 2)", "(1, 2, 3)", "(1, 2, 3, 4)", "(1, 2, 3, 4, 5)", "(a=1)", "(b=1)", "(a=1, b=2)", "(b=1, a=2)", "(1, b=3)", "(1, a=2)",
    "(1, c=4)", "(1, d=4)", "(1, d=4, z=5)", "(1, 2, d=4, e=6)", "(z=1)", "(a=1, z=2, y=3)", "(1, x=2)", "(*[])", "(*[1])", "(*[1, 2, 3])", "(1, *[2], 3)",
    "(*[1], *(2, 3))", "(**{})", "(**{'a': 1})", "(**{'z': 1})", "(1, **{'a': 2})", "(a=1, **{'b': 2})", "(*[1, 2], **{'d': 3})",
    "(*'ab', d=1, **{'e': 2}, **{'f': 3})", "(1, 2, 3, *[4], d=5, **{'q': 6})", "(*range(3), d=0)", "(**{'a': 1}, d=2)", "(*{1: 2}, **{'d': 2})",
    "(*(x for x in [1, 2]))", "(1, *[2, 3], d=4, **{})",
]
for function in functions:
    print("===", function.__name__)
    for shape in shapes:
        try:
            print(shape, eval("function" + shape))
        except TypeError as error:
            print(shape, "!", error)

print("=== star arguments that are not what they should be")
for shape in ("(*3)", "(**3)", "(1, *None)", "(1, **None)", "(**[1])", "(**{1: 2})", "(a=1, **{'a': 2})", "(**{'a': 1}, **{'a': 2})",
              "(*[1], **{1: 2})", "(**'ab')", "(*[], *5)", "(1, **{'a b': 2})", "(**{'': 1})"):
    for function in (everything, kwargs, one, len, dict, print, str.split, functions[-1]):
        try:
            print(shape, function.__name__, eval("function" + shape))
        except TypeError as error:
            print(shape, function.__name__, "!", error)

print("=== a mapping that is no dict, an iterable that fails")


class Mapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key.upper()


class Bad(Mapping):
    def __getitem__(self, key):
        raise KeyError(key)


class Worse:
    keys = None


def failing():
    yield 1
    raise LookupError("from the iterable")


for text in ("kwargs(**Mapping())", "two(**Mapping())", "one(1, **Mapping())", "kwargs(**Bad())", "kwargs(**Worse())", "args(*failing())",
             "args(*Mapping())", "kwargs(**Mapping(), **Mapping())", "kwargs(**Mapping(), a=1)", "dict(**Mapping())"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "!", type(error).__name__, error)

print("=== order of evaluation, sharing, mutation")


def show(x):
    print("eval", x)
    return x


everything(show(1), *[show(2)], show(3), d=show(4), **{show("z"): show(5)}, e=show(6))
shared, pairs = [], {"k": []}


def mutate(*a, **k):
    k["k"].append(1)
    k["new"] = 1
    return len(a)


def accumulate(x, into=[]):
    into.append(x)
    return into


print(mutate(*shared, **pairs), pairs, accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__)
defaults.__defaults__ = (20, 30)
kwonly.__kwdefaults__ = {"a": 10}
print(defaults(1), keyword_names(1, 2, 3, 4, 5), keyword_names(1, 2, func=3, args=4, kwargs=5, name=6))
for call in ("kwonly()", "kwonly(b=1)", "defaults()"):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, "!", error)
defaults.__defaults__ = None
try:
    defaults(1)
except TypeError as error:
    print(error)
