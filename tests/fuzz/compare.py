"""One program under both engines, and the smallest that still shows a difference."""

import re

import callgate as cg
import differential
from differential import Outcome, run_cpython

from .mutants import mutants
from .programs import Programs
from .shrink import shrunk

LIMITS = cg.Limits(fuel=2_000_000, memory="100 MiB", seconds=20, output=1_000_000)
VARIABLE = re.compile(r"'[^']*'|\"[^\"]*\"|\d+|\b[A-Za-z]\d+\b")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
#: as it is shown
SET = re.compile(r"\{([^{}:\n]*(?:<|\bnan\b)[^{}:\n]*)\}")
#: the library is somewhere else
PLACE = re.compile(r'File "[^"]*/([^"/]+\.py)"')
#: where a program is not compared: what depends on the depth of the C stack, on the host's memory, on a machine's limits
APART = re.compile(r"RecursionError|MemoryError|recursion depth|too complex|too many statically nested")
#: allowed here on purpose: tests/guest/differences/await_outside.py
OUTSIDE = re.compile(r"SyntaxError: ('await' outside function|'async (for|with)' outside async function|asynchronous comprehension outside)")


def program(seed: int) -> str:
    return mutants(seed) if seed % 5 == 0 else Programs(seed).program()


def in_order(text: str) -> str:
    """The items of sets of what is hashed by its address, sorted: the two engines have such things at different places."""
    def sort(found: re.Match[str]) -> str:
        items, depth = [""], 0
        for part in re.split(r"([\[\](){}]|, )", found[1]):
            depth += (part in "[({") - (part in "])}") if part else 0
            if part == ", " and depth == 0:
                items.append("")
            else:
                items[-1] += part
        return f"{{{', '.join(sorted(items))}}}"
    return SET.sub(sort, text)


def seen(outcome: Outcome) -> tuple[str, str]:
    return in_order(ADDRESS.sub("0x", outcome.stdout)), PLACE.sub(r'File "\1"', ADDRESS.sub("0x", outcome.traceback or ""))


def on_machine(source: str) -> tuple[str, str] | None:
    written: list[str] = []
    machine = cg.Machine(stdout=written.append, limits=LIMITS)
    try:
        machine.run(source, filename="main.py")
    except cg.GuestError as error:
        return seen(Outcome("".join(written), error.type_name, error.message, error.traceback))
    except cg.LimitExceeded:
        return None
    return seen(Outcome("".join(written)))


def difference(source: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """What CPython and the machine did, when it is not the same."""
    found = on_machine(source)
    if found is None or APART.search(found[0] + found[1]):
        return None
    try:
        expected = seen(run_cpython(source))
    except RuntimeError:
        return None  # it took too long, or too much memory, which on the machine cost little
    if expected == found or APART.search(expected[0] + expected[1]) or OUTSIDE.search(expected[1]):
        return None
    return expected, found


def is_settled(source: str) -> bool:
    """Does CPython itself say the same in other processes, where everything is elsewhere in memory and the recursion ends sooner?"""
    answers = set()
    for elsewhere in range(8):
        differential.stop(differential.worker())
        differential.worker.cache_clear()
        answers.add(seen(run_cpython(source, elsewhere=elsewhere)))
        if len(answers) > 1:
            return False
    return True


def parts(expected: tuple[str, str], found: tuple[str, str]) -> tuple[str, str]:
    """From the line before the first that differs."""
    mine, its = "\n".join(expected).splitlines(), "\n".join(found).splitlines()
    same = 0
    while same < min(len(mine), len(its)) and mine[same] == its[same]:
        same += 1
    return tuple("\n".join(lines[max(0, same - 1):same + 8]) for lines in (mine, its))  # type: ignore[return-value]


def sort_of(differs: tuple[tuple[str, str], tuple[str, str]] | None) -> tuple[str, ...] | None:
    """What two differences of one cause have in common, as well as can be told: the lines without names and numbers."""
    if differs is None:
        return None
    return tuple(VARIABLE.sub("", (part + "\n\n").split("\n")[1])[:160] for part in parts(*differs))


known: set[tuple[str, ...]] = set()


def check(seeds: range) -> list[tuple[int, str, str, str]]:
    """Of each difference: the seed, the smallest program (none when its like was found before), and what they did."""
    cases = []
    for seed in seeds:
        source = program(seed)
        try:
            differs = difference(source)
        except Exception as error:  # the engine's own failure is the worst of differences
            cases.append((seed, source, "", f"{type(error).__name__}: {error}"))
            continue
        if not differs:
            continue
        sort = sort_of(differs)
        assert sort
        if sort in known:
            cases.append((seed, "", *parts(*differs)))
        elif is_settled(source):
            known.add(sort)
            small = shrunk(source, lambda text: sort_of(difference(text)) == sort)  # noqa: B023
            cases.append((seed, small, *parts(*(difference(small) or differs))))
    return cases
