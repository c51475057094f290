"""What `from types import *` gives."""

import types
from types import *

print(sorted(types.__all__))
print(FunctionType is type(lambda: None), type(iter(())).__name__, type(new_class("C")).__name__)
