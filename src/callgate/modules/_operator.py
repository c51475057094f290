# plain
"""The module `_operator`: the functions of `operator`, for those who ask for them under this name."""

from callgate.modules.define import NativeModule
from callgate.modules.operator import CONTENTS

MODULE = NativeModule("_operator", CONTENTS)
