"""What the host's importlib.abc asks of importlib's core: loaders that compile what their get_data() gives."""
import io
import sys
from tokenize import detect_encoding


def decode_source(source_bytes):
    """Decode bytes representing source code and return the string.

    Universal newline support is used in the decoding.
    """
    encoding, _ = detect_encoding(io.BytesIO(source_bytes).readline)
    return source_bytes.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


class _LoaderBasics:
    def is_package(self, fullname):
        """Is it a package, by the name of its file?"""
        filename = self.get_filename(fullname).rpartition("/")[2]
        return filename.rpartition(".")[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def create_module(self, spec):
        """Use default semantics for module creation."""

    def exec_module(self, module):
        """Execute the module."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)

    def load_module(self, fullname):
        """Load the module, or run it again in the one that is loaded."""
        return _load_module_shim(self, fullname)


def _find_module_shim(self, fullname):
    """The form that loaders were found by until 3.11."""
    loader, portions = self.find_loader(fullname)
    return loader


def _load_module_shim(self, fullname):
    from importlib.util import spec_from_loader

    import _import_hooks

    if fullname in sys.modules:
        self.exec_module(sys.modules[fullname])
        return sys.modules[fullname]
    return _import_hooks.load(spec_from_loader(fullname, self))


class SourceLoader(_LoaderBasics):
    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Nothing is kept."""

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            source_bytes = self.get_data(path)
        except OSError as exc:
            raise ImportError("source not available through get_data()", name=fullname) from exc
        return decode_source(source_bytes)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


class FileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def load_module(self, fullname):
        return super().load_module(fullname)

    def get_filename(self, fullname):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_resource_reader(self, module):
        from importlib.readers import FileReader

        return FileReader(self)
