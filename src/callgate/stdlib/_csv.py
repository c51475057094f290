"""What csv builds on: the parser's and the writer's states are those of CPython's _csv."""

__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_LAST_QUOTING = 3
_NEW = __import__("sys").version_info >= (3, 12)
if _NEW:
    QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5
    _LAST_QUOTING = 5
_dialects = {}
_limit = 128 * 1024


class Error(Exception):
    pass


Error.__module__ = "_csv"


def _char(name, value, none_allowed, default):
    if value is None and none_allowed:
        return None
    if not isinstance(value, str):
        if _NEWEST_TEXT:
            kind = "a unicode character or None" if none_allowed else "a unicode character"
            raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
        raise TypeError(f'"{name}" must be string{" or None" if none_allowed else ""}, not {type(value).__name__}')
    if len(value) != 1:
        if not value and none_allowed and not _NEWEST_TEXT:
            raise TypeError(f'"{name}" must be a 1-character string')
        if _NEWEST_TEXT:
            kind = "a unicode character or None" if none_allowed else "a unicode character"
            raise TypeError(f'"{name}" must be {kind}, not a string of length {len(value)}')
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


_NEW_TEXT = __import__("sys").version_info >= (3, 13)
_NEWEST_TEXT = __import__("sys").version_info >= (3, 14)
_FIELDS = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")
_DEFAULTS = (",", True, None, "\r\n", '"', QUOTE_MINIMAL, False, False)


class Dialect:
    """CSV dialect

The Dialect type records CSV dialect options."""

    __slots__ = tuple("_" + name for name in _FIELDS)

    def __new__(cls, dialect=None, *args, **kwargs):
        if args:
            raise TypeError("Dialect() takes at most 1 positional argument")
        for name in kwargs:
            if name not in _FIELDS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'" if _NEW_TEXT
                                else f"'{name}' is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if cls is Dialect and type(dialect) is Dialect and not kwargs:
            return dialect
        given = []
        for name, default in zip(_FIELDS, _DEFAULTS):
            if name in kwargs:
                given.append((kwargs[name], True))
            else:
                found = getattr(dialect, name, _FIELDS) if dialect is not None else _FIELDS
                given.append((default, False) if found is _FIELDS else (found, True))
        self = object.__new__(cls)
        (delimiter, _), (doublequote, _), (escapechar, _), (lineterminator, _), (quotechar, has_quotechar), (
            quoting, has_quoting), (skip, _), (strict, _) = given
        self._delimiter = _char("delimiter", delimiter, False, ",")
        self._doublequote = bool(doublequote)
        self._escapechar = _char("escapechar", escapechar, True, None)
        if not isinstance(lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(lineterminator).__name__}' if _NEWEST_TEXT
                            else '"lineterminator" must be a string')
        self._lineterminator = lineterminator
        self._quotechar = _char("quotechar", quotechar, True, '"')
        if type(quoting) is not int:
            raise TypeError(f'"quoting" must be an integer, not {type(quoting).__name__}' if _NEWEST_TEXT
                            else '"quoting" must be an integer')
        if not 0 <= quoting <= _LAST_QUOTING:
            raise TypeError('bad "quoting" value')
        if has_quotechar and quotechar is None and not has_quoting:
            quoting = QUOTE_NONE
        self._quoting = quoting
        self._skipinitialspace = bool(skip)
        self._strict = bool(strict)
        if quoting != QUOTE_NONE and self._quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if _NEW_TEXT:
            self._check()
        return self

    def _check(self):
        for name in ("delimiter", "escapechar", "quotechar"):
            char = getattr(self, "_" + name)
            if char is not None and char in "\r\n" or char == " " and name != "delimiter" and self._skipinitialspace:
                raise ValueError(f"bad {name} value")
        if self._delimiter == " " and self._skipinitialspace:
            raise ValueError("bad delimiter value")
        for char in self._lineterminator:
            for name in ("delimiter", "escapechar", "quotechar"):
                if getattr(self, "_" + name) == char:
                    raise ValueError(f"bad {name} or lineterminator value")
        for one, other in (("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar")):
            if getattr(self, "_" + one) == getattr(self, "_" + other) is not None:
                raise ValueError(f"bad {one} or {other} value")

    def __reduce__(self):
        raise TypeError("cannot pickle 'Dialect' instances" if _NEW else "cannot pickle '_csv.Dialect' object")

    def __reduce_ex__(self, protocol):
        self.__reduce__()


