"""Signals: none reaches this program but Ctrl-C, which is its host's affair."""

import enum
import sys

_NUMBERS = {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8,
    "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15, "SIGCHLD": 17,
    "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20, "SIGTTIN": 21, "SIGTTOU": 22, "SIGWINCH": 28,
}
Signals = enum.IntEnum("Signals", _NUMBERS, module="signal")
Handlers = enum.IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module="signal")
Sigmasks = enum.IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module="signal")
for _each in (*Signals, *Handlers, *Sigmasks):
    vars(sys.modules["signal"])[_each.name] = _each
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class ItimerError(OSError):
    pass


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python."""
    raise KeyboardInterrupt


#: A ValueError, too: so a library that can do without signals knows that there are none in this thread.
_Refused = type("PermissionError", (PermissionError, ValueError), {"__module__": "builtins"})


def _refusing(name):
    def refuse(*args, **kwargs):
        raise _Refused(f"signal.{name}(): this program gets no signals; the program's host can offer a tool")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _each in ("alarm", "pause", "pidfd_send_signal", "pthread_kill", "raise_signal", "set_wakeup_fd", "setitimer",
              "siginterrupt", "signal", "sigpending", "sigtimedwait", "sigwait", "sigwaitinfo"):
    vars(sys.modules["signal"])[_each] = _refusing(_each)


def getsignal(signalnum, /):
    """Return the current action for the given signal."""
    number = Signals(signalnum)
    return default_int_handler if number == Signals.SIGINT else Handlers.SIG_DFL


def getitimer(which, /):
    return 0.0, 0.0


def pthread_sigmask(how, mask, /):
    return set()


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return _TEXTS.get(signalnum)


_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
    7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault",
    12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited",
    18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)", 22: "Stopped (tty output)",
    28: "Window changed",
}


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return set(Signals)
