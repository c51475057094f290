"""Other processes: there are none. The names exist, so that libraries load; starting one says how to offer it."""

import types

__all__ = [
    "Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
    "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess",
]

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """Raised when run() is called with check=True and the process returns a non-zero exit status."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        """Alias for output attribute, to match stderr"""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """This exception is raised when the timeout expires while waiting for a child process."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = CalledProcessError.stdout


class CompletedProcess:
    """A process that has finished running."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        args = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            args.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            args.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError if the exit code is non-zero."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _refuse(name):
    raise PermissionError(
        f"subprocess.{name}(): this program has no processes; the program's host can offer some as a tool")


class Popen:
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, *args, **kwargs):
        _refuse("Popen")


def run(*args, **kwargs):
    _refuse("run")


def call(*args, **kwargs):
    _refuse("call")


def check_call(*args, **kwargs):
    _refuse("check_call")


def check_output(*args, **kwargs):
    _refuse("check_output")


def getstatusoutput(*args, **kwargs):
    _refuse("getstatusoutput")


def getoutput(*args, **kwargs):
    _refuse("getoutput")


def list2cmdline(seq):
    """Translate a sequence of arguments into a command line string, as the MS C runtime takes it apart."""
    result = []
    for arg in map(str, seq):
        quoted = not arg or " " in arg or "\t" in arg
        parts = []
        slashes = 0
        for char in arg:
            if char == "\\":
                slashes += 1
                continue
            parts.append("\\" * (slashes * 2 + 1 if char == '"' else slashes))
            parts.append(char)
            slashes = 0
        parts.append("\\" * (slashes * 2 if quoted else slashes))
        text = "".join(parts)
        result.append(f'"{text}"' if quoted else text)
    return " ".join(result)
