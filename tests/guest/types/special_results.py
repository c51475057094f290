# Each special method with each kind of result, asked for by many builtins, in classes of several bases.
class X: pass
def says(name, value):
    def method(self, *a):
        print("asked", name)
        return value
    return method
NAMES = ("__index__", "__int__", "__float__", "__complex__", "__bool__", "__len__", "__repr__", "__str__", "__format__", "__bytes__", "__length_hint__", "__hash__", "__iter__", "__gt__", "__lt__", "__trunc__", "__round__", "__reversed__", "__contains__")
USES = (chr, int, float, complex, bool, len, repr, str, lambda o: format(o, "5"), bytes, list, hash, lambda o: [1, 2, 3][o], lambda o: "ab" * o, lambda o: o * "ab", lambda o: "%d %s %r" % (o, o, o), lambda o: f"{o!r:>5}{o!s}", lambda o: range(o), lambda o: 1 << o, lambda o: o << 1, lambda o: 2 ** o, lambda o: o ** 2,
    lambda o: pow(o, 2, 3), lambda o: round(o), lambda o: [1][o:], lambda o: {o}, lambda o: sorted([o, o]), lambda o: max(o, o), lambda o: "x".center(o), lambda o: bin(o), lambda o: divmod(o, 2), lambda o: 5 in o, lambda o: o + o, lambda o: [*o], lambda o: (1,) * o, lambda o: bytearray(2)[o], lambda o: print(o), lambda o: sum([o]), lambda o: "a".zfill(o), lambda o: (5).to_bytes(o, "big"), lambda o: isinstance(o, o))
for base in (object, int, float, str, dict, list, tuple):
    for name in NAMES:
        for value in (X(), 5, 2.5, "s", ValueError(), int, None, print):
            made = type("Made", (base,), {name: says(name, value)})
            try: o = made()
            except Exception as e: print(e); continue
            for i, use in enumerate(USES):
                try: use(o)
                except Exception as e: print(base.__name__, name, type(value).__name__, i, type(e).__name__, e)
