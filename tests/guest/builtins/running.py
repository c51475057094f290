# builtins: compile eval exec globals locals __import__ __build_class__
def show(text, *given):
    for args in given:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


x = 1
print(eval("x + 1"), eval(" \tx"), eval(b"x"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
space = {}
exec("a = 1\ndef f(): return a", space)
print(sorted(k for k in space if k != "__builtins__"), space["f"](), "__builtins__" in space)
space["a"] = 7
print(space["f"]())
exec("x = 2")
print(x)


def inside():
    z = 10
    exec("z = 20; w = 1")
    return z, eval("z + x")


print(inside())
code = compile("x * 100", "name", "eval")
print(eval(code), eval(code, {"x": 3}), type(code), code.co_filename)
body = compile("q = 5\nq + 1", "body.py", "exec")
into = {}
print(exec(body, into), into["q"])


class Mapping:
    def __init__(self): self.asked = []
    def __getitem__(self, key):
        self.asked.append(key)
        if key == "k":
            return "from mapping"
        raise KeyError(key)
    def __setitem__(self, key, value): self.asked.append(("set", key, value))


m = Mapping()
print(eval("k", {}, m), m.asked)
exec("new = k", {}, m)
print(m.asked[-1])
show("eval(*a)", (1,), ("",), ("1 +",), ("x", 1), ("x", {}, 1), (), ("1", {}, {}, {}), ("undefined_name",), ("1/0",), ("x = 1",), (None,))
show("exec(*a)", (1,), ("1 +",), ("x", 1), ("x", {}, 1), ("raise KeyError('k')",), ("x = ",))
show("compile(*a)", (), ("1", "f", "nope"), (1, "f", "eval"), ("1", 1, "eval"), ("x =", "f", "exec"), ("1", "f", "eval", -5), ("1\0", "f", "eval"))
print(globals() is globals(), globals()["x"], "show" in globals())


def variables(a, b=2, *args, c, **kw):
    d = a
    def inner(): return d
    return locals()


found = variables(1, c=3, k=4)
print({k: v for k, v in found.items() if k != "inner"}, sorted(found))


class Body:
    v = 1
    names = sorted(k for k in locals() if not k.startswith("__"))


print(Body.names, __import__("math").pi, __import__("os.path").__name__)
show("__import__(*a)", (), (1,), ("nope_nope",), ("",))
show("__build_class__(*a)", (), (1, 2), (lambda: 0, 2), (lambda: 0, "N", 5))
print(__build_class__(lambda: None, "Made", int).__mro__[1:])
