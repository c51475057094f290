# builtins: ascii chr ord repr str format bytes bytearray
def show(text, *given):
    for args in given:
        try:
            print(text, "->", ascii(eval(text, {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


class Shown:
    def __repr__(self): return "ré"
    def __str__(self): return "str"
    def __format__(self, spec): return f"<{spec}>"
    def __index__(self): return 65
    def __bytes__(self): return b"by"


class Bad:
    def __repr__(self): return 1
    def __str__(self): return None
    def __format__(self, spec): return 2
    def __bytes__(self): return "x"


class OnlyRepr:
    def __repr__(self): return "only"


class Str(str):
    pass


show("ascii(*a)", ("aé\u20ac\U0001f600\n",), (Shown(),), ([Shown(), "é"],), (Bad(),), ())
show("chr(*a)", (97,), (0x10ffff,), (0x110000,), (-1,), (Shown(),), ("a",), (1.5,), (), (1, 2))
show("ord(*a)", ("a",), ("\U0001f600",), (b"a",), (bytearray(b"z"),), ("ab",), ("",), (b"",), (1,), (Str("q"),), ())
show("repr(*a)", ("a'b",), (1.0,), ([1, [2]],), ({"k": (1,)},), (Shown(),), (Bad(),), (OnlyRepr,), ((),), (set(),), (frozenset({1}),), ())
show("str(*a)", (), (5,), ("x",), (Shown(),), (OnlyRepr(),), (Bad(),), (b"ab",), (b"\xc3\xa9", "utf-8"), (b"\xff", "ascii"),
     (b"\xff", "ascii", "replace"), ("x", "ascii"), (1, "ascii"), (b"x", 1), (None,), (Str("s"),))
show("format(*a)", (5,), (5, "05d"), (3.14159, ".2f"), ("x", ">5"), (Shown(),), (Shown(), "spec"), (Bad(),), (5, 5), (5, "q"),
     (None, "5"), (255, "#x"), (1234567, ","), ("x", "d"), (), (1, "", ""), (OnlyRepr(), ""), (True, "d"), (1 + 2j, ".1f"), (5, Str("3")))
show("bytes(*a)", (), (3,), ([1, 2, 255],), ("é", "utf-8"), (b"x",), (bytearray(b"y"),), (Shown(),), (Bad(),), ("x",), ([256],), (-1,),
     ([1.5],), ("x", "ascii", "strict"), (1, "ascii"), (range(3),), (None,))
show("bytearray(*a)", (), (2,), ([1, 2],), ("é", "utf-8"), (b"x",), ("x",), ([300],), (None,))
print(str(object=b"\xe9", encoding="latin-1"), str(b"\xff", errors="ignore"), bytes(source="a", encoding="ascii"))
print(type(str(Str("x"))).__name__, type(repr(Str("x"))).__name__, str(Str("x")), [Str("x")], f"{Str('x')!r:>6}")
