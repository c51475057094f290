# plain
"""Library modules that CPython runs in C, and callgate from their twins in Python: what the two say differently.

The host's source is changed before it is compiled, by replacing texts; one that a version does not have is left alone
(tests/modules/test_twins.py holds that each is found in this one). Their frames do not show in tracebacks, since C has none.
"""

import sys

_TZINFO = '''raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                        f"not type '{type(tz).__name__}'")'''

_DATETIME = (
    ("from operator import index as _index\n", """from operator import index as _index

def _c_int(value):
    value = _index(value)
    if -0x80000000 <= value <= 0x7fffffff:
        return value
    if -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise OverflowError(f"signed integer is {'greater than maximum' if value > 0 else 'less than minimum'}")
    raise OverflowError("Python int too large to convert to C long")

def _argument(value):
    return "None" if value is None else _type_name(value)
"""),
    ("raise ValueError('year must be in %d..%d' % (MINYEAR, MAXYEAR), year)", "raise ValueError(f'year {year} is out of range')"),
    ("""def _check_date_fields(year, month, day):
""", """def _check_date_fields(year, month, day):
    if month is None or day is None:
        raise TypeError("function missing required argument 'month' (pos 2)" if month is None else
                        "function missing required argument 'day' (pos 3)")
"""),
    ("""        try:
            return cls(*_parse_isoformat_time(time_string))
        except Exception:
            raise ValueError(f'Invalid isoformat string: {time_string!r}')""",
     """        try:
            _parts = _parse_isoformat_time(time_string)
        except Exception:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*_parts)"""),
    ("raise ValueError('month must be in 1..12', month)", "raise ValueError('month must be in 1..12')"),
    ("raise ValueError('day must be in 1..%d' % dim, day)", "raise ValueError('day is out of range for month')"),
    ("raise ValueError('hour must be in 0..23', hour)", "raise ValueError('hour must be in 0..23')"),
    ("raise ValueError('minute must be in 0..59', minute)", "raise ValueError('minute must be in 0..59')"),
    ("raise ValueError('second must be in 0..59', second)", "raise ValueError('second must be in 0..59')"),
    ("raise ValueError('microsecond must be in 0..999999', microsecond)", "raise ValueError('microsecond must be in 0..999999')"),
    ("raise ValueError('fold must be either 0 or 1', fold)", "raise ValueError('fold must be either 0 or 1')"),
    ('raise TypeError("tzinfo argument must be None or of a tzinfo subclass")', _TZINFO),
    ('raise TypeError("tz argument must be an instance of tzinfo")', _TZINFO),
    ("""raise TypeError("can't compare '%s' to '%s'" % (
                    type(x).__name__, type(y).__name__))""",
     """raise TypeError(f"can't compare {_type_name(x)} to {_type_name(y)}")"""),
    ('"cannot compare naive and aware times"', '"can\'t compare offset-naive and offset-aware times"'),
    ('"cannot compare naive and aware datetimes"', '"can\'t compare offset-naive and offset-aware datetimes"'),
    ('"cannot mix naive and timezone-aware time"', '"can\'t subtract offset-naive and offset-aware datetimes"'),
    ('"timedelta # of days is too large: %d" % d',
     'f"days={d}; must have magnitude <= 999999999" if abs(d) <= 0x7fffffff else "Python int too large to convert to C int"'),
    ('raise OverflowError("result out of range")', 'raise OverflowError("date value out of range")'),
    ("Invalid weekday: {day} (range is [1, 7])", "Invalid day: {day} (range is [1, 7])"),
    ("""raise ValueError("%s()=%s, must be strictly between "
                         "-timedelta(hours=24) and timedelta(hours=24)" %
                         (name, offset))""",
     """raise ValueError("offset must be a timedelta strictly between "
                         "-timedelta(hours=24) and timedelta(hours=24).")"""),
    ('"timedelta(hours=24).")', 'f"timedelta(hours=24), not {offset!r}.")'),
    ("tzinfo subclass must override", "a tzinfo subclass must implement"),
    ("""must return None or string, "
                        "not '%s'" % type(name))""", """must return None or a string, "
                        "not '%s'" % type(name).__name__)"""),
    ("(name, type(offset)))", "(name, type(offset).__name__))"),
    ('raise ValueError("dt.tzinfo is not self")', 'raise ValueError("fromutc: dt.tzinfo is not self")'),
    *((f'raise TypeError("{name}() argument must be a datetime instance"\n                        " or None")',
       f'raise TypeError("{name}(dt) argument must be a datetime instance or None, not %s" % type(dt).__name__)')
      for name in ("utcoffset", "tzname", "dst")),
    ('raise TypeError("fromutc() argument must be a datetime instance"\n                        " or None")',
     'raise TypeError("fromutc: argument must be a datetime")'),
    ('raise TypeError("date argument must be a date instance")',
     'raise TypeError(f"combine() argument 1 must be datetime.date, not {_type_name(date)}")'),
    ('raise TypeError("time argument must be a time instance")',
     'raise TypeError(f"combine() argument 2 must be datetime.time, not {_type_name(time)}")'),
    ('raise TypeError("offset must be a timedelta")',
     'raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}")'),
    ('raise TypeError("name must be a string")', 'raise TypeError(f"timezone() argument 2 must be str, not {_type_name(name)}")'),
    ('''    def fromordinal(cls, n):''', '''    def fromordinal(cls, n, /):
        return cls._fromordinal(_index(n))

    @classmethod
    def _fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")'''),
    ("""        return (f'{self.__class__.__name__}'
                f'(year=""", """        return ('datetime.IsoCalendarDate'
                f'(year="""),
    ("""        # Normalize everything to days, seconds, microseconds.
        days += weeks*7""", """        for _what, _value in (("microseconds", microseconds), ("milliseconds", milliseconds), ("seconds", seconds),
                              ("minutes", minutes), ("hours", hours), ("days", days), ("weeks", weeks)):
            if not isinstance(_value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {_what} component: {_type_name(_value)}")
        # Normalize everything to days, seconds, microseconds.
        days += weeks*7"""),
    *((f"{each} = _index({each})\n", f"{each} = _c_int({each})\n")
      for each in ("year", "month", "day", "hour", "minute", "second", "microsecond")),
    *((f"""    def strftime(self, {name}):
""", f"""    def strftime(self, {name}):
        if not isinstance({name}, str):
            raise TypeError(f"strftime() argument 1 must be str, not {{_argument({name})}}")
""") for name in (("format",) if sys.version_info >= (3, 12) else ("fmt",))),
    ("""        s = ("%04d-%02d-%02d%c" %""", """        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {_argument(sep)}")
        s = ("%04d-%02d-%02d%c" %"""),
)
_DATETIME_END = """

from _importer import shown_with_module as _shown_with_module
from _importer import type_name as _type_name

for _each in (date, time, datetime, timedelta, timezone, tzinfo):
    _each.__module__ = "datetime"
    _shown_with_module(_each)
_IsoCalendarDate.__module__ = "datetime"
del _each, _shown_with_module
"""

