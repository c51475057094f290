"""Compile the machine: the modules of the compiled folders, in one library. The rest is in pyproject.toml.

Environment:
    CALLGATE_DEBUG=1      checks on: bounds, assertions, CG_DEBUG; build it into a folder of its own (`make debug`)
    CALLGATE_ASAN=1       adds the address sanitizer
    CALLGATE_OPT=-O1      another optimisation level, for quicker builds while developing
    CALLGATE_JOBS=2       how many compilers run at the same time
    CYTHON_CACHE_DIR=DIR  keeps Cython's results by content, as ccache does the C compiler's: for several checkouts
    CALLGATE_NO_EXT=1     compile nothing (`make setup` installs first and compiles afterwards, with visible progress)
"""

import compileall
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

sys.path.insert(0, str(Path(__file__).parent / "tools"))
from threaded import thread_file  # noqa: E402

COMPILED = ("core", "objects", "interpreter", "modules")
#: Plain modules that are compiled as they are, for speed: "compiler/emitter.py", …
COMPILED_PLAIN: tuple[str, ...] = ()
#: They keep Python's meaning: annotations are no C types, functions are introspectable, indices are checked.
PLAIN_DIRECTIVES = {"language_level": 3, "annotation_typing": False, "binding": True}

DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": True,
    "always_allow_keywords": False,
    "auto_pickle": False,
    "binding": False,
    "boundscheck": False,
    "cdivision": True,
    "embedsignature": False,
    "initializedcheck": False,
    "nonecheck": False,
    # Off, a negative index on a C pointer is a warning; pointers pay nothing for leaving it on.
    "wraparound": True,
}
# Measured on the loop: -O3 costs 5 % (up to 37 % on keyword calls), because gcc turns the argument copy into wide
# loads right after the narrow stores of the pushes, which then miss store forwarding. Hence no vectorising either.
# These come after Python's own flags on the command line, and so win over its -O3.
FLAGS = [
    "-O2", "-fno-tree-vectorize", "-fno-tree-slp-vectorize", "-fno-tree-loop-distribute-patterns",
    "-fno-strict-overflow", "-fvisibility=hidden", "-g1", "-DNDEBUG",
]
# What Cython's output does everywhere and no reader can mend.
QUIET = ["-Wno-unused-function", "-Wno-unused-variable", "-Wno-unused-but-set-variable", "-Wno-unreachable-code"]
# The loop gets a jump per instruction (tools/threaded.py); moving common parts of them together would undo it.
LOOP = "callgate.interpreter.eval"
LOOP_FLAGS = ["-fno-gcse"]

SOURCE = Path("src")
PACKAGE = SOURCE / "callgate"
BUILD = Path("build")
DEBUG, ASAN = (os.environ.get(name) == "1" for name in ("CALLGATE_DEBUG", "CALLGATE_ASAN"))
JOBS = int(os.environ.get("CALLGATE_JOBS", "2"))
VARIANT = "asan" if ASAN else "debug" if DEBUG else "release"
# The checks of the loop are at its head, and Microsoft's compiler has no labels as values.
THREADED = VARIANT == "release" and os.name != "nt"


def flags() -> list[str]:
    chosen = ["-O1", "-g", "-UNDEBUG", "-DCG_DEBUG=1", "-fvisibility=hidden"] if DEBUG or ASAN else list(FLAGS)
    if "CALLGATE_OPT" in os.environ:
        chosen.append(os.environ["CALLGATE_OPT"])
    if ASAN:
        chosen += ["-fsanitize=address", "-fno-omit-frame-pointer"]
    return chosen + QUIET


def sources() -> list[Path]:
    """The modules of the compiled folders. One whose first line is `# plain` stays Python."""
    return [
        path for folder in COMPILED for path in sorted((PACKAGE / folder).glob("*.py"))
        if path.name != "__init__.py" and not path.read_text(encoding="utf-8").startswith("# plain\n")
    ]


def remember_flags() -> str:
    """A file that changes only when the flags do: a dependency of every extension."""
    path = BUILD / f"flags-{VARIANT}-{sysconfig.get_config_var('SOABI')}.txt"
    write_changed(path, "\n".join([*flags(), repr(DIRECTIVES)]))
    return str(path)


def modules() -> list[Extension]:
    """Each module as Cython's C file."""
    from Cython.Build import cythonize  # noqa: PLC0415  installing without compiling does not need it

    checks = {"boundscheck": True, "nonecheck": True} if DEBUG or ASAN else {}
    made = []
    plain = [PACKAGE / name for name in COMPILED_PLAIN]
    for paths, directives in ((sources(), DIRECTIVES | checks), (plain, PLAIN_DIRECTIVES)):
        found = [
            Extension(".".join(path.relative_to(SOURCE).with_suffix("").parts), [str(path)], depends=[remember_flags()])
            for path in paths
        ]
        made += cythonize(
            found, include_path=[str(SOURCE)], build_dir=str(BUILD / f"c-{VARIANT}"), compiler_directives=directives,
            nthreads=min(JOBS, len(found)), show_all_warnings=False, cache="CYTHON_CACHE_DIR" in os.environ,
        ) if found else []
    return made


