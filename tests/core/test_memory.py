"""Instances and classes come and go: cycles are collected, counts of references stay right, deep chains die."""

import gc
import subprocess
import sys
import textwrap
import weakref

import pytest

import callgate as cg


def objects() -> int:
    """How many there are; weak references to subclasses that died go when the next class is made."""
    gc.collect()
    return len([each for each in gc.get_objects() if type(each) is not weakref.ref])


LEAVE_NOTHING = {
    "self reference": "class C: pass\nfor _ in range(50):\n    c = C(); c.c = c",
    "pair": "class C: pass\nfor _ in range(50):\n    a, b = C(), C(); a.b = b; b.a = [a]",
    "class": "for _ in range(20):\n    class C:\n        def f(self): return C\n    C.me = C()",
    "class by bases": "for _ in range(20):\n    A = type('A', (), {}); B = type('B', (A,), {'a': A}); A.b = B",
    "closure": "def f():\n    def g(): return g\n    return g\nfor _ in range(50): f()",
    "default": "def f():\n    def g(x=[]): return x\n    g.__defaults__[0].append(g)\nfor _ in range(50): f()",
    "bound method": "class C: pass\nfor _ in range(50):\n    c = C(); c.m = C.__repr__.__get__(c)",
    "property": "for _ in range(20):\n    class C:\n        @property\n        def p(self): return C",
    "mirror": "for _ in range(20):\n    class D(dict): pass\n    d = D(); d['d'] = d; d.attr = d; D.d = d",
    "slots": "class S:\n    __slots__ = ('s', 't')\nfor _ in range(50):\n    s = S(); s.s = s",
    "many attributes": "class C: pass\nfor _ in range(20):\n    c = C()\n    for i in range(100): setattr(c, f'a{i}', c)",
    "dict asked for": "class C: pass\nfor _ in range(50):\n    c = C(); c.x = c; c.__dict__['y'] = c",
    "del": "class C:\n    def __del__(self): self.gone = True\nfor _ in range(50):\n    c = C(); c.c = c",
    "super": "class C:\n    def f(self): self.s = super()\nfor _ in range(50): C().f()",
    "metaclass": "for _ in range(20):\n    class M(type): pass\n    class C(metaclass=M): pass\n    M.c = C",
}


@pytest.mark.parametrize("program", LEAVE_NOTHING.values(), ids=LEAVE_NOTHING.keys())
def test_cycles_are_collected(program: str) -> None:
    machine = cg.Machine()
    for _ in range(3):
        machine.run(program)
    before = objects()
    for _ in range(5):
        machine.run(program)
    # the ledger keeps what was called, a class or a function a run; a cycle that is left would be twenty objects a run
    assert objects() - before < 60


REFERENCES = """
class C:
    def __init__(self, v): self.v = v
    def m(self): return self
class D(C):
    __slots__ = ('s',)
    def __getattr__(self, name): return None
for i in range(200):
    c = C(token)
    c.a = c.b = c.c = c.d = c.e = c.f = token
    c.__dict__['g'] = token
    del c.a, c.g
    d = D(token); d.s = token; d.s = token; d.zzz; d.m().m().v
    del d.s
    d.__class__ = D
    E = type('E', (C,), {'x': token}); E.x = token; del E.x
    try: c.nope
    except AttributeError: pass
    try: C()
    except TypeError: pass
    getattr(c, 'nope', token); hasattr(C, 'x'); setattr(c, 'dyn' + str(i % 3), token)
    isinstance(c, (int, D, C)); C.m.__get__(c); c.m == c.m; [].append.__self__
del c, d, E
"""


def test_references_are_balanced() -> None:
    """Nothing holds a value after the program let it go, nor lets go of it twice."""
    token = ["the token"]
    machine = cg.Machine()
    world = machine._world
    world.run(REFERENCES, "main.py", {"token": token}, False)
    gc.collect()
    before = sys.getrefcount(token), sys.getrefcount(None) if sys.version_info < (3, 12) else 0
    for _ in range(3):
        world.run(REFERENCES, "main.py", {"token": token}, False)
    gc.collect()
    after = sys.getrefcount(token), sys.getrefcount(None) if sys.version_info < (3, 12) else 0
    assert after[0] == before[0]
    # the functions that the ledger keeps hold some Nones each
    assert abs(after[1] - before[1]) < 300


def in_a_process(program: str) -> str:
    """What a program prints; a crash is an answer."""
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=300)
    return done.stdout if done.returncode == 0 else f"{done.returncode}: {done.stderr[-2000:]}"


def test_deep_structures() -> None:
    """A million objects in a row, in a thread with a small stack."""
    assert in_a_process('''
        import threading
        import callgate as cg
        def run():
            machine = cg.Machine()
            machine.run("""if True:
                class Node:
                    def __init__(self, next): self.next = next
                head = None
                for _ in range(1000000): head = Node(head)
                head = None
                for _ in range(300000): head = Node([head])
                head = None
                print("ok")
            """)
            print(machine.run("1").value)
        threading.stack_size(256 << 10)
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    ''') == "1\n"


def test_instances_of_collected_classes() -> None:
    """A class and its instances die in any order."""
    assert in_a_process('''
        import gc
        import callgate as cg
        machine = cg.Machine()
        for _ in range(20):
            machine.run("""if True:
                out = []
                for i in range(10):
                    class C:
                        def __init__(self): self.a, self.b, self.c, self.d, self.e, self.f = range(6)
                        def __del__(self): self.a + self.f
                    made = [C() for _ in range(5)]
                    C.made = made
                    made[0].__dict__
                    made[1].extra = made
            """)
            gc.collect()
        print("ok")
    ''') == "ok\n"
