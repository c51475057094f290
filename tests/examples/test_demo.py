"""The demo's program does what its host says it did: same report as under CPython, and an exact ledger."""

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import callgate as cg

AGENT = Path(__file__).parents[2] / "examples/agent"


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(AGENT)
    for name in ("demo", "tools"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import demo  # noqa: PLC0415

    yield demo
    for name in ("demo", "tools"):
        sys.modules.pop(name, None)


@pytest.fixture
def tools(demo: Any) -> Iterator[list[Any]]:
    with contextlib.closing(demo.load()) as database:
        yield demo.make_tools(database)


def counted(tools: list[Any], counts: dict[str, int]) -> dict[str, Any]:
    def wrap(tool: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            counts[tool.__name__] = counts.get(tool.__name__, 0) + 1
            return tool(*args, **kwargs)

        return call

    return {tool.__name__: wrap(tool) for tool in tools}


def test_same_report_as_cpython_and_an_exact_ledger(demo: Any, tools: list[Any]) -> None:
    source = demo.PROGRAM.read_text(encoding="utf-8")
    counts: dict[str, int] = {}
    with contextlib.redirect_stdout(io.StringIO()) as stdout:
        exec(compile(source, "program.py", "exec"), counted(tools, counts))
    result = cg.Machine(tools=tools, limits=demo.LIMITS).run(source, filename="program.py")
    assert result.stdout == stdout.getvalue()
    assert result.value["stops"][0] == "SEA" and result.value["month"] == 7
    assert {name: result.ledger[name] for name in counts} == counts
    assert sum(counts.values()) > 100


def test_the_demo_prints_report_ledger_and_usage(demo: Any, capsys: pytest.CaptureFixture[str]) -> None:
    demo.main()
    text = capsys.readouterr().out
    for words in ("A tour of", "Writing refused", "distance_km", "rank", "query", "fuel"):
        assert words in text


@pytest.mark.parametrize("sql", [
    "DELETE FROM airports", "DROP TABLE weather", "ATTACH ':memory:' AS other", "PRAGMA query_only = 0", "not sql",
    "UPDATE airports SET name = ''", "CREATE TABLE t (x)", "SELECT load_extension('x')", "SELECT 1; SELECT 2",
    "SELECT COUNT(*) FROM airports a, airports b, airports c",
])
def test_the_database_can_only_be_read(tools: list[Any], sql: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.Machine(tools=tools).run("query(sql)", inputs={"sql": sql})
    assert caught.value.type_name == "ValueError"


def test_a_query_is_limited_in_rows(tools: list[Any]) -> None:
    query = tools[0]
    assert len(query("SELECT code FROM airports LIMIT 500")) == 500
    with pytest.raises(ValueError, match="more than 500 rows"):
        query("SELECT code FROM airports")