for _name in _FIELDS:
    setattr(Dialect, _name, property(lambda self, name="_" + _name: getattr(self, name)))
Dialect.__module__ = "_csv"


def _dialect(dialect, kwargs):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    return Dialect(dialect, **kwargs)


(_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPE_IN_QUOTED, _QUOTE_IN_QUOTED, _EAT_CRNL,
 _AFTER_ESCAPED) = range(9)


class _Reader:
    """CSV reader

Reader objects are responsible for reading and parsing tabular data
in CSV format."""

    def __init__(self, lines, dialect, kwargs):
        self._lines = iter(lines)
        self._dialect = _dialect(dialect, kwargs)
        self.line_num = 0
        self._reset()

    def _reset(self):
        self._fields = []
        self._field = []
        self._length = 0
        self._state = _START_RECORD
        self._unquoted = False

    @property
    def dialect(self):
        return self._dialect

    def __iter__(self):
        return self

    def __next__(self):
        self._reset()
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _IN_QUOTED:
                    if self._dialect._strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    if self._fields:
                        break
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            for char in line:
                self._take(char)
            self._take(None)
            if self._state == _START_RECORD:
                break
        fields = self._fields
        self._fields = []
        return fields

    def _save(self):
        text = "".join(self._field)
        self._field = []
        self._length = 0
        quoting = self._dialect._quoting
        if self._unquoted:
            self._unquoted = False
            if quoting == QUOTE_NONNUMERIC or _NEW and quoting == 4 and (text or not _NEW_TEXT):
                text = float(text) if text or quoting == QUOTE_NONNUMERIC else text
            if _NEW_TEXT and not text and type(text) is str and quoting in (4, 5):
                text = None
        self._fields.append(text)

    def _add(self, char):
        if self._length >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._length += 1
        self._field.append(char)

    def _take(self, char):
        """One character of a line; None is its end."""
        its, state = self._dialect, self._state
        if state == _IN_FIELD:
            if char is None or char in "\r\n":
                self._save()
                self._state = _START_RECORD if char is None else _EAT_CRNL
            elif char == its._escapechar:
                self._state = _ESCAPED
            elif char == its._delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(char)
        elif state == _IN_QUOTED:
            if char is None:
                return
            if char == its._escapechar:
                self._state = _ESCAPE_IN_QUOTED
            elif char == its._quotechar and its._quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTED if its._doublequote else _IN_FIELD
            else:
                self._add(char)
        elif state == _START_RECORD or state == _START_FIELD:
            if state == _START_RECORD:
                if char is None:
                    return
                if char in "\r\n":
                    self._state = _EAT_CRNL
                    return
            self._start_field(char)
        elif state == _EAT_CRNL:
            if char is None:
                self._state = _START_RECORD
            elif char not in "\r\n":
                raise Error("new-line character seen in unquoted field - do you need to open the file "
                            + ("with newline=''?" if _NEW_TEXT else "in universal-newline mode?"))
        elif state == _ESCAPED:
            if char is not None and char in "\r\n":
                self._add(char)
                self._state = _AFTER_ESCAPED
                return
            self._add("\n" if char is None else char)
            self._state = _IN_FIELD
        elif state == _AFTER_ESCAPED:
            if char is None:
                return
            self._state = _IN_FIELD
            self._take(char)
        elif state == _ESCAPE_IN_QUOTED:
            self._add("\n" if char is None else char)
            self._state = _IN_QUOTED
        else:       # a quote in a quoted field: the end of it, or the first of two
            if its._quoting != QUOTE_NONE and char is not None and char == its._quotechar:
                self._add(char)
                self._state = _IN_QUOTED
            elif char is not None and char == its._delimiter:
                self._save()
                self._state = _START_FIELD
            elif char is None or char in "\r\n":
                self._save()
                self._state = _START_RECORD if char is None else _EAT_CRNL
            elif not its._strict:
                self._add(char)
                self._state = _IN_FIELD
            else:
                raise Error(f"'{its._delimiter}' expected after '{its._quotechar}'")

    def _start_field(self, char):
        its = self._dialect
        if char is None or char in "\r\n":
            if _NEW:
                self._unquoted = True
            self._save()
            self._state = _START_RECORD if char is None else _EAT_CRNL
        elif char == its._quotechar and its._quoting != QUOTE_NONE:
            self._state = _IN_QUOTED
        elif char == its._escapechar:
            self._unquoted = _NEW
            self._state = _ESCAPED
        elif char == " " and its._skipinitialspace:
            pass
        elif char == its._delimiter:
            if _NEW:
                self._unquoted = True
            self._save()
        else:
            self._unquoted = True
            self._add(char)
            self._state = _IN_FIELD


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Reader.__module__ = "_csv"


