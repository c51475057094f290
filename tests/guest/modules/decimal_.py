import decimal
from decimal import *
getcontext().prec = 30
print(Decimal(1) / Decimal(7), Decimal("2").sqrt(), Decimal("1.1") + 2, Decimal("NaN"), Decimal("-Infinity") * 2, repr(Decimal("1E+5")))
print(Decimal(10) ** 20, Decimal("3.14159").quantize(Decimal("0.01"), ROUND_HALF_UP), round(Decimal("2.675"), 2), Decimal("1e3").normalize(), format(Decimal("1234567.891"), ",.2f"), f"{Decimal('0.5'):.1%}", f"{Decimal(5):>10}")
print(Decimal("1.5").as_tuple(), Decimal("1.5").as_integer_ratio(), Decimal(0.1), Decimal.from_float(0.5), Decimal("2").exp(), Decimal(2).ln(), Decimal(100).log10(), Decimal(7) % 3, divmod(Decimal(-7), 3), Decimal(7) // 2)
for f in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal(-1).sqrt(), lambda: Decimal("sNaN") + 1, lambda: Decimal(1) + 1.5, lambda: Decimal(1) < "a"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with localcontext() as ctx:
    ctx.prec = 5; ctx.rounding = ROUND_DOWN
    print(Decimal(2) / 3, ctx.flags[Inexact], ctx)
print(sum(map(Decimal, ["0.1"] * 10)), max(Decimal(1), Decimal(2)), hash(Decimal(1)) == hash(1), Decimal(1) == 1.0, sorted([Decimal(3), 1, 2.5]), int(Decimal("12.9")), float(Decimal("0.1")), Decimal("123.456").to_eng_string(), Decimal("1.23").compare(Decimal("1.24")))
import pickle, copy
print(pickle.loads(pickle.dumps(Decimal("1.5"))), copy.deepcopy(Decimal(3)), isinstance(Decimal(1), __import__("numbers").Number))
