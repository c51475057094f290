"""import and from, absolute and relative, submodules, stars; what they bind and in which order bodies run."""
import sys


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as error:
        names = {k: getattr(error, k) for k in ("name", "path") if getattr(error, k, None) is not None}
        text = str(error).partition(" (/")[0]
        return f"{type(error).__name__}: {text} {sorted(names)} {names.get('name')}"


import imp_pkg.other
print(imp_pkg.other.NAME, imp_pkg.other.deep.__name__, imp_pkg.deep.below is imp_pkg.other.below, imp_pkg.listed is imp_pkg.other.again)
import imp_pkg.deep.below as below
from imp_pkg import other, deep as d, value
from imp_pkg.deep import below as b2
print(below is b2, d.value, value, other.__name__, sorted(name for name in sys.modules if name.startswith("imp_pkg")))
print(attempt(below.up), attempt(below.up_one), "|", attempt(below.up_missing))
print(attempt(below.missing_name))

import imp_circle_a
print(imp_circle_a.late)


def missing(text):
    def run():
        exec(text, {"__name__": "__main__", "__builtins__": __builtins__})
    return attempt(run)


for text in ("import no_such_module", "import imp_pkg.nope", "import imp_pkg.value.x", "import imp_star.sub", "from imp_star import nope",
             "from imp_pkg import nope", "import sys.nope", "from . import x", "from .x import y", "from ... import x", "import imp_ns.part.x",
             "from no_such_module import x", "import imp_needs", "from imp_star import *; print(sorted(k for k in globals() if k[0] != '_'))",
             "from imp_pkg import *; print(sorted(k for k in globals() if k[0] != '_'))", "from imp_star_missing import *", "from imp_star_bad import *",
             "from imp_lazy import made_x, made_y; print(made_x, made_y)", "from imp_lazy import other"):
    print(text.partition(";")[0], "->", missing(text))

for name in ("imp_bad", "imp_syntax", "imp_ns.broken"):
    print(name, missing(f"import {name}"), sorted(k for k in sys.modules if k.startswith(name)))
for name in ("imp_return", "imp_syntax"):
    try:
        __import__(name)
    except SyntaxError as e:
        print(e.args[0], e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text), len(e.args))

import imp_ns.part
print(imp_ns.part.X, imp_ns.__name__, getattr(imp_ns, "__file__", None), type(imp_ns.part).__name__)

sys.modules["imp_none"] = None
print(missing("import imp_none"))
sys.modules["imp_other_thing"] = 3
import imp_other_thing
print(imp_other_thing, missing("import imp_other_thing.sub"))
import imp_replaced
print(imp_replaced, attempt(lambda: __import__("imp_removed")))


def local():
    import imp_star as here
    from imp_star import a, f as g
    return here.a, a, g()


class C:
    import imp_star
    from imp_star import a


print(local(), C.a, C.imp_star.__name__)
print(attempt(__import__, "imp_pkg.deep").__name__, attempt(__import__, "imp_pkg.deep", None, None, ["below"]).__name__)
print(attempt(__import__, ""), attempt(__import__, 3), attempt(__import__, "x", level=-1), attempt(__import__, "", {"__package__": "imp_pkg"}, None, ["deep"], 1).__name__)
print(attempt(__import__, "deep", {"__package__": "imp_pkg"}, None, [], 1).__name__, attempt(__import__, "deep.below", {"__name__": "imp_pkg.other"}, None, None, 1).__name__)
print(attempt(__import__, "x", {}, None, None, 1), attempt(__import__, "x", {"__package__": 3}, None, None, 1), attempt(__import__, "x", {"__name__": "a"}, None, None, 1))
