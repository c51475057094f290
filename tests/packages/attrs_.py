# package: attrs
import copy
import pickle
import re
from typing import Any, ClassVar, Optional

import attr
import attrs
from attrs import Factory, asdict, astuple, converters, define, evolve, field, fields, fields_dict, filters, frozen, mutable, setters, validators


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error}"


@define
class Point:
    """A point."""

    x: int = field(converter=int)
    y: int = field(default=0, validator=validators.instance_of(int))
    kind: ClassVar[str] = "plane"

    @property
    def norm2(self):
        return self.x * self.x + self.y * self.y

    @y.validator
    def _small(self, attribute, value):
        if value > 1000:
            raise ValueError(f"{attribute.name} is too large: {value}")


p = Point("3", 4)
print(p, p.norm2, Point.kind, asdict(p), astuple(p), evolve(p, y=5), p == Point(3, 4), p != Point(3, 5))
print(attempt(Point, 1, "no")[:120])
print(attempt(Point, 1, 1001), attempt(Point, "x"), attempt(Point), attempt(setattr, p, "z", 1), attempt(hash, p))
p.x = "17"
print(p.x, attempt(setattr, p, "y", 2000), p.y, hasattr(p, "__dict__"), Point.__slots__)
print(Point.__init__.__annotations__, Point.__attrs_attrs__[0].name, Point.__doc__, Point.__match_args__)


@frozen(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list = Factory(list)
    label: str = field(default="x", eq=False, repr=lambda value: f"<{value}>")

    @classmethod
    def parse(cls, text):
        return cls(*map(int, re.findall(r"\d+", text)))


v = Version(1, 2)
print(v, hash(Version(1, 2, ())) == hash(Version(1, 2, (), "other")), attempt(setattr, v, "major", 3), attempt(delattr, v, "major"))
print(sorted([Version(2), Version(1, 5), Version.parse("v1.2")]), Version(1) < Version(1, 1), attempt(lambda: Version(1) < 3))
match v:
    case Version(1, minor):
        print("matched", minor)


@mutable(kw_only=True, slots=False)
class Base:
    name: str = field(on_setattr=setters.frozen)
    size: int = field(default=1, alias="length", converter=converters.optional(int), validator=validators.optional(validators.gt(0)))
    secret: str = field(default="s", repr=False, init=False)
    made: list = field(init=False)

    def __attrs_pre_init__(self):
        self.log = ["pre"]

    def __attrs_post_init__(self):
        self.log.append("post")

    @made.default
    def _made(self):
        return [self.name, self.size]


@define(slots=True, kw_only=True)
class Derived(Base):
    extra: Optional["Derived"] = None
    many: tuple = field(default=(), converter=tuple, metadata={"unit": "m"})

    def total(self):
        return super().__repr__() and len(self.many)


d = Derived(name="n", length="5", extra=Derived(name="inner"), many=[1, 2])
print(d, d.log, d.total(), attempt(setattr, d, "name", "other"), attempt(Derived, name="n", length=-1), attempt(Derived, "n"))
print(asdict(d, filter=filters.exclude("secret", type(None))), asdict(d, recurse=False)["extra"] is d.extra)
print([(a.name, a.alias, a.init, a.kw_only, a.inherited) for a in fields(Derived)], dict(fields_dict(Derived)["many"].metadata))
print(asdict(d, value_serializer=lambda inst, a, value: str(value) if isinstance(value, int) else value)["size"])

C = attr.s(attr.make_class("C", {"a": attr.ib(default=1), "b": attr.ib(factory=dict)}, slots=True))
print(attr.make_class("Made", ["a", "b"], bases=(Base,))(1, 2, name="x"), attr.make_class("D", {"a": attr.ib(default=3)})())


@attr.s(auto_attribs=True, eq=False, hash=False, str=True)
class Old:
    first: str
    second: int = attr.ib(default=2, cmp=False)
    third = attr.ib(default=None, init=False, type=int) if False else 7

    @second.validator
    def _check(self, attribute, value):
        if not value:
            raise ValueError(attribute.name, attribute.default)


print(Old("x"), str(Old("y")), Old("x") == Old("x"), attempt(Old, "x", 0), Old.third)


@define
class Checked:
    a: Any = field(default=1, validator=[validators.in_([1, 2, 3]), validators.not_(validators.gt(2))])
    b: Any = field(default="abc", validator=validators.matches_re(r"[a-c]+"))
    c: Any = field(default=(1, 2), validator=validators.deep_iterable(validators.instance_of(int), validators.instance_of(tuple)))
    d: Any = field(factory=dict, validator=validators.deep_mapping(validators.instance_of(str), validators.instance_of(int)))
    e: Any = field(default="", validator=validators.and_(validators.max_len(3), validators.instance_of(str)))
    f: Any = field(default=len, validator=validators.is_callable())
    g: Any = field(default=5, validator=validators.or_(validators.instance_of(str), validators.le(5)))


for wrong in ({"a": 9}, {"a": 3}, {"b": "xyz"}, {"c": (1, "2")}, {"c": [1]}, {"d": {1: 1}}, {"e": "long"}, {"f": 3}, {"g": 6}):
    print(attempt(Checked, **wrong).replace("\n", " ")[:150])
with validators.disabled():
    print(Checked(a=9).a, validators.get_disabled())
print(converters.to_bool("yes"), attempt(converters.to_bool, "maybe"), converters.pipe(str, len)(12345), converters.default_if_none(factory=list)(None))
print(copy.copy(v), copy.deepcopy(d) == d, pickle.loads(pickle.dumps(p)) == p, attempt(pickle.dumps, C(), 2)[:0])


@define
class Cached:
    n: int
    calls: list = field(factory=list, repr=False, eq=False)

    @__import__("functools").cached_property
    def double(self):
        self.calls.append("once")
        return 2 * self.n


c = Cached(4)
print(c.double, c.double, c.calls, attempt(lambda: c.triple))


@define
class ErrorLike(Exception):
    code: int
    text: str = "failed"


try:
    raise ErrorLike(5)
except ErrorLike as error:
    print(repr(error), error.args, error.code)


def transform(cls, found):
    return [a.evolve(converter=str) if a.type is str else a for a in found]


@define(field_transformer=transform, eq=True, unsafe_hash=True)
class Transformed:
    s: str
    n: int = field(default=0, hash=False, order=False)


print(Transformed(5), hash(Transformed("a")) == hash(Transformed("a", 3)), attrs.has(Transformed), attrs.has(int), attrs.NOTHING, repr(Factory(list))[:20])
print(attrs.resolve_types(Derived, globals(), locals()) is Derived, fields(Derived).extra.type)
print(attempt(lambda: define(type("Bad", (), {"__annotations__": {"a": int, "b": int}, "a": 1}))), attempt(fields, int))
print(attr.cmp_using(eq=lambda a, b: abs(a - b) < 1, order=None, class_name="Near") if 0 else attr.cmp_using(eq=lambda a, b: a == b).__name__)
