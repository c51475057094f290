"""Random programs: sections of different kinds, each of which prints what it did. They end, and say the same each time."""

from .expressions import KINDS
from .language import Language

PRELUDE = '''
def describe(e, depth=0):
    text = f"{type(e).__name__}: {e}"
    if depth < 4:
        if e.__cause__ is not None: text += f" <cause {describe(e.__cause__, depth + 1)}>"
        if e.__context__ is not None and not e.__suppress_context__: text += f" <context {describe(e.__context__, depth + 1)}>"
        if isinstance(e, BaseExceptionGroup): text += f" {[describe(each, depth + 1) for each in e.exceptions]}"
    return text
def show(function):
    try:
        value = function()
    except BaseException as e:
        print(describe(e))
    else:
        print(repr(value))
'''
MANAGER = '''
class CM:
    def __init__(self, name, how=0): self.name, self.how = name, how
    def __enter__(self):
        print('enter', self.name)
        if self.how == 3: raise KeyError(self.name)
        return self
    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind and kind.__name__)
        if self.how == 2: raise ValueError(self.name)
        return self.how == 1
    async def __aenter__(self): await Step(self.name); return self.__enter__()
    async def __aexit__(self, *error): await Step(self.name); return self.__exit__(*error)
'''
STEPS = '''
class Step:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield ('step', self.value)
        return got
class Steps:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return await Step(self.n)
def drive(it, *operations):
    for name, *args in operations:
        try: print(name, repr(getattr(it, name)(*args)))
        except BaseException as e: print(name, describe(e))
'''
POINT = '''
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f'Point({self.x!r}, {self.y!r})'
'''
ERRORS = ("ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "Exception", "LookupError", "(ValueError, KeyError)",
          "AttributeError", "BaseException", "NameError", "StopIteration", "ArithmeticError")
RAISED = ("ValueError('v')", "KeyError('k')", "TypeError", "ZeroDivisionError(1, 2)", "IndexError()", "StopIteration(3)", "GeneratorExit", "5",
          "ValueError('a') from KeyError('b')", "KeyError from None", "ExceptionGroup('g', [ValueError(1), KeyError(2)])", "int", "NameError('n')",
          "ExceptionGroup('h', [TypeError(1), ExceptionGroup('i', [ValueError(2), OSError(3)])])")
