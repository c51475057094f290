def f(k):
    try:
        if k == 0: raise ValueError("v")
        if k == 1: raise KeyError("k") from ValueError("cause")
        if k == 2: 1 / 0
        if k == 3: return "returned"
        if k == 4: raise TypeError
        if k == 5: [][1]
        if k == 6: raise OSError(2, "no such", "file")
        return "fell"
    except (ValueError, KeyError) as e:
        return type(e).__name__, e.args, repr(e.__cause__)
    except ZeroDivisionError:
        try: raise RuntimeError("second")
        except RuntimeError as e2: return repr(e2), repr(e2.__context__)
    except IndexError: raise
    else: log.append("else")
    finally: log.append(k)
log = []
for k in range(8):
    try: print(f(k))
    except Exception as e: print("out", type(e).__name__, e)
print(log)
def nested():
    for i in range(3):
        try:
            try:
                if i == 0: continue
                if i == 1: raise KeyError(i)
                break
            finally:
                log.append(("inner", i))
        except KeyError: log.append("key")
        finally: log.append(("outer", i))
    return "end"
print(nested(), log[8:])
def swallow():
    try: raise ValueError
    finally: return "swallowed"
print(swallow())
def chain():
    try:
        try: raise KeyError("first")
        except KeyError as e:
            try: raise ValueError("second")
            finally:
                try: {}["third"]
                except KeyError: pass
    except ValueError as e: return e, e.__context__, e.__suppress_context__, e.__traceback__.tb_lineno > 0
print(chain())
e = ValueError("kept")
for _ in range(3):
    try: raise e
    except ValueError as again: assert again is e
del log[:]
class Own(Exception):
    def __init__(self, *a, k=1): super().__init__(*a); self.k = k
try: raise Own(1, 2, k=3)
except Own as o: print(o, o.k, o.args)
for bad in (lambda: (_ for _ in ()).throw(KeyError("gen")), lambda: int("x"), lambda: {}.pop("z"), lambda: "a".index("b"), lambda: [].pop(), lambda: next(iter([])), lambda: object().q, lambda: b"\xff".decode(), lambda: None.x, lambda: undefined):
    try: bad()
    except Exception as x: print(type(x).__name__, x)
try:
    try: raise KeyError
    except 5: pass
except TypeError as e: print(e)
for r in ("raise 5", "raise", "raise KeyError from 5", "raise KeyError from None", "raise int"):
    try: exec(r)
    except BaseException as e: print(type(e).__name__, e)
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as e: print(e, e.split(ValueError)[0].exceptions)
def reraise():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise
        except ZeroDivisionError as e: return e.__context__
print(reraise())
