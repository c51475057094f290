"""Random expressions over all builtin types: mostly of the kind that is asked for, and small and quick to compute."""

from random import Random

LITERALS = {
    "int": ("0", "1", "-1", "2", "3", "5", "7", "10", "65", "255", "-128", "256", "2**31", "-2**63", "2**64 - 1", "10**20", "True", "False"),
    "float": ("0.0", "-0.0", "1.5", "-2.25", "0.1", "1e16", "1e-7", "1e300", "float('inf')", "float('-inf')", "float('nan')", "3.0"),
    "complex": ("1j", "-0j", "2.5+1j", "(1-1j)", "complex(3)", "1e200j"),
    "bool": ("True", "False"),
    "str": ("''", "'a'", "'ab'", "'Hello, World'", "'\\u00e9t\\u00e9'", "'\\U0001f600x'", "' \\t pad \\n'", "'12'", "'1.5'", "'{}-{}'", "'%s|%d'",
            "'a,b,,c'", "'abcabc'", "'x\\0y'", "'\\ud800'", "'stra\\xdfe'", "'A_b9'", "'aXbX'", "'-7'"),
    "bytes": ("b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b,c'", "b' 12 '", "b'%s|%d'", "b'AbAb'"),
    "bytearray": ("bytearray()", "bytearray(b'abc')", "bytearray(b'\\x01\\x02')", "bytearray(3)"),
    "range": ("range(3)", "range(0)", "range(1, 9, 3)", "range(5, -5, -2)", "range(10**20, 10**20 + 3)"),
    "slice": ("slice(2)", "slice(None, None, -1)", "slice(1, 5, 2)", "slice(-2, None)", "slice(0, 10**20)"),
    "none": ("None", "...", "NotImplemented"),
    "type": ("int", "str", "list", "type", "object", "dict", "ValueError", "float", "tuple", "bool", "type(None)", "list[int]", "int | str"),
}
CONTAINERS = ("list", "tuple", "dict", "set", "frozenset")
KINDS = (*LITERALS, *CONTAINERS, "iter", "func")
COMMON = ("int", "int", "float", "str", "str", "bytes", "list", "list", "tuple", "dict", "set", "bool", "none")
BINARY = ("+", "-", "*", "/", "//", "%", "&", "|", "^", "@", "+", "-", "%", "*")
COMPARE = ("==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not")
HOST = {"int": int, "float": float, "complex": complex, "str": str, "bytes": bytes, "bytearray": bytearray, "range": range, "slice": slice,
        "list": list, "tuple": tuple, "dict": dict, "set": set, "frozenset": frozenset}
#: what belongs to object, what says where things are in memory, and what takes its time
SKIPPED = frozenset("""__class__ __init_subclass__ __subclasshook__ __dir__ __doc__ __reduce_ex__ __reduce__ __getstate__ __sizeof__ __new__
    __setattr__ __delattr__ __getattribute__ __hash__ __buffer__ __release_buffer__ __alloc__ __init__ __class_getitem__ __pow__ __rpow__
    __lshift__ __rlshift__ __repr__""".split())
METHODS = {kind: [name for name in dir(host) if name not in SKIPPED] for kind, host in HOST.items()}
PLAIN_METHODS = {kind: [name for name in names if not name.startswith("__")] or names for kind, names in METHODS.items()}
KEYWORDS = ("key", "sep", "maxsplit", "reverse", "encoding", "errors", "default", "start", "end", "strict", "base", "tabsize", "x", "self", "step",
            "keepends", "byteorder", "signed", "length", "iterable", "object", "initial", "fillvalue", "file", "flush", "count", "old", "new")
