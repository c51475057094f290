"""threading.local, handles of threads, and what asyncio and logging build on them."""

import asyncio
import logging
import queue
import threading


class Mine(threading.local):
    shared = "class"

    def __init__(self, *args):
        self.args = args


plain, mine = threading.local(), Mine(1, 2)
plain.x = 5
print(plain.x, mine.args, mine.shared, vars(plain), type(plain), threading.local.__module__)
for make in (lambda: threading.local(1), lambda: Mine(a=1)):
    try:
        print(make())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(threading.current_thread() is threading.main_thread(), threading.current_thread().is_alive(), threading.active_count())
thread = threading.Thread(target=print, name="never")
print(thread.is_alive(), thread.ident, repr(thread), thread.daemon)
print(logging.getLogger("a"), queue.Queue().empty(), asyncio.run(asyncio.sleep(0, "slept")))
