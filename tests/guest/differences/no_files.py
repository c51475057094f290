# expected: no_files.out
# difference: There are no files but those of packages
# because: a guest must not read or change anything of the host's that it was not given; packages may read what lies beside their modules
# instead: give the data as `inputs`, or a tool that reads what the program may read; `io.StringIO` and `io.BytesIO` work
import io
import os
import pathlib
import tempfile


def attempt(function):
    try:
        return function()
    except OSError as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: open("data.txt")))
print(attempt(lambda: open("data.txt", "w")))
print(attempt(lambda: os.listdir(".")))
print(attempt(lambda: os.remove("data.txt")))
print(attempt(lambda: pathlib.Path("data.txt").read_text()))
print(attempt(lambda: tempfile.mkdtemp()).split("[")[0])
print(os.path.join("a", "b.txt"), pathlib.PurePosixPath("a/b.txt").suffix, io.StringIO("kept").read())