FUNCTIONS = (
    "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "complex", "dict", "divmod", "enumerate", "filter",
    "float", "format", "frozenset", "getattr", "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min",
    "next", "oct", "ord", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple", "type", "zip", "print", "memoryview",
    "vars", "dir", "classmethod", "staticmethod", "property", "super", "object", "setattr", "delattr", "aiter", "anext", "compile", "BaseException",
    "ValueError", "KeyError", "OSError", "StopIteration", "UnicodeDecodeError", "ExceptionGroup", "ImportError", "NameError", "SyntaxError",
    "len", "sorted", "list", "str", "int", "sum", "zip", "map", "enumerate",
)
LIBRARY = {
    "itertools": ("accumulate", "batched", "chain", "chain.from_iterable", "combinations", "combinations_with_replacement", "compress",
                  "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "starmap", "takewhile", "tee", "zip_longest"),
    "functools": ("reduce", "partial", "cmp_to_key", "lru_cache", "wraps", "singledispatch", "partialmethod", "cached_property", "total_ordering"),
    "operator": ("add", "sub", "mul", "truediv", "floordiv", "mod", "and_", "or_", "xor", "concat", "contains", "countOf", "indexOf", "getitem",
                 "itemgetter", "attrgetter", "methodcaller", "index", "neg", "pos", "invert", "not_", "truth", "length_hint", "iadd", "imul",
                 "is_", "lt", "ge", "eq", "setitem", "delitem"),
    "math": ("floor", "ceil", "sqrt", "gcd", "lcm", "isnan", "isinf", "copysign", "fsum", "hypot", "log2", "trunc", "isclose", "modf", "frexp",
             "ldexp", "isqrt", "dist", "prod", "fmod", "degrees", "atan2", "remainder", "nextafter", "ulp", "log", "exp"),
    "collections": ("deque", "Counter", "OrderedDict", "defaultdict", "ChainMap", "namedtuple", "UserList"),
}
CONVERSIONS = "diouxXeEfFgGcrsa"


class Expressions:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.pick = self.random.choice
        self.names: dict[str, list[str]] = {}
        self.modules: set[str] = set()
        self.fresh = self.iterated = 0

    def chance(self, percent: float) -> bool:
        return self.random.random() * 100 < percent

    def new_name(self, prefix: str = "v") -> str:
        self.fresh += 1
        return f"{prefix}{self.fresh}"

    # --- expressions

    def any(self, depth: int = 2) -> str:
        return self.expr(self.pick(COMMON) if self.chance(80) else self.pick(KINDS), depth)

    def expr(self, kind: str, depth: int = 2) -> str:
        if self.chance(4):
            kind = self.pick(KINDS)
        if self.names.get(kind) and self.chance(30):
            return self.pick(self.names[kind])
        if self.names.get("any") and self.chance(4):
            return self.pick(self.names["any"])
        if depth <= 0 or self.chance(15):
            return self.leaf(kind)
        return self.pick((self.display, self.binary, self.method, self.method, self.call, self.special, self.special))(kind, depth - 1)

    def leaf(self, kind: str) -> str:
        if kind in LITERALS:
            return self.pick(LITERALS[kind])
        if kind == "iter":
            return f"iter({self.expr(self.pick(('list', 'str', 'tuple', 'range')), 0)})"
        if kind == "func":
            return self.pick(("len", "str", "(lambda x: x)", "(lambda *a: a)", "(lambda x, y=1: (x, y))", "abs", "print", "int", "(lambda: 5)", "'{}'.format"))
        return self.display(kind, 0)

    def items(self, depth: int, kinds: tuple[str, ...] = COMMON) -> list[str]:
        kinds = self.random.choices(kinds, k=2)
        return [self.expr(self.pick(kinds), depth) for _ in range(self.random.randrange(4))]

    def display(self, kind: str, depth: int) -> str:
        """A literal with parts, or a comprehension."""
        if kind in ("set", "frozenset"):
            # no texts: their order depends on which of them the host's process has interned
            items = self.random.sample(("1", "2", "3", "-7", "10**20", "(1, 2)", "2.5", "b'x'"), self.random.randrange(4))
            text = "{" + ", ".join(items) + "}" if items else "set()"
            if depth and self.chance(30):
                text = "{" + self.comprehension(depth, "int") + "}"
            return f"frozenset({text})" if kind == "frozenset" else text
        if kind == "dict":
            if depth and self.chance(25):
                return "{" + self.comprehension(depth, "str", ": " + self.any(depth - 1)) + "}"
            pairs = [f"{self.expr(self.pick(('int', 'str', 'tuple')), 0)}: {self.any(depth - 1)}" for _ in range(self.random.randrange(4))]
            if self.chance(15):
                pairs.append(f"**{self.expr('dict', depth - 1)}")
            return "{" + ", ".join(pairs) + "}"
        if kind in ("list", "tuple", "iter"):
            if depth and self.chance(30) or kind == "iter":
                text = self.comprehension(depth, self.pick(COMMON))
                return {"list": f"[{text}]", "tuple": f"tuple({text})", "iter": f"({text})"}[kind]
            items = self.items(depth - 1)
            if self.chance(15):
                items.append(f"*{self.expr(self.pick(('list', 'str', 'tuple', 'range')), depth - 1)}")
            text = ", ".join(items)
            return f"[{text}]" if kind == "list" else f"({text},)" if items else "()"
        if kind == "str" and self.chance(70):
            return self.f_string(depth) if self.chance(60) else self.percent(depth)
        if kind == "func":
            name = self.new_name("p")
            with_default = f", q={self.any(0)}" if self.chance(30) else ""
            return f"(lambda {name}{with_default}: {self.within('any', name, depth)})"
        if kind == "slice":
            return f"slice({', '.join(self.expr(self.pick(('int', 'none')), 0) for _ in range(self.random.randint(1, 3)))})"
        if kind == "range":
            return f"range({', '.join(str(self.random.randint(-6, 12)) for _ in range(self.random.randint(1, 3)))})"
        return self.leaf(kind)

    def within(self, kind: str, name: str, depth: int) -> str:
        """An expression that may use the name."""
        self.names.setdefault("any", []).append(name)
        for _ in range(3):
            self.names.setdefault("int", []).append(name)
        try:
            return self.any(depth) if kind == "any" else self.expr(kind, depth)
        finally:
            self.names["any"].remove(name)
            for _ in range(3):
                self.names["int"].remove(name)

    def comprehension(self, depth: int, kind: str, value: str = "") -> str:
        name = self.new_name("c")
        self.iterated += 1  # := must not stand in what is iterated
        source = self.expr(self.pick(("list", "range", "str", "tuple", "dict", "iter")), depth - 1)
        self.iterated -= 1
        element = self.within(kind, name, depth - 1)
        condition = f" if {self.within('bool', name, depth - 1)}" if self.chance(30) else ""
        if self.chance(12):
            condition += f" for {self.new_name('c')} in {self.pick(('range(2)', '(0, 1)', name))}"
        return f"{element}{value} for {name} in {source}{condition}"

    def binary(self, kind: str, depth: int) -> str:
        other = kind if self.chance(70) else self.pick(COMMON)
        roll = self.random.randrange(10)
        if roll == 0:
            return f"({self.expr(kind, depth)} {self.pick(('**', '<<', '>>'))} {self.pick(('0', '1', '2', '3', '-1', 'True', '0.5', '1j'))})"
        if roll == 1:
            return f"({self.pick(('-', '+', '~', 'not '))}{self.expr(kind, depth)})"
        if roll == 2:
            return f"({self.expr(kind, depth)} {self.pick(('and', 'or'))} {self.expr(other, depth)})"
        if roll == 3:
            return f"({self.expr(kind, depth)} if {self.expr('bool', depth)} else {self.expr(other, depth)})"
        if roll < 6 or kind == "bool":
            chain = f" {self.pick(COMPARE[:6])} {self.expr(other, depth)}" if self.chance(15) else ""
            operator = self.pick(COMPARE)
            if operator.startswith("is"):
                return f"({self.expr(kind, depth)} {operator} {self.pick(('None', '...'))})"
            return f"({self.expr(kind, depth)} {operator} {self.expr(other, depth)}{chain})"
        return f"({self.expr(kind, depth)} {self.pick(BINARY)} {self.expr(other, depth)})"

    def arguments(self, depth: int, most: int = 3) -> str:
        parts = [self.any(depth) for _ in range(self.pick((0, 1, 1, 1, 2, 2, most)))]
        if self.chance(6):
            parts.append(f"*{self.expr(self.pick(('list', 'tuple', 'str')), depth)}")
        if self.chance(12):
            parts.append(f"{self.pick(KEYWORDS)}={self.any(depth)}")
        if self.chance(3):
            parts.append("**{" + f"'{self.pick(KEYWORDS)}': {self.any(0)}" + "}")  # texts: for others hosts have many complaints
        return ", ".join(parts)

    def method(self, kind: str, depth: int) -> str:
        if kind not in METHODS:
            kind = self.pick(tuple(METHODS))
        name = self.pick(METHODS[kind] if self.chance(12) else PLAIN_METHODS[kind])
        subject = self.expr(kind, depth)
        if subject.lstrip("-")[:1].isdigit() or subject.startswith(("-", "lambda")) or not subject.endswith((")", "]", "}", "'")):
            subject = f"({subject})"
        if not callable(getattr(HOST[kind], name)):
            return f"{subject}.{name}"
        given = self.arguments(depth - 1)
        if name in ("center", "ljust", "rjust", "zfill", "expandtabs", "to_bytes") and self.chance(80):
            given = f"{self.random.randint(-3, 20)}" + (f", {self.any(0)}" if self.chance(50) else "")
        elif name in ("count", "find", "index", "startswith", "endswith", "split", "strip", "replace", "join", "partition", "removeprefix") and (
                self.chance(70)):
            parts = [self.expr("list" if name == "join" else kind, depth - 1)]
            if name == "replace":
                parts.append(self.expr(kind, depth - 1))
            given = ", ".join(parts + [self.expr("int", 0) for _ in range(self.pick((0, 0, 1, 2)))])
        return f"{subject}.{name}({given})"

    def call(self, kind: str, depth: int) -> str:
        if self.chance(25):
            module = self.pick(tuple(LIBRARY))
            self.modules.add(module)
            name = f"{module}.{self.pick(LIBRARY[module])}"
            text = f"{name}({self.expr(self.pick(('list', 'func', 'int', 'str', 'float')), depth - 1)}, {self.arguments(depth - 1, 2)})"
            return f"list({text})" if module == "itertools" and self.chance(80) else text
        name = self.pick(FUNCTIONS)
        if kind in HOST and kind not in ("range", "slice") and self.chance(30):
            name = kind
        if name in ("min", "max", "sorted") and self.chance(50):
            how = f", key={self.expr('func', depth - 1)}" if self.chance(60) else ", default=5"
            return f"{name}({self.expr('list', depth)}{how})"
        if name in ("map", "filter", "zip", "enumerate", "reversed", "iter") and self.chance(80):
            first = f"{self.expr('func', depth - 1)}, " if name in ("map", "filter") else ""
            return f"list({name}({first}{self.expr(self.pick(('list', 'str', 'tuple', 'dict', 'range')), depth)}))"
        if name == "compile":
            return f"compile({self.pick(('1', repr('1+'), repr('x y'), repr(')')))}, 'f', 'eval')"
        if name == "print":
            return f"print({self.arguments(depth - 1)}, {self.pick(('', 'sep=5', 'end=None', 'sep=None', 'foo=1', 'flush=1'))})"
        return f"{name}({self.arguments(depth - 1)})"

    def special(self, kind: str, depth: int) -> str:
        roll = self.random.randrange(8)
        if roll < 3:
            container = self.pick(("list", "tuple", "str", "dict", "bytes", "range", "bytearray"))
            if self.chance(40) and container != "dict":
                bounds = [self.expr("int", 0) if self.chance(60) else "" for _ in range(self.pick((2, 2, 3)))]
                return f"({self.expr(container, depth)})[{':'.join(bounds)}]"
            return f"({self.expr(container, depth)})[{self.expr(self.pick(('int', 'int', 'str', 'slice', 'tuple')), depth - 1)}]"
        if roll == 3:
            name = self.pick(("real", "imag", "start", "__class__", "__name__", "__len__", "x", "append", "__doc__", "args", "numerator", "upper"))
            return f"({self.expr(kind, depth)}).{name}" if name not in ("__doc__",) else f"({self.expr(kind, depth)}).__class__.__name__"
        if roll == 4 and not self.iterated:
            name = self.new_name("w")
            return f"[({name} := {self.expr(kind, depth)}), {name}][0]"
        if roll <= 5:
            return f"({self.expr('func', depth)})({self.arguments(depth - 1)})"
        if roll == 6:
            return f"[*{self.expr(self.pick(('list', 'str', 'dict', 'set', 'range', 'int')), depth)}, {self.any(depth - 1)}]"
        return self.f_string(depth)

    # --- texts

    def spec(self) -> str:
        pick = self.pick
        fill = pick(("", "", "*", "0", "\u00e9", " "))
        align = pick(("<", ">", "=", "^")) if fill else pick(("", "", "<", ">", "^", "="))
        return fill + align + pick(("", "", "+", "-", " ")) + pick(("", "", "#", "z")) + pick(("", "0")) + pick(("", "5", "12", "1")) + pick(
            ("", "", ",", "_")) + pick(("", "", ".2", ".0", ".9", ".")) + pick(("", *"bcdeEfFgGnosxX%q"))

    def f_string(self, depth: int) -> str:
        parts = []
        for _ in range(self.random.randint(1, 3)):
            value = self.any(depth - 1)
            conversion = self.pick(("", "", "!r", "!s", "!a"))
            spec = self.pick(("", ":" + self.spec(), ":" + self.spec(), ":>{3 + 4}", ":{'>'}{'7'}"))
            if any(each in value for each in "\"'\\#{}!=\n") or "lambda" in value or ":" in value:
                value = self.pick(("1", "2.5", "None", "[1, 2]", "(3).real", *(self.names.get("int") or ["7"])))
            if "\"" in spec or "{'" in spec:
                spec = ":>{7}"
            parts.append("{" + value + ("=" if self.chance(8) else "") + conversion + spec + "}")
        return "f\"" + self.pick(("", "a", "{{}} ")).join(parts) + "\""

    def percent(self, depth: int) -> str:
        parts = ["%" + self.pick(("", "", "-", "0", "+", "#", " ", "(a)")) + self.pick(("", "", "5", "*", "12")) + self.pick(("", "", ".2", ".*", ".0"))
                 + self.pick(CONVERSIONS + "%qy") for _ in range(self.random.randint(1, 2))]
        values = self.expr("dict", depth) if self.chance(20) else "(" + "".join(self.any(0) + ", " for _ in range(self.pick((1, 1, 2, 2, 3)))) + ")"
        if self.chance(25):
            return f"'{self.pick(('{}', '{0}', '{a}', '{0[0]}', '{:>{}}', '{!r:>9}', '{0.real}')) + '{:' + self.spec() + '}'}'.format({self.arguments(0)})"
        return f"{self.pick(('', '', 'b'))}'{'|'.join(parts)}' % {values}"
