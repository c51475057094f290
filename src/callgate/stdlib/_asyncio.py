"""What CPython has in C for asyncio: futures and tasks. Their frames are not seen in the tracebacks of tasks."""

import contextvars
import itertools
import sys
import types
from _contextvars import Context as _Context
from _contextvars import _missing as _outside
from _contextvars import _thread

__all__ = ("Future", "Task")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"
_NEW = sys.version_info >= (3, 12)
_names = itertools.count(1).__next__
_tasks = None       # the module asyncio.tasks, which imports this one
_own_loop = None    # the class of the loop that takes a task itself as the handle of its next step


class _CurrentTasks:
    """The task that runs, by its loop, as asyncio.tasks asks for it; hardly ever more than one, which has its own place."""

    __slots__ = ("loop", "task", "others")

    def __init__(self):
        self.loop = self.task = None
        self.others = None          # a dict, if there are any

    def get(self, loop, default=None):
        if self.loop is loop and loop is not None:
            return self.task
        return default if self.others is None else self.others.get(loop, default)

    def __setitem__(self, loop, task):
        if self.loop is loop:
            self.task = task
        elif self.others is None:
            self.others = {loop: task}
        else:
            self.others[loop] = task

    def __delitem__(self, loop):
        if self.loop is loop:
            self.loop = self.task = None
            return
        if self.others is None:
            raise KeyError(loop)
        del self.others[loop]
        self.others = self.others or None


_now = _CurrentTasks()


