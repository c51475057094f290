"""Plan a flight around the busiest western states, in the driest month. (Written by a language model for its tools.)"""

WEST = ["WA", "OR", "CA", "NV", "ID", "MT", "WY", "UT", "CO", "AZ", "NM", "AK", "XX"]


class Airport:
    def __init__(self, code, name, city, state, latitude, longitude):
        self.code = code
        self.name = name
        self.city = city
        self.state = state
        self.place = (latitude, longitude)

    def __repr__(self):
        return f"Airport({self.code!r}, {self.city!r})"

    def to(self, other):
        return distance_km(*self.place, *other.place)


class Route:
    """A closed tour, built by always flying to the nearest airport that is left."""

    def __init__(self, start, stops):
        self.legs = []
        here, left = start, list(stops)
        while left:
            left.sort(key=here.to)
            nearest = left.pop(0)
            self.legs.append((here, nearest, here.to(nearest)))
            here = nearest
        self.legs.append((here, start, here.to(start)))

    def __len__(self):
        return len(self.legs)

    def __iter__(self):
        yield from self.legs

    @property
    def total(self):
        return sum(km for _, _, km in self.legs)


def find(sql, *params):
    return [Airport(**row) for row in query(sql, params)]


def table(rows, *, titles, widths):
    def line(cells):
        aligned = (f"{cell:<{w}}" if isinstance(cell, str) else f"{cell:>{w},.1f}" for cell, w in zip(cells, widths))
        return "  ".join(aligned).rstrip()

    return "\n".join([line(titles), line(["-" * w for w in widths]), *map(line, rows)])


# 1. Which of the states exist, busiest first? The key calls a tool.
known, unknown = [], []
for state in WEST:
    try:
        rank(state)
        known.append(state)
    except KeyError as error:
        unknown.append(str(error))
busiest = sorted(known, key=rank)[:8]
print(f"States, busiest first: {', '.join(f'{s} (#{rank(s)})' for s in busiest)}; unknown: {', '.join(unknown)}")

# 2. All airports at once is too much for the tool: ask again, more narrowly.
columns = "code, name, city, state, latitude, longitude"
try:
    airports = find(f"SELECT {columns} FROM airports")
except ValueError as error:
    print(f"First attempt refused: {error}")
    named = "(name LIKE '%Intl%' OR name LIKE '%International%')"
    airports = [
        airport
        for state in busiest
        for airport in find(f"SELECT {columns} FROM airports WHERE state = ? AND {named} ORDER BY code", state)
    ]
print(f"{len(airports)} international airports in {len({a.state for a in airports})} states")

# 3. The database is read-only, whatever the program tries.
try:
    query("DELETE FROM airports")
except ValueError as error:
    print(f"Writing refused: {error}")

# 4. The tour, from Seattle.
start = next(a for a in airports if a.code == "SEA")
farthest = {}
for airport in airports:
    if airport.state not in farthest or start.to(airport) > start.to(farthest[airport.state]):
        farthest[airport.state] = airport
route = Route(start, [a for a in farthest.values() if a is not start])
print(f"\nA tour of {len(route)} legs, {route.total:,.0f} km:\n")
print(table(
    [[f"{a.code} {a.city}", f"{b.code} {b.city}", km] for a, b, km in route],
    titles=["from", "to", "km"], widths=[20, 20, 9],
))

# 5. When? Group the days of four years by month.
months = {}
for year in range(2012, 2016):
    for day in query("SELECT day, precipitation, high, weather FROM weather WHERE day LIKE ?", [f"{year}/%"]):
        months.setdefault(day["day"].split("/")[1], []).append(day)


def summary(month):
    days = months[month]
    wet = sum(day["precipitation"] > 1 for day in days) / len(days)
    sun = sum(day["weather"] == "sun" for day in days)
    return {"month": month, "wet": wet * 100, "high": max(day["high"] for day in days), "sun": sun}


best, *others = sorted(map(summary, months), key=lambda m: (m["wet"], -m["sun"]))
print(f"\nGo in month {best['month']}: {best['wet']:.0f} % wet days, {best['sun']} sunny ones in four years,", end=" ")
print(f"at most {best['high']} °C.")
print("Not in " + ", ".join(f"{m['month']} ({m['wet']:.0f} %)" for m in others[-3:]) + ".")

{"stops": [a.code for a, _, _ in route], "km": round(route.total), "month": int(best["month"])}