#: what a class may have; {e} is an expression, {n} a name of the class
DUNDERS = (
    "def __init__(self, *a, **k): self.x = a; print('init', a, k)", "def __init__(self, x=1): self.x = x; super().__init__()",
    "def __new__(cls, *a): print('new', cls.__name__); return super().__new__(cls)", "def __new__(cls, *a, **k): return {e}",
    "def __repr__(self): return {e}", "def __str__(self): return 'str of {n}'", "def __repr__(self): return '<{n}>'",
    "def __format__(self, spec): return '<' + spec + '>'", "def __eq__(self, other): return {e}", "def __hash__(self): return {e}",
    "def __lt__(self, other): return {e}", "def __gt__(self, other): return NotImplemented", "def __le__(self, other): raise ValueError('le')",
    "def __add__(self, other): return ('{n} add', other)", "def __radd__(self, other): return ('{n} radd', other)", "def __add__(self, o): return {e}",
    "def __iadd__(self, other): print('iadd'); return self", "def __sub__(self, other): return NotImplemented", "def __rsub__(self, other): return {e}",
    "def __mul__(self, o): return super().__mul__(o)", "def __neg__(self): return {e}", "def __matmul__(self, o): return '{n} @'",
    "def __len__(self): return {e}", "def __len__(self): return 2", "def __bool__(self): return {e}", "def __contains__(self, item): return {e}",
    "def __getitem__(self, i):\n        if isinstance(i, int) and i > 2: raise IndexError(i)\n        return ('item', i)",
    "def __setitem__(self, k, v): print('set', k, v)", "def __delitem__(self, k): print('del', k)", "def __iter__(self): return iter({e})",
    "def __iter__(self):\n        yield 1\n        yield {e}", "def __next__(self): raise StopIteration", "def __iter__(self): return {e}",
    "def __reversed__(self): return {e}", "def __call__(self, *a, **k): return ('{n} called', a, k)", "def __call__(self, x): return {e}",
    "def __getattr__(self, name): return ('{n} getattr', name)", "def __getattr__(self, name): raise AttributeError('no ' + name)",
    "def __getattribute__(self, name): print('get', name); return super().__getattribute__(name)",
    "def __setattr__(self, name, value): print('setattr', name); super().__setattr__(name, value)",
    "def __delattr__(self, name): print('delattr', name); super().__delattr__(name)", "def __index__(self): return {e}", "def __index__(self): return 2",
    "def __int__(self): return {e}", "def __float__(self): return {e}", "def __complex__(self): return {e}", "def __round__(self, n=None): return ('round', n)",
    "def __enter__(self): print('enter'); return {e}\n    def __exit__(self, *a): print('exit', len(a)); return {e}", "def __missing__(self, k): return ('missing', k)",
    "def __get__(self, obj, cls=None): return ('{n} get', obj is None)", "def __set__(self, obj, value): print('{n} set', value)",
    "def __delete__(self, obj): print('{n} delete')", "def __set_name__(self, owner, name): print('set_name', owner.__name__, name)",
    "def __init_subclass__(cls, **k): print('subclass', cls.__name__, k)", "def __class_getitem__(cls, item): return (cls.__name__, item)",
    "def __instancecheck__(self, o): return {e}", "def __length_hint__(self): return {e}", "def __bytes__(self): return {e}",
    "def __divmod__(self, o): return 'dm'", "def __pow__(self, o, m=None): return ('pow', m)", "def __abs__(self): return {e}", "def __invert__(self): return {e}",
    "def __dir__(self): return ['b', 'a']", "def __sizeof__(self): return 1", "__hash__ = None", "__iter__ = None", "__contains__ = None", "__slots__ = ('x', 'y')",
    "__slots__ = 'z'", "__slots__ = ('x', '__dict__')", "__match_args__ = ('x',)", "x = {e}", "y: int = {e}", "x = property(lambda self: {e})",
    "@property\n    def x(self): return {e}\n    @x.setter\n    def x(self, value): print('x =', value)", "@classmethod\n    def make(cls, *a): return (cls.__name__, a)",
    "@staticmethod\n    def make(*a): return a", "def method(self, a, /, b=2, *, c=3): return (a, b, c)", "def method(self): return super().method()",
    "def method(self, *a): return (__class__.__name__, a)", "d = property(doc='doc')", "class Inner: y = {e}", "x: {e} = 5", "z = [x for x in {e}]",
    "def __prepare__(self, *a): return dict(p=1)", "def __mro_entries__(self, bases): return ()", "def __eq__(self, other): return NotImplemented",
    "def __or__(self, o): return '{n} or'", "def __ror__(self, o): return '{n} ror'", "def __concat__(self): pass", "def __del__(self): pass",
)
USES = (
    "{o}", "{o} + {e}", "{e} + {o}", "{o} - {e}", "{e} - {o}", "{o} * 2", "-{o}", "abs({o})", "{o} @ {e}", "{o} == {e}", "{e} == {o}", "{o} != {e}", "{o} < {e}",
    "{e} < {o}", "{o} <= {o}", "{o} | {e}", "{e} | {o}", "hash({o}) == hash({o})", "len({o})", "bool({o})", "not {o}", "{e} in {o}", "{o}[{e}]", "{o}[1:2]", "list({o})",
    "[*{o}]", "iter({o}) is {o}", "next({o})", "list(reversed({o}))", "{o}()", "{o}({e})", "{o}({a})", "{o}.x", "{o}.y", "{o}.missing", "setattr({o}, 'x', {e})",
    "delattr({o}, 'x')", "setattr({o}, 'new', {e})", "int({o})", "float({o})", "complex({o})", "str({o})", "repr({o})", "f'{{{o}}}'", "f'{{{o}:>9}}'", "format({o}, '5')",
    "'%s %r' % ({o}, {o})", "'%d' % {o}", "[1, 2, 3][{o}]", "[1, 2, 3][{o}:]", "range(5)[{o}]", "sorted([{o}, {o}])", "max({o}, {e})", "sum([{o}, {o}])", "{{{o}: 1}}[{o}]",
    "{{{o}, {o}}} and 1", "isinstance({o}, {c})", "issubclass({c}, {d})", "isinstance({e}, {c})", "{c}.__mro__", "{c}.__name__", "{c}.x", "{c}.make({e})", "{o}.make(1)", "{o}.method({a})",
    "{c}.method({o}, 1)", "{c}[{e}]", "{c}({a})", "type({o}).__name__", "vars({o})", "dir({o})[-3:]", "bytes({o})", "round({o}, 1)", "divmod({o}, 2)", "pow({o}, 2, 3)", "{o} ** 2",
    "{c}.__dict__.keys() - {{'__weakref__', '__dict__', '__firstlineno__', '__static_attributes__'}} and 1", "super({c}, {o}).__repr__()[:3]", "super({c}, {o}).x", "{o}.__class__", "{c} | None", "{c} + 1", "{c}.Inner.y",
    "object.__repr__({o})[:5]", "{o}.__eq__({o})", "{o}.__lt__({e})", "{c}.__eq__", "getattr({o}, 'x', 'default')", "hasattr({o}, 'y')", "{o}.x.x", "setattr({c}, 'x', {e})",
    "delattr({c}, 'x')", "setattr({c}, '__len__', lambda self: 7)", "setattr({o}, '__class__', {d})", "setattr({c}, '__bases__', ({d},))", "{o}.__dict__", "str.join(',', {o})", "dict({o})", "set({o}) and 1",
    "tuple({o})", "zip({o}, {o}) and 1", "any({o})", "all({o})", "{o} and {e}", "{o} if {o} else 0", "dict(**{o})", "(lambda *a: a)(*{o})", "(lambda **k: k)(**{o})", "chr({o})", "'ab' * {o}",
)


