# builtins: abs bin divmod hex oct pow round int float complex bool
def show(text, *given):
    for args in given:
        try:
            print(text, args, "->", repr(eval(text, {"a": args})))
        except Exception as error:
            print(text, args, "!", type(error).__name__, error)


class Number:
    def __abs__(self): return "abs"
    def __index__(self): return 7
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __rpow__(self, other): return ("rpow", other)
    def __round__(self, n=None): return ("round", n)
    def __int__(self): return 12
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __bool__(self): return False
    def __trunc__(self): return 3
    def __repr__(self): return "Number()"


class Index:
    def __index__(self): return 300


class Bad:
    def __index__(self): return 1.5
    def __bool__(self): return 2
    def __int__(self): return "x"
    def __float__(self): return 1


class Plain:
    pass


show("abs(*a)", (5,), (-5,), (-5.5,), (3 + 4j,), (True,), (Number(),), ("x",), (), (1, 2), (None,))
show("bin(*a)", (5,), (-5,), (0,), (True,), (2 ** 70,), (Number(),), (1.5,), ("x",), ())
show("hex(*a)", (255,), (-255,), (0,), (2 ** 70,), (Number(),), (1.5,), (None,), ())
show("oct(*a)", (8,), (-8,), (0,), (2 ** 70,), (Number(),), (1.5,))
show("divmod(*a)", (7, 2), (-7, 2), (7, -2), (7.5, 2), (1, 0), (1.0, 0), (2 ** 80, 3), (Number(), 3), (3, Number()),
     ("x", 1), (1,), (1, 2, 3))
show("pow(*a)", (2, 10), (2, -1), (2.0, 3), (2, 10, 7), (2, -1, 7), (2, -1, 4), (2, 3, 0), (2.0, 3, 4), (-8, 1 / 3), (0, -1),
     (Number(), 2), (2, Number()), (Number(), 2, 5), ("x", 1), (), (1,), (1, 2, 3, 4), (True, 3), (10, 20, -7))
print(pow(base=2, exp=5), pow(2, exp=3, mod=5), pow(exp=2, base=3))
for call in ("pow(2, 3, x=1)", "pow(1, 2, base=3)", "round(number=2.5, x=1)", "round(1, number=2)", "abs(x=1)"):
    show(call, ())
show("round(*a)", (2.5,), (3.5,), (-2.5,), (2.567, 2), (25, -1), (35, -1), (1234, -2), (1234, -10), (1234, 3), (True,), (1e300, 2),
     (float("inf"),), (float("nan"),), (Number(),), (Number(), 3), (2.5, None), (5, None), (Plain(),), ("x",), (1, "x"), (), (1, 2, 3),
     (-15, -1), (15, -1), (5, -1), (6, -1), (-6, -1), (2.675, 2), (1e16, -16), (10 ** 30 + 5, -1))
show("int(*a)", (), (5,), (5.9,), (-5.9,), ("12",), (" -12 ",), ("ff", 16), ("0b101", 0), ("12", 3), (b"12",), (Number(),), (Index(),),
     ("x",), ("12", 1), (1.5, 2), (float("inf"),), (float("nan"),), (Plain(),), (None,), ("1_000",), ("1__0",), (Bad(),))
show("float(*a)", (), (5,), ("1.5",), (" inf ",), ("nan",), (b"2.5",), (Number(),), (Index(),), ("x",), (None,), (2 ** 2000,), (Bad(),))
show("complex(*a)", (), (1,), (1, 2), ("1+2j",), ("x",), (Number(),), (1j, 2j), ("1", 2), (None,))
show("bool(*a)", (), (0,), (1,), ("",), ("x",), ([],), (Number(),), (Plain(),), (None,), (Bad(),), (1, 2))
print(int(x := 5), int("7", base=8), float(real := 2), complex(real=1, imag=2))
