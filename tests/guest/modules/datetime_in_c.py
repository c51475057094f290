# What CPython has in C: the names are the same objects, and a fresh import works as the first did.
import sys

import _datetime
import datetime

print(all(getattr(_datetime, name) is getattr(datetime, name) for name in datetime.__all__))
print(datetime.date(2000, 1, 2) + datetime.timedelta(3), _datetime.datetime(2000, 1, 2, 3).strftime("%Y %H"))
for order in (("datetime", "_datetime"), ("_datetime", "datetime")):
    for name in order:
        sys.modules.pop(name, None)
    one, other = map(__import__, order)
    print(one.date is other.date, one.date(2000, 1, 2).isoformat(), other.timedelta(1) * 3)
