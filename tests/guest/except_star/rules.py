"""except*: what is caught, what goes on, in which order and with which context."""

import sys


def show(error, depth=0):
    """One line for each exception of a group."""
    if error is None:
        print("None")
        return
    context = error.__context__ and type(error.__context__).__name__
    cause = error.__cause__ and type(error.__cause__).__name__
    notes = getattr(error, "__notes__", "")
    print("  " * depth + f"{type(error).__name__} {error} context={context} cause={cause} {notes}".rstrip())
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            show(part, depth + 1)


def group(*parts, text="g", kind=ExceptionGroup):
    return kind(text, list(parts))


def attempt(f, *args):
    try:
        print(f.__name__, "->", f(*args))
    except BaseException as error:
        print(f.__name__, "raised")
        show(error, 1)
    print("  handled afterwards:", sys.exc_info()[1])


def partly(error):
    seen = []
    try:
        raise error
    except* ValueError as e:
        seen.append(("value", repr(e)))
    except* (TypeError, LookupError) as e:
        seen.append(("type", repr(e)))
    else:
        seen.append("else")
    finally:
        print("  seen", seen)
    return seen


for error in (
    group(ValueError(1)), group(ValueError(1), TypeError(2), KeyError(3)), group(ValueError(1), OSError(2)),
    group(OSError(1)), ValueError("bare"), KeyError("bare"), OSError("bare"),
    group(group(ValueError(1), OSError(2)), TypeError(3), group(group(KeyError(4)), ValueError(5), text="deep")),
    group(ValueError(1), KeyboardInterrupt(), kind=BaseExceptionGroup), KeyboardInterrupt("bare"),
):
    attempt(partly, error)


def nothing():
    try:
        pass
    except* ValueError:
        return_ = 1
    else:
        return "else"


def raises(error, again):
    try:
        raise error
    except* ValueError as e:
        if again == "new":
            raise KeyError("new")
        if again == "from":
            raise KeyError("new") from e
        if again == "none":
            raise KeyError("new") from None
        if again == "bare":
            raise
        if again == "same":
            raise e
        if again == "part":
            raise e.exceptions[0]
        if again == "group":
            raise group(KeyError("in"), text="other")
        1 / 0
    except* TypeError:
        print("  types too, while handling", repr(sys.exc_info()[1]))
        if again == "bare":
            raise


attempt(nothing)
for again in ("new", "from", "none", "bare", "same", "part", "group", "error"):
    for error in (group(ValueError(1)), group(ValueError(1), TypeError(2), OSError(3)), ValueError("bare")):
        print(again)
        attempt(raises, error, again)


class Custom(ExceptionGroup):
    def __new__(cls, message, parts, code=0):
        self = super().__new__(cls, message, parts)
        self.code = code
        return self

    def derive(self, parts):
        return Custom(self.message, parts, self.code + 1)


def custom():
    error = Custom("custom", [ValueError(1), TypeError(2), group(TypeError(3), KeyError(4))], 7)
    error.add_note("noted")
    try:
        try:
            raise error
        except* TypeError as e:
            print("  ", repr(e), e.code, e.__notes__, type(e).__name__)
            raise
        except* KeyError as e:
            print("  ", repr(e), e.code)
    except Custom as e:
        print("  ", e.code, e.__notes__)
        raise


attempt(custom)


class BadSplit(ExceptionGroup):
    result = None

    def split(self, condition):
        print("  split", condition)
        return self.result


def bad_split(result):
    error = BadSplit("bad", [ValueError(1), TypeError(2)])
    error.result = result
    try:
        raise error
    except* ValueError as e:
        print("  got", repr(e))


attempt(bad_split, (None, OSError("rest")))
attempt(bad_split, (OSError("match"), None))
attempt(bad_split, (group(OSError("a")), group(OSError("b"))))


def wrong(kind):
    try:
        raise group(ValueError(1))
    except* kind:
        pass


for kind in (1, int, (ValueError, 1), ExceptionGroup, BaseExceptionGroup, (ValueError, Custom), (), None):
    attempt(wrong, kind)


def unevaluated():
    try:
        pass
    except* undefined:
        pass
    return "not evaluated"


def evaluated():
    try:
        raise ValueError(1)
    except* undefined:
        pass


attempt(unevaluated)
attempt(evaluated)


def names():
    e = "before"
    try:
        raise group(ValueError(1), TypeError(2))
    except* ValueError as e:
        pass
    except* TypeError as e:
        print("  ", repr(e))
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


attempt(names)


def loops():
    found = []
    for error in (group(ValueError(1)), None, group(TypeError(2))):
        try:
            if error:
                raise error
            found.append("no error")
            continue
        except* ValueError as e:
            for part in e.exceptions:
                if part.args == (1,):
                    break
            found.append(part)
        except* TypeError:
            while True:
                break
            found.append("type")
        finally:
            found.append("finally")
    return found


attempt(loops)


def nested():
    try:
        try:
            raise group(ValueError(1), TypeError(2), KeyError(3))
        except* ValueError as outer:
            try:
                raise group(OSError(4), KeyError(5)) from outer
            except* OSError:
                print("  inner", repr(sys.exc_info()[1]))
            print("  never")
        except* TypeError:
            print("  outer", repr(sys.exc_info()[1]))
    except ExceptionGroup as error:
        show(error, 1)
        try:
            raise error
        except* KeyError as e:
            found = [repr(part) for part in e.exceptions]
        return found


attempt(nested)


def generator():
    try:
        yield 1
    except* ValueError as e:
        yield repr(e), repr(sys.exc_info()[1])
    except* TypeError:
        yield "type"


steps = generator()
print(next(steps))
print(steps.throw(group(ValueError(1), TypeError(2))))
print(next(steps), sys.exc_info())
try:
    next(steps)
except StopIteration:
    print("stopped")


async def coroutine():
    try:
        raise group(ValueError(1), TypeError(2))
    except* ValueError as e:
        await Wait()
        return_ = repr(e)
    except* TypeError:
        pass
    return return_


class Wait:
    def __await__(self):
        yield "waiting"


coro = coroutine()
print(coro.send(None))
try:
    coro.send(None)
except StopIteration as stop:
    print(stop.value)
