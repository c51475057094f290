from callgate.interpreter.crossing import Bridge
from callgate.interpreter.meter import Stream

def begin_run(bridge: Bridge, stdout: Stream, stderr: Stream) -> None: ...
def end_run(
    bridge: Bridge, stdout: Stream, stderr: Stream,
) -> tuple[tuple[int, float, int, int, int, int, float, int], list[tuple[str, str, int]], str, str]: ...
