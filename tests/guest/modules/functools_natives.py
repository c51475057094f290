# functools: what its C functions and types do that Python's do not.
import copy, functools, pickle
print(functools.cmp_to_key, type(functools.cmp_to_key), functools.cmp_to_key.__doc__, functools.cmp_to_key.__module__)
class A:
    key = functools.cmp_to_key
    value = functools.cmp_to_key(lambda a, b: a - b)
print(sorted([3, 1, 2], key=A().key(lambda a, b: b - a)), sorted([3, 1, 2], key=A().value), sorted([2, 1], key=A.key(mycmp=lambda a, b: a - b)))
for call in (lambda: functools.cmp_to_key(), lambda: functools.cmp_to_key(1, 2), lambda: functools.cmp_to_key(x=1), lambda: functools.cmp_to_key(print)(), lambda: functools.cmp_to_key(print)(1, 2), lambda: functools.cmp_to_key(lambda a, b: 1 / 0)(1) < functools.cmp_to_key(print)(2)):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
p = functools.partial(print, 1, sep="-")
for name in ("func", "args", "keywords"):
    for change in (lambda: setattr(p, name, len), lambda: delattr(p, name)):
        try: change()
        except AttributeError as e: print(e)
p.own = 5
print(p.own, p.__dict__)
del p.own
try: del p.own
except AttributeError as e: print(e)
p(2)
def f(): pass
f.__qualname__ = "f"
q = functools.partial(len)
q.__setstate__((q, (q, 1), {"x": q}, {"a": 1}))
print(q, q.a)
q.__setstate__((len, (), {}, None))
print(q, q.__dict__)
class S(functools.partial): pass
print(S(len, 1), S(len).__reduce__()[2])
k = {"a": 1}
q.__setstate__((len, (1,), k, None))
print(q.keywords is k, copy.copy(q).keywords is k, copy.copy(q).args is q.args, q.__reduce__())
for state in (5, (), (1, 2, 3, 4), (len, [], {}, None), (len, (), [], None), (len, (), {}, None, 1)):
    try: q.__setstate__(state)
    except TypeError as e: print(e)
print(pickle.loads(pickle.dumps(functools.partial(int, base=2)))("101"))
