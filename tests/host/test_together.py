"""Asynchronous tools: run_async, calls that run side by side, errors, time-outs, cancellation."""

import asyncio
import time

import pytest

import callgate as cg


async def fetch(n: int) -> dict[str, int]:
    """Get it."""
    await asyncio.sleep(0.05)
    if n == 9:
        raise KeyError("nine")
    return {"n": n}


def run(source: str, tools: object = (fetch,), **given: object) -> cg.Result:
    machine = cg.Machine(tools=tools, limits=cg.Limits(seconds=30))  # type: ignore[arg-type]
    return asyncio.run(machine.run_async(source, **given))  # type: ignore[arg-type]


def test_calls_of_one_gather_run_together() -> None:
    running = most = 0

    async def work(n: int) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.05)
        running -= 1
        return n * 2

    source = "import asyncio\nasync def main():\n    return await asyncio.gather(*[work(i) for i in range(5)])\nasyncio.run(main())"
    result = run(source, [work])
    assert result.value == [0, 2, 4, 6, 8]
    assert most == 5
    assert result.usage.tool_calls == 5


def test_await_outside_of_functions() -> None:
    result = run("x = await fetch(n)\nfor i in range(2):\n    x['n'] += (await fetch(i))['n']\nx", inputs={"n": 3})
    assert result.value == {"n": 4}
    assert run("[(await fetch(i))['n'] for i in (1, 2)]").value == [1, 2]
    assert run("import asyncio\nasync with asyncio.timeout(20):\n    x = await fetch(5)\nx").value == {"n": 5}
    assert cg.run("import asyncio\nawait asyncio.sleep(0, 'done')").value == "done"
    assert run("(fetch.__name__, fetch.__doc__)").value == ("fetch", "Get it.")


def test_errors_are_those_of_the_tool() -> None:
    source = "try:\n    await fetch(9)\nexcept KeyError as error:\n    text = repr(error)\ntext"
    assert run(source).value == "KeyError('nine')"
    with pytest.raises(cg.GuestError) as caught:
        run("def f():\n    1 / 0\nawait fetch(1)\nf()")
    assert caught.value.type_name == "ZeroDivisionError"
    assert "asyncio" not in caught.value.traceback
    with pytest.raises(cg.GuestError, match="run_async"):
        cg.run("await fetch(1)", tools=[fetch])


def test_guest_timeouts_cancel_the_tool() -> None:
    stopped = []

    async def slow() -> None:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            stopped.append(1)
            raise

    source = "import asyncio\ntry:\n    await asyncio.wait_for(slow(), 0.02)\nexcept TimeoutError:\n    x = 'late'\nx"
    assert run(source, [slow]).value == "late"
    assert stopped == [1]


def test_limits_hold_while_waiting() -> None:
    async def slow() -> None:
        await asyncio.sleep(30)

    machine = cg.Machine(tools=[slow], limits=cg.Limits(seconds=1.0))
    began = time.monotonic()
    with pytest.raises(cg.LimitExceeded) as caught:
        asyncio.run(machine.run_async("await slow()"))
    assert caught.value.limit == "seconds"
    assert time.monotonic() - began < 20
    machine = cg.Machine(tools=[fetch], limits=cg.Limits(tool_calls=2))
    with pytest.raises(cg.LimitExceeded):
        asyncio.run(machine.run_async("for i in range(5): await fetch(i)"))
    assert asyncio.run(machine.run_async("import asyncio\nasyncio.run(fetch(1))")).value == {"n": 1}


@pytest.mark.parametrize("source", ["await forever()", "while True: pass"])
def test_cancelling_the_caller_stops_the_run(source: str) -> None:
    async def forever() -> None:
        await asyncio.sleep(1000)

    machine = cg.Machine(tools=[forever, fetch])

    async def main() -> object:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await machine.run_async(source)
        return (await machine.run_async("await fetch(2)")).value

    assert asyncio.run(main()) == {"n": 2}


def test_policy_is_asked() -> None:
    def refuse(call: cg.Call) -> None:
        raise cg.Denied(f"no {call.name}{call.args}")

    machine = cg.Machine(tools=[fetch], on_call=refuse)
    with pytest.raises(cg.GuestError, match=r"no fetch\(1,\)"):
        asyncio.run(machine.run_async("await fetch(1)"))


def test_waiting_for_nothing_is_an_error() -> None:
    with pytest.raises(cg.GuestError, match="deadlock"):
        cg.run("import asyncio\nawait asyncio.get_running_loop().create_future()")
