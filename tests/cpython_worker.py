"""Runs guest programs under this very CPython, one after the other: a request per line in, an answer per line out.

Started once by differential.py. Each program gets a fresh `__main__`, its own modules, and its own stdout.
"""

import builtins
import contextlib
import importlib.abc
import importlib.util
import io
import json
import linecache
import os
import sys
import tempfile
import types
from pathlib import Path
from random import Random


class Sources(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Modules given as text."""

    def __init__(self, modules):
        self.modules = modules

    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name in self.modules else None

    def get_source(self, name):
        return self.modules[name]

    def get_code(self, name):
        return compile(self.modules[name], f"{name}.py", "exec", dont_inherit=True)


def text_of(error):
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def as_printed(error):
    """What the interpreter writes when nothing handles it; it reads the lines from the file."""
    with contextlib.redirect_stderr(io.StringIO()) as stderr:
        sys.__excepthook__(type(error), error, error.__traceback__)
    return stderr.getvalue()


def run(source, filename, modules, path, elsewhere=0):
    """`elsewhere`: how much to move what the program makes in memory, and to take from its room for recursion."""
    random = Random(elsewhere)
    ballast = [bytes(random.randrange(480)) for _ in range(20_000 * (elsewhere > 0))]
    random.shuffle(ballast)
    del ballast[::2]
    before, old_path, old_builtins = set(sys.modules), list(sys.path), dict(vars(builtins))
    main = sys.modules["__main__"]
    guest = sys.modules["__main__"] = types.ModuleType("__main__")
    if sys.version_info < (3, 14):
        guest.__annotations__ = {}
    guest.__builtins__ = __builtins__
    finder = Sources(modules)
    sys.meta_path.insert(0, finder)
    sys.path[:0] = path
    linecache.clearcache()
    for name, text in {**{f"{name}.py": text for name, text in modules.items()}, filename: source}.items():
        Path(name).write_text(text, encoding="utf-8", errors="surrogatepass")
    answer = {"error": None, "message": None, "traceback": None}
    with contextlib.redirect_stdout(io.StringIO()) as stdout, contextlib.redirect_stderr(io.StringIO()):
        try:
            sys.setrecursionlimit(1000 - elsewhere)
            exec(compile(source, filename, "exec", dont_inherit=True), guest.__dict__)
        except BaseException as error:  # noqa: B036  SystemExit and KeyboardInterrupt too are results
            error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
            answer = {
                "error": type(error).__name__,
                "message": text_of(error),
                "traceback": as_printed(error),
            }
        finally:
            sys.meta_path.remove(finder)
            sys.path[:], sys.modules["__main__"] = old_path, main
            for name in set(vars(builtins)) - set(old_builtins):
                delattr(builtins, name)
            vars(builtins).update(old_builtins)
            sys.setrecursionlimit(1000)
            for name in set(sys.modules) - before:
                spec = getattr(sys.modules[name], "__spec__", None)
                origin = getattr(spec, "origin", None) or ""
                if name in modules or any(origin.startswith(folder) for folder in path) or spec is None:
                    del sys.modules[name]
    del ballast
    return answer | {"stdout": stdout.getvalue()}


def main():
    # The guest's first frame stands on three of ours; it must find the depth of a program that was run directly.
    get, put = sys.getrecursionlimit, sys.setrecursionlimit
    sys.getrecursionlimit, sys.setrecursionlimit = lambda: get() - 3, lambda limit: put(limit + 3 * (limit > 0))
    sys.setrecursionlimit(1000)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for _ in range(20):  # until the interpreter has specialised the calls, each of which may cost a level
            run("pass", "main.py", {}, [])
        for line in os.fdopen(os.dup(0), encoding="utf-8"):     # exit() closes sys.stdin
            print(json.dumps(run(**json.loads(line))), flush=True)
        os.chdir("/")


if __name__ == "__main__":
    main()
