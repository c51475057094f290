"""Raising, handling, chaining, cleaning up."""


def trace(error):
    """The chain below an exception."""
    parts = []
    while error is not None:
        parts.append(f"{type(error).__name__}({error})")
        if error.__cause__ is not None:
            parts.append("from")
            error = error.__cause__
        else:
            error = None if error.__suppress_context__ else error.__context__
    return " ".join(parts)


def run(f, *args):
    try:
        return f(*args)
    except BaseException as error:
        return trace(error)


def order(log, raise_in=()):
    try:
        log.append("try")
        if "try" in raise_in:
            raise ValueError("try")
    except ValueError:
        log.append("except")
        if "except" in raise_in:
            raise KeyError("except")
    else:
        log.append("else")
        if "else" in raise_in:
            raise IndexError("else")
    finally:
        log.append("finally")
        if "finally" in raise_in:
            raise OSError("finally")
    return log


for where in ((), ("try",), ("try", "except"), ("else",), ("finally",), ("try", "finally"), ("try", "except", "finally")):
    print(where, run(order, [], where))


def returns(n):
    for i in range(3):
        try:
            if n == 0:
                return "try"
            if n == 1:
                continue
            if n == 2:
                break
            1 / 0
        except ZeroDivisionError:
            if n == 3:
                return "except"
            raise
        finally:
            if n == 4:
                return "finally swallows"
    else:
        return "loop ended"
    return "broke"


print([run(returns, n) for n in range(6)])


def explicit():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("explicit") from error


def implicit():
    try:
        {}["k"]
    except KeyError:
        undefined


def suppressed():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("alone") from None


def reraised():
    try:
        try:
            raise ValueError("inner")
        finally:
            try:
                raise TypeError("in finally")
            except TypeError:
                pass
    except ValueError:
        raise


def nested():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            raise KeyError(3)


print(run(explicit), "|", run(implicit), "|", run(suppressed), "|", run(reraised), "|", run(nested))
for bad in ("raise 3", "raise int", "raise ValueError from 3", "raise", "raise None", "raise ValueError() from TypeError", "raise ValueError, 3"):
    try:
        exec(bad)
    except BaseException as error:
        print(bad, "->", type(error).__name__, error)


class Error(Exception):
    def __init__(self, code, *args):
        super().__init__(code, *args)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


class Sub(Error, LookupError):
    pass


def matching(error, *kinds):
    for kind in kinds:
        try:
            try:
                raise error
            except kind as caught:
                yield caught is error
        except BaseException as other:
            yield f"{type(other).__name__}: {other}"


print(list(matching(Sub(1), Error, LookupError, KeyError, (TypeError, Sub), (), Exception, object, 3, (ValueError, 3))))
print(Sub(2, "x").args, str(Sub(3)), repr(Sub(4)), isinstance(Sub(5), LookupError), Sub.__mro__[1].__name__, repr(Error(1, 2)), repr(ValueError()))
print(str(KeyError("k")), str(KeyError("a", "b")), str(OSError(2, "text")), OSError(2, "text").errno, repr(StopIteration(3).value), str(ValueError()))
try:
    raise Error(7)
except Error as error:
    kept = error
try:
    error
except NameError as gone:
    print(gone, kept.code, kept.__traceback__.tb_lineno > 0, kept.__traceback__.tb_frame.f_code.co_name)
print(ValueError(1) == ValueError(1), type(kept.with_traceback(None)).__name__, kept.__traceback__)
note = ValueError("noted")
note.add_note("one")
print(note.__notes__, run(lambda: note.add_note(3)))


class Manager:
    def __init__(self, name, swallow=False, fail=""):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("in enter")
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("in exit")
        return self.swallow


def managed(*managers, body=lambda: "body"):
    first, second = managers
    with first as a, second as b:
        return a, b, body()
    return "swallowed"


print(run(managed, Manager("a"), Manager("b")))
print(managed(Manager("a", swallow=True), Manager("b"), body=lambda: 1 / 0))
print(run(managed, Manager("a"), Manager("b", fail="exit")), run(managed, Manager("a"), Manager("b", fail="enter")))
print(run(lambda: managed(Manager("a"), Manager("b", fail="exit"), body=lambda: 1 / 0)))
for bad in (3, type("NoExit", (), {"__enter__": lambda self: 1})()):
    try:
        with bad:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def groups(*errors):
    caught = []
    try:
        raise ExceptionGroup("group", list(errors))
    except* ValueError as group:
        caught.append(("values", [str(e) for e in group.exceptions]))
    except* (KeyError, IndexError) as group:
        caught.append(("lookups", len(group.exceptions)))
    return caught


print(groups(ValueError(1), KeyError(2), ValueError(3)), run(groups, ValueError(1), TypeError(2)))
whole = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
match, rest = whole.split(ValueError)
print(repr(match), repr(rest), whole.subgroup(lambda e: isinstance(e, TypeError)), whole.message, len(whole.exceptions))
print(run(lambda: ExceptionGroup("empty", [])), run(lambda: ExceptionGroup("no", [3])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
