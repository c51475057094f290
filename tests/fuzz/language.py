"""Sections about names and classes: scopes inside scopes, descriptors, metaclasses, dataclasses and enumerations."""

from .library import Library

#: what a class body of an owner may have; {n} is a small number
MEMBERS = (
    "a = Noted('a{n}')", "b = Noted('b{n}', True)", "c = a = Noted('c')", "__slots__ = ('a', 'q')", "__slots__ = ['b']", "def a(self): return {n}", "a = {n}", "a = property(lambda self: {n})",
    "@property\n    def a(self): raise AttributeError('a{n}')", "a = classmethod(lambda cls: cls.__name__)", "a = staticmethod(lambda *x: x)", "def __getattr__(self, name): return name + '{n}'",
    "def __getattribute__(self, name): return super().__getattribute__(name)", "def __setattr__(self, name, value): print('set', name); object.__setattr__(self, name, value)", "def __delattr__(self, name): print('del', name)",
    "def __init_subclass__(cls, k=0, **more): print('subclass', cls.__name__, k); super().__init_subclass__(**more)", "def __init_subclass__(cls): print('plain', cls.__name__)", "def __set_name__(self, owner, name): print('named', owner.__name__, name)",
    "def __class_getitem__(cls, item): return (cls.__name__, item)", "def __new__(cls, *a): print('new', len(a)); return super().__new__(cls)", "def __init__(self, *a): print('init', a); self.q = a", "@functools.cached_property\n    def b(self): print('once'); return {n}",
    "@functools.singledispatchmethod\n    def a(self, x): return 'any'\n    @a.register\n    def _(self, x: int): return 'int'", "a = functools.partialmethod(print, {n})", "def b(self, x=lambda: __class__): return x()", "b = [__qualname__ for _ in (1,)]", "x = locals().keys() and {n}",
    "del {d}", "for a in range({n}): b = a", "a: int", "b: 'str' = {n}", "@classmethod\n    @property\n    def b(cls): return {n}", "__weakref__ = 6", "__doc__ = 'doc{n}'", "a = b = None", "@contextlib.contextmanager\n    def c(self):\n        try: yield {n}\n        finally: print('left')",
    "def __call__(self, *a, **k): return a, k", "def __iter__(self): yield from ({n}, 2)", "def __enter__(self): return {n}\n    def __exit__(self, *e): return True", "@staticmethod\n    def __getattr__(name): return 7", "__getattr__ = None", "__eq__ = lambda self, o: {n}", "__hash__ = lambda self: {n}",
    "@functools.total_ordering\n    class b:\n        def __lt__(self, o): return True\n        def __eq__(self, o): return False", "__bool__ = lambda self: {n} > 1", "def c(self): return super().c()", "c = lambda self: super(type(self), self).a", "def __dir__(self): return ['z', 'a{n}']", "__len__ = {n}", "__add__ = Noted('add')",
)
DOES = (
    "{o}.a", "{o}.b", "{o}.c", "{o}.a()", "{o}.b()", "{o}.c()", "{c}.a", "{c}.b", "{c}.c", "setattr({o}, 'a', 9) or {o}.a", "setattr({o}, 'q', 9) or {o}.q", "delattr({o}, 'a')", "delattr({o}, 'q') or {o}.q", "setattr({c}, 'a', 9) or {o}.a", "delattr({c}, 'a') or {o}.a", "vars({o})", "{o}.__dict__", "hasattr({o}, 'b')",
    "getattr({o}, 'zz', 4)", "{c}[5]", "{o}.a(1)", "{o}.a('x')", "{o}.b(lambda: 5)", "type('N', ({c},), {'a': Noted('late')}).a", "type('N', ({c}, {d}), {}).__mro__", "type('N', ({c},), {}, k=3)", "{o}(1, z=2)", "list({o})", "{o} == {o}", "bool({o})", "dir({o})", "len({o})", "{o} + 1", "super({c}, {o}).a", "super({c}, {c}).b",
    "{c}.__slots__", "{c}.__annotations__", "{c}.__doc__", "isinstance({o}, {d})", "issubclass({c}, {d})", "setattr({o}, '__class__', {d}) or {o}.a", "setattr({c}, '__bases__', ({d},)) or {c}.__mro__", "{c}.__base__", "{c}.__subclasses__()", "copy.copy({o}) is {o}", "copy.copy({o}).q", "(lambda: [x async for x in {o}])()",
    "contextlib.ExitStack().enter_context({o})", "{c}.__qualname__", "{o}.__init_subclass__()", "object.__getattribute__({o}, 'a')", "object.__setattr__({o}, 'b', 3)", "type.__setattr__({c}, 'b', 3)", "type({o}).a", "{c}.__weakref__", "{o}.__weakref__", "weakref.ref({o})() is {o}", "{c}.a.__get__({o}, {c})", "{c}.__dict__['a'].__get__(None, {c})", "{c}.__getattr__('k')",
)
NOTED = '''
class Noted:
    def __init__(self, text, data=False):
        self.text = text
        if data: self.__class__ = NotedData
    def __set_name__(self, owner, name): print('name', self.text, owner.__name__, name)
    def __get__(self, instance, owner=None): return (self.text, instance is None, owner and owner.__name__)
    def __repr__(self): return f'Noted({self.text})'
class NotedData(Noted):
    def __set__(self, instance, value): print('noted', self.text, value)
    def __delete__(self, instance): print('gone', self.text)
class Meta(type):
    def __prepare__(name, bases, **k): print('prepare', name, sorted(k)); return {'p': 1}
    def __new__(mcs, name, bases, body, **k): return super().__new__(mcs, name, bases, body)
    def __init__(cls, *a, **k): print('made', cls.__name__, sorted(k))
    def __call__(cls, *a): print('call', cls.__name__); return super().__call__(*a)
    def __getattr__(cls, name): return f'meta {name}'
    a = Noted('meta a', True)
    def __iter__(cls): return iter('xy')
'''
FIELDS = ("int", "int = 3", "list = field(default_factory=list)", "int = field(default=2, repr=False)", "str = field(init=False, default='s')", "InitVar[int] = 4", "ClassVar[int] = 5", "KW_ONLY", "int = field(kw_only=True)", "list = []", "int = field(compare=False)", "float = field(hash=True)")
OPTIONS = ("frozen", "order", "eq", "slots", "kw_only", "unsafe_hash", "repr", "init", "match_args", "weakref_slot")
ENUMS = ("Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "int, Enum", "str, Enum", "ReprEnum", "Enum, boundary=STRICT", "Flag, boundary=KEEP")
VALUES = ("1", "2", "4", "auto()", "'x'", "(1, 2)", "A", "0", "-1", "3", "None", "member(lambda: 1)", "nonmember(5)", "1.5", "object", "8")


class Language(Library):
    def scopes(self) -> list[str]:
        """Text that is run in a namespace of its own, since much of it is no program."""
        text = "\n".join(self.scope(3, "module"))
        return [f"show(lambda: exec({text!r}, {{'__name__': 'm', 'b': 'outer'}}))"]

    def scope(self, depth: int, kind: str) -> list[str]:
        out: list[str] = []
        if kind != "module" and self.chance(45):
            out.append(f"{self.pick(('global', 'nonlocal', 'nonlocal'))} {self.pick(('a', 'b', 'c', 'a, b'))}")
        for _ in range(self.random.randint(2, 5)):
            self.fresh += 1
            n, name, other = self.fresh, self.pick("abc"), self.pick("abc")
            roll = self.random.randrange(24)
            if roll < 5:
                out += [f"try: print({n}, {name})", f"except NameError as e: print({n}, type(e).__name__, e)"]
            elif roll < 8:
                out.append(f"{name} = {n}")
            elif roll < 12 and depth:
                given = self.pick(("", "", f"{name}={n}", f"*{name}", f"{name}: {other} = 1"))
                how = self.pick(("", "", "", "async ")) if roll == 8 else ""
                body = ["    " + line for line in self.scope(depth - 1, "function")] + ([f"    return lambda: {other}"] if self.chance(30) else [])
                out += [f"{how}def f{n}({given}):", *body, f"try: r = f{n}(); print(r() if callable(r) else r)" if not how else f"try: f{n}().send(None)", f"except BaseException as e: print({n}, type(e).__name__, e)"]
            elif roll == 12 and depth:
                out += ["try:", f"    class C{n}:", *("        " + line for line in self.scope(depth - 1, "class")), f"    print(sorted(k for k in vars(C{n}) if len(k) == 1))", f"except NameError as e: print({n}, e)"]
            else:
                out += self.pick((
                    [f"try: del {name}", f"except NameError as e: print({n}, e)"], [f"print({n}, [{name} for {name} in (1, 2)])"], [f"try: print({n}, [(lambda: {name})() for {other} in (1, 2)])", f"except NameError as e: print({n}, e)"],
                    [f"print({n}, ({name} := {n}))"], [f"for {name} in (7, {n}): pass"], [f"try: raise KeyError({n})", f"except KeyError as {name}: print({n}, {name})"], [f"import sys as {name}"], [f"print({n}, sorted(k for k in locals() if len(k) == 1))"],
                    [f"try: print({n}, eval('{name}'))", f"except NameError as e: print({n}, e)"], [f"try: {name} += 1", f"except (NameError, TypeError) as e: print({n}, type(e).__name__)"], [f"({name}, *{other}) = 1, 2, 3"],
                    [f"print({n}, [{name} := x for x in (1, {n})], {other}) if 1 else 0"], [f"match {n}:", f"    case {name}: pass"], [f"try: print({n}, [[{name} for {other} in (1, {name})] for {name} in (1, 2)])", f"except NameError as e: print({n}, e)"], [f"{name}: int"], [f"{name}: int = {n}"],
                    [f"try: print({n}, *(lambda {name}, {other}=1: ({name}, {other}))({n}))", f"except (NameError, TypeError) as e: print({n}, e)"], [f"def {name}(): return {name}", f"print({n}, callable({name}))"], [f"print({n}, {{ {name}: {name} for {name} in 'ab' if {name} }})"], [f"global {name}"], [f"nonlocal {name}"],
                ))
        return out

    def descriptors(self) -> list[str]:
        self.needed[NOTED] = None
        self.modules |= {"functools", "contextlib", "copy", "weakref"}
        out: list[str] = []
        made, objects = ["Noted"], []
        for _ in range(self.random.randint(1, 3)):
            name = self.new_name("K")
            bases = self.random.sample(made[1:], min(len(made) - 1, self.pick((0, 1, 1, 2))))
            bases += self.pick(([], [], [], ["metaclass=Meta"], ["k=2"], ["metaclass=Meta", "k=1"], ["int"] if not bases else [], ["Noted"] if not bases else []))
            members = [self.pick(MEMBERS).replace("{n}", str(self.random.randint(0, 4))).replace("{d}", self.pick("abc")) for _ in range(self.random.randint(1, 5))]
            lines = [("" if line.startswith("    ") else "    ") + line for member in members for line in member.split("\n")]
            out += ["try:", f"    class {name}({', '.join(bases)}):", *("    " + line for line in lines), f"except Exception as e: print(describe(e)); {name} = type('Failed', (), {{}})"]
            made.append(name)
            objects.append(instance := self.new_name("o"))
            out += [f"try: {instance} = {name}({self.pick(('', '', '1', '1, 2'))})", f"except Exception as e: print(describe(e)); {instance} = {name}"]
        for _ in range(self.random.randint(6, 18)):
            use = self.pick(DOES)
            for key, values in (("{o}", objects), ("{c}", made[1:]), ("{d}", made)):
                while key in use:
                    use = use.replace(key, self.pick(values), 1)
            out.append(f"show(lambda: {use})")
        return out

    def dataclass(self) -> list[str]:
        out = ["from dataclasses import *", "from typing import ClassVar"]
        name = self.new_name("D")
        previous = ""
        for _ in range(self.random.randint(1, 2)):
            options = ", ".join(f"{each}={self.pick(('True', 'True', 'False'))}" for each in self.random.sample(OPTIONS, self.pick((0, 1, 1, 2, 3))))
            fields = [f"        {each}: {self.pick(FIELDS)}" for each in self.random.sample("abcde", self.random.randint(1, 4))]
            fields += self.pick(([], [], ["        def __post_init__(self, *a): print('post', a)"], ["        def __eq__(self, o): return True"], ["        def __lt__(self, o): return 5"], ["        __slots__ = ('z',)"], ["        def __hash__(self): return 5"]))
            out += ["try:", f"    @dataclass({options})" if options or self.chance(50) else "    @dataclass", f"    class {name}({previous}):", *fields, f"except Exception as e: print(describe(e)); {name} = type('Failed', (), {{}})"]
            previous, name = name, self.new_name("D")
        given = ", ".join([str(each) for each in range(self.random.randrange(4))] + [f"{each}={self.any(0)}" for each in self.random.sample("abcde", self.pick((0, 0, 1, 2)))])
        out += [f"try: d = {previous}({given})", "except Exception as e: print(describe(e)); d = 5"]
        uses = ("d", f"d == {previous}({given})", f"d < {previous}({given})", "hash(d) == hash(d)", "replace(d, a=9)", "asdict(d)", "astuple(d)", "[(f.name, f.type, f.init, f.kw_only) for f in fields(d)]", "setattr(d, 'a', 7) or d", "setattr(d, 'new', 7) or d", f"{previous}.__match_args__", f"{previous}.__slots__",
                f"{previous}.__doc__", "is_dataclass(d)", f"{previous}()", f"{previous}(1, 2, 3)", "d.__dict__", "copy.copy(d) == d", f"inspect.signature({previous})", "delattr(d, 'a')", f"{previous}.a", "d.a", f"make_dataclass('M', ['x', ('y', int, 5)], bases=({previous},))(1)")
        self.modules |= {"copy", "inspect"}
        return out + [f"show(lambda: {each})" for each in self.random.sample(uses, 9)]

    def enumeration(self) -> list[str]:
        name = self.new_name("E")
        members = [f"        {each} = {self.pick(VALUES)}" for each in self.random.sample("ABCD", self.random.randint(1, 4))]
        members += self.pick(([], [], [], ["        @property", "        def p(self): return self.value"], ["        def __str__(self): return 'str'"], ["        _ignore_ = 'B'"], ["        def _generate_next_value_(name, start, count, last): return name"], ["        @classmethod", "        def _missing_(cls, value): return cls.A"],
                              ["        def __new__(cls, value):", "            self = object.__new__(cls)", "            self._value_ = value", "            return self"], ["        __order__ = 'A B'"], ["        A = 5"], ["        mro = 5"]))
        if "__order__" in members[-1] or members[-1].strip().startswith("_ignore_"):
            members.insert(0, members.pop())
        out = ["from enum import *", "try:", *(["    @unique"] if self.chance(15) else []), f"    class {name}({self.pick(ENUMS)}):", *members, f"except Exception as e: print(type(e).__name__, e); {name} = Enum('E', 'A B')"]
        uses = ("list(E)", "E.A", "E['A']", "E(1)", "E('x')", "E(7)", "E.A.name, E.A.value", "E.A == 1", "E.A | E.B", "E.A & E.B", "~E.A", "E.A in E", "1 in E", "'A' in E", "E.__members__", "len(E)", "str(E.A), format(E.A), f'{E.A:>9}'", "hash(E.A) == hash(E.A)", "E.A.B", "E.A.p", "setattr(E, 'A', 5)", "delattr(E, 'A')",
                "type('N', (E,), {})", "E.A < E.B", "list(reversed(E))", "copy.copy(E.A) is E.A", "pickle.loads(pickle.dumps(E.A)) is E.A", "E(3)", "E(0)", "bool(E.A)", "list(E.A)", "E.A.__class__", "isinstance(E.A, int)", "'%s %d' % (E.A, E.A)", "E('A')", "E(None)", "E()", "E.A + 1", "E('N', 'X Y').X", "dir(E)", "iter(E.A)", "E._member_map_", "E.Z")
        self.modules |= {"copy", "pickle"}
        return out + [f"show(lambda: {each.replace('E', name, 1) if each.startswith('E') else each.replace('E.', name + '.').replace('(E', '(' + name).replace('in E', 'in ' + name)})" for each in self.random.sample(uses, 12)]
