"""The classes of syntax trees, which are the guest's own; trees come from the machine's compiler, and go to it, as rows.

A row is (class, fields, attributes) of one node, after those of all that is in it; a value in it is [0, constant],
[1, number of a row] or [2, list of values].
"""

import sys

from _ast_table import CLASSES as _CLASSES

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
if sys.version_info >= (3, 13):
    PyCF_OPTIMIZED_AST = 0x8400
_FILLS_IN = sys.version_info >= (3, 13)


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __new__(cls, /, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(fields) < len(args):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional "
                            f"argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields and name in fields[:len(args)]:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            setattr(self, name, value)
        if _FILLS_IN:
            for name, kind in _types_of(cls):
                if name not in self.__dict__:
                    if kind[-1] == "*":
                        setattr(self, name, [])
                    elif kind == "expr_context":
                        setattr(self, name, _nodes["Load"]())

    def __reduce__(self):
        return type(self), (), dict(self.__dict__)


AST.__module__ = "ast"
_nodes = {"AST": AST}
#: class -> (field, type) as the grammar has them: "expr", "expr?", "expr*"
_types = {}
#: the sums of the grammar: their members, by name, are no classes of the grammar's own
_sums = set()


def _types_of(cls):
    for each in cls.__mro__:
        if each in _types:
            return _types[each]
    return ()


def _make(name, base, fields, attributes, doc, empty):
    members = {"_fields": fields, "__match_args__": fields, "__doc__": doc, "__module__": "ast"}
    if attributes != _nodes[base]._attributes:
        members["_attributes"] = attributes
    members.update(dict.fromkeys(empty))
    cls = _nodes[name] = type(name, (_nodes[base],), members)
    if "_attributes" not in members:
        cls._attributes = attributes
    inside = doc[doc.index("(") + 1:doc.rindex(")")] if fields else ""
    pairs = [part.split() for part in inside.split(", ")] if inside else []
    if fields:
        _types[cls] = tuple((field, kind) for kind, field in pairs)
    if base == "AST" and not fields:
        _sums.add(name)
    vars(sys.modules["_ast"])[name] = cls


for _row in _CLASSES:
    _make(*_row)


def _build(rows):
    """The tree of rows that the machine's compiler made."""
    made = []

    def content(value):
        kind, given = value
        return made[given] if kind == 1 else [content(each) for each in given] if kind == 2 else given

    for name, values, places in rows:
        cls = _nodes[name]
        node = cls.__new__(cls)
        for field, value in zip(cls._fields, values):
            setattr(node, field, content(value))
        for attribute, place in zip(cls._attributes, places):
            if place is not None or not attribute.startswith("end_"):
                setattr(node, attribute, place)
        made.append(node)
    return made[-1]


# === from a tree of the guest's making to rows

_ROOTS = {"exec": "Module", "eval": "Expression", "single": "Interactive", "func_type": "FunctionType"}
_ABSENT = object()


def _rows(tree, mode):
    """The rows of a tree, whose classes and fields are checked as CPython does it."""
    root = _ROOTS.get(mode)
    if root is None:
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if not isinstance(tree, _nodes[root]):
        raise TypeError(f"expected {root} node, got {type(tree).__name__}")
    rows = []
    _add(tree, "mod", rows)
    return rows


def _class_of(node, kind):
    """The class of the grammar that a node counts as."""
    base = _nodes[kind]
    if kind not in _sums:
        return base         # a product: what has its fields will do
    if isinstance(node, base):
        for cls in type(node).__mro__:
            if cls is not base and _nodes.get(cls.__name__) is cls and cls.__base__ is base:
                return cls
    raise TypeError(f"expected some sort of {kind}, but got {node!r}")


def _add(node, kind, rows):
    """Append the rows of a node; its number."""
    places = []
    for name in _nodes[kind]._attributes:
        value = getattr(node, name, _ABSENT)
        optional = name.startswith("end_")
        if value is _ABSENT or value is None and optional:
            if not optional:
                raise TypeError(f'required field "{name}" missing from {kind}')
            places.append(None)
        else:
            places.append(_integer(value))
    cls = _class_of(node, kind)
    name = cls.__name__
    values = []
    for field, wanted in _types.get(cls, ()):
        value = getattr(node, field, _ABSENT)
        last = wanted[-1]
        if last == "*":
            if value is _ABSENT:
                if not _FILLS_IN:
                    raise TypeError(f'required field "{field}" missing from {name}')
                value = []
            if not isinstance(value, list):
                raise TypeError(f'{name} field "{field}" must be a list, not a {type(value).__name__}')
            size = len(value)
            items = []
            for item in list(value):
                items.append(_value(item, wanted[:-1], rows))
                if len(value) != size:
                    raise RuntimeError(f'{name} field "{field}" changed size during iteration')
            values.append([2, items])
        elif last == "?":
            values.append([0, None] if value is _ABSENT or value is None else _value(value, wanted[:-1], rows))
        else:
            if value is _ABSENT:
                raise TypeError(f'required field "{field}" missing from {name}')
            if value is None and wanted not in ("constant", "int"):
                raise ValueError(f"field '{field}' is required for {name}")
            values.append(_value(value, wanted, rows))
    rows.append((name, values, places))
    return len(rows) - 1


def _integer(value):
    if not isinstance(value, int):
        raise ValueError(f"invalid integer value: {value!r}")
    if not -1 << 31 <= value < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    return int(value)


def _value(value, kind, rows):
    if kind == "identifier":
        if value is not None and type(value) is not str:
            raise TypeError("AST identifier must be of type str")
        return [0, value]
    if kind == "string":
        if type(value) not in (str, bytes):
            raise TypeError("AST string must be of type str")
        return [0, value]
    if kind == "int":
        return [0, _integer(value)]
    if kind == "constant":
        _check_constant(value)
        return [0, value]
    if value is None:
        return [0, None]
    return [1, _add(value, kind, rows)]


def _check_constant(value):
    cls = type(value)
    if cls in (tuple, frozenset):
        for item in value:
            _check_constant(item)
    elif value is not None and value is not ... and cls not in (int, float, complex, bool, str, bytes):
        raise TypeError(f"got an invalid type in Constant: {cls.__name__}")
