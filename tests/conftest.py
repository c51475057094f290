"""What several test files need."""

import gc

import hypothesis

# Shared machines are slow at times; what counts is that the examples are the same ones in every run.
hypothesis.settings.register_profile("callgate", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("callgate")


def pytest_collection_finish() -> None:
    """What stays for the whole run is not looked through by each collection."""
    gc.collect()
    gc.freeze()
