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


def gethostname():
    return "localhost"


def gethostbyname(*args, **kwargs):
    socket()


gethostbyaddr = getnameinfo = create_server = socketpair = fromfd = gethostbyname_ex = gethostbyname


def getfqdn(name=""):
    return name or "localhost"


def getdefaulttimeout():
    return None


def setdefaulttimeout(timeout):
    pass


def has_dualstack_ipv6():
    return False


def htons(x, /):
    return (x & 0xFF) << 8 | x >> 8


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def inet_aton(text, /):
    """Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format."""
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed))


SocketType = socket
_GLOBAL_DEFAULT_TIMEOUT = object()
has_ipv6 = False
AF_UNSPEC, AF_INET, AF_INET6 = 0, 2, 10      # no AF_UNIX: libraries take that as "not on this system"
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 2048, 524288
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
SOL_SOCKET, SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = (
    1, 1, 2, 3, 4, 6, 7, 8, 9)
SO_REUSEPORT, TCP_NODELAY, SOMAXCONN, MSG_PEEK, IPV6_V6ONLY = 15, 1, 4096, 2, 26
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, NI_MAXHOST, NI_MAXSERV = 1, 2, 4, 1025, 32
EAI_NONAME, EAI_FAMILY = -2, -6
INADDR_ANY, INADDR_LOOPBACK = 0, 0x7F000001
