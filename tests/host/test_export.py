"""Exported host classes: what guests can do with them, and that they can do nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import callgate as cg


@cg.export(names=[
    "owner", "balance", "deposit", "open", "of", "limit", "others", "__call__", "__len__", "__eq__", "__add__",
    "__iter__", "__getitem__", "__contains__", "__enter__", "__exit__", "__repr__", "fail", "kept",
])
class Account:
    limit = 5

    def __init__(self, owner: str, balance: int = 0) -> None:
        if balance < 0:
            raise ValueError("negative balance")
        self.owner = owner
        self._balance = balance
        self.secret = "secret"
        self.others: list[Account] = []
        self.kept: Any = None

    @classmethod
    def of(cls, owner: str) -> Account:
        return cls(owner, 100)

    @staticmethod
    def open(owner: str, *, amount: int = 1) -> Account:
        return Account(owner, amount)

    @property
    def balance(self) -> int:
        return self._balance

    def deposit(self, amount: int, *, twice: bool = False) -> Account:
        self._balance += amount * (2 if twice else 1)
        return self

    def fail(self) -> None:
        raise LookupError(self)

    def hidden(self) -> str:
        return "hidden"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return [list(args), kwargs]

    def __len__(self) -> int:
        return self._balance

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Account) and self._balance == other._balance

    def __add__(self, other: Account) -> Account:
        return Account(self.owner + other.owner, self._balance + other._balance)

    def __iter__(self) -> Iterator[Any]:
        yield self
        yield [self._balance]

    def __getitem__(self, key: Any) -> Any:
        return key

    def __contains__(self, key: Any) -> bool:
        return key == 1

    def __enter__(self) -> Account:
        return self

    def __exit__(self, *details: object) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Account of {self.owner}"


def run(source: str, **options: Any) -> Any:
    return cg.Machine(tools=[Account], **options).run(source).value


def caught(source: str) -> tuple[str, str]:
    with pytest.raises(cg.GuestError) as error:
        run(source)
    return error.value.type_name, error.value.message


def test_constructing_calling_methods_and_attributes() -> None:
    assert run("""
a = Account('me', balance=3)
a.owner = 'you'
[a.owner, a.balance, a.deposit(4).balance, a.deposit(1, twice=True).balance, a(1, [2], k={3}), a.limit,
 Account.open('x', amount=9).balance, a.of('y').balance, type(a) is Account, isinstance(a, Account), Account.__name__]
""") == ["you", 3, 7, 9, [[1, [2]], {"k": {3}}], 5, 9, 100, True, True, "Account"]


def test_special_methods() -> None:
    assert run("""
a, b = Account('a', 1), Account('b', 2)
with a as inner:
    raise ValueError
c = a + b
[len(c), c.owner, a == Account('z', 1), a == b, a != b, [x for x in a][1], a['key'], 1 in a, 2 in a, inner is a,
 repr(a), str([a]), bool(Account('e'))]
""") == [3, "ab", True, False, True, [1], "key", True, False, True, "Account of a", "[Account of a]", False]


def test_iteration_stops_as_the_host_does() -> None:
    assert run("it = iter(Account('a', 7))\n[next(it).balance, next(it), next(it, 'end')]") == [7, [7], "end"]


def test_identity_is_kept() -> None:
    seen: list[Any] = []

    def remember(account: Account) -> Account:
        seen.append(account)
        return account

    machine = cg.Machine(tools=[Account, remember])
    account = machine.run("""
