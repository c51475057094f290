import sys
def f(x):
    y = [x]
    return sorted(locals()), sys._getframe().f_code.co_name, sys._getframe(1).f_lineno > 0, sys._getframe(0).f_locals["x"]
print(f(1), vars() is globals(), sorted(dir(object()))[:2])
class D:
    def __del__(self): seen.append((sys._getframe(1).f_code.co_name, sorted(sys._getframe(1).f_locals)))
seen = []
def g():
    a = D()
    b = D()
    c = 1
    a = None
    return c
g()
def h():
    a, b = [1], D()
    raise KeyError
try: h()
except KeyError as e: tb = e.__traceback__
print(len(seen) > 0, tb.tb_next.tb_lineno > 0)
tb = None
def deep(n): return deep(n - 1) if n else sys._getframe(3).f_code.co_name
print(deep(5), sys.exc_info())
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__)
