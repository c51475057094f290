# min-version: 3.12
"""tokenize over the tokenizer of CPython."""

import io
import tokenize

for text in ('f"{x!r:>{y}}" + 1\n', "def f(a):\n    return a  # c\n\n", "x = (1,\n 2)\n", "a $ b\n", "if x:\n  y\n z\n", "(", "'abc", 'f"{x',
             "1_000 0x1F 1e5j\n", "", "\n\n", "é = 'ü'\n", "x\\\n+1", "a ? b"):
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            print(token)
    except (tokenize.TokenError, SyntaxError) as error:
        print(type(error).__name__, error)
print([tokenize.tok_name[token.exact_type] for token in tokenize.tokenize(io.BytesIO(b"# coding: latin-1\nx = '\xe4'\n").readline)])
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO("x = [ 1,2 ]\n").readline)))
