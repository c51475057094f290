"""Modules that touch the operating system: names and pure functions are there, all else says how a host may offer it."""

import pytest

import callgate as cg

REFUSED = [
    ("import os", "os.stat('/')", "files"), ("import os", "os.listdir()", "files"), ("import os", "os.fork()", "processes"),
    ("import os", "os.system('x')", "processes"), ("import os", "os.open('/', 0)", "files"), ("", "open('/etc/passwd')", "files"),
    ("import io", "io.open('x')", "files"), ("import io", "io.FileIO('x')", "files"),
    ("import pathlib", "pathlib.Path('x').read_text()", "files"), ("import shutil", "shutil.copy('a', 'b')", "files"),
    ("import subprocess", "subprocess.run(['x'])", "processes"), ("import subprocess", "subprocess.Popen('x')", "processes"),
    ("import signal", "signal.signal(signal.SIGINT, None)", "signals"), ("import socket", "socket.socket()", "network"),
    ("import socket", "socket.gethostbyname('x')", "network"),
]


@pytest.mark.parametrize(("before", "call", "what"), REFUSED, ids=lambda value: value)
def test_what_would_touch_the_host_is_refused(before: str, call: str, what: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.run(f"{before}\n{call}")
    assert caught.value.type_name == "PermissionError"
    assert what in caught.value.message and "the program's host can offer" in caught.value.message


@pytest.mark.parametrize("name", ["ctypes", "multiprocessing", "multiprocessing.pool", "mmap", "sqlite3", "ssl"])
def test_modules_that_cannot_be(name: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.run(f"import {name}")
    assert caught.value.type_name == "ModuleNotFoundError"
    assert "can be a tool of the program's host" in caught.value.message


def test_the_host_does_not_show() -> None:
    seen = cg.run(
        "import os, platform, socket, sysconfig, getpass, tempfile\n"
        "[dict(os.environ), os.getcwd(), os.path.exists('/'), os.getpid(), os.uname(), platform.node(), socket.gethostname(),"
        " sysconfig.get_paths(), os.path.expanduser('~'), os.cpu_count(), os.get_exec_path()]").value
    assert isinstance(seen, list)
    assert seen[:4] == [{}, "/", False, 1]
    assert seen[6] == "localhost" and seen[7] == {} and seen[8] == "/" and seen[9] == 1


def test_pure_parts_work() -> None:
    assert cg.run(
        "import os, pathlib, subprocess, signal, shlex\n"
        "[os.path.join('a', 'b'), str(pathlib.PurePath('a') / 'b.txt'), pathlib.Path('a/b.txt').stem, signal.SIGINT.name,"
        " os.fspath(pathlib.Path('x')), os.strerror(2), subprocess.list2cmdline(['a b', 'c']), os.WEXITSTATUS(512)]",
    ).value == ["a/b", "a/b.txt", "b", "SIGINT", "x", "No such file or directory", '"a b" c', 2]


def test_a_tool_may_stand_for_open() -> None:
    def open(name: str) -> str:
        return f"text of {name}"

    assert cg.run("import io\n[open('a'), io.open('b')]", tools=[open]).value == ["text of a", "text of b"]
