"""The guest's frame objects: a view of a running frame, as far as it still runs.

A frame object knows the place of its frame among the machine's frames and the function that ran there; when that
function is no longer there, `f_back` is None and `f_locals` is empty.
"""

import types

import cython
from cython.cimports.callgate.core.capi import CgFrame, Ref
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.type import type_name
from cython.cimports.callgate.interpreter.link import logical_index
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.frames import caller_frame, frame_code, frame_globals, frame_locals
from cython.cimports.callgate.objects.exception import Traceback, new_traceback, traceback_type
from cython.cimports.callgate.objects.function import CodeObject, Executable

from callgate.core.type import extend_type, native_type
from callgate.objects.exception import set_traceback_maker


def frame_object(vm, up):
    return object_of(vm, caller_frame(vm, up))


@cython.cfunc
def object_of(vm: VM, frame: cython.pointer(CgFrame)) -> object:
    if frame == cython.NULL:
        return None
    made: FrameObject = FrameObject.__new__(FrameObject)
    made.code = code_of(frame_code(frame))
    made.globals = frame_globals(frame)
    made.function = cython.cast(object, frame.func)
    made.depth = frame - vm.frames
    made.lineno = line_of(frame)
    return made


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
    if self.function is None:
        return cython.NULL
    frame: cython.pointer(CgFrame) = vm.frames + self.depth
    if frame <= vm.fp and frame.func == cython.cast(Ref, self.function):
        return frame
    return cython.NULL


def get_back(self: FrameObject):
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = running(self)
    if frame == cython.NULL:
        return None
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


def get_locals(self: FrameObject):
    frame: cython.pointer(CgFrame) = running(self)
    return {} if frame == cython.NULL else frame_locals(frame)


def get_lineno(self: FrameObject):
    frame: cython.pointer(CgFrame) = running(self)
    if frame != cython.NULL:
        self.lineno = line_of(frame)
    return self.lineno


def get_code(self: FrameObject):
    return self.code


def get_globals(self: FrameObject):
    return self.globals


def get_builtins(self: FrameObject):
    vm: VM = current_vm()
    return vm.builtins


def shown(self: FrameObject):
    code = self.code.code
    return f"<frame at 0x{cython.cast(cython.size_t, cython.cast(Ref, self)):x}, file {code.filename!r}, " \
           f"line {get_lineno(self)}, code {code.name}>"


FRAME = native_type("frame", FrameObject, functions={"__repr__": shown}, getters={
    "f_back": get_back, "f_locals": get_locals, "f_lineno": get_lineno, "f_code": get_code, "f_globals": get_globals,
    "f_builtins": get_builtins})


# === of a traceback ===
def traceback_frame(tb: Traceback):
    """tb_frame: what is known of the frame for ever; it has ended, or will soon."""
    executable: Executable = tb.executable
    if tb.frame is None:
        made: FrameObject = FrameObject.__new__(FrameObject)
        made.code = code_of(executable)
        made.globals = executable.globals
        made.lineno = executable.code.positions[tb.last if tb.last >= 0 else tb.index].lineno
        tb.frame = made
    return tb.frame


def new_traceback_object(args, kwargs):
    given: dict = dict(zip(("tb_next", "tb_frame", "tb_lasti", "tb_lineno"), args))
    given.update(kwargs)
    if len(given) != 4 or len(args) + len(kwargs) != 4:
        # the host words the complaint; it sees the number of the arguments, and their names
        types.TracebackType(*[None for each in args], **dict.fromkeys(kwargs))
    next, frame = given["tb_next"], given["tb_frame"]
    if next is not None and not isinstance(next, Traceback):
        raise TypeError(f"expected traceback object or None, got '{type_name(next)}'")
    if not isinstance(frame, FrameObject):
        raise TypeError(f"TracebackType() argument 'tb_frame' must be frame, not {type_name(frame)}")
    its: FrameObject = frame
    last: cython.int = index(given["tb_lasti"])
    made: Traceback = new_traceback(its.code.executable, last >> 1 if last > 0 else 0, next)
    made.frame = frame
    line: cython.int = index(given["tb_lineno"])
    made.line = line
    return made


extend_type(traceback_type, getters={"tb_frame": traceback_frame})
set_traceback_maker(new_traceback_object)
TRACEBACK = traceback_type
