"""What the guest sees of frames: the methods of frame objects (interpreter/frame_object.py), and where it finds them."""

import sys

import cython
from cython.cimports.callgate.core.capi import CgFrame, Ref, cg_tuple_items
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.type import argument_name, type_name, type_of
from cython.cimports.callgate.interpreter.frame_object import FrameObject, drop_kept, frame_seen, new_frame_object
from cython.cimports.callgate.interpreter.link import logical_index
from cython.cimports.callgate.interpreter.vm import F_GEN, VM, current_vm
from cython.cimports.callgate.modules.frames import caller_frame, frame_code, frame_locals, locals_of
from cython.cimports.callgate.objects.async_generator import new_async_generator
from cython.cimports.callgate.objects.coroutine import Coroutine, new_coroutine
from cython.cimports.callgate.objects.exception import Traceback, new_traceback, traceback_type
from cython.cimports.callgate.objects.function import CodeObject, Executable, Function
from cython.cimports.callgate.objects.generator import (
    GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, Resumable, close_it, new_generator,
)

from callgate.core.type import extend_type, native_type
from callgate.objects.coroutine import warn_never_awaited
from callgate.objects.exception import HOST_TRACEBACK, set_traceback_maker


KEEPS_SUSPENDED = cython.declare(cython.bint, sys.version_info >= (3, 13))


def frame_object(vm, up):
    return object_of(vm, caller_frame(vm, up))


@cython.cfunc
def object_of(vm: VM, frame: cython.pointer(CgFrame)) -> FrameObject:
    return None if frame == cython.NULL else frame_seen(frame, frame - vm.frames)


@cython.cfunc
def code_of(executable: Executable) -> CodeObject:
    if executable.guest_code is None:
        made: CodeObject = CodeObject.__new__(CodeObject)
        made.executable = executable
        made.code = executable.code
        executable.guest_code = made
    return executable.guest_code


@cython.cfunc
def line_of(frame: cython.pointer(CgFrame)) -> object:
    i: cython.int = logical_index(frame.cc, frame.pc - 1)
    return cython.cast(Executable, frame.cc.owner).code.positions[i].lineno


@cython.cfunc
def running(self: FrameObject) -> cython.pointer(CgFrame):
    vm: VM = current_vm()
    if self.depth >= 0:
        return vm.frames + self.depth
    return cython.NULL if self.gen is None or self.kept is not None else frame_of_generator(vm, self.gen)


def get_back(self: FrameObject):
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = running(self)
    if frame == cython.NULL:
        return self.back
    return object_of(vm, caller_frame(vm, visible_from(vm, frame) + 1))


@cython.cfunc
def visible_from(vm: VM, frame: cython.pointer(CgFrame)) -> cython.Py_ssize_t:
    """How many visible frames lie above it."""
    count: cython.Py_ssize_t = 0
    at: cython.pointer(CgFrame) = vm.fp
    while at > frame:
        if not frame_code(at).code.hidden:
            count += 1
        at -= 1
    return count


@cython.cfunc
@cython.exceptval(check=False)
def frame_of_generator(vm: VM, gen: Resumable) -> cython.pointer(CgFrame):
    """Where it runs; NULL: it does not."""
    at: cython.pointer(CgFrame) = vm.fp
    if gen.state == GEN_RUNNING:
        while at > vm.frames:
            if at.flags & F_GEN and at.extra == cython.cast(Ref, gen):
                return at
            at -= 1
    return cython.NULL


def get_locals(self: FrameObject):
    frame: cython.pointer(CgFrame) = running(self)
    if frame != cython.NULL:
        return frame_locals(frame)
    if self.space is not None:
        return self.space
    if self.kept is not None:
        return locals_of(self.function, cython.address(self.executable.c), cg_tuple_items(cython.cast(Ref, self.kept)))
    if self.gen is not None and (self.gen.state == GEN_SUSPENDED or self.gen.state == GEN_CREATED):
        return locals_of(cython.cast(Function, self.gen.func), self.gen.cc, self.gen.slots)
    return {}


@cython.cfunc
def last_index(self: FrameObject) -> cython.int:
    """Of the instruction that it executes, or has executed last."""
    frame: cython.pointer(CgFrame) = running(self)
    if frame != cython.NULL:
        return logical_index(frame.cc, frame.pc - 1)
    if self.kept is None and self.gen is not None and self.gen.state == GEN_SUSPENDED:
        return logical_index(self.gen.cc, self.gen.pc - 1)
    return self.last


