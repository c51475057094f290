"""What several test files need."""

import hypothesis

# Shared machines are slow at times; what counts is that the examples are the same ones in every run.
hypothesis.settings.register_profile("callgate", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("callgate")
