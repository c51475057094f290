"""Result, Usage and Ledger as values."""

import pytest

import callgate as cg


def ledger() -> cg.Ledger:
    return cg.Ledger([
        cg.LedgerRow("main", "guest", 1), cg.LedgerRow("len", "builtin", 12), cg.LedgerRow("fib", "guest", 177),
        cg.LedgerRow("search", "tool", 3), cg.LedgerRow("search", "guest", 2),
    ])


def test_the_mapping_adds_up_callables_of_one_name() -> None:
    assert dict(ledger()) == {"fib": 177, "len": 12, "search": 5, "main": 1}
    assert ledger()["fib"] == 177 and len(ledger()) == 4 and "nothing" not in ledger()
    assert ledger().to_dict() == dict(ledger())


def test_by_kind() -> None:
    assert ledger().of("guest") == {"fib": 177, "search": 2, "main": 1}
    assert ledger().of("tool") == {"search": 3}


def test_sorted() -> None:
    assert [row.calls for row in ledger().sorted()] == [177, 12, 3, 2, 1]
    assert [row.name for row in ledger().sorted("name")] == ["fib", "len", "main", "search", "search"]
    assert [row.kind for row in ledger().sorted("kind")] == ["builtin", "guest", "guest", "guest", "tool"]
    with pytest.raises(ValueError, match=r"^by must be 'calls', 'name' or 'kind', not 'size'$"):
        ledger().sorted("size")


def test_printed() -> None:
    assert str(ledger()) == """\
calls  kind     name
  177  guest    fib
   12  builtin  len
    3  tool     search
    2  guest    search
    1  guest    main"""
    assert str(cg.Ledger()) == "calls  kind     name"
    assert repr(cg.Ledger([cg.LedgerRow("f", "guest", 2)])) == "Ledger({'f': 2})"


def test_usage_has_names() -> None:
    usage = cg.Usage(fuel=3, calls=2)
    assert usage.fuel == 3 and usage.to_dict() == {
        "fuel": 3, "seconds": 0.0, "memory": 0, "depth": 0, "calls": 2, "tool_calls": 0, "tool_seconds": 0.0,
        "output": 0}


def test_a_result_says_what_it_is() -> None:
    assert repr(cg.Result(3, "text")).startswith("Result(value=3, stdout='text', usage=Usage(fuel=0")
