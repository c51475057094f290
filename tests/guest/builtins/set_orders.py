# In which order sets lie that are made of several things.
class T(tuple): pass
print({2, -7, (1, 2)}.union([44, 12, 44], T((1,))))
print({2, -7, (1, 2)}.union([44, 12, 44], (1,)))
print({2, -7, (1, 2)}.union([44, 12, 44]))
print({2, -7, (1, 2)}.union([44, 12, 44]).union(T((1,))))
print({2, -7, (1, 2)}.union(T([44, 12, 44]), [1]))
print({2, -7, (1, 2)}.union([1], T([44, 12, 44])))
class I:
    def __iter__(self): return iter([5, 44, 12, 99, 2**70])
for f in (set.union, set.intersection, set.difference, set.symmetric_difference, set.update):
    for a in (I(), T((1,)), {1:2}):
        for b in ([44, 12, 44], [1,2,8,16,24]):
            v={2, -7, (1, 2), 18, 34}
            try: print(f.__name__, f(v, b, a), v)
            except TypeError as e: print(f(v,a), f(v,b), v)
