# difference: What cycles hold is finalized at points that the program decides
# because: the fuel that a program uses must not depend on when the host's collector comes
# instead: `gc.collect()`; a run of the machine ends with it, and so does having made some ten thousands of such objects
# expected: finalizers.out
import gc


class Loop:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("finalized", self.name)


def fill(n):
    for _ in range(n):
        x = []
        x.append(x)


Loop("a")
fill(5000)      # the host's collector has come by now
print("not yet")
gc.collect()
Loop("b")
print("end")
