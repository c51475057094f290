"""except*: what the compiler refuses, and where exceptions point."""

import pytest

from compiler.compare import check_error, check_places, snippets

ERRORS = """
for x in y:
    try: pass
    except* A: break
---
for x in y:
    try: pass
    except* A: continue
---
def f():
    try: pass
    except* A: return
---
def f():
    try: pass
    except* A:
        for y in z:
            try: pass
            except B: return 1
---
def f():
    try: pass
    except* A:
        for y in z:
            if y: break
            continue
        else:
            break
---
def f():
    for x in y:
        try: break
        except* A: pass
        else: continue
        finally: return
---
for x in y:
    try: pass
    except* A: pass
    except* B as b:
        if x:
            continue
---
try: pass
except* A as __debug__: pass
---
try: pass
except* A: pass
except B: pass
---
try: pass
except*: pass
---
def f():
    try: pass
    except* A:
        def g(): return 1
        class B:
            return 2
"""

PLACES = """
try:
    1 / 0
except* ValueError:
    pass
---
try:
    1 / 0
except* undefined:
    pass
---
try:
    1 / 0
except* 1:
    pass
---
try:
    1 / 0
except* ExceptionGroup as e:
    pass
---
try:
    1 / 0
except* (ValueError,
       BaseExceptionGroup) as e:
    pass
---
try:
    1 / 0
except* ZeroDivisionError as e:
    undefined
---
try:
    1 / 0
except* ZeroDivisionError as e:
    raise
---
try:
    1 / 0
except* ZeroDivisionError as e:
    pass
print(e)
---
try:
    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
except* TypeError:
    pass
---
try:
    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
except* TypeError as e:
    del e
    raise KeyError from None
---
try:
    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
except* TypeError as e:
    raise KeyError
except* ValueError as e:
    raise e
---
def f():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        return_ = e
    else:
        print("else")
    finally:
        print("finally", return_)
f()
---
class Group(ExceptionGroup):
    def split(self, condition): raise KeyError
try:
    raise Group("a", [ValueError(1), TypeError(2)])
except* ValueError as e:
    pass
"""


@pytest.mark.parametrize("text", snippets(ERRORS))
def test_errors(text: str) -> None:
    check_error(text)


@pytest.mark.parametrize("text", snippets(PLACES))
def test_places(text: str) -> None:
    check_places(text)
