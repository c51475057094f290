import importlib.resources
import importlib.util
import io
import os
import pathlib
import pkgutil

import imp_data

folder = os.path.dirname(imp_data.__file__)
text = os.path.join(folder, "text.txt")
print(pkgutil.get_data("imp_data", "text.txt"), pkgutil.get_data("imp_data", "tables/bytes.bin"))
print(imp_data.__loader__.get_data(text)[:8])
with open(text, encoding="utf-8") as file:
    print(type(file).__name__, file.mode, file.name == text, file.readable(), file.writable(), file.encoding, list(file))
with open(text, "rb") as file:
    print(type(file).__name__, file.mode, file.name == text, file.read(3), file.tell(), file.seek(-4, 2), file.read(), file.closed)
print(file.closed)
with open(text, newline="", encoding="utf-8") as file:
    print(file.readline(), repr(file.readline()))
with open(pathlib.Path(text).as_posix().encode(), "rb", 0) as file:
    print(type(file).__name__, file.readall()[:3], isinstance(file, io.RawIOBase))
print(pathlib.Path(text).read_text(encoding="utf-8").splitlines()[1], pathlib.Path(text).read_bytes()[:3])
print(os.path.exists(text), os.path.isfile(text), os.path.isdir(folder), os.path.getsize(text), os.stat(text).st_size, os.path.isfile(folder))
print(os.access(text, os.R_OK), os.path.exists(folder + "/none"), os.path.isdir(folder + "/tables"))
print(sorted(name for name in os.listdir(folder) if name[0] not in "._"))
print(sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] != "_"))
print(sorted(path.name for path in pathlib.Path(folder).glob("**/*.bin")), sorted(p.name for p in pathlib.Path(folder).iterdir() if p.suffix == ".txt"))
print([(os.path.relpath(top, folder), [f for f in files if f.endswith(("bin", "txt"))]) for top, folders, files in os.walk(folder) if "__pycache__" not in top])
print([info.name for info in pkgutil.iter_modules(imp_data.__path__)])

files = importlib.resources.files("imp_data")
print(files.joinpath("text.txt").read_text(encoding="utf-8")[:8], (files / "tables" / "bytes.bin").read_bytes(), files.joinpath("none").is_file())
with importlib.resources.as_file(files / "text.txt") as path:
    print(path.name)

for attempt in (lambda: open(folder + "/none"), lambda: open(folder), lambda: os.listdir(text), lambda: os.stat(folder + "/none"),
                lambda: open(text, "zz"), lambda: open(text, "rbt"), lambda: open(text, "rw"), lambda: open(text, "rb", encoding="utf-8"),
                lambda: open(text, "r", 0), lambda: open(), lambda: open(text, mode=3), lambda: open(1.5), lambda: open(text, "rb").write(b"")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "..."))

spec = importlib.util.spec_from_file_location("another", os.path.join(folder, "part.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(spec.name, spec.has_location, module.NAME, module.__name__)
