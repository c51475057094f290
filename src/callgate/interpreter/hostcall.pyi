from collections.abc import Callable

from callgate.interpreter.crossing import Bridge

class HostTool:
    function: Callable[..., object]
    name: str
    calls: int

def new_tool(bridge: Bridge, name: str, function: Callable[..., object]) -> object: ...
