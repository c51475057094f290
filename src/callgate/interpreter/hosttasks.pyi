from callgate.host.together import Calls
from callgate.interpreter.crossing import Bridge

def new_calls(bridge: Bridge, calls: Calls) -> tuple[object, object, object]: ...
