"""Objects of ours that stand before an object of the host's C libraries, whose memory only they know of."""

import cython


@cython.cclass
class Foreign:
    pass
