"""The text of a guest exception with its tracebacks, as the host's own CPython version prints it.

Sources come from a mapping of file names to text and from nowhere else: a file name is the guest's, so no file is read.
The host's `traceback` draws single frames (its rules for carets differ between versions) from plain text that is passed
to it; chains, notes, groups and syntax errors are written here, because exceptions of the guest are not the host's. An
exception's `str` runs guest code, so the caller must be inside a run of the machine. What is shown is bounded: a guest
decides how many frames, exceptions and characters there are.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_or
from cython.cimports.callgate.core.call import call_special
from cython.cimports.callgate.core.object import TF_HEAP, Type
from cython.cimports.callgate.core.operators import repr_, str_
from cython.cimports.callgate.core.type import is_subtype
from cython.cimports.callgate.objects.exception import ExceptionObject, Traceback, exception_type
from cython.cimports.callgate.objects.function import Executable
from cython.cimports.callgate.objects.namespace import Module

from callgate.bytecode.code import visible_names
from callgate.core.errors import GuestRaise
from callgate.objects.suggestions import nearest

REPEATS = 3                 # so often the same line of the same function is shown
MAX_FRAMES = 2000           # entries of one traceback, after folding
MAX_EXCEPTIONS = 1000       # of all chains and groups together
MAX_LINE = 10_000           # characters of source that are searched for one frame's carets
GROUP_WIDTH, GROUP_DEPTH = 15, 10

CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"

_NEW_LAYOUT = sys.version_info >= (3, 13)       # frames of several lines, clipped offsets of syntax errors
_NAMES_MODULES = sys.version_info >= (3, 12)    # "Did you forget to import"
_HAS_STR_NOTES = sys.version_info < (3, 12)     # a str as __notes__ is a sequence of notes
_ABSENT = object()
_LINE_FEED = b"\n"


def format_exception(exc, sources, modules=None, suggestions=True) -> str:
    """The whole text. `sources`: file name -> text; `modules`: the guest's, where names near a wrong one are."""
    return "".join(_Report(exc, _Options(sources, modules or {}, suggestions)).format(_Margin()))


def format_exception_only(exc, suggestions=False) -> str:
    """The last lines: class, text, notes, and the place of a syntax error."""
    return "".join(_Report(exc, _Options({}, {}, suggestions)).last_lines())


def format_unraisable(exc, sources) -> str:
    """As pythonrun.c's: the traceback and one line, without what the exception is chained to."""
    options = _Options(sources, {}, False)
    options.carets = not _NEW_LAYOUT        # C code of the host's, which draws none any more
    text = _safely(_str, exc, "exception")
    visible = _visible(cython.cast(ExceptionObject, exc).traceback)
    head = "Traceback (most recent call last):\n" if visible else ""
    return f"{head}{''.join(format_frames(visible, options))}{class_name(cython.cast(ExceptionObject, exc).type)}: {text}\n"


def frames(exc) -> list:
    """(file name, line, function name) of each frame that shows, outermost first."""
    return [(code.filename, line if (line := _position(code, index)[0]) > 0 else None, name)
            for code, index, name in _visible(cython.cast(ExceptionObject, exc).traceback)]


def _visible(tb) -> list:
    """(Code, index of the instruction, function's name) of the frames of a traceback.

    Those of callgate's own guest library do not show, nor, from 3.12 on, those of comprehensions: there the host has
    no frame, and what fails in them has failed in the function around them.
    """
    found: list = []
    while tb is not None:
        at: Traceback = tb
        code = at.executable.code
        if code.hidden:
            pass
        else:
            found.append((code, at.index, code.name))
        tb = at.next
    return found


def _position(code, index: cython.int):
    positions = code.positions
    return tuple(positions[index]) if 0 <= index < len(positions) else (code.firstlineno, -1, -1, -1)


# ---- frames


class _Options:
    """What is the same for all exceptions of one text."""

    def __init__(self, sources, modules, suggestions):
        self.sources, self.modules, self.suggestions = sources, modules, suggestions
        self.lines = {}
        self.drawn = {}
        self.left = MAX_EXCEPTIONS
        self.carets = True

    def source_lines(self, filename: str) -> list:
        found = self.lines.get(filename)
        if found is None:
            text = self.sources.get(filename)
            found = self.lines[filename] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if isinstance(text, str) else []
        return found


