"""The host's side of the demo: a real SQLite database and the three functions that the guest may call.

The guest never sees the connection. What it gets are copies of plain data; what it may do is what these functions do.
"""

import csv
import math
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
ROW_LIMIT = 500
#: of SQLite's own machine, per query: some tenths of a second
STEP_LIMIT = 20_000_000
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}

SCHEMA = """
CREATE TABLE airports (code TEXT, name TEXT, city TEXT, state TEXT, country TEXT, latitude REAL, longitude REAL);
CREATE TABLE weather (day TEXT, precipitation REAL, high REAL, low REAL, wind REAL, weather TEXT);
"""

Scalar = str | int | float | None


def load() -> sqlite3.Connection:
    """The two tables, in memory, closed to everything but reading."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.executescript(SCHEMA)
    for table, file in (("airports", "airports.csv"), ("weather", "seattle-weather.csv")):
        with open(DATA / file, newline="", encoding="utf-8") as text:
            header, *rows = csv.reader(text)
            database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(header))})", rows)
    database.commit()
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in READING else sqlite3.SQLITE_DENY)
    database.set_progress_handler(lambda: 1, STEP_LIMIT)
    return database


def distance_km(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> float:
    """Kilometres between two places on the globe, along the great circle."""
    a, b = math.radians(latitude1), math.radians(latitude2)
    half = math.radians(longitude2 - longitude1) / 2
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(half) ** 2
    return 12_742.0176 * math.asin(math.sqrt(h))


def make_tools(database: sqlite3.Connection) -> list[Callable[..., object]]:
    def query(sql: str, params: Sequence[Scalar] = ()) -> list[dict[str, Scalar]]:
        """The rows that a SELECT finds, at most 500."""
        try:
            cursor = database.execute(sql, tuple(params))
        except sqlite3.Error as error:
            raise ValueError(f"bad query: {error}") from None
        rows = cursor.fetchmany(ROW_LIMIT + 1)
        if len(rows) > ROW_LIMIT:
            raise ValueError(f"more than {ROW_LIMIT} rows; use LIMIT or aggregate")
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in rows]

    counted = "SELECT state FROM airports WHERE country = 'USA' GROUP BY state ORDER BY COUNT(*) DESC, state"
    by_airports = [str(row["state"]) for row in query(counted)]

    def rank(state: str) -> int:
        """A state's place when the states are ordered by their number of airports, from 1."""
        if state not in by_airports:
            raise KeyError(state)
        return by_airports.index(state) + 1

    return [query, distance_km, rank]
