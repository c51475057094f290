"""Tools: the host callables that a machine offers to its guest, and who may stop a call."""

from _collections_abc import Callable, Iterable, Mapping

from callgate.bytecode.rows import Row

from .arguments import describe, wrong_value

Tool = Callable[..., object]
NAMED = "callables with a __name__, or a mapping of names to callables"
#: Identifiers that cannot be assigned to. A start would load the module `keyword` for nothing else.
KEYWORDS = frozenset((
    "False", "None", "True", "__debug__", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
))


class Call(Row):
    """A call from the guest to the host, as an ``on_call`` policy sees it: arguments as plain data and handles."""

    name: str
    args: tuple[object, ...]
    kwargs: dict[str, object]


Policy = Callable[[Call], None]


def named(tools: object) -> dict[str, Tool]:
    """The tools given to a machine, by the names under which the guest finds them.

    Raises:
        TypeError, ValueError: not callable, no usable name, a name twice.
    """
    if tools is None:
        return {}
    if isinstance(tools, Mapping):
        pairs = list(tools.items())
        for name, _ in pairs:
            if not isinstance(name, str):
                raise TypeError(f"a name in tools must be a text, not {describe(name)}")
    elif isinstance(tools, Iterable) and not isinstance(tools, str | bytes):
        pairs = [(own_name(tool), tool) for tool in tools]
    else:
        raise TypeError(f"tools must be {NAMED}, not {describe(tools)}")
    found: dict[str, Tool] = {}
    for name, tool in pairs:
        if not callable(tool):
            raise TypeError(f"tool {name!r} must be callable, not {describe(tool)}")
        if not name.isidentifier() or name in KEYWORDS:
            raise wrong_value("a tool's name", name, "an identifier; give one with {'name': callable}")
        if name in found:
            raise ValueError(f"two tools are named {name!r}; give them names with {{'name': callable}}")
        found[name] = tool
    return found


def own_name(tool: object) -> str:
    if not callable(tool):
        raise TypeError(f"a tool must be callable, not {describe(tool)}")
    name = getattr(tool, "__name__", None)
    if not isinstance(name, str):
        raise ValueError(f"a tool needs a name, which {describe(tool)} has not; give one with {{'name': callable}}")
    return name


def policy(on_call: object) -> Callable[[str, tuple[object, ...], dict[str, object]], None] | None:
    """What asks the policy: called with name, args, kwargs; raises what the policy raises."""
    if on_call is None:
        return None
    if not callable(on_call):
        raise TypeError(f"on_call must be a callable taking a callgate.Call, or None, not {describe(on_call)}")
    decide = on_call

    def ask(name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> None:
        answer = decide(Call(name, args, kwargs))
        if answer is not None:
            accepted = "return None to allow a call, or raise callgate.Denied"
            raise PolicyError(f"on_call must {accepted}, not return {describe(answer)}")

    return ask


class PolicyError(TypeError):
    """The policy broke its contract: nothing was decided, so the run ends."""
