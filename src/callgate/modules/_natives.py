# plain
"""The module `_natives`: what callgate's own guest library (stdlib/*.py) needs of the host."""

from callgate.modules._random import MODULE as RANDOM
from callgate.modules.define import NativeModule
from callgate.modules.folding import REDUCE
from callgate.modules.frame_objects import FRAME, TRACEBACK
from callgate.modules.typevars import CONTENTS as TYPEVARS

MODULE = NativeModule("_natives", {
    "reduce": REDUCE, "urandom": RANDOM.contents["_urandom"], "FrameType": FRAME, "TracebackType": TRACEBACK, **TYPEVARS})
