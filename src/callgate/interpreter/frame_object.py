"""The guest's frame objects: where a frame is while it runs, and what it leaves behind.

A frame has a frame object from the first time that somebody asks for it, an exception's traceback mostly; from then on
it has F_SEEN and a reference to it. When the frame ends and others have the frame object still, that takes the variables
over, as in CPython: they live as long as the traceback does. Its methods are in modules/frame_objects.py.
"""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.core.ops import OP_RETURN_FAST
from cython.cimports.callgate.interpreter.link import HIDDEN_CODE
from cython.cimports.callgate.interpreter.vm import F_GEN, F_SEEN
from cython.cimports.callgate.objects.function import Executable, Function
from cython.cimports.callgate.objects.generator import Resumable


class FrameObject:
    pass


# Every exception needs one: those that are freed are kept for the next.
_KEPT = cython.declare(cython.int, 32)
_frames = cython.declare(cython.pointer(PyObject)[32])
_count = cython.declare(cython.int, 0)
_FRAME = cython.declare(cython.pointer(PyTypeObject), cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, FrameObject)))
_cython_dealloc = cython.declare(deallocproc_t, _FRAME.tp_dealloc)


def drop_kept(frame):
    items: object = frame.kept
    i: cython.Py_ssize_t
    value: Ref
    frame.kept = None
    if items is not None:
        for i in range(PyTuple_GET_SIZE(cython.cast(Ref, items))):      # a tuple would begin with the last
            value = PyTuple_GET_ITEM(cython.cast(Ref, items), i)
            PyTuple_SET_ITEM(cython.cast(Ref, items), i, cython.NULL)
            XDECREF(value)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def _dealloc(o: Ref) -> cython.void:
    global _count
    depth: cython.int = cg_trash_enter(o)
    if depth < 0:
        return
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    drop_kept(cython.cast(FrameObject, o))
    cython.cast(FrameObject, o).space = None
    cython.cast(FrameObject, o).trace = None
    cython.cast(FrameObject, o).function = None
    cython.cast(FrameObject, o).executable = None
    cython.cast(FrameObject, o).gen = None
    cython.cast(FrameObject, o).back = None
    # only now: what died with its contents may have been kept as well
    if _count < _KEPT:
        _frames[_count] = o
        _count += 1
    else:
        PyObject_GC_Track(cython.cast(cython.p_void, o))        # as Cython's own function expects it
        _cython_dealloc(o)
    cg_trash_leave(depth)


_FRAME.tp_dealloc = _dealloc


def new_frame_object(executable):
    global _count
    made: FrameObject
    raw: Ref
    if _count > 0:
        _count -= 1
        raw = _frames[_count]
        Py_SET_REFCNT(raw, 1)
        made = cython.cast(FrameObject, raw)
        DECREF(raw)
        PyObject_GC_Track(cython.cast(cython.p_void, raw))
    else:
        made = FrameObject.__new__(FrameObject)
    made.executable = executable
    made.depth = -1
    made.last = 0
    return made


def frame_seen(fp, depth):
    made: FrameObject
    if fp.flags & F_SEEN:
        return cython.cast(FrameObject, fp.guest)
    made = new_frame_object(cython.cast(Executable, fp.cc.owner))
    made.function = cython.cast(Function, fp.func)
    made.depth = depth
    if fp.flags & F_GEN and fp.extra != cython.NULL:
        made.gen = cython.cast(Resumable, fp.extra)
    fp.guest = cg_newref(cython.cast(Ref, made))
    fp.flags |= F_SEEN
    return made


def leave_frame(fp, value):
    raw: Ref = fp.guest
    frame: FrameObject
    items: Ref
    below: cython.pointer(CgFrame) = fp - 1
    depth: cython.Py_ssize_t = cython.cast(FrameObject, raw).depth
    i: cython.Py_ssize_t
    fp.flags &= ~F_SEEN
    cython.cast(FrameObject, raw).depth = -1
    if Py_REFCNT(raw) == 1:
        DECREF(raw)
        return 0
    frame = cython.cast(FrameObject, raw)
    DECREF(raw)
    frame.last = fp.cc.origin[max(fp.pc - fp.cc.ins - 1, 0)]
    if value != cython.NULL and fp.pc[-1].op == OP_RETURN_FAST:     # has taken it from its variable
        fp.fast[fp.pc[-1].a] = cg_newref(value)
    items = PyTuple_New(fp.cc.nlocals)
    if items == cython.NULL:        # then they go as ever
        PyErr_Clear()
    else:
        for i in range(fp.cc.nlocals):
            PyTuple_SET_ITEM(items, i, fp.fast[i])
            fp.fast[i] = cython.NULL
        frame.kept = cython.cast(tuple, items)
        DECREF(items)
    if fp.locals != cython.NULL:
        frame.space = cython.cast(object, fp.locals)
    while depth > 1 and frame.gen is None:
        depth -= 1
        if not below.cc.flags & HIDDEN_CODE:
            frame.back = frame_seen(below, depth)
            break
        below -= 1
    return 0


def suspend_frame(fp):
    raw: Ref = fp.guest
    fp.flags &= ~F_SEEN
    cython.cast(FrameObject, raw).depth = -1
    DECREF(raw)
    return 0