#: programs from this number on, of seeds from 1,000 up, also use the library, and have more of names and classes
WIDE = 1_000_000_000


class Programs(Language):
    """`program()` gives the text; a part that is there but for another is only written when the other is."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.seed = seed
        self.bound: set[str] = set()

    def program(self) -> str:
        sections = (self.shows, self.shows, self.shows, self.function, self.function, self.classes, self.calls, self.generator, self.matching,
                    self.asynchronous, self.statements, self.uncaught)
        if self.seed >= WIDE:
            sections += (self.uses, self.uses, self.uses, self.regexes, self.odd_values, self.odd_values, self.scopes, self.scopes,
                         self.descriptors, self.dataclass, self.enumeration)
        body: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            body += self.pick(sections)()
        imports = [f"import {name}" for name in sorted(self.modules)]
        return "\n".join((*imports, PRELUDE.strip(), *(text.strip() for text in self.needed), *body)) + "\n"

    def shows(self) -> list[str]:
        lines = []
        for _ in range(self.random.randint(4, 14)):
            if self.chance(25):
                kind = self.pick(KINDS)
                name = self.new_name()
                lines += ["try:", f"    {name} = {self.expr(kind, 3)}", f"except Exception as e: print(describe(e)); {name} = {self.leaf(kind)}"]
                self.names.setdefault(kind, []).append(name)
            else:
                lines.append(f"show(lambda: {self.any(3)})")
        return lines

    # --- statements

    def block(self, depth: int, where: frozenset[str]) -> list[str]:
        out: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            out += self.statement(depth, where)
        return out

    def indented(self, depth: int, where: frozenset[str]) -> list[str]:
        return ["    " + line for line in self.block(depth - 1, where)]

    def target(self) -> str:
        name = self.pick(("a", "b", "c", "d"))
        return self.pick((name, name, name, f"{name}, {self.pick('abcd')}", f"[{name}, *{self.pick('abcd')}]", f"box[{self.leaf('int')}]", "box[1:2]", "box.x",
                          f"({name}, ({self.pick('abcd')}, box[0]))"))

    def value(self) -> str:
        return self.pick("abcd") if self.chance(35) else self.any(1)

    def statement(self, depth: int, where: frozenset[str]) -> list[str]:
        inside = "function" in where
        simple = ["print", "print", "assign", "assign", "augment", "raise", "delete", "assert"]
        if inside:
            simple += ["return", "return"]
        if "loop" in where:
            simple += ["break", "continue"]
        if "generator" in where:
            simple += ["yield", "yield", "yield", "yield from"] if "async" not in where else ["yield", "yield"]
        if "async" in where:
            simple += ["await", "await", "await"]
        nested = ["if", "for", "while", "try", "try", "try", "with", "with", "match", "def", "star"]
        kind = self.pick(simple) if depth <= 0 or self.chance(45) else self.pick(nested)
        return getattr(self, "do_" + kind.replace(" ", "_"))(depth, where)

    def do_print(self, depth: int, where: frozenset[str]) -> list[str]:
        self.fresh += 1
        return [f"print({self.fresh}, {self.value()})"]

    def do_assign(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"{self.target()} = {self.value()}"]

    def do_augment(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"{self.pick(('a', 'b', 'box[0]', 'box.x', 'box[1:3]'))} {self.pick(('+', '-', '*', '//', '%', '|', '&', '@', '**', '<<'))}= "
                f"{self.pick((self.pick('12'), '[1]', self.leaf('str')))}"]

    def do_raise(self, depth: int, where: frozenset[str]) -> list[str]:
        return ["raise" if self.chance(15) else f"if {self.value()}: raise {self.pick(RAISED)}"]

    def do_delete(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"del {self.pick(('a', 'b', 'box[0]', 'box.x', 'box[1:]', 'c, d'))}"]

    def do_assert(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"assert {self.value()}, {self.value()}"]

    def do_return(self, depth: int, where: frozenset[str]) -> list[str]:
        if "generator" in where and "async" in where:
            return ["return"]
        return [f"return {self.value()}" if self.chance(70) else f"if {self.value()}: return {self.value()}"]

    def do_break(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"if {self.value()}: break"] if self.chance(60) else ["break"]

    def do_continue(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"if {self.value()}: continue"] if self.chance(60) else ["continue"]

    def do_yield(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"{self.pick(('a', 'b'))} = yield {self.value()}" if self.chance(60) else f"yield {self.value()}"]

    def do_yield_from(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"a = yield from {self.pick(('(1, 2)', 'inner()', 'range(2)', 'inner()', self.value()))}"]

    def do_await(self, depth: int, where: frozenset[str]) -> list[str]:
        return [f"a = await {self.pick(('Step(1)', 'Step(2)', 'other()', 'other()', self.value()))}"]

    def do_if(self, depth: int, where: frozenset[str]) -> list[str]:
        out = [f"if {self.value()}:", *self.indented(depth, where)]
        if self.chance(30):
            out += [f"elif {self.value()}:", *self.indented(depth, where)]
        return out + (["else:", *self.indented(depth, where)] if self.chance(50) else [])

    def do_for(self, depth: int, where: frozenset[str]) -> list[str]:
        how = "async " if "async" in where and self.chance(40) else ""
        source = "Steps(2)" if how else self.pick(("range(3)", "range(2)", "'ab'", "[(1, 2), (3, 4)]", "{1: 2}", self.value()))
        if how and self.chance(10):
            source = self.value()
        out = [f"{how}for {self.target()} in {source}:", *self.indented(depth, where | {"loop"})]
        return out + (["else:", *self.indented(depth, where)] if self.chance(35) else [])

    def do_while(self, depth: int, where: frozenset[str]) -> list[str]:
        name = self.new_name("n")
        out = [f"{name} = 0", f"while {name} < {self.random.randint(1, 3)}:", f"    {name} += 1", *self.indented(depth, where | {"loop"})]
        return out + (["else:", *self.indented(depth, where)] if self.chance(35) else [])

    def do_try(self, depth: int, where: frozenset[str]) -> list[str]:
        out = ["try:", *self.indented(depth, where)]
        star = self.chance(12)
        if star:
            where -= {"loop"}
        handled = self.chance(75)
        if handled:
            for _ in range(self.random.randint(1, 2)):
                name = self.pick(("", " as e", " as a"))
                body = ["    " + line for line in self.do_print(0, where)] if star else self.indented(depth, where)
                out += [f"except{'*' if star else ''} {self.pick(ERRORS)}{name}:", *body]
            if self.chance(20) and not star:
                out += ["except:", *self.indented(depth, where)]
            if self.chance(30):
                out += ["else:", *self.indented(depth, where)]
        if not handled or self.chance(45):
            out += ["finally:", *self.indented(depth, where)]
        return out

    def do_with(self, depth: int, where: frozenset[str]) -> list[str]:
        self.needed[STEPS] = self.needed[MANAGER] = None
        how = "async " if "async" in where and self.chance(50) else ""
        managers = [f"CM({self.new_name()!r}, {self.pick((0, 0, 0, 1, 1, 2, 3))}){self.pick(('', ' as a', ' as (a, b)', ' as box.x'))}"
                    for _ in range(self.pick((1, 1, 2)))]
        if self.chance(6):
            managers.append(self.value())
        return [f"{how}with {', '.join(managers)}:", *self.indented(depth, where)]

    def do_def(self, depth: int, where: frozenset[str]) -> list[str]:
        name = self.new_name("g")
        body = ["    " + line for line in (["nonlocal a"] if where >= {"function", "a"} and self.chance(40) else []) + self.block(
            depth - 1, frozenset({"function", "generator"} if self.chance(25) else {"function"}))]
        return [f"def {name}({self.pick(('', 'b=1', 'b=a', '*b', 'a=5' if 'nonlocal' not in body[0] else ''))}):", *body, f"print({name}())"]

    def do_match(self, depth: int, where: frozenset[str]) -> list[str]:
        self.needed[POINT] = None
        subject = self.value() if self.chance(60) else self.pick(("Point(1, [2])", "[1, 2, 3]", "{'a': 1, 'b': [2]}", "(1, 'x')", "5", "Point('x')"))
        out = [f"match {subject}:"]
        for _ in range(self.random.randint(1, 4)):
            guard = f" if {self.value()}" if self.chance(20) else ""
            self.bound = set()
            out += [f"    case {self.pattern(2)}{guard}:", *("    " + line for line in self.indented(depth, where))]
        return out

    def do_star(self, depth: int, where: frozenset[str]) -> list[str]:
        names = self.random.sample("abcd", self.random.randint(1, 3))
        names[self.random.randrange(len(names))] = "*" + self.pick([each for each in "abcd" if each not in names] or ["b"])
        return [f"{', '.join(names)}, = {self.value()}"]

    # --- patterns

    def capture(self) -> str:
        free = [each for each in "abcdpqrst" if each not in self.bound]
        name = self.pick(free)
        self.bound.add(name)
        return name

    def closed(self) -> str:
        """A pattern that binds nothing."""
        return self.pick(("1", "-2", "'a'", "None", "True", "b'x'", "1.5", "2-1j", "int()", "str()", "list()", "Point.x", "[_, _]", "[1, *_]", "{'a': 1}", "Point()", "{}", "[]",
                          "Point(x=1)", "dict()", "float(1.5)"))

    def pattern(self, depth: int) -> str:
        roll = self.random.randrange(11 if depth > 0 else 4)
        if roll <= 1:
            return self.closed()
        if roll == 2:
            return f"{self.pick(('str', 'int', 'list'))}({self.capture()})"
        if roll == 3:
            return f"({self.closed()} | {self.closed()})"
        if roll == 4:
            return f"({self.pattern(depth - 1)}) as {self.capture()}"
        if roll <= 6:
            parts = [self.pattern(depth - 1) for _ in range(self.random.randrange(4))]
            if self.chance(35):
                parts.insert(self.random.randint(0, len(parts)), "*" + (self.capture() if self.chance(60) else "_"))
            return f"[{', '.join(parts)}]"
        if roll == 7:
            rest = [f"**{self.capture()}"] if self.chance(30) else []
            keys = self.random.sample(("'a'", "'b'", "1", "None"), self.random.randrange(3))
            return "{" + ", ".join([f"{key}: {self.pattern(depth - 1)}" for key in keys] + rest) + "}"
        if roll == 8:
            return f"{self.pick(('int', 'str', 'list', 'tuple', 'dict', 'float', 'bool', 'bytes'))}({self.pattern(depth - 1)})"
        parts = [self.pattern(depth - 1) for _ in range(self.pick((0, 1, 2, 2, 3)))]
        return f"{self.pick(('Point', 'Point', 'Point', 'object', 'len'))}({', '.join(parts + ([f'y={self.pattern(depth - 1)}'] if self.chance(30) else []))})"

    # --- sections

    def body_of(self, where: frozenset[str], depth: int = 3) -> list[str]:
        start = ["box = Box()", f"a, b, c, d = {self.any(1)}, {self.any(1)}, 3, [1, 2]"]
        if self.chance(15):
            start = start[:1]
        elif "function" in where:
            where |= {"a"}
        return ["    " + line for line in start + self.block(depth, where) + self.block(depth, where)]

    def box(self) -> None:
        self.needed["class Box(list):\n    def __init__(self): super().__init__([1, [2], 'x']); self.x = 5"] = None

    def function(self) -> list[str]:
        self.box()
        name = self.new_name("f")
        return [f"def {name}({self.pick(('', 'a=1', '*a', 'a=5, *, b=2', 'b=[1]'))}):", *self.body_of(frozenset({"function"})), f"show({name})"]

    def statements(self) -> list[str]:
        self.box()
        return ["try:", *self.body_of(frozenset(), 2), "except BaseException as e: print(describe(e))"]

    def matching(self) -> list[str]:
        self.box()
        name = self.new_name("f")
        body = [line for _ in range(3) for line in self.do_match(1, frozenset({"function"}))]
        return [f"def {name}(a, b=2, c=3, d=4):", *("    " + line for line in ["box = Box()", *body]), *(f"show(lambda: {name}({self.any(2)}))" for _ in range(3))]

    def uncaught(self) -> list[str]:
        self.box()
        first, second = self.new_name("f"), self.new_name("f")
        out = [f"def {first}(a=1):", *self.body_of(frozenset({"function"}), 2), f"    raise {self.pick(RAISED)}", f"def {second}():"]
        how = self.random.randrange(4)
        if how == 0:
            out += ["    try:", f"        {first}()", "    except Exception as e:", f"        raise {self.pick(('KeyError(1)', 'KeyError(1) from e', 'TypeError from None'))}"]
        elif how == 1:
            out += [f"    return [{first}() for each in (1, 2)]"]
        else:
            out += [f"    x = {self.pick(('1 + ', '', 'str(', '[1, ', '(lambda: '))}{first}(", "        2)"]
            out[-1] += {"s": ")", "[": "]", "(": ")()"}.get(out[-2].split("x = ")[1][0], "")
        return [*out, f"{second}()"] if self.chance(50) else [*out, f"show({second})"]

    def operations(self, names: tuple[str, ...]) -> str:
        parts = []
        for _ in range(self.random.randint(2, 7)):
            name = self.pick(names)
            if name in ("send", "asend"):
                parts.append(f"('{name}', {self.pick(('None', self.leaf('int'), self.leaf('str')))})")
            elif name in ("throw", "athrow"):
                parts.append(f"('{name}', {self.pick(('ValueError(7)', 'KeyError', 'GeneratorExit()', 'StopIteration(1)', '5', 'ZeroDivisionError(2)'))})")
            else:
                parts.append(f"('{name}',)")
        return ", ".join(parts)

    def generator(self) -> list[str]:
        self.box()
        self.needed[STEPS] = None
        name = self.new_name("g")
        inner = ["def inner():", *("    " + line for line in ["box, a, b, c, d = Box(), 1, 2, 3, 4", *self.block(2, frozenset({"function", "generator"})), "yield 9", "return 'r'"])]
        return [f"def {name}():", *("    " + line for line in inner), *self.body_of(frozenset({"function", "generator"})), "    yield 'last'",
                f"drive({name}(), {self.operations(('__next__', '__next__', 'send', 'send', 'throw', 'close'))})", f"show(lambda: list({name}()))"]

    def asynchronous(self) -> list[str]:
        self.box()
        self.needed[STEPS] = self.needed[MANAGER] = None
        name = self.new_name("co")
        makes = self.chance(30)
        where = frozenset({"function", "async", "generator"} if makes else {"function", "async"})
        other = ["async def other():", *("    " + line for line in ["box, a, b, c, d = Box(), 1, 2, 3, 4", *self.block(2, frozenset({"function", "async"}))])]
        lines = [f"async def {name}():", *("    " + line for line in other), *self.body_of(where)]
        if makes:
            user = self.new_name("co")
            lines += ["    yield 'last'", f"async def {user}():", f"    it = {name}()"]
            for operation in self.operations(("__anext__", "__anext__", "asend", "athrow", "aclose")).split("), ("):
                method, _, argument = operation.strip("(), ").partition(",")
                argument = argument.strip() + ")" * (argument.count("(") - argument.count(")"))
                lines += [f"    try: print(await it.{method.strip(chr(39))}({argument}))", "    except BaseException as e: print(describe(e))"]
            name = user
        lines.append(f"drive({name}(), {self.operations(('send', 'send', 'send', 'throw', 'close'))}, *[('send', None)] * 8)")
        return lines

    def signature(self, annotated: bool = True) -> str:
        names = self.random.sample("abcdef", self.random.randrange(5))
        defaults = False
        parts: list[str] = []
        star = self.pick((None, None, "*", "*rest"))
        at = self.random.randint(0, len(names)) if star else len(names)
        for place, name in enumerate(names):
            if star and place == at:
                parts.append(star)
            if place >= at:
                parts.append(name + (f"={self.any(0)}" if self.chance(50) else ""))
            else:
                defaults = defaults or self.chance(30)
                parts.append(name + (f": {self.leaf('type')}" if annotated and self.chance(10) else "") + (f"={self.any(0)}" if defaults else ""))
                if self.chance(15) and "/" not in parts:
                    parts.append("/")
        if star == "*rest" and at == len(names):
            parts.append(star)
        if self.chance(25):
            parts.append("**more")
        return ", ".join(parts)

    def actual(self) -> str:
        parts = [self.any(0) for _ in range(self.random.randrange(5))]
        for _ in range(self.pick((0, 0, 1, 2))):
            parts.insert(self.random.randint(0, len(parts)), f"*{self.expr(self.pick(('list', 'tuple', 'str', 'int', 'range', 'dict')), 1)}")
        named = [f"{name}={self.any(0)}" for name in self.random.sample("abcdefx", self.pick((0, 0, 1, 1, 2, 3)))]
        if self.chance(25):
            named.insert(self.random.randint(0, len(named)), f"**{self.pick(('{}', repr({'a': 1}), repr({'b': 1, 'zz': 2}), self.leaf('int'), repr(dict(rest=1))))}")
        return ", ".join(parts + named)

    def calls(self) -> list[str]:
        out = []
        for _ in range(self.random.randint(1, 3)):
            name = self.new_name("f")
            how = self.random.randrange(6)
            given = self.signature(how != 1)
            if how == 0:
                out += [f"class {name}:", f"    def __init__(self, {given}): self.all = locals()" if given else "    def __init__(self): pass", f"    def m(self, {given}): return sorted(map(str, locals()))"]
                out += [f"show(lambda: vars({name}({self.actual()}))['all'].keys())", f"show(lambda: {name}.m({self.actual()}))"]
            elif how == 1:
                out += [f"{name} = lambda {given}: sorted(locals().items(), key=lambda p: p[0])"]
            else:
                out += [f"def {name}({given}): return locals()"]
            if self.chance(20):
                self.modules.add("functools")
                out += [f"{name} = functools.partial({name}, {self.actual()})"]
            out += [f"show(lambda: {name}({self.actual()}))" for _ in range(self.random.randint(2, 5))]
        return out

    def classes(self) -> list[str]:
        out: list[str] = []
        made: list[str] = []
        objects: list[str] = []
        for _ in range(self.random.randint(1, 4)):
            name = self.new_name("C")
            bases = self.random.sample(made, min(len(made), self.pick((0, 1, 1, 2)))) or self.pick(([], [], ["int"], ["list"], ["dict"], ["str"], ["type"], ["Exception"], ["tuple"], ["float"]))
            if made and self.chance(12):
                bases = [*bases, f"metaclass={self.pick(made)}"]
            elif self.chance(8):
                bases = [*bases, f"{self.pick(('extra', 'metaclass'))}={self.pick(('5', 'type', 'dict'))}"]
            members = [self.pick(DUNDERS).replace("{n}", name).replace("{e}", self.any(1)) for _ in range(self.random.randint(1, 7))]
            if made and self.chance(25):
                members.append(f"attr = {self.pick(made)}()")
            lines = [line for member in members for line in member.split("\n")]
            lines = ["    " + line if not line.startswith("    ") else line for line in lines]
            out += ["try:", f"    class {name}({', '.join(bases)}):", *("    " + line for line in lines), f"except Exception as e: print(describe(e)); {name} = type('Failed', (), {{}})"]
            made.append(name)
            given = self.actual() if self.chance(50) else self.pick(("", "", "1", "'a', 2"))
            objects.append(instance := self.new_name("o"))
            out += [f"try: {instance} = {name}({given})", f"except Exception as e: print(describe(e)); {instance} = {name}"]
        for _ in range(self.random.randint(6, 20)):
            use = self.pick(USES)
            if "{{" in use:
                use = use.replace("{{", "\0").replace("}}", "\1")
            for key, values in (("{o}", objects), ("{c}", made), ("{d}", made)):
                use = use.replace(key, self.pick(values))
            use = use.replace("{e}", self.pick(objects) if self.chance(30) else self.leaf(self.pick(("int", "str", "float", "none"))) if "f'" not in use else "1").replace("{a}", self.actual())
            out.append("show(lambda: " + use.replace("\0", "{").replace("\1", "}") + ")")
        return out
