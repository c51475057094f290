# Complaints about values that are given by keyword name their types.
class C: pass
class D(dict): pass
for value in (iter([]), C(), D(), C, zip(), print, ValueError(), type):
    for use in (lambda: int.from_bytes(b"", byteorder=value), lambda: int("1", base=value), lambda: "a".split(sep=value), lambda: b"".hex(sep=value), lambda: "a".encode(encoding=value), lambda: round(1.5, ndigits=value), lambda: sum([1], start=value), lambda: sorted([1], key=value), lambda: "a".replace("a", value), lambda: b"a".split(maxsplit=value),
            lambda: pow(2, exp=value), lambda: (5).to_bytes(1, byteorder=value), lambda: (5).to_bytes(length=value), lambda: enumerate([], start=value), lambda: "".expandtabs(tabsize=value), lambda: b"".decode(errors=value), lambda: bytes("a", encoding=value), lambda: complex(real=1, imag=value), lambda: compile("1", "f", "eval", flags=value), lambda: open(file=value) if value is C else 0):
        try: print(type(use()))
        except Exception as e: print(type(e).__name__, e)
