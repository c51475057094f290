d = {"a": 1, "b": 2}
print(d.keys() & {"a"}, list(d.values()), list(d.items()), list(reversed(d)), d | {"c": 3}, "a" in d.keys(), sorted(d.keys() | {"z"}))
s = {1, 2, 3}; s |= {4}; s &= {1, 2, 4}; s -= {2}; s ^= {9}; print(sorted(s), s <= {1, 4, 9}, s.issuperset([1]), sorted(s.union("ab", [0]), key=str))
it = iter(d)
d["c"] = 3
try: next(it)
except RuntimeError as e: print(e)
class Evil:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o):
        e.clear(); l.clear()
        return False
l = [1, 2, 3]
e = {Evil(1): 1}    # only one: a dict of the host that is cleared while a key goes in hides that from the collector
try: print(e.get(Evil(3)), Evil(1) in e, Evil(4) in [Evil(5), Evil(6)])
except RuntimeError as x: print(x)
l = [Evil(i) for i in range(4)]
try: print(l.index(Evil(9)))
except ValueError as x: print("ValueError")
l = [3, 2, 1]
try: l.sort(key=lambda v: l.append(v) or v)
except ValueError as x: print(x)
b = bytearray(b"abc"); b[0] = 65; b += b"d"; del b[1]; print(b, bytes(b), b.hex())
for i, x in enumerate(l := [1, 2, 3]):
    if i < 5: l.append(x)
    else: break
print(len(l), slice(1, 2).indices(5), range(5)[1:3], complex(1, 2) * 2, frozenset("ab") == {"a", "b"})
