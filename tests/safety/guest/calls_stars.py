def f(*a, **k): return a, k
def g(a, b, c=3): return a, b, c
class Map:
    def keys(self): return ["x", "y"]
    def __getitem__(self, k): return k * 2
    def __del__(self): [1, 2, 3].append(4)
class Seq:
    def __iter__(self): yield 1; yield 2
    def __del__(self): str(5)
print(f(*[1, 2], 3, *(4,)), f(**{"a": 1}, b=2, **{"c": 3}), f(*Seq(), **Map()), g(*[1, 2]), g(*"ab", c=1), g(**{"a": 1, "b": 2}))
print(f(*range(40))[0][-1], len(f(*[str(i) for i in range(60)], **Map())[0]), max(*[1, 5, 3]), f(*()), f(**{}), g(1, *[2], **{"c": 4}))
def later():
    yield 1
    raise ValueError("in the star")
for bad in (lambda: f(**5), lambda: f(**{"a": 1}, a=2), lambda: f(*[1], **{1: 2}), lambda: g(*[1, 2, 3, 4]), lambda: f(*later()), lambda: f(*[1], **{**Map(), "x": []}, x=1),
            lambda: len(*[1, 2]), lambda: (5)(*[1])):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
