"""The guest's standard streams: text goes to the machine's host callables, nothing can be read.

The guest may put any object with a `write` in their place (`sys.stdout = …`); `print` asks its machine's sys module
each time. The module is the machine's own, whatever the guest does to `sys.modules`.
"""

import cython
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.operators import get_iter
from cython.cimports.callgate.core.type import argument_name
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import own, pull

from callgate.core.type import native_type

NAMES = ("<stdin>", "<stdout>", "<stderr>")


def current_stdout(vm):
    names: object = vm.data.get("sys")
    if names is None:
        return STDOUT
    try:
        return names["stdout"]
    except KeyError:
        raise RuntimeError("lost sys.stdout") from None


def write_to(vm, file, parts):
    if file is STDOUT:
        vm.stdout("".join(parts))
    elif file is STDERR:
        vm.stderr("".join(parts))
    else:
        for part in parts:
            call_method(file, "write", (part,))
    return 0


class TextStream:
    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {argument_name(text)}")
        if self.number == 0:
            raise OSError("not writable")
        vm: VM = current_vm()
        (vm.stdout if self.number == 1 else vm.stderr)(str.__str__(text))
        return len(text)

    def writelines(self, lines, /):
        it: object = get_iter(lines)
        while True:
            line = pull(it)
            if line == cython.NULL:
                return None
            self.write(own(line))

    def read(self, *size):
        self.readable() or no_input()
        return ""

    def readline(self, *size):
        return self.read()

    def readlines(self, *hint):
        self.read()
        return []

    def flush(self):
        if self.number:
            vm: VM = current_vm()
            target: object = vm.stdout if self.number == 1 else vm.stderr
            if hasattr(target, "flush"):
                target.flush()
        return None

    def close(self):
        return None

    def isatty(self):
        return False

    def readable(self):
        return self.number == 0

    def writable(self):
        return self.number != 0

    def seekable(self):
        return False

    def fileno(self):
        raise OSError("a guest's stream has no file descriptor")

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None

    def __iter__(self):
        return self

    def __next__(self):
        self.readable() or no_input()
        raise StopIteration

    def __repr__(self):
        mode: str = "r" if self.number == 0 else "w"
        return f"<_io.TextIOWrapper name='{NAMES[self.number]}' mode='{mode}' encoding='utf-8'>"


def no_input():
    raise OSError("not readable")


@cython.cfunc
def stream(number: cython.int) -> TextStream:
    made: TextStream = TextStream.__new__(TextStream)
    made.number = number
    return made


def name_of(self):
    return NAMES[cython.cast(TextStream, self).number]


def mode_of(self):
    return "r" if cython.cast(TextStream, self).number == 0 else "w"


TEXT_STREAM = native_type(
    "TextIOWrapper", TextStream, module="_io", slots=("__iter__", "__next__", "__repr__"), methods=(
        "write", "writelines", "read", "readline", "readlines", "flush", "close", "isatty", "readable", "writable",
        "seekable", "fileno", "__enter__", "__exit__"),
    getters={"name": name_of, "mode": mode_of},
    values={"encoding": "utf-8", "errors": "strict", "closed": False, "line_buffering": True, "newlines": None})


# === exit and quit, which CPython has from its module site
@cython.final
@cython.cclass
class Quitter:
    pass


def quitter_repr(self: Quitter):
    return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"


def quitter_call(self: Quitter, code=None):
    raise SystemExit(code)


def quitter(name: str):
    made: Quitter = Quitter.__new__(Quitter)
    made.name = name
    return made


def quitter_name(self: Quitter):
    return self.name


native_type("Quitter", Quitter, module="_sitebuiltins", functions={"__repr__": quitter_repr, "__call__": quitter_call},
            getters={"name": quitter_name}, values={"eof": "Ctrl-D (i.e. EOF)"})
STDIN = stream(0)
STDOUT = stream(1)
STDERR = stream(2)
