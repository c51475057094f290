# expected: no_threads.out
# difference: There is one thread
# because: a machine is deterministic, and stops with its host's call
# instead: `asyncio` runs tasks side by side; locks and queues are there for the libraries that use them
import queue
import threading

try:
    threading.Thread(target=print).start()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
with threading.Lock():
    waiting = queue.Queue()
    waiting.put(1)
    print(waiting.get(), threading.current_thread().name)