a = Account('a')
a.others = [a, Account('b')]
a.kept = lambda: 'called'
same = [remember(a) is a, a.others[0] is a, a.others[1] is a.others[1], remember([a])[0] is a]
a
""").value
    assert account is seen[0] and type(account) is Account
    assert machine.globals["same"] == [True] * 4
    assert account.kept() == "called"
    assert machine.run("given is a", inputs={"given": account}).value is True
    assert machine.globals["Account"] is Account if "Account" in machine.globals else True
    assert machine.run("Account").value is Account


@pytest.mark.parametrize("name", [
    "secret", "_balance", "hidden", "__dict__", "__init__.__globals__", "__class__.__mro__[1].secret", "deposit.__func__",
    "deposit.__globals__", "__weakref__", "nothing",
])
def test_nothing_else_can_be_read(name: str) -> None:
    assert caught(f"Account('a').{name}")[0] in ("AttributeError", "IndexError")


@pytest.mark.parametrize("statement", [
    "a.secret = 1", "a.new = 1", "a.deposit = 1", "del a.owner", "Account.x = 1", "del Account.deposit",
    "Account.deposit = None", "a.__class__ = object",
])
def test_nothing_else_can_be_changed(statement: str) -> None:
    assert caught(f"a = Account('a')\n{statement}")[0] in ("AttributeError", "TypeError")


def test_it_is_no_base_class() -> None:
    assert caught("class Mine(Account): pass") == ("TypeError", "type 'Account' is not an acceptable base type")


def test_methods_check_their_instance() -> None:
    for call in ("Account.deposit()", "Account.deposit(3)", "Account.deposit(object(), 1)", "Account.__call__(3)",
                 "Account.__add__(1, 2)"):
        assert caught(call)[0] == "TypeError"


def test_errors_are_those_of_tools() -> None:
    assert caught("Account('a', -1)") == ("ValueError", "negative balance")
    assert caught("Account()") == ("TypeError", "Account.__init__() missing 1 required positional argument: 'owner'")
    assert caught("Account('a').fail()") == ("LookupError", "Account of a")
    assert caught("Account('a').balance = 3")[0] == "AttributeError"
    assert caught("x = []\nx.append(x)\nAccount('a').deposit(x)") == (
        "ValueError", "argument 1 of Account.deposit(): it contains itself")


def test_calls_are_counted_limited_and_asked_for() -> None:
    seen: list[str] = []
    machine = cg.Machine(tools=[Account], limits=cg.Limits(tool_calls=4), on_call=lambda call: seen.append(call.name))
    assert machine.run("a = Account('a')\na.deposit(1)\na()\nAccount.open('b').owner").value == "b"
    assert seen == ["Account", "Account.deposit", "Account.__call__", "Account.open"]
    assert machine.last.ledger.of("tool") == {name: 1 for name in seen}
    with pytest.raises(cg.LimitExceeded):
        machine.run("while True: a.deposit(1)")
    assert machine.run("a.balance").value == 4 + 1


def test_in_modules_and_in_several_machines() -> None:
    shared = Account("shared", 5)
    for _ in range(2):
        machine = cg.Machine(modules={"bank": cg.Module({"Account": Account, "shared": shared})})
        assert machine.run("from bank import *\nshared.deposit(1)\n[type(shared) is Account, shared.owner]").value == [
            True, "shared"]
    assert shared.balance == 7


def test_subclasses_are_not_exported() -> None:
    class Special(Account):
        pass

    with pytest.raises(TypeError, match="a test_subclasses_are_not_exported.<locals>.Special is not plain data"):
        cg.run("x", inputs={"x": Special("s")})


def test_exporting_gives_the_class_back_and_may_be_repeated() -> None:
    class Thing:
        value, other = 1, 2

    assert cg.export(Thing, names=["value"]) is Thing
    first = cg.Machine(tools=[Thing])
    assert first.run("Thing().value").value == 1
    cg.export(Thing, names=["other"])
    assert cg.Machine(tools=[Thing]).run("Thing().other").value == 2
    assert first.run("Thing().value").value == 1


@pytest.mark.parametrize(("cls", "names", "error", "text"), [
    (3, [], TypeError, "cls must be a class, not 3 (int)"),
    (Account, "owner", TypeError, "names must be an iterable of texts, not 'owner' (str)"),
    (Account, [3], TypeError, "a name to export must be a text, not 3 (int)"),
    (Account, ["a b"], ValueError, "a name to export must be an identifier, not 'a b'"),
    (Account, ["__dict__"], ValueError,
     "'__dict__' cannot be exported; instances can always be made, all else goes by name"),
    (Account, ["__mul__"], ValueError, "Account has no __mul__ to export"),
])
def test_refused(cls: Any, names: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error) as raised:
        cg.export(cls, names=names)
    assert str(raised.value) == text
