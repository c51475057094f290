# expected: await_outside.out
# difference: `await`, `async for` and `async with` are allowed outside of functions
# because: a program's own text may wait for its host's tools, as in the shells of IPython and `python -m asyncio`
# instead: nothing: CPython refuses such a program
async def answer():
    return 42


async def count():
    for each in range(3):
        yield each

print(await answer())
async for each in count():
    print(each)
print([each async for each in count()])
