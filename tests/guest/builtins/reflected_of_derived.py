# A derived class's reflected method goes first when it is another one than the base's.
OPS = "add sub mul truediv floordiv mod pow lshift and xor or".split()
import operator
class Said:
    pass
def says(name):
    return lambda self, other: (name, type(self).__name__, type(other).__name__)
for base in (object, int, float, str, list, tuple, set, dict):
    for op in OPS:
        use = getattr(operator, op if op not in ("and", "or") else op + "_")
        A = type("A", (base,), {})
        B = type("B", (A,), {f"__r{op}__": says("B.r")})
        C = type("C", (B,), {})
        D = type("D", (C,), {f"__{op}__": says("D")})
        E = type("E", (D,), {f"__r{op}__": says("E.r")})
        F = type("F", (E,), {f"__i{op}__": says("F.i")})
        kinds = (base, A, B, C, D, E, F)
        for left in kinds:
            for right in kinds:
                for f in (use, getattr(operator, "i" + op)):
                    try: print(base.__name__, op, left.__name__, right.__name__, f(left(), right()))
                    except Exception as e: print(base.__name__, op, left.__name__, right.__name__, type(e).__name__, e)
