"""Programs made wrong: what is said of a SyntaxError, and where."""

import keyword
import re
from random import Random

from .programs import Programs

TOKEN = re.compile(r"[A-Za-z_]\w*|\d[\w.]*|\n[ ]*|(?:'[^'\n]*')|(?:\"[^\"\n]*\")|\*\*=?|//=?|>>=?|<<=?|->|:=|[-+*/%&|^<>=!]=|\S|[ ]+")
INSERTED = (*keyword.kwlist, "*", "**", "=", "==", ":=", ":", ",", ".", "(", ")", "[", "]", "{", "}", ";", "@", "->", "!", "$", "?", "1", "1.", "0x", "07", "1_", "'", "\"",
            "\\", "f'{'", "f'{a!}'", "f'{}'", "b'\u00e9'", "'''", "\n", "\n  ", "\n\t", "x", "...", "match", "case", "type", "print", "\u20ac", "'\\N{x}'", "1 if 2", "#", "nonlocal x",
            "global a", "return", "yield", "await", "*a, *b =", "del f()", "f() = 1", "None = 1", "__debug__ = 1", "x: int = 1", "lambda: (yield)", "from __future__ import x",
            "(a, b) += 1", "for 1 in x: pass", "with a as 1: pass", "except* E:", "import a.b as c.d", "def f(a, a): pass", "f(a=1, a=2)", "f(**k, *a)", "f(x for x in y, 1)",
            "[x := 1 for x in y]", "class C: nonlocal q", "a, b: int", "continue", "break", "async with", "case _:", "\u0300", "0_", "1e", "0b2", "0o8", "1__0", "{**a for a in b}")


def mutate(random: Random, text: str) -> str:
    tokens = TOKEN.findall(text)
    for _ in range(random.choice((1, 1, 1, 2))):
        if not tokens:
            break
        at = random.randrange(len(tokens))
        how = random.randrange(7)
        if how == 0:
            del tokens[at]
        elif how == 1:
            tokens.insert(at, random.choice(INSERTED) + " ")
        elif how == 2:
            tokens[at] = random.choice(INSERTED) + " "
        elif how == 3:
            other = random.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif how == 4:
            tokens.insert(at, tokens[at])
        elif how == 5:
            tokens.insert(random.randrange(len(tokens)), tokens[at])
        else:
            tokens = tokens[:at]
    return "".join(tokens)


def lines_of(program: Programs) -> list[str]:
    pick = program.pick((program.function, program.calls, program.classes, program.matching, program.generator, program.asynchronous, program.shows))
    return pick()


def mutants(seed: int) -> str:
    """A program that compiles some mutants and prints what is said of them; the last may be the program itself."""
    made = Programs(seed)
    texts = []
    for _ in range(6):
        lines = lines_of(made)
        start = made.random.randrange(len(lines))
        while start and lines[start].startswith((" ", "except", "else", "finally")):
            start -= 1
        texts.append(mutate(made.random, "\n".join(lines[start:start + 12]) + "\n"))
    program = """
for text in (
""" + "".join(f"    {ascii(text)},\n" for text in texts) + """):
    try: compile(text, 'text', 'exec')
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text), e.filename, e.print_file_and_line)
    except Exception as e: print(type(e).__name__, e)
    else: print('right')
"""
    return texts[0] if made.chance(10) else program
