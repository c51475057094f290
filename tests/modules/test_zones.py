"""zoneinfo finds the host's database of time zones, where there is one, under a name that tells nothing of the host."""

import os

import callgate as cg
from callgate.modules.finders import DATABASES

THERE = any(os.path.exists(os.path.join(folder, "Europe/Berlin")) for folder in DATABASES)


def test_zones() -> None:
    found = cg.run(
        "import zoneinfo, datetime as d\n"
        "try:\n    zone = zoneinfo.ZoneInfo('Europe/Berlin')\n"
        "    found = [zoneinfo.TZPATH, d.datetime(2024, 7, 1, tzinfo=zone).isoformat(), 'Europe/Berlin' in zoneinfo.available_timezones()]\n"
        "except zoneinfo.ZoneInfoNotFoundError as error:\n    found = str(error)\nfound").value
    assert found == ([("/zoneinfo",), "2024-07-01T00:00:00+02:00", True] if THERE else
                     "'No time zone found with key Europe/Berlin'")
