"""What tokenize is built on from 3.12 on."""

from _tokens import tokens_of as _tokens_of


class TokenizerIter:
    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        self._readline, self._encoding, self._extra_tokens = readline, encoding, extra_tokens
        self._rows = None

    def __iter__(self):
        return self

    def _read(self):
        lines = []
        while True:
            try:
                line = self._readline()
            except StopIteration:
                break
            if not line:
                break
            lines.append(line if self._encoding is None else line.decode(self._encoding))
        rows, self._error, self._kind = _tokens_of("".join(lines), self._extra_tokens)
        return iter(rows)

    def __next__(self):
        if self._rows is None:
            self._rows = self._read()
        for row in self._rows:
            return row
        if self._error is None:
            raise StopIteration
        message, place = self._error
        kind = {"IndentationError": IndentationError, "TabError": TabError}.get(self._kind, SyntaxError)
        raise kind(message) if place is None else kind(message, place)
