"""Error numbers of the host's system, as `errno` names them."""

import errno as host

from callgate.modules.define import NativeModule

CONTENTS: dict = {name: value for name, value in vars(host).items() if isinstance(value, int)}
CONTENTS["errorcode"] = dict(host.errorcode)
MODULE = NativeModule("errno", CONTENTS)
