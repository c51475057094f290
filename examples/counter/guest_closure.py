"""The call counter as a guest closure: `callgate run examples/counter/guest_closure.py`."""


def counter(wraps):
    count = 0

    def call(*args, **kwargs):
        nonlocal count
        count += 1
        print(f"{wraps.__name__} has been called {count} time(s).")
        return wraps(*args, **kwargs)

    return call


@counter
def say_hello():
    print("hello")


say_hello()
say_hello()
say_hello()
say_hello()
