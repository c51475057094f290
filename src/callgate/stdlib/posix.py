"""What the host's library asks of `posix` itself: the same stand-ins as in os."""

from os import *  # noqa: F403
