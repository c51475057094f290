"""Compile the machine: every module of the compiled folders becomes one extension. The rest is in pyproject.toml.

Environment:
    CALLGATE_DEBUG=1      checks on: bounds, assertions, CG_DEBUG; build it into a folder of its own (`make debug`)
    CALLGATE_ASAN=1       adds the address sanitizer
    CALLGATE_OPT=-O1      another optimisation level, for quicker builds while developing
    CALLGATE_JOBS=2       how many compilers run at the same time
    CYTHON_CACHE_DIR=DIR  keeps Cython's results by content, as ccache does the C compiler's: for several checkouts
    CALLGATE_NO_EXT=1     compile nothing (`make setup` installs first and compiles afterwards, with visible progress)
"""

import os
import shutil
import sysconfig
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

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

SOURCE = Path("src")
PACKAGE = SOURCE / "callgate"
BUILD = Path("build")
DEBUG, ASAN = (os.environ.get(name) == "1" for name in ("CALLGATE_DEBUG", "CALLGATE_ASAN"))
JOBS = int(os.environ.get("CALLGATE_JOBS", "2"))
VARIANT = "asan" if ASAN else "debug" if DEBUG else "release"


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
    text = "\n".join([*flags(), repr(DIRECTIVES)])
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(path)


def extensions() -> list[Extension]:
    if os.environ.get("CALLGATE_NO_EXT") == "1":
        return []
    from Cython.Build import cythonize  # noqa: PLC0415  installing without compiling does not need it

    depends = [remember_flags(), *map(str, sorted(PACKAGE.glob("*/*.h")))]
    checks = {"boundscheck": True, "nonecheck": True} if DEBUG or ASAN else {}
    made = []
    plain = [PACKAGE / name for name in COMPILED_PLAIN]
    for paths, directives in ((sources(), DIRECTIVES | checks), (plain, PLAIN_DIRECTIVES)):
        modules = [
            Extension(
                ".".join(path.relative_to(SOURCE).with_suffix("").parts), [str(path)],
                include_dirs=[str(PACKAGE / "core")], depends=depends,
            )
            for path in paths
        ]
        made += cythonize(
            modules, include_path=[str(SOURCE)], build_dir=str(BUILD / f"c-{VARIANT}"), compiler_directives=directives,
            nthreads=min(JOBS, len(modules)), show_all_warnings=False, cache="CYTHON_CACHE_DIR" in os.environ,
        ) if modules else []
    return made


class BuildExtensions(build_ext):
    def finalize_options(self) -> None:
        super().finalize_options()
        self.parallel = self.parallel or JOBS

    def build_extensions(self) -> None:
        for extension in self.extensions:
            if self.compiler.compiler_type != "msvc":
                extension.extra_compile_args = flags()
                extension.extra_link_args = ["-fsanitize=address"] if ASAN else []
        super().build_extensions()


if "CC" not in os.environ and shutil.which("ccache") and sysconfig.get_config_var("CC"):
    os.environ["CC"] = f"ccache {sysconfig.get_config_var('CC')}"
    # The debug information holds relative paths only: two checkouts may share results.
    os.environ.setdefault("CCACHE_NOHASHDIR", "1")

if __name__ == "__main__":
    setup(ext_modules=extensions(), cmdclass={"build_ext": BuildExtensions})
