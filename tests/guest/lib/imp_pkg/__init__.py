"""A package."""
print("imp_pkg runs as", __name__, __package__, [path.rpartition("/")[2] for path in __path__])
value = "from the package"
__all__ = ["value", "listed"]
