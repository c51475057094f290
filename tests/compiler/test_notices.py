"""What the compiler warns about is what the host's compiler warns about, at the same places."""

import threading
import warnings

import pytest

from callgate.compiler import Notice, compile_source

TEXTS = [
    "x is 1", "1 is 1 is 2", "x is (1,2)", "x is -1", "x is ()", "x is f'a'", "x is ...", "x is None", "not (x is 1)",
    "if x is 1: pass", "if not x is 1: pass", "if not (x is 1 and y is 2): pass", "while not x is not 1: pass",
    "not x is 1 is 2", "while x is 1: pass", "while 0: x is 1", "if 0: x is 1", "[a for a in b if a is 1]",
    "def f():\n  return 1\n  x is 1", "x = 1 is 1", "f'{x is 1}'", "x: 1 is 2 = 3", "x[1 is 2] = 3", "1 if x is 2 else 3",
    "assert (1,2)", "assert (1,), 2", "assert x is 1", "assert ()", "assert (x, y)",
    "[(1,2) (3,4)]", "'a' (1)", "[x for x in y]()", "f'{x}'()", "(lambda: 0)()", "()()", "{}()", "1 .x()", "1()", "1()()",
    "@1()\ndef f(): pass", "class A(1()): x is 2", "with 1(): pass", "for x in 1(): pass", "(x is 1)()",
    "try: 1()\nexcept: 2()\nelse: 3()\nfinally: 4()",
    "1[0]", "{1}[0]", "...[1]", "None[1]", "lambda: 0[1]", "(lambda: 0)[1]", "del 1[2]", "1[0] += 1",
    "[1][1.5]", "[1]['a']", "(1,2)[1,2]", "(1,2)[None]", "'a'[1.5]", "'a'['b']", "f'{x}'['a']", "'a'[1:2]", "b'a'['x']",
    "(x,)['a']", "{1:2}['a']", "[][x]", "[]['a'] += 1", "(1).x['a']",
    "'\\d' '\\e'", "f'\\d{x}\\e'", "'\\477'", "b\n  \n'''\n\n\\d'''", "'\\d' '\\e\n", "rb'\\d' b'\\q'",
    "0x1for x in y", "1_000and 2", "0b1and 2", "1.0or 2", "0xfor x", "match 1:\n case '\\d': pass",
]


def of_the_host(text: str) -> tuple[list[tuple[str, int, str]], str | None]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(text, "<x>", "exec")
            error = None
        except SyntaxError as raised:
            error = raised.msg
    return [(each.category.__name__, each.lineno, str(each.message)) for each in caught], error


def ours(text: str) -> tuple[list[Notice], str | None]:
    notices: list[Notice] = []
    try:
        compile_source(text, "<x>", notices=notices)
    except SyntaxError as raised:
        return notices, raised.msg
    return notices, None


@pytest.mark.parametrize("text", TEXTS)
def test_same_warnings(text: str) -> None:
    notices, error = ours(text)
    assert ([(each.category, each.lineno, each.message) for each in notices], error) == of_the_host(text)


@pytest.mark.parametrize("text", TEXTS)
def test_same_places(text: str) -> None:
    notices, _ = ours(text)
    if not notices:
        return
    with warnings.catch_warnings(), pytest.raises(SyntaxError) as caught:
        warnings.simplefilter("error")
        compile(text, "<x>", "exec")
    message, place = notices[0].error
    assert (message, place[:3], place[4:]) == (  # type: ignore[index]
        caught.value.args[0], caught.value.args[1][:3], caught.value.args[1][4:])


def test_the_host_hears_nothing() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error")
        notices, error = ours("x is '\\d'")
    assert len(notices) == 2 and error is None and not caught


def test_threads() -> None:
    def work(number: int) -> None:
        text = "\n".join(f"'\\{'dqwe'[(number + i) % 4]}'" for i in range(8))
        for _ in range(20):
            good.append([each.message[-2] for each in ours(text)[0]] == ["dqwe"[(number + i) % 4] for i in range(8)])

    good: list[bool] = []
    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(good) == 80 and all(good)
