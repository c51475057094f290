"""What single builtin exception classes know beyond `args`: their fields, how arguments fill them, their text.

Rows are functions of plain arguments, so nothing here depends on the layout of exception objects. `init` gives the
args to keep and the fields; `text` gives `str(exception)`, or None where BaseException's rule holds. Complaints about
arguments are worded by the host's own class: it sees the number and the names of the arguments, not what they are.
"""

import builtins
import sys
from _collections_abc import Callable

from cython.cimports.cpython.buffer import PyObject_CheckBuffer
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.operators import repr_, str_
from cython.cimports.callgate.objects.guard import for_host

from callgate.bytecode.rows import Row
from callgate.objects.exception_group import group_text

class Kind(Row):
    """One row: `init(args, kwargs) -> (args, fields)` or None, `text(args, fields) -> str or None`."""

    fields: tuple
    init: Callable
    text: Callable
    keywords: bool = False


def own_text(args, fields):
    return None


def _keywords(host: type, kwargs, allowed: tuple) -> dict:
    """The named fields among the keywords; the host's TypeError for any other."""
    fields = dict.fromkeys(allowed)
    if kwargs:
        if not kwargs.keys() <= fields.keys():
            host(**dict.fromkeys(kwargs))
        fields.update(kwargs)
    return fields


def _stop_iteration(args, kwargs):
    return args, {"value": args[0] if args else None}


def _system_exit(args, kwargs):
    return args, {"code": None if not args else args[0] if len(args) == 1 else args}


def _name_error(args, kwargs):
    return args, _keywords(NameError, kwargs, ("name",))


def _attribute_error(args, kwargs):
    return args, _keywords(AttributeError, kwargs, ("name", "obj"))


_IMPORT_FIELDS = ("name", "path", "name_from") if sys.version_info >= (3, 12) else ("name", "path")


def _import_error(args, kwargs):
    fields = _keywords(ImportError, kwargs, _IMPORT_FIELDS)
    fields["msg"] = args[0] if len(args) == 1 else None
    return args, fields


def _import_text(args, fields):
    message = fields.get("msg")
    return message if type(message) is str else None


def _key_text(args, fields):
    return repr_(args[0]) if len(args) == 1 else None


# ---- OSError


def os_error_name(number) -> str:
    """The name of the class that OSError(number, ...) really makes."""
    return type(OSError(int.__index__(number), "")).__name__ if isinstance(number, int) else "OSError"


def _os_error(args, kwargs):
    fields = dict.fromkeys(("errno", "strerror", "filename", "filename2"))
    if 2 <= len(args) <= 5:
        fields["errno"], fields["strerror"] = args[:2]
        if len(args) > 2 and args[2] is not None:
            fields["filename"] = args[2]
            if len(args) > 4:
                fields["filename2"] = args[4]
            args = args[:2]
    return args, fields


def _blocking_error(args, kwargs):
    if 2 < len(args) < 6 and type(args[2]) in (int, float, bool):
        written = BlockingIOError(0, "", args[2]).characters_written
        _, fields = _os_error(args[:2], kwargs)
        return args, {**fields, "characters_written": written}
    return _os_error(args, kwargs)


def os_text(args, fields):
    number, text, first, second = map(fields.get, ("errno", "strerror", "filename", "filename2"))
    if first is not None:
        where = f": {repr_(first)} -> {repr_(second)}" if second is not None else f": {repr_(first)}"
        return f"[Errno {str_(number)}] {str_(text)}{where}"
    if number is not None and text is not None:
        return f"[Errno {str_(number)}] {str_(text)}"
    return None


# ---- SyntaxError


def _syntax_error(args, kwargs):
    fields = dict.fromkeys(
        ("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"))
    if args:
        fields["msg"] = args[0]
    if len(args) == 2:
        place = tuple(args[1])
        if len(place) not in (4, 6):
            SyntaxError("", (None,) * len(place))
        fields.update(zip(("filename", "lineno", "offset", "text", "end_lineno", "end_offset"), place))
    return args, fields