def format_frames(visible: list, options) -> list:
    """The frames as text, one item each; a line that repeats is counted after the third time."""
    entries: list = []
    last = None
    count: cython.Py_ssize_t = 0
    for code, index, name in visible:
        key = (code.filename, _position(code, index)[0], name)
        if key != last:
            if count > REPEATS:
                entries.append(count - REPEATS)
            last, count = key, 0
        count += 1
        if count <= REPEATS:
            entries.append((code, index, name))
    if count > REPEATS:
        entries.append(count - REPEATS)
    dropped = len(entries) - MAX_FRAMES
    if dropped > 0:
        entries[MAX_FRAMES // 2:MAX_FRAMES // 2 + dropped] = [f"  [{dropped} more frames]\n"]
    return [_entry(entry, options) for entry in entries]


def _entry(entry, options) -> str:
    if isinstance(entry, int):
        return f"  [Previous line repeated {entry} more time{'s' if entry > 1 else ''}]\n"
    if isinstance(entry, str):
        return entry
    code, index, name = entry
    key = (id(code), index, name)
    drawn = options.drawn.get(key)
    if drawn is None:
        drawn = options.drawn[key] = _draw(code.filename, name, _position(code, index), options)
    return drawn


def _draw(filename: str, name: str, position, options) -> str:
    line, end_line, column, end_column = [number if number >= 0 else None for number in position]
    lines = options.source_lines(filename)
    text = ""
    if line and line <= len(lines):
        if not _NEW_LAYOUT:
            text = lines[line - 1] + "\n"
        else:
            text = "\n".join([each.rstrip() for each in lines[line - 1:end_line or line]]) + "\n"
    if not options.carets:
        column = end_column = end_line = None
        text = text.partition("\n")[0] + "\n"
    if len(text) > MAX_LINE:
        column = end_column = end_line = None
        text = text[:MAX_LINE].partition("\n")[0] + "\n"
    shown = text.strip()
    after = text[:-1][len(text[:-1].rstrip()):] if shown and not _NEW_LAYOUT else ""
    if after:
        text = text.rstrip() + "\n"
    try:
        drawn = _host_draw(filename, name, line, text, end_line, column, end_column)
        if after:
            # before 3.13 the interpreter itself draws: it strips nothing at the end, and marks what is not the whole line
            if column is not None and end_column is not None and drawn.endswith(f"    {shown}\n"):
                drawn += f"    {'^' * len(shown)}\n"
            drawn = drawn.replace(f"    {shown}\n", f"    {shown}{after}\n", 1)
        return drawn
    except Exception:  # the parser gave up, or positions do not fit the text: a frame without carets
        first = text.strip().partition("\n")[0]
        return f'  File "{filename}", line {line}, in {name}\n' + (f"    {first}\n" if first else "")


def _host_draw(filename: str, name: str, line, text: str, end_line, column, end_column) -> str:
    import traceback as host_traceback

    summary = host_traceback.FrameSummary(
        filename, line, name, lookup_line=False, line=text, end_lineno=end_line, colno=column,
        end_colno=end_column)
    return host_traceback.StackSummary().format_frame_summary(summary)


# ---- exceptions


def _safely(function, value, what: str) -> str:
    """Its text, whatever goes wrong; a trap is not the guest's and goes on."""
    try:
        return function(value)
    except (Exception, GuestRaise):
        return f"<{what} {'str' if function is _str else 'repr'}() failed>"


def _str(value) -> str:
    return str_(value)


def _repr(value) -> str:
    return repr_(value)


class _Margin:
    """Where exception groups are drawn: the box's depth, and whether its bottom is still to be drawn."""

    def __init__(self):
        self.depth = 0
        self.open = False

    def indent(self) -> str:
        return "  " * self.depth

    def put(self, text: str, mark: str = "|") -> str:
        if not self.depth:
            return text
        before = f"{self.indent()}{mark} "
        return "".join([before + line for line in text.splitlines(True)])


class _Report:
    """One exception, looked at once, with those that it is chained to and those that it groups."""

    def __init__(self, exc: ExceptionObject, options, seen=None):
        self.exc, self.options = exc, options
        self.cause = self.context = self.exceptions = None
        is_first = seen is None
        seen = set() if seen is None else seen
        seen.add(id(exc))
        options.left -= 1
        self.text = _safely(_str, exc, "exception")
        hint = _suggestion(exc, options) if options.suggestions else ""
        # before 3.13 it follows whatever the line is, then it is part of the text
        self.hint = "" if _NEW_LAYOUT else hint
        if _NEW_LAYOUT:
            self.text += hint
        try:
            self.notes = getattr_or(exc, "__notes__", None)
        except (Exception, GuestRaise) as error:
            self.notes = [f"Ignored error getting __notes__: {_safely(_repr, error, '__notes__')}"]
        self.frames = _visible(exc.traceback)
        if is_first and _NEW_LAYOUT:
            self.follow(seen)
        elif is_first:
            self.follow_in_order(seen)

    def follow_in_order(self, seen):
        """As pythonrun.c, which prints while it goes: the chain of an exception, then its members one by one."""
        waiting = [(self, True)]
        while waiting:
            report, is_new = waiting.pop()
            exc: ExceptionObject = report.exc
            if is_new:
                seen.add(id(exc))
                waiting.append((report, False))
                if exc.cause is not None:
                    if self.wanted(exc.cause, seen):
                        report.cause = _Report(exc.cause, self.options, set())
                        waiting.append((report.cause, True))
                elif not exc.suppress_context and self.wanted(exc.context, seen):
                    report.context = _Report(exc.context, self.options, set())
                    waiting.append((report.context, True))
            else:
                members = exc.extra.get("exceptions") if exc.extra else None
                if members is not None:
                    report.exceptions = [
                        _Report(member, self.options, set()) for member in members[:max(self.options.left, 0)]]
                    waiting += [(member, True) for member in reversed(report.exceptions)]

    def follow(self, seen):
        """As traceback.py, which looks at everything first."""
        waiting = [self]
        while waiting:
            report = waiting.pop()
            exc: ExceptionObject = report.exc
            if self.wanted(exc.cause, seen):
                report.cause = _Report(exc.cause, self.options, seen)
            if report.cause is None and not exc.suppress_context and self.wanted(exc.context, seen):
                report.context = _Report(exc.context, self.options, seen)
            members = exc.extra.get("exceptions") if exc.extra else None
            if members is not None:
                report.exceptions = [
                    _Report(member, self.options, seen) for member in members[:max(self.options.left, 0)]]
            waiting += [each for each in (report.cause, report.context, *(report.exceptions or ())) if each is not None]

    def wanted(self, exc, seen) -> bool:
        return exc is not None and id(exc) not in seen and self.options.left > 0

    def format(self, margin) -> list:
        chain = [("", self)]
        while True:
            report = chain[-1][1]
            if report.cause is not None:
                chain[-1] = (CAUSE, report)
                chain.append(("", report.cause))
            elif report.context is not None:
                chain[-1] = (CONTEXT, report)
                chain.append(("", report.context))
            else:
                break
        parts: list = []
        for message, report in reversed(chain):
            if message:
                parts.append(margin.put(message))
            if report.exceptions is None:
                if report.frames:
                    parts.append(margin.put("Traceback (most recent call last):\n"))
                    parts += [margin.put(frame) for frame in format_frames(report.frames, report.options)]
                parts += [margin.put(line) for line in report.last_lines()]
            elif margin.depth > GROUP_DEPTH:
                parts.append(margin.put(f"... (max_group_depth is {GROUP_DEPTH})\n"))
            else:
                report.format_group(margin, parts)
        return parts

    def format_group(self, margin, parts: list):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self.frames:
            parts.append(margin.put("Exception Group Traceback (most recent call last):\n", "+" if outermost else "|"))
            parts += [margin.put(frame) for frame in format_frames(self.frames, self.options)]
        parts += [margin.put(line) for line in self.last_lines()]
        members = self.exceptions
        shown = len(members) if len(members) <= GROUP_WIDTH else GROUP_WIDTH + 1
        margin.open = False
        for i in range(shown):
            if i == shown - 1:
                margin.open = True      # the bottom may be drawn by a group inside the last one
            cut = i >= GROUP_WIDTH
            parts.append(f"{margin.indent()}{'+-' if i == 0 else '  '}"
                         f"+---------------- {'...' if cut else i + 1} ----------------\n")
            margin.depth += 1
            if not cut:
                parts += members[i].format(margin)
            else:
                more = len(members) - GROUP_WIDTH
                parts.append(margin.put(f"and {more} more exception{'s' if more > 1 else ''}\n"))
            if i == shown - 1 and margin.open:
                parts.append(f"{margin.indent()}+------------------------------------\n")
                margin.open = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def last_lines(self) -> list:
        name = class_name(cython.cast(ExceptionObject, self.exc).type)
        if is_subtype(cython.cast(ExceptionObject, self.exc).type, exception_type("SyntaxError")):
            fields = cython.cast(ExceptionObject, self.exc).extra or {}
        else:
            fields = None
        # before 3.13 a syntax error that names no line is printed as any other exception
        if fields is not None and (_NEW_LAYOUT or isinstance(fields.get("lineno"), int)):
            lines = _syntax_error(cython.cast(ExceptionObject, self.exc).type, name, fields)
        else:
            lines = [f"{name}: {self.text}{self.hint}\n" if self.text else f"{name}{self.hint}\n"]
        notes = self.notes
        if isinstance(notes, list | tuple | range) or (_HAS_STR_NOTES and isinstance(notes, str)):
            for note in notes:
                lines += [line + "\n" for line in _safely(_str, note, "note").split("\n")]
        elif notes is not None:
            # 3.11 forgets the end of the line
            lines.append(_safely(_repr, notes, "__notes__") + ("\n" if _NAMES_MODULES else ""))
        return lines


def class_name(cls: Type) -> str:
    """As the last line names it: with its module, unless that is the main one."""
    module = getattr_or(cls, "__module__", None) if cls.flags & TF_HEAP else cls.module
    if not isinstance(module, str):
        return f"<unknown>.{cls.qualname}"
    return cls.qualname if module in ("__main__", "builtins") else f"{module}.{cls.qualname}"


# ---- syntax errors


def _syntax_error(cls: Type, name: str, fields: dict) -> list:
    filename, line, text, offset = map(fields.get, ("filename", "lineno", "text", "offset"))
    lines: list = []
    suffix = ""
    if line is not None:
        lines.append(f'  File "{filename or "<string>"}", line {line}\n')
    elif filename is not None:
        suffix = f" ({filename})"
    if isinstance(text, str):
        offset = offset if isinstance(offset, int) else None
        end = fields.get("end_offset")
        end = end if isinstance(end, int) else None
        end_line = fields.get("end_lineno")
        if _NEW_LAYOUT:
            lines += _marked(text, offset, end, line == end_line)
        else:
            # before 3.13 the interpreter's own function prints it, which counts in bytes
            indentation = is_subtype(cls, exception_type("IndentationError"))
            single = indentation or not (isinstance(line, int) and isinstance(end_line, int) and end_line > line)
            lines += _marked_bytes(text.encode("utf-8", "replace"), -1 if offset is None else offset,
                                   -1 if end is None or indentation else end, single)
    lines.append(f"{name}: {fields.get('msg') or '<no detail available>'}{suffix}\n")
    return lines


def _marked(text: str, offset, end, single) -> list:
    """The line and its carets; `offset` and `end` count characters from 1."""
    whole = text.rstrip("\n")
    shown = whole.lstrip(" \n\f")
    lines = [f"    {shown}\n"]
    if offset is not None:
        end = (end or offset) if single else len(whole) + 1
        if text and offset > len(text):
            offset = len(whole) + 1
        if text and end > len(text):
            end = len(whole) + 1
        if offset >= end or end < 0:
            end = offset + 1
        start = offset - 1 - (len(whole) - len(shown))
        if start >= 0:
            space = "".join([c if c.isspace() else " " for c in shown[:start]])
            lines.append(f"    {space}{'^' * min(end - offset, MAX_LINE)}\n")
    return lines


def _marked_bytes(text: bytes, offset, end, single) -> list:
    """The same as pythonrun.c's print_error_text has it."""
    end = min(end, len(text) + 1) if single else len(text)
    carets = max(end - offset, 1) if end > 0 else 1
    shown = text.lstrip(b" \t\f")
    offset -= 1 + len(text) - len(shown)
    offset = min(offset, len(shown.removesuffix(_LINE_FEED)))
    while 0 <= shown.find(_LINE_FEED) < offset:
        skipped = shown.index(_LINE_FEED) + 1
        shown = shown[skipped:]
        offset -= skipped
    lines = [f"    {shown.removesuffix(_LINE_FEED).decode('utf-8', 'replace')}\n"]
    if offset >= 0:
        lines.append(f"    {' ' * offset}{'^' * min(carets, MAX_LINE)}\n")
    return lines


# ---- suggestions


def _suggestion(exc: ExceptionObject, options) -> str:
    """What follows the message: the name that was meant, the module that was not imported."""
    fields: dict = exc.extra or {}
    if is_subtype(exc.type, exception_type("ImportError")):
        wrong = fields.get("name_from")
        found = _nearest_of(exc, wrong, options) if isinstance(wrong, str) else None
        return f". Did you mean: '{found}'?" if found else ""
    is_name_error = is_subtype(exc.type, exception_type("NameError"))
    if not is_name_error and not is_subtype(exc.type, exception_type("AttributeError")):
        return ""
    wrong = fields.get("name")
    if not isinstance(wrong, str):
        return ""
    found = _nearest_of(exc, wrong, options)
    hint = f". Did you mean: '{found}'?" if found else ""
    if is_name_error and _NAMES_MODULES and wrong in sys.stdlib_module_names:
        hint += f"{' Or did' if hint else '. Did'} you forget to import '{wrong}'?"
    return hint


def _nearest_of(exc: ExceptionObject, wrong: str, options):
    self = _self_in_frame(exc.traceback)
    try:
        if is_subtype(exc.type, exception_type("NameError")):
            if _NAMES_MODULES and self is not None and getattr_or(self, wrong, _ABSENT) is not _ABSENT:
                return f"self.{wrong}"
            names = _names_in_frame(exc.traceback)
        elif is_subtype(exc.type, exception_type("ImportError")):
            names = _public(call_special(options.modules[exc.extra["name"].partition(".")[0]], "__dir__", ()), wrong)
        else:
            names = call_special(exc.extra["obj"], "__dir__", ())
            names = sorted(names) if self is exc.extra["obj"] else _public(names, wrong)
    except (Exception, GuestRaise):
        return None
    return nearest(wrong, names)


def _public(names, wrong: str) -> list:
    """3.13 does not propose a name with an underscore for one without."""
    names = sorted(names)       # fails, as dir() does, when they are not all text
    return names if wrong.startswith("_") or not _NEW_LAYOUT else [name for name in names if name[:1] != "_"]


def _self_in_frame(tb):
    """What `self` is in the innermost frame; None when there is no such name."""
    if tb is None:
        return None
    at: Traceback = tb
    while at.next is not None:
        at = at.next
    return at.self_


def _names_in_frame(tb) -> list:
    if tb is None:
        return []
    at: Traceback = tb
    while at.next is not None:
        at = at.next
    code = at.executable.code
    namespace = cython.cast(Executable, at.executable).globals
    variables = visible_names((*code.varnames, *code.cellvars, *code.freevars))
    builtins = namespace.get("__builtins__") if namespace.builtins is None else namespace.builtins
    if isinstance(builtins, Module):
        builtins = cython.cast(Module, builtins).namespace
    return [*variables, *namespace, *(builtins if isinstance(builtins, dict) else ())]
