class __call__:
    """The class itself is this module's call."""

    def __init__(self, x=0):
        self.x = x
