def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
class Wait:
    def __await__(self):
        yield
        return 1
class Manager:
    async def __aenter__(self): return 2
    async def __aexit__(self, *a): return True
async def items(n):
    for i in range(n):
        await Wait()
        yield i
async def all_of():
    found = [x async for x in items(3)]
    async for x in items(3):
        if x == 1: break
    else: found.append("else")
    async with Manager() as m: found.append(m)
    async with Manager(): raise ValueError
    found.append(await Wait())
    found += [y async for x in items(2) if x async for y in items(2)]
    return found
print(run(all_of()))
async def fails():
    try:
        await Wait()
        raise KeyError
    finally: await Wait()
try: run(fails())
except KeyError: print("KeyError")
async def closes():
    g = items(5)
    await g.__anext__()
    await g.aclose()
    g = items(5)
    await g.asend(None)
    try: await g.athrow(ValueError)
    except ValueError: return "thrown"
print(run(closes()))
c = all_of(); c.send(None); c.close()
async def bad():
    async for x in 1: pass
try: run(bad())
except TypeError: print("TypeError")
