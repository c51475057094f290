"""What becomes of a warning: filters, registries, stack levels, who shows it, and what is wrong with the arguments."""

import io
import sys
import traceback
import warnings


def show(text, function, *args, **kwargs):
    stream, sys.stderr = sys.stderr, io.StringIO()
    try:
        try:
            print(text, "->", function(*args, **kwargs))
        except BaseException as error:
            print(text, "->", type(error).__name__, error)
        for line in sys.stderr.getvalue().splitlines():
            print("   |", line.rpartition("/")[2])
    finally:
        sys.stderr = stream


def inner(level, **more):
    warnings.warn("from inner", stacklevel=level, **more)


def outer(level):
    inner(level)


for level in (-1, 0, 1, 2, 3, 50):
    show(f"level {level}", outer, level)
show("again", outer, 1)

# === filters
for action in ("error", "ignore", "always", "default", "module", "once", "strange"):
    with warnings.catch_warnings(record=action not in ("error", "strange")) as got:
        warnings.resetwarnings()
        if action == "strange":
            warnings.filters.insert(0, (action, None, Warning, None, 0))
            warnings._filters_mutated()
        else:
            warnings.simplefilter(action)
        for turn in range(3):
            show(f"{action} {turn}", inner, 1)
            show(f"{action} {turn} user", warnings.warn, "other", DeprecationWarning)
        print(action, got and [(str(w.message), w.category.__name__, w.lineno > 0, w.line, w.file, w.source) for w in got])

with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", "match.*this", FutureWarning)
    warnings.filterwarnings("error", module="named", lineno=7)
    for text in ("match this", "match that and this", "this"):
        warnings.warn(text, FutureWarning)
        warnings.warn(text, UserWarning)
    print([str(w.message) for w in got])
    show("line 7", warnings.warn_explicit, "x", UserWarning, "f.py", 7, "named")
    show("line 8", warnings.warn_explicit, "x", UserWarning, "f.py", 8, "named")
    for wrong in (("always",), "text", ["a"] * 5, ("always", None, Warning, None, 0, 1), (1, None, Warning, None, 0)):
        warnings.filters[:0] = [wrong]
        warnings._filters_mutated()
        show(repr(wrong), warnings.warn, "x")
        del warnings.filters[0]

# === registries
registry = {}
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("default")
    for line in (1, 1, 2):
        warnings.warn_explicit("text", UserWarning, "file.py", line, registry=registry)
    print([(w.filename, w.lineno) for w in got], sorted(str(key) for key in registry if key != "version"))
    warnings._filters_mutated()
    warnings.warn_explicit("text", UserWarning, "file.py", 1, registry=registry)
    print(len(got), len(registry))

# === arguments
show("not a category", warnings.warn, "x", int)
show("not a class", warnings.warn, "x", "text")
show("bad registry", warnings.warn_explicit, "x", UserWarning, "f", 1, "m", [])
show("an instance", warnings.warn, UserWarning("made", 1))
show("an instance and a category", warnings.warn, UserWarning("made"), DeprecationWarning)
show("no text", warnings.warn, None)
show("explicit", warnings.warn_explicit, "x", UserWarning, "some/file.py", 3)
show("explicit, no name", warnings.warn_explicit, "x", UserWarning, "", 3)


# === who shows it
class Stream:
    def write(self, text):
        raise OSError("closed")


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = lambda *args, **kwargs: print("shown", args[0], args[1].__name__, args[3] > 0, kwargs)
    inner(1)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.formatwarning = lambda *args: "formatted " + str(args[0]) + "\n"
    show("formatted", inner, 1)
warnings.formatwarning = warnings._formatwarning_orig
with warnings.catch_warnings():
    warnings.simplefilter("always")
    whole, warnings._showwarnmsg = warnings._showwarnmsg, 5
    show("not callable", inner, 1)
    warnings._showwarnmsg = whole

# === as errors: the frames of the machinery are not seen
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        outer(1)
    except UserWarning as error:
        print([(each.name, each.line) for each in traceback.extract_tb(error.__traceback__)])


# === where the source was made
async def waits():
    pass


with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    waits()
    print([(str(w.message), w.category.__name__, w.source is not None, w.file) for w in got])


def leave():
    waits()


show("dropped", leave)
print(sorted(n for n in ("filters", "_defaultaction", "_onceregistry", "warn", "warn_explicit", "_filters_mutated")
             if hasattr(__import__("_warnings"), n)), warnings.filters is __import__("_warnings").filters)

import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit(),
      tracemalloc.get_object_traceback(leave))
show("no snapshot", tracemalloc.take_snapshot)
