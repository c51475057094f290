"""A stand-in for zipimport: modules come from the machine's folders only."""


class ZipImportError(ImportError):
    pass


class zipimporter:
    """Of the name only."""

    def __init__(self, path):
        raise ZipImportError("not a Zip file: this program imports from its machine's folders only", path=path)
