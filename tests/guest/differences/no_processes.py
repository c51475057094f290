# expected: no_processes.out
# difference: There are no processes, signals and sockets
# because: they reach outside of the program, and outlive its limits
# instead: offer what is needed as a tool of the host
import os
import signal
import socket
import subprocess


def attempt(function):
    try:
        return function()
    except OSError as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: os.system("ls")))
print(attempt(lambda: subprocess.run(["ls"])))
print(attempt(lambda: signal.alarm(1)))
print(attempt(lambda: socket.socket()))
print(dict(os.environ))