def get_lineno(self: FrameObject):
    if self.gen is not None and self.gen.state == GEN_CREATED:
        return self.executable.code.firstlineno
    return self.executable.code.positions[last_index(self)].lineno


def get_lasti(self: FrameObject):
    return -1 if self.gen is not None and self.gen.state == GEN_CREATED else 2 * last_index(self)


def get_trace(self: FrameObject):
    return self.trace


def set_trace(self: FrameObject, value):
    self.trace = value


def drop_trace(self: FrameObject):
    self.trace = None


def get_true(self: FrameObject):
    return True


def get_false(self: FrameObject):
    return False


def ignore(self: FrameObject, value):
    """Nothing traces the guest."""


def clear(self: FrameObject, /):
    gen: Resumable = self.gen
    if running(self) != cython.NULL:
        raise RuntimeError("cannot clear an executing frame")
    drop_kept(self)
    self.space = None
    if gen is not None:
        if KEEPS_SUSPENDED and gen.state == GEN_SUSPENDED:
            raise RuntimeError("cannot clear a suspended frame")
        if gen.state == GEN_CREATED and isinstance(gen, Coroutine):
            warn_never_awaited(gen)
        close_it(gen)


def get_code(self: FrameObject):
    return code_of(self.executable)


def globals_of(frame):
    function: Function = frame.function
    if function is None:
        return frame.executable.globals
    return function.globals if function.globals_dict is None else function.globals_dict


def get_globals(self: FrameObject):
    return globals_of(self)


def get_builtins(self: FrameObject):
    vm: VM = current_vm()
    return vm.builtins


def shown(self: FrameObject):
    code = self.executable.code
    return f"<frame at 0x{cython.cast(cython.size_t, cython.cast(Ref, self)):x}, file {code.filename!r}, " \
           f"line {get_lineno(self)}, code {code.name}>"


FRAME = native_type("frame", FrameObject, functions={"__repr__": shown, "clear": clear}, getters={
    "f_back": get_back, "f_locals": get_locals, "f_lineno": get_lineno, "f_code": get_code, "f_globals": get_globals,
    "f_builtins": get_builtins, "f_lasti": get_lasti, "f_trace": (get_trace, set_trace, drop_trace),
    "f_trace_lines": (get_true, ignore, None), "f_trace_opcodes": (get_false, ignore, None)})


# === of generators and coroutines
def generator_frame(gen: Resumable):
    """gi_frame and its like: None when it has ended."""
    vm: VM = current_vm()
    if gen.state == GEN_CLOSED or gen.func == cython.NULL:
        return None
    frame: cython.pointer(CgFrame) = frame_of_generator(vm, gen)
    if frame != cython.NULL:
        return object_of(vm, frame)
    function: Function = cython.cast(Function, gen.func)
    made: FrameObject = new_frame_object(function.executable)
    made.function = function
    made.gen = gen
    return made


extend_type(type_of(new_generator()), getters={"gi_frame": generator_frame})
extend_type(type_of(new_coroutine()), getters={"cr_frame": generator_frame})
extend_type(type_of(new_async_generator()), getters={"ag_frame": generator_frame})


# === of a traceback ===
def traceback_frame(tb: Traceback):
    made: FrameObject
    if tb.frame is None:        # one that the host made
        made = new_frame_object(tb.executable)
        made.last = tb.last if tb.last >= 0 else tb.index
        tb.frame = made
    return tb.frame


def new_traceback_object(args, kwargs):
    given: dict = dict(zip(("tb_next", "tb_frame", "tb_lasti", "tb_lineno"), args))
    given.update(kwargs)
    if len(given) != 4 or len(args) + len(kwargs) != 4:
        # the host words the complaint; it sees the number of the arguments, and their names
        HOST_TRACEBACK(*[None for each in args], **dict.fromkeys(kwargs))
    next, frame = given["tb_next"], given["tb_frame"]
    if next is not None and not isinstance(next, Traceback):
        raise TypeError(f"expected traceback object or None, got '{type_name(next)}'")
    if not isinstance(frame, FrameObject):
        who = "traceback" if sys.version_info >= (3, 13) else "TracebackType"
        raise TypeError(f"{who}() argument 'tb_frame' must be frame, not {argument_name(frame)}")
    its: FrameObject = frame
    last: cython.int = index(given["tb_lasti"])
    made: Traceback = new_traceback(its.executable, last >> 1 if last > 0 else 0, next)
    made.frame = frame
    line: cython.int = index(given["tb_lineno"])
    made.line = line
    return made


extend_type(traceback_type, getters={"tb_frame": traceback_frame})
set_traceback_maker(new_traceback_object)
TRACEBACK = traceback_type