_DECIMAL = (
    ('raise TypeError("Cannot convert %r to Decimal" % value)',
     'raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")'),
    ("""'Invalid tuple size in creation of Decimal '
                                 'from list or tuple.  The list or tuple '
                                 'should have exactly three elements.'""", "'argument must be a sequence of length 3'"),
    ("raise error(explanation)", "raise error([condition])"),
    ("self.flags[error] = 1", "self.flags[error] = True"),
    ("self.flags[flag] = 0", "self.flags[flag] = False"),
    ("self.flags = dict.fromkeys(_signals, 0)", "self.flags = dict.fromkeys(_signals, False)"),
    ("dict((s, int(s in traps))", "dict((s, s in traps)"),
    ("dict((s, int(s in flags))", "dict((s, s in flags)"),
    ("[f.__name__ for f, v in self.flags.items() if v]", "[f.__name__ for f in _shown if self.flags[f]]"),
    ("[t.__name__ for t, v in self.traps.items() if v]", "[t.__name__ for t in _shown if self.traps[t]]"),
)
_DECIMAL_END = """

_shown = (InvalidOperation, Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
from _importer import shown_with_module as _shown_with_module

for _each in (Decimal, Context):
    _shown_with_module(_each)
del _each, _shown_with_module
"""

#: module -> the replacements, and what is added
CHANGES = {
    "datetime": (_DATETIME, _DATETIME_END), "_pydatetime": (_DATETIME, _DATETIME_END), "_pydecimal": (_DECIMAL, _DECIMAL_END),
}


def changed(name: str, data: bytes) -> bytes:
    """The source of a module of the host's library as the guest gets it."""
    replacements, end = CHANGES[name]
    text = data.decode("utf-8")
    if name == "datetime" and "\nclass timedelta" not in text:
        return data     # where it only passes on what _pydatetime has
    for old, new in replacements:
        text = text.replace(old, new)
    return (text + end).encode("utf-8")