class _Writer:
    """CSV writer

Writer objects are responsible for generating tabular data
in CSV format from sequence input."""

    def __init__(self, file, dialect, kwargs):
        self._write = getattr(file, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self._dialect = _dialect(dialect, kwargs)

    @property
    def dialect(self):
        return self._dialect

    def writerow(self, row, /):
        """writerow(iterable)

Construct and write a CSV record from an iterable of fields.  Non-string
elements will be converted to string."""
        its = self._dialect
        try:
            items = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        parts = []
        count = 0
        empty_unquoted = False
        for value in items:
            quoting = its._quoting
            if quoting == QUOTE_NONNUMERIC:
                quoted = not _is_number(value)
            elif quoting == QUOTE_ALL:
                quoted = True
            elif quoting == 4 and _NEW:
                quoted = isinstance(value, str)
            elif quoting == 5 and _NEW:
                quoted = value is not None
            else:
                quoted = False
            text = "" if value is None else value if isinstance(value, str) else str(value)
            if text == "" and _NEW_TEXT and its._delimiter == " " and its._skipinitialspace:
                if quoting == QUOTE_NONE or value is None and quoting in (4, 5):
                    raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
                quoted = True
            out, quoted = self._field(text, quoted)
            if count:
                parts.append(its._delimiter)
            parts.append(its._quotechar + out + its._quotechar if quoted else out)
            count += 1
            empty_unquoted = not out and not quoted
        if count == 1 and empty_unquoted:
            if its._quoting == QUOTE_NONE or _NEW and its._quoting in (4, 5) and value is None:
                raise Error("single empty field record must be quoted")
            parts[-1] = its._quotechar * 2
        parts.append(its._lineterminator)
        return self._write("".join(parts))

    def _field(self, text, quoted):
        its = self._dialect
        out = []
        for char in text:
            if char == its._delimiter or char == its._escapechar or char == its._quotechar or (
                    char in "\r\n" if _NEW_TEXT else False) or char in its._lineterminator:
                if its._quoting == QUOTE_NONE:
                    escape = True
                else:
                    escape = False
                    if char == its._quotechar:
                        if its._doublequote:
                            out.append(its._quotechar)
                        else:
                            escape = True
                    elif char == its._escapechar:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if its._escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(its._escapechar)
            out.append(char)
        return "".join(out), quoted

    def writerows(self, rows, /):
        """writerows(iterable of iterables)

Construct and write a series of iterables to a csv file.  Non-string
elements will be converted to string."""
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = "writer"
_Writer.__module__ = "_csv"


def _is_number(value):
    return any(hasattr(type(value), name) for name in ("__float__", "__index__", "__complex__", "__int__"))


def reader(iterable, /, dialect=None, **fmtparams):
    """reader(iterable [, dialect='excel']
                         [optional keyword args])
    for row in csv_reader:
        process(row)"""
    return _Reader(iterable, dialect, fmtparams)


def writer(fileobj, /, dialect=None, **fmtparams):
    """csv_writer = csv.writer(fileobj [, dialect='excel']
                            [optional keyword args])
    for row in sequence:
        csv_writer.writerow(row)"""
    return _Writer(fileobj, dialect, fmtparams)


def register_dialect(name, /, dialect=None, **fmtparams):
    """Create a mapping from a string name to a dialect class.
    dialect = csv.register_dialect(name[, dialect[, **fmtparams]])"""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, fmtparams)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    try:
        del _dialects[name]
    except (KeyError, TypeError) as error:
        if isinstance(error, TypeError):
            raise
        raise Error("unknown dialect") from None


def get_dialect(name):
    """Return the dialect instance associated with name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """Return a list of all known dialect names."""
    return list(_dialects)


def field_size_limit(*args):
    """Sets an upper limit on parsed fields."""
    global _limit
    if len(args) > 1:
        raise TypeError(f"field_size_limit expected at most 1 argument, got {len(args)}")
    old = _limit
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        if not -1 << 63 <= args[0] < 1 << 63:
            raise OverflowError("Python int too large to convert to C long")
        _limit = args[0]
    return old
