"""inspect.stack, trace, getframeinfo, getouterframes."""

import inspect
import sys


def inner():
    for record in inspect.stack()[:3]:
        print(record.function, record.lineno, record.code_context, record.index, record.frame.f_code.co_name)
    print(inspect.stack()[0].positions.lineno, len(inspect.stack(0)) >= 3, inspect.stack(0)[0].code_context)
    return inspect.getframeinfo(sys._getframe())


def outer():
    return inner()


info = outer()
print(info.function, info.lineno, info.index, info[2:3], type(info).__name__, len(info))


def fails():
    return 1 / 0


try:
    fails()
except ZeroDivisionError as error:
    for record in inspect.trace():
        print(record.function, record.lineno, record.code_context)
    print([each.function for each in inspect.getinnerframes(error.__traceback__)])
    print(inspect.getframeinfo(error.__traceback__, 3).code_context)
print([each.function for each in inspect.getouterframes(inspect.currentframe())][:1], inspect.getlineno(inspect.currentframe()))
