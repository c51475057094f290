# protocol: A2 A3
"""More than 255 arguments of either kind: the operand is full, the user meets no limit."""
namespace = {}
for count in (254, 255, 256, 257, 300, 1000):
    names = [f"p{i}" for i in range(count)]
    exec(f"def many({', '.join(names)}): return p0 + p{count - 1} + {count}", namespace)
    exec(f"def kwonly(*, {', '.join(names)}): return p0 + p{count - 1}", namespace)
    exec(f"def defaults({', '.join(name + '=1' for name in names)}): return p0 + p{count - 1}", namespace)
    positional, keywords = ", ".join(map(str, range(count))), ", ".join(f"{name}={i}" for i, name in enumerate(names))
    half = ", ".join(map(str, range(count // 2))) + ", " + ", ".join(f"p{i}={i}" for i in range(count // 2, count))
    for call in (f"many({positional})", f"many({keywords})", f"many({half})", f"kwonly({keywords})", "defaults()", f"defaults({keywords})",
                 f"max({positional})", f"len(dict({keywords}))", f"len([{positional}])", f"(lambda *a, **k: (len(a), len(k)))({half})",
                 f"many(*range({count}))", f"(lambda *a: sum(a))({positional}, *[1], 2)", f"(lambda **k: len(k))({keywords}, **{{'z': 1}})",
                 f"print({positional}, sep='')" if count == 254 else "0"):
        print(count, call[:6], eval(call, namespace))
    for call in (f"many({positional}, 0)", f"many({keywords}, p0=1)", f"many({keywords}, nope=1)", "many()", f"kwonly({positional})", "kwonly()"):
        try:
            eval(call, namespace)
        except (TypeError, SyntaxError) as error:
            text = str(error)
            print(count, type(error).__name__, text[:60], text[-30:], len(text))


class Wide:
    def __init__(self, *args, **kwargs):
        self.sizes = len(args), len(kwargs)

    def method(self, *args, **kwargs):
        return len(args), len(kwargs)

    __call__ = method


source = ", ".join(str(i) for i in range(400)) + ", " + ", ".join(f"k{i}={i}" for i in range(400))
print(eval(f"Wide({source}).sizes, Wide().method({source}), Wide()({source})"))
