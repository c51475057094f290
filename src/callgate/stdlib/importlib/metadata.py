"""The guest's importlib.metadata: what the `*.dist-info` folders beside the packages of the machine's folders say."""
import os
import re
import sys
from pathlib import PurePosixPath

__all__ = [
    "Distribution", "DistributionFinder", "EntryPoint", "EntryPoints", "PackageMetadata", "PackageNotFoundError",
    "PackagePath", "distribution", "distributions", "entry_points", "files", "metadata", "packages_distributions",
    "requires", "version",
]


class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


class EntryPoint:
    """An entry point as defined by Python packaging conventions."""

    def __init__(self, name, value, group):
        self.name, self.value, self.group = name, value, group

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    def _key(self):
        return self.name, self.value, self.group

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, EntryPoint) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def _parts(self):
        found = re.match(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$", self.value)
        return found or re.match("(?P<module>)(?P<attr>)(?P<extras>)", "")

    @property
    def module(self):
        return self._parts()["module"]

    @property
    def attr(self):
        return self._parts()["attr"] or ""

    @property
    def extras(self):
        return re.findall(r"\w+", self._parts()["extras"] or "")

    def load(self):
        from importlib import import_module

        found = import_module(self.module)
        for name in filter(None, self.attr.split(".")):
            found = getattr(found, name)
        return found

    def matches(self, **params):
        return all(getattr(self, name) == value for name, value in params.items())


class EntryPoints(tuple):
    """An immutable collection of selectable EntryPoint objects."""

    __slots__ = ()

    def __getitem__(self, name):
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name) from None

    def __repr__(self):
        return f"{type(self).__name__}({tuple(self)!r})"

    def select(self, **params):
        return EntryPoints(point for point in self if point.matches(**params))

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}


class PackagePath(PurePosixPath):
    """A reference to a path in a package."""

    def locate(self):
        return self.dist.locate_file(self)

    def read_text(self, encoding="utf-8"):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()


class PackageMetadata:
    """Of the name only: metadata is an email.message.Message."""


def _normal(name):
    return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class Distribution:
    """A Python distribution package."""

    def __init__(self, place):
        self._place = place

    def read_text(self, filename):
        try:
            with open(os.path.join(self._place, filename), encoding="utf-8") as file:
                return file.read()
        except OSError:
            return None

    def locate_file(self, path):
        from pathlib import Path

        return Path(self._place).parent / path

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, name=None, path=None, **kwargs):
        wanted = None if name is None else _normal(name)
        for folder in sys.path if path is None else path:
            try:
                names = os.listdir(folder)
            except OSError:
                continue
            for each in names:
                stem, end = os.path.splitext(each)
                if end in (".dist-info", ".egg-info") and wanted in (None, _normal(stem.partition("-")[0])):
                    yield Distribution(os.path.join(folder, each))

    @property
    def metadata(self):
        from email import message_from_string

        return message_from_string(self.read_text("METADATA") or self.read_text("PKG-INFO") or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def requires(self):
        return self.metadata.get_all("Requires-Dist")

    @property
    def entry_points(self):
        found, group = [], None
        for line in (self.read_text("entry_points.txt") or "").splitlines():
            line = line.strip()
            if line.startswith("["):
                group = line.strip("[]")
            elif line and not line.startswith("#"):
                name, _, value = line.partition("=")
                found.append(EntryPoint(name.strip(), value.strip(), group))
        return EntryPoints(found)

    @property
    def files(self):
        text = self.read_text("RECORD")
        if text is None:
            return None
        found = []
        for line in text.splitlines():
            path = PackagePath(line.rsplit(",", 2)[0].strip('"'))
            path.dist = self
            found.append(path)
        return found


class DistributionFinder:
    """Of the name only: the machine finds distributions itself."""


def distribution(distribution_name):
    """Get the ``Distribution`` instance for the named package."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """Get all ``Distribution`` instances in the current environment."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """Get the metadata for the named package."""
    return distribution(distribution_name).metadata


def version(distribution_name):
    """Get the version string for the named package."""
    return distribution(distribution_name).version


def requires(distribution_name):
    """Return a list of requirements for the named package."""
    return distribution(distribution_name).requires


def files(distribution_name):
    """Return a list of files for the named package."""
    return distribution(distribution_name).files


def entry_points(**params):
    """Return EntryPoint objects for all installed packages."""
    return EntryPoints(point for each in distributions() for point in each.entry_points).select(**params)


def packages_distributions():
    """Return a mapping of top-level packages to their distributions."""
    found = {}
    for each in distributions():
        names = (each.read_text("top_level.txt") or "").split()
        for name in names or sorted({path.parts[0].removesuffix(".py") for path in each.files or ()
                                     if path.suffix == ".py"}):
            found.setdefault(name, []).append(each.name)
    return found
