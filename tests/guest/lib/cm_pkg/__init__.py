"""A callable package."""


def __call__(x=0):
    return "package", x
