"""What exceptions know: arguments, fields, text, notes, links; what may be set and what may not."""


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def show(error):
    print(type(error).__name__, error.args, "|", str(error), "|", repr(error))


for args in ((), (1,), ("a", 2), ((1, 2),), ([],)):
    show(ValueError(*args))
    show(KeyError(*args))
    show(StopIteration(*args))
    print(StopIteration(*args).value, SystemExit(*args).code, StopAsyncIteration(*args).args)
print(attempt(ValueError, x=1), attempt(StopIteration, x=1), attempt(SystemExit, code=1))

# links
error = ValueError("x")
print(error.__cause__, error.__context__, error.__suppress_context__, error.__traceback__)
error.__cause__ = KeyError("c")
print(repr(error.__cause__), error.__suppress_context__)
error.__suppress_context__ = False
error.__context__ = error.__cause__
error.__cause__ = None
print(error.__context__ is not None, error.__suppress_context__)
for name, values in {"__cause__": (1, int, "x"), "__context__": (1, KeyError), "__traceback__": (1, "tb"),
                     "args": (1, None), "__suppress_context__": (1, None)}.items():
    for value in values:
        print(name, attempt(setattr, error, name, value))
    print(name, attempt(delattr, error, name))
error.args = [1, 2]
print(error.args, repr(error), str(error))
error.args = "ab"
print(error.args)
print(error.with_traceback(None) is error, attempt(error.with_traceback, 3))

# notes
print(hasattr(error, "__notes__"), error.add_note("one"), error.add_note("two"), error.__notes__)
print(attempt(error.add_note, 3))
error.__notes__ = 3
print(attempt(error.add_note, "three"))
del error.__notes__
error.add_note("again")
print(error.__notes__, vars(error))

# attributes of one's own
error.own = 1
print(error.own, error.__dict__, attempt(getattr, error, "other"))
print(error.__reduce__(), ValueError(1, 2).__reduce__())
error.__setstate__({"own": 2, "more": 3})
print(error.own, error.more, attempt(error.__setstate__, 3), error.__setstate__(None))

# fields of single classes
e = OSError(2, "No such file", "name", None, "other")
print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e.args, e)
for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 99999, "2", 2.0):
    e = OSError(number, "text")
    print(type(e).__name__, e.errno, e, end="; ")
print()
print(OSError(1), OSError(), OSError(1, 2, 3, 4, 5, 6), OSError("a", "b", "c"), FileNotFoundError(13, "x"), IOError is OSError)
print(OSError(2, "x", "f").__reduce__(), OSError(2, "x", "f", 0, "g").__reduce__(), OSError(2, "x").__reduce__())
print(BlockingIOError(11, "x", 5).characters_written, attempt(getattr, BlockingIOError(11, "x"), "characters_written"))
e = ImportError("m", name="n", path="p")
print(e.msg, e.name, e.path, e, ImportError("a", "b"), ImportError("a", "b").msg, ImportError().msg)
print(repr(e), ModuleNotFoundError("x", name="y").name)
e = NameError("m", name="n")
print(e.name, UnboundLocalError("m").name, NameError().name)
e = AttributeError("m", name="n", obj=[])
print(e.name, e.obj, AttributeError().obj)
e = SyntaxError("bad", ("file.py", 3, 5, "text\n", 3, 8))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e, e.args)
print(SyntaxError("bad", ("/a/file.py", None, None, None)), SyntaxError("bad", (None, 1, None, None)), SyntaxError(), SyntaxError("x"))
print(attempt(SyntaxError, "x", (1, 2)), attempt(SyntaxError, "x", 3), IndentationError("x", ("f", 1, 1, "t")).lineno)
e = UnicodeDecodeError("utf-8", b"a\xffb", 1, 2, "invalid start byte")
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
e.reason = "because"
print(e, UnicodeDecodeError("x", b"abc", 0, 3, "r"))
print(UnicodeEncodeError("ascii", "a\xe9", 1, 2, "ordinal"), UnicodeEncodeError("ascii", "\u1234\U00012345", 0, 2, "r"))
print(UnicodeTranslateError("a\u1234", 1, 2, "r"), UnicodeTranslateError("abc", 1, 3, "r"))
print(attempt(UnicodeDecodeError, 1), attempt(UnicodeDecodeError, "a", "b", 1, 2, "c"))
for what in (lambda: {}["k"], lambda: [][3], lambda: 1 .x, lambda: "ab".encode("ascii").decode("utf-16"),
             lambda: "\xe9".encode("ascii"), lambda: undefined_name, lambda: int("x"), lambda: b"\xff".decode()):
    try:
        what()
    except Exception as error:
        print(type(error).__name__, error.args, {n: getattr(error, n, "-") for n in ("name", "obj", "reason", "start")})
