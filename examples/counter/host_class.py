"""The call counter as a host class that the guest uses as a decorator: `python examples/counter/host_class.py`.

The guest sees what is exported and nothing else. The lock is held while counting, never across the call: the wrapped
function may read the count or call itself through the counter, and several machines may share one counter.
"""

import threading
from collections.abc import Callable

import callgate as cg


class Counter:
    def __init__(self, wraps: Callable[..., object]) -> None:
        self.wraps = wraps
        self.count = 0
        self._lock = threading.Lock()

    def __call__(self, *args: object, **kwargs: object) -> object:
        with self._lock:
            self.count += 1
            count = self.count
        print(f"{self.wraps.__name__} has been called {count} time(s).")
        return self.wraps(*args, **kwargs)


GUEST = """
@Counter
def say_hello():
    print("hello")

say_hello()
say_hello()
say_hello()
say_hello()

assert say_hello.count == 4
"""


def main() -> None:
    exported = cg.export(Counter, names=["__call__", "count"])
    machine = cg.Machine(tools=[exported], stdout=lambda text: print(text, end=""))
    machine.run(GUEST)


if __name__ == "__main__":
    main()
