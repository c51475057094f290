NAME = __name__
def up():
    from ... import nothing
def up_one():
    from .. import value
    return value
def up_missing():
    from ..nowhere import x
def missing_name():
    from .. import no_such_name
