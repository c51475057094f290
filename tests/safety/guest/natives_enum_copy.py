import enum, copy, random
class Color(enum.Enum):
    RED = 1
    BLUE = 2
class DC:
    def __init__(self, x, y=()): self.x = x; self.y = y
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"DC({self.x}, {self.y})"
print(Color.RED, Color(2), Color["RED"], [m.name for m in Color], DC(1), DC(1) < DC(2), copy.deepcopy(DC(1, [[]])))
l = [1]; l.append(l); print(copy.deepcopy(l)[1][0], random.Random(1).choice([1, 2]) > 0)