class Future:
    """This class is *almost* compatible with concurrent.futures.Future."""

    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _Future__log_traceback = False

    def __init__(self, *, loop=None):
        if loop is None:
            events = sys.modules["asyncio.events"]
            loop = events.get_event_loop() if _NEW else events._get_event_loop()
        self._loop = loop
        self._callbacks = []
        if loop.get_debug():
            self._source_traceback = sys.modules["asyncio.format_helpers"].extract_stack(sys._getframe(1))

    def __repr__(self):
        base = sys.modules["asyncio.base_futures"]
        if hasattr(base, "_future_repr"):
            return base._future_repr(self)
        info = base._future_repr_info(self)
        return f"<{self.__class__.__name__} {' '.join(info)}>"

    def _repr_info(self):
        return sys.modules["asyncio.base_futures"]._future_repr_info(self)

    def __del__(self):
        if not self._Future__log_traceback:
            return
        exc = self._exception
        context = {
            "message": f"{self.__class__.__name__} exception was never retrieved", "exception": exc, "future": self,
        }
        if self._source_traceback:
            context["source_traceback"] = self._source_traceback
        self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _log_traceback(self):
        return self._Future__log_traceback

    @_log_traceback.setter
    def _log_traceback(self, val):
        if val:
            raise ValueError("_log_traceback can only be set to False")
        self._Future__log_traceback = False

    def get_loop(self):
        """Return the event loop the Future is bound to."""
        loop = self._loop
        if loop is None:
            raise RuntimeError(f"{type(self).__name__} object is not initialized.")
        return loop

    def _make_cancelled_error(self):
        """Create the CancelledError to raise if the Future is cancelled."""
        if self._cancelled_exc is not None:
            exc, self._cancelled_exc = self._cancelled_exc, None
            return exc
        error = sys.modules["asyncio.exceptions"].CancelledError
        exc = error() if self._cancel_message is None else error(self._cancel_message)
        exc.__context__ = self._cancelled_exc
        self._cancelled_exc = None
        return exc

    def cancel(self, msg=None):
        """Cancel the future and schedule callbacks."""
        self._Future__log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule()
        return True

    def _schedule(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, ctx in callbacks:
                self._loop.call_soon(callback, self, context=ctx)

    def cancelled(self):
        """Return True if the future was cancelled."""
        return self._state == _CANCELLED

    def done(self):
        """Return True if the future is done."""
        return self._state != _PENDING

    def result(self):
        """Return the result this future represents."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise sys.modules["asyncio.exceptions"].InvalidStateError("Result is not set.")
        self._Future__log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        """Return the exception that was set on this future."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise sys.modules["asyncio.exceptions"].InvalidStateError("Exception is not set.")
        self._Future__log_traceback = False
        return self._exception

    def add_done_callback(self, fn, /, *, context=None):
        """Add a callback to be run when the future becomes done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))

    def remove_done_callback(self, fn, /):
        """Remove all instances of a callback from the "call when done" list."""
        kept = [(f, ctx) for f, ctx in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result, /):
        """Mark the future done and set its result."""
        if self._state != _PENDING:
            raise sys.modules["asyncio.exceptions"].InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._schedule()

    def set_exception(self, exception, /):
        """Mark the future done and set an exception."""
        if self._state != _PENDING:
            raise sys.modules["asyncio.exceptions"].InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            text = "StopIteration interacts badly with generators and cannot be raised into a Future"
            if not _NEW:
                raise TypeError(text)
            new = RuntimeError(text)
            new.__cause__ = exception
            new.__context__ = exception
            exception = new
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._schedule()
        self._Future__log_traceback = True

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine wrapped in a Future."""

    _log_destroy_pending = True
    _num_cancels_requested = 0
    _must_cancel = False
    _fut_waiter = None
    _coro = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _tasks
        tasks = _tasks = sys.modules["asyncio.tasks"]
        super().__init__(loop=loop)
        if self._source_traceback:
            del self._source_traceback[-1]
        if not sys.modules["asyncio.coroutines"].iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{_names()}" if name is None else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._start_eagerly()
        else:
            self._step_soon()
            tasks._register_task(self)

    def __del__(self):
        if self._state == _PENDING and self._log_destroy_pending:
            context = {"task": self, "message": "Task was destroyed but it is pending!"}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
        Future.__del__(self)

    def __repr__(self):
        base = sys.modules["asyncio.base_tasks"]
        if hasattr(base, "_task_repr"):
            return base._task_repr(self)
        return f"<{self.__class__.__name__} {' '.join(self._repr_info())}>"

    def _repr_info(self):
        return sys.modules["asyncio.base_tasks"]._task_repr_info(self)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value, /):
        self._name = str(value)

    def set_result(self, result, /):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception, /):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """Return the list of stack frames for this task's coroutine."""
        return sys.modules["asyncio.base_tasks"]._task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        """Print the stack or traceback for this task's coroutine."""
        return sys.modules["asyncio.base_tasks"]._task_print_stack(self, limit, file)

    def cancel(self, msg=None):
        """Request that this task cancel itself."""
        self._Future__log_traceback = False
        if self._state != _PENDING:
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """Return the count of the task's cancellation requests."""
        return self._num_cancels_requested

    def uncancel(self):
        """Decrement the task's count of cancellation requests."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if sys.version_info >= (3, 13) and self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def _start_eagerly(self):
        tasks = sys.modules["asyncio.tasks"]
        previous = tasks._swap_current_task(self._loop, self)
        try:
            tasks._register_eager_task(self)
            try:
                self._context.run(self._step_eagerly)
            finally:
                tasks._unregister_eager_task(self)
        finally:
            tasks._swap_current_task(self._loop, previous)
            if self.done():
                self._coro = None
            else:
                tasks._register_task(self)

    _cancelled = False          # of a step that is ready: a task has what the loop asks of a handle

    def _run(self):
        """What a handle would do whose callback is the step; with the frames of Context.run in this one."""
        context = self._context
        if self._state != _PENDING or type(context) is not _Context or context._outer is not _outside:
            sys.modules["asyncio.events"].Handle(self._Task__step, (), self._loop, context)._run()
            return
        context._outer = _thread.current
        _thread.current = context
        try:
            self._Task__step()
        finally:
            _thread.current = context._outer
            context._outer = _outside

    def _step_soon(self):
        loop = self._loop
        if type(loop) is _own_loop and type(self) is Task and not loop._debug and not loop._closed:
            loop._ready.append(self)
        else:
            loop.call_soon(self._Task__step, context=self._context)

    def _Task__step(self, exc=None):
        if self._state != _PENDING:
            raise sys.modules["asyncio.exceptions"].InvalidStateError(f"__step(): already done: {self!r} {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, sys.modules["asyncio.exceptions"].CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        now = _now
        if now.loop is None and now.others is None:
            now.loop = loop
            now.task = self
        else:
            _tasks._enter_task(loop, self)
        try:
            result = self._coro.send(None) if exc is None else self._coro.throw(exc)
        except BaseException as error:
            self._step_ended(error)
        else:
            if result is None:
                self._step_soon()
            else:
                self._wait_for(result)
        finally:
            if now.task is self:
                now.loop = now.task = None
            else:
                _tasks._leave_task(loop, self)

    def _step_eagerly(self):
        try:
            result = self._coro.send(None)
        except BaseException as error:
            self._step_ended(error)
        else:
            if result is None:
                self._step_soon()
            else:
                self._wait_for(result)

    def _step_ended(self, error):
        """The coroutine has ended with `error`, which is being handled."""
        if isinstance(error, StopIteration):
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(error.value)
        elif isinstance(error, sys.modules["asyncio.exceptions"].CancelledError):
            self._cancelled_exc = error
            super().cancel()
        else:
            super().set_exception(error)
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise

    def _wait_for(self, result):
        if (type(result) is Future and result._loop is self._loop and result._asyncio_future_blocking
                and result._state == _PENDING and not self._must_cancel):
            result._asyncio_future_blocking = False
            result._callbacks.append((self._Task__wakeup, self._context))
            self._fut_waiter = result
            return
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if isinstance(result, types.GeneratorType):
                text = f"yield was used instead of yield from for generator in task {self!r} with {result!r}"
            else:
                text = f"Task got bad yield: {result!r}"
        elif result is self:
            text = f"Task cannot await on itself: {self!r}"
        elif result.get_loop() is not self._loop:
            text = f"Task {self!r} got Future {result!r} attached to a different loop"
        elif not blocking:
            text = f"yield was used instead of yield from in task {self!r} with {result!r}"
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._Task__wakeup, context=self._context)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return
        self._loop.call_soon(self._Task__step, RuntimeError(text), context=self._context)

    def _Task__wakeup(self, future):
        if future._state == _FINISHED and future._exception is None and type(future) in _EXACT:
            self._Task__step()
            return
        try:
            future.result()
        except BaseException as error:
            self._Task__step(error)
        else:
            self._Task__step()


_EXACT = frozenset((Future, Task))
