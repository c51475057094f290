# expected: no_host_memory.out
# difference: Nothing looks into the interpreter
# because: `ctypes`, `gc.get_objects()`, `sys.settrace()` and their like give objects or memory that are not the program's
# instead: the host meters and traces the machine from outside
import gc
import sys

for name in ("ctypes", "multiprocessing"):
    try:
        __import__(name)
    except ImportError as error:
        print(f"{type(error).__name__}: {error}")
print([name for name in ("get_objects", "get_referrers") if hasattr(gc, name)])
print([name for name in ("_current_frames", "getobjects") if hasattr(sys, name)])
for function in (sys.settrace, sys.setprofile):
    try:
        print(function(None), function(print))
    except PermissionError as error:
        print(error)
