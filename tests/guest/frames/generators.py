"""Frames of generators and coroutines, of tracebacks; what clear() does."""

import sys


def numbers(a):
    b = 2
    yield sys._getframe()
    c = 3
    try:
        yield c
    finally:
        print("closed")


it = numbers(1)
frame = it.gi_frame
print(frame.f_lineno, frame.f_locals, frame.f_back, frame.f_code.co_name, frame.f_globals is globals())
inside = next(it)
print(frame.f_lineno, frame.f_locals, inside.f_lineno, inside.f_back)
next(it)
print(frame.f_lineno, frame.f_locals)
try:
    frame.clear()
except RuntimeError as error:
    print(error)
    it.close()
print(it.gi_frame, list(it))


async def coroutine():
    pass


waiting = coroutine()
print(waiting.cr_frame.f_code.co_name, waiting.cr_frame.f_lineno)
waiting.close()
print(waiting.cr_frame)


async def items():
    yield 1


print(items().ag_frame.f_code.co_name)


def catches():
    local = 1
    try:
        1 / 0
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_frame
    print(frame.f_lineno, sorted(frame.f_locals), frame.f_back.f_code.co_name, frame.f_code.co_name)
    try:
        frame.clear()
    except RuntimeError as error:
        print(error)
    frame.f_trace = print
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    del frame.f_trace
    print(frame.f_trace)


catches()