def _syntax_text(args, fields):
    message, filename, line = str_(fields.get("msg")), fields.get("filename"), fields.get("lineno")
    name = filename.rpartition("/")[2] if isinstance(filename, str) else None
    if type(line) is int:
        return f"{message} ({name}, line {line})" if name is not None else f"{message} (line {line})"
    return f"{message} ({name})" if name is not None else message


# ---- unicode errors


_UNICODE = ("encoding", "object", "start", "end", "reason")


def _unicode_kind(host: type, names: tuple) -> Kind:
    def init(args, kwargs):
        numbers = [name in ("start", "end") for name in names]
        # what the host complains about has to have the name of its guest type
        made = host(*[each if at < len(names) and numbers[at] and has_special(each, "__index__") or PyObject_CheckBuffer(each)
                      else for_host(each) for at, each in enumerate(args)])
        return args, {name: getattr(made, name) for name in names}

    verb = "decode" if host is UnicodeDecodeError else "encode" if host is UnicodeEncodeError else "translate"
    one, many = ("byte", "bytes") if host is UnicodeDecodeError else ("character", "characters")

    def text(args, fields):
        what, start, end = fields.get("object"), fields.get("start") or 0, fields.get("end") or 0
        if what is None:
            return ""
        reason = str_(fields.get("reason"))
        codec = f"'{str_(fields.get('encoding'))}' codec can't" if "encoding" in names else "can't"
        if isinstance(what, (str, bytes, bytearray)) and start >= 0 and start < len(what) and end == start + 1:
            return f"{codec} {verb} {one} {_unit(what[start])} in position {start}: {reason}"
        return f"{codec} {verb} {many} in position {start}-{end - 1}: {reason}"

    return Kind(_UNICODE, init, text)


def _unit(unit) -> str:
    if isinstance(unit, int):
        return f"0x{unit:02x}"
    code = ord(unit)
    return f"'\\x{code:02x}'" if code <= 0xFF else f"'\\u{code:04x}'" if code <= 0xFFFF else f"'\\U{code:08x}'"


#: by class; a class that is not here does as its nearest base does, and BaseException has no row
KINDS = {
    "StopIteration": Kind(("value",), _stop_iteration, own_text),
    "SystemExit": Kind(("code",), _system_exit, own_text),
    "NameError": Kind(("name",), _name_error, own_text, True),
    "AttributeError": Kind(("name", "obj"), _attribute_error, own_text, True),
    "ImportError": Kind(("msg", *_IMPORT_FIELDS), _import_error, _import_text, True),
    "KeyError": Kind((), None, _key_text),
    "OSError": Kind(("errno", "strerror", "filename", "filename2", "characters_written"), _os_error, os_text),
    "BlockingIOError": Kind((), _blocking_error, os_text),
    "BaseExceptionGroup": Kind(("message", "exceptions"), None, group_text),
    "SyntaxError": Kind(("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
                         "print_file_and_line"), _syntax_error, _syntax_text),
    "UnicodeDecodeError": _unicode_kind(UnicodeDecodeError, _UNICODE),
    "UnicodeEncodeError": _unicode_kind(UnicodeEncodeError, _UNICODE),
    "UnicodeTranslateError": _unicode_kind(UnicodeTranslateError, _UNICODE[1:]),
}

#: the host's own exception classes, each after its bases; names that mean another class (IOError) are left out
HOST_CLASSES = sorted(
    {value for value in vars(builtins).values() if isinstance(value, type) and issubclass(value, BaseException)},
    key=lambda cls: (len(cls.__mro__), cls.__name__))

ALIASES = {name: value.__name__ for name, value in vars(builtins).items()
           if isinstance(value, type) and issubclass(value, BaseException) and value.__name__ != name}
