"""The network: there is none. The names of its errors exist, so that libraries can catch them."""

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


class socket:
    def __init__(self, *args, **kwargs):
        raise PermissionError("socket(): this program has no network; the program's host can offer one as a tool")


def create_connection(*args, **kwargs):
    socket()


def getaddrinfo(*args, **kwargs):
    socket()
