"""What the compiler warns about goes through the program's own warnings filters; an error is a SyntaxError."""

import contextlib
import io
import linecache
import warnings

TEXTS = [
    "x is 1", "x is not 'a'", "not x is ()", "assert (x, 'message')", "[(1, 2) (3, 4)]", '"a" (1)', "[1]['a']",
    "'\\d' '\\q'", "0x1for x in y", "1_0and x", "try: 1()\nfinally: {}()", "x = 1 is 1\ny = (", "f'{1()}'",
]

for action in ("always", "error", "ignore", "once"):
    print(action)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        for text in TEXTS:
            try:
                compile(text, "<text>", "exec")
            except SyntaxError as error:
                print("   ", repr(text), error.msg, error.lineno, error.offset)
    for each in caught:
        print("   ", each.category.__name__, each.message, each.filename, each.lineno)

with warnings.catch_warnings():
    warnings.filterwarnings("error", "assertion", SyntaxWarning)
    warnings.filterwarnings("ignore", '"is')
    for text in ("x is 1", "assert (1, 2)"):
        try:
            print(type(compile(text, "<text>", "exec")).__name__)
        except SyntaxError as error:
            print(error)


class Mine(SyntaxWarning):
    pass


def shown(message, category, filename, lineno, file=None, line=None):
    raise Mine(message)


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = shown
    try:
        compile("1()", "<text>", "exec")
    except SyntaxError as error:
        print("SyntaxError", error)

with contextlib.redirect_stderr(io.StringIO()) as out:
    warnings.simplefilter("default")
    eval("x if 0 else 1 is 2", {"x": 1})
    warnings.warn("mine")
    warnings.warn_explicit("other", UserWarning, "no such file", 7)
print(out.getvalue())
print(linecache.getline("no such file", 1) == "", linecache.getlines("<string>"))
