import io
import sys

sys.stdin = io.StringIO()       # CPython closes it

print(exit, repr(quit), type(exit).__name__, exit.name, quit.eof)
for call in (exit, quit, lambda: exit(3), lambda: quit("text"), lambda: exit(code=None)):
    try:
        call()
    except BaseException as error:
        print(type(error).__name__, error)
sys.stdin = io.StringIO("first\nlast")
print(input(), input("prompt> "))
for call in (input, lambda: input(1, 2)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
sys.stdin = None
try:
    input()
except RuntimeError as error:
    print(error)
print(sys.gettrace(), sys.settrace(None), sys.setprofile(None))
