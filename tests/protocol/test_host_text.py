# protocol: A1
"""The guest's text is compiled and run by the machine alone: the host's exec never sees it."""

import json
import subprocess
import sys

HOST = """
import json, sys
import callgate as cg

SECOND = "helper = lambda x: x + 1"
GUEST = '''
import second, dataclasses, json
exec("x = 1")
print(eval("x + 1"), second.helper(1), json.dumps([1]))
class C: pass
namespace = {}
exec(compile("def f(): return 3", "inner.py", "exec"), namespace)
print(namespace["f"](), [i for i in range(3)], (lambda: 5)())
'''
warm, executed = cg.Machine(), []
warm.run("1")
sys.addaudithook(lambda event, args: executed.append((args[0].co_filename, args[0].co_names)) if event == "exec" else None)
result = cg.Machine(modules={"second": SECOND}).run(GUEST, filename="guest.py")
print(json.dumps([result.stdout, executed]))
"""


def test_the_host_executes_no_code_for_the_guest() -> None:
    done = subprocess.run([sys.executable, "-c", HOST], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    stdout, executed = json.loads(done.stdout)
    assert stdout == "2 2 [1]\n3 [0, 1, 2] 5\n"
    # The machine itself may load modules of the host on first use, some of which make named tuples by eval(); what the
    # guest wrote or imported is not among them.
    guests = ("guest.py", "second.py", "inner.py", "dataclasses.py")
    assert [name for name, names in executed if name.endswith(guests) or (name == "<string>" and "x" in names)] == []
