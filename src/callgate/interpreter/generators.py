"""Generators resumed by host code: a nested run around one resumption."""

import cython
from cython.cimports.callgate.core.capi import *
from cython.cimports.callgate.interpreter.calls import PUSHED, PUSHED_FAILED
from cython.cimports.callgate.interpreter.frames import resume_generator
from cython.cimports.callgate.interpreter.unwind import handled
from cython.cimports.callgate.interpreter.vm import F_ENTRY, F_SEND, VM, Run, begin_run, current_vm, end_run, finish_run
from cython.cimports.callgate.objects.coroutine import COROUTINE
from cython.cimports.callgate.objects.exception import to_host_exception
from cython.cimports.callgate.objects.generator import GEN_CLOSED, GEN_RUNNING, GENERATOR, Resumable, kind_of, set_resume
from cython.cimports.callgate.objects.native import LOOP_RESUME, LOOP_SEND, NativeFunction


@cython.cfunc
def resume_nested(gen: Resumable, value: object, exc: object) -> object:
    """Resume with `value`, or with `exc` raised where it is suspended; the next value, or StopIteration."""
    vm: VM = current_vm()
    status: cython.int
    run: Run
    if gen.state == GEN_RUNNING:
        raise ValueError(f"{kind_of(gen)} already executing")
    if gen.state == GEN_CLOSED:
        if exc is not None:
            raise to_host_exception(exc)
        raise StopIteration
    begin_run(vm, cython.address(run), 0)
    try:
        status = resume_generator(vm, cython.cast(Ref, gen), run.ret, run.ret,
                                  cg_newref(cython.cast(Ref, value)) if exc is None else cython.NULL, F_ENTRY | F_SEND)
        if status == PUSHED and exc is not None:
            INCREF(cython.cast(Ref, exc))
            vm.pending = cython.cast(Ref, exc)
            if gen.exc.value != cython.NULL:
                handled(vm)     # what it was handling, also for one that comes from what it delegates to
            status = PUSHED_FAILED
        return finish_run(vm, cython.address(run), status)
    finally:
        end_run(vm, cython.address(run))


@cython.cfunc
def resumed_by_loop(method: NativeFunction, special: cython.int) -> None:
    """What a guest calls to resume a generator pushes its frame, where there is one to push."""
    method.special = special


set_resume(resume_nested)
resumed_by_loop(GENERATOR.namespace["send"], LOOP_SEND)
resumed_by_loop(GENERATOR.namespace["__next__"], LOOP_RESUME)
resumed_by_loop(COROUTINE.namespace["send"], LOOP_SEND)