def extensions() -> list[Extension]:
    """One library of all modules (core/bundle.c says why)."""
    if os.environ.get("CALLGATE_NO_EXT") == "1":
        return []
    parts = {
        str(thread_file(Path(extension.sources[0]))) if extension.name == LOOP and THREADED else extension.sources[0]:
            extension.name for extension in modules()
    }
    listed = BUILD / f"c-{VARIANT}" / "bundle_modules.h"
    write_changed(listed, "".join(
        f'CG_MODULE({initialiser(name)}, "{name}")\n' for name in sorted(parts.values())))
    depends = [__file__, remember_flags(), str(listed), *map(str, sorted(PACKAGE.glob("*/*.h")))]
    bundle = Extension(
        "callgate._bundle", [str(PACKAGE / "core" / "bundle.c"), *parts],
        include_dirs=[str(PACKAGE / "core"), str(listed.parent)], depends=depends,
    )
    bundle.parts = parts
    return [bundle]


def initialiser(name: str) -> str:
    """The C function that makes a module: unlike Cython's own name for it, no other module has the same."""
    return f"cg_init_{name.replace('.', '_')}"


def newer(sources: list[str], made: str) -> bool:
    """Is the file not there, or older than one of these?"""
    return not os.path.exists(made) or max(map(os.path.getmtime, sources)) > os.path.getmtime(made)


def write_changed(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def start_once() -> None:
    """A start keeps what the next one needs (bundle.py), also where Python is told to write no bytecode."""
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": ""}
    start = "import callgate.cli; callgate.cli.load('callgate.cli.programs callgate.cli.run')"
    subprocess.run([sys.executable, "-c", start], env=environment, check=True)


class BuildExtensions(build_ext):
    """Compiles the parts of the library at the same time, and only those that changed."""

    def run(self) -> None:
        super().run()
        if self.inplace:
            for path in sources():      # a module built by itself would go before the library
                path.with_suffix(sysconfig.get_config_var("EXT_SUFFIX")).unlink(missing_ok=True)
            # where Python writes no bytecode itself, every start would compile
            compileall.compile_dir(PACKAGE, rx=re.compile(r"[\\/]stdlib[\\/]"), quiet=1)
            start_once()

    def build_extension(self, extension: Extension) -> None:
        place = Path(self.get_ext_fullpath(extension.name))
        with ThreadPoolExecutor(JOBS) as pool:
            objects = list(pool.map(lambda source: self.compile_part(extension, source), extension.sources))
        if self.force or newer(objects, str(place)):
            place.parent.mkdir(parents=True, exist_ok=True)
            self.compiler.link_shared_object(
                objects, str(place), export_symbols=["PyInit__bundle"], debug=self.debug, build_temp=self.build_temp,
                extra_postargs=self.link_flags(),
            )

    def compile_part(self, extension: Extension, source: str) -> str:
        (made,) = self.compiler.object_filenames([source], output_dir=self.build_temp)
        if not self.force and not newer([source, *extension.depends], made):
            return made
        own, more = [], []
        if source in extension.parts:
            name = extension.parts[source]
            own = [
                (f"PyInit_{name.rpartition('.')[2]}", initialiser(name)),
                ("PyImport_ImportModule", "cg_import_module"),  # every module asks for every other one
                ("PyImport_ImportModuleLevelObject", "cg_import_level"),
                ("PyObject_GetAttrString", "cg_get_attr_string"),
                ("PyDict_GetItemString", "cg_dict_get_string"),
                ("PyDict_GetItemStringRef", "cg_dict_get_string_ref"),
                ("PyDict_SetItemString", "cg_dict_set_string"),
                ("CYTHON_COMPRESS_STRINGS", "0"),
            ]
            more = LOOP_FLAGS if name == LOOP and THREADED else []
        self.compiler.compile(
            [source], output_dir=self.build_temp, include_dirs=extension.include_dirs, macros=own, debug=self.debug,
            extra_postargs=flags() + more if self.compiler.compiler_type != "msvc" else [],
        )
        return made

    def link_flags(self) -> list[str]:
        return ["-fsanitize=address"] if ASAN else []


if "CC" not in os.environ and shutil.which("ccache") and sysconfig.get_config_var("CC"):
    os.environ["CC"] = f"ccache {sysconfig.get_config_var('CC')}"
    # The debug information holds relative paths only: two checkouts may share results.
    os.environ.setdefault("CCACHE_NOHASHDIR", "1")

# An installer's script for an entry point may import `re` first, which takes as long as a third of the machine does.
COMMAND: dict[str, object] = (
    {"entry_points": {"console_scripts": ["callgate = callgate.cli:console"]}} if os.name == "nt"
    else {"entry_points": {}, "scripts": ["tools/callgate"]}
)

if __name__ == "__main__":
    setup(ext_modules=extensions(), cmdclass={"build_ext": BuildExtensions}, **COMMAND)
