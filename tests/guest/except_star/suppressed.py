# Parts of a group have its cause, which keeps their context from being shown, also when there is none.
def made():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup("h", [TypeError(1), ValueError(2)])
    except ExceptionGroup as group:
        return group


def show(error):
    print(repr(error), error.__suppress_context__, repr(error.__context__), error.__cause__)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            show(each)


def caught(function):
    try:
        function()
    except BaseException as error:
        show(error)


group = made()
for part in (group, *group.split(TypeError), group.subgroup(TypeError), group.derive([KeyError()]), group.split(KeyError)[1], group.subgroup(Exception)):
    show(part)


def passes():
    try:
        raise made()
    except* TypeError as error:
        show(error)


def raises_again():
    try:
        raise made()
    except* TypeError:
        raise


def raises_other():
    try:
        raise made()
    except* TypeError:
        raise KeyError(1)


def naked():
    try:
        raise ValueError(5)
    except* ValueError as error:
        show(error)
        raise


def while_handling():
    try:
        1 / 0
    finally:
        try:
            raise ExceptionGroup("h", [TypeError(1), ExceptionGroup("i", [ValueError(2), OSError(3)])])
        except* StopIteration:
            pass


for each in (passes, raises_again, raises_other, naked, while_handling):
    caught(each)
