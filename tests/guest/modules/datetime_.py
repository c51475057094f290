from datetime import *
import calendar, time, zoneinfo
d=datetime(2024,2,29,12,30,45,123456)
print(d, repr(d), d.isoformat(), d.strftime("%Y-%m-%d %H:%M:%S.%f %j %U %A %b %p %%"), d+timedelta(days=366), d.replace(year=2023,day=1), d.weekday(), d.isocalendar(), d.timetuple())
print(datetime.strptime("21/11/06 16:30","%d/%m/%y %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05+05:30"), date.fromordinal(738000), date(2024,3,1)-date(2024,2,1), timedelta(hours=-5), repr(timedelta(1,2,3)), timedelta(days=1)/timedelta(hours=5), timedelta(seconds=100)//7, divmod(timedelta(10),timedelta(3)), time.gmtime(0))
tz=timezone(timedelta(hours=2),"X"); e=d.replace(tzinfo=tz); print(e, e.astimezone(timezone.utc), e.utcoffset(), e.tzname(), e.timestamp(), datetime.fromtimestamp(0,tz), e==e.astimezone(timezone.utc))
for f in (lambda: date(2023,2,29), lambda: d<e, lambda: datetime.strptime("x","%d"), lambda: timedelta(days=10**9), lambda: date.fromisoformat("x"), lambda: datetime(1,1,1)-timedelta(1)):
    try: print(f())
    except Exception as ex: print(type(ex).__name__, ex)
print(calendar.month(2024,2), calendar.monthrange(2024,2), calendar.isleap(1900), list(calendar.Calendar().itermonthdays(2024,2))[:8], calendar.TextCalendar(6).formatweek([(1,0),(2,1)],3), calendar.HTMLCalendar().formatmonth(2024,2)[:80], calendar.timegm((1970,1,2,0,0,0)))
import pickle, copy; print(pickle.loads(pickle.dumps(e))==e, copy.copy(d), hash(d)==hash(copy.deepcopy(d)), {d.date():1}, f"{d:%H:%M}", d.time(), min(d, d+timedelta(1)))
print(time.strftime("%Y", time.gmtime(0)), time.strptime("2000","%Y").tm_year, time.struct_time(range(9)))
try: print(zoneinfo.ZoneInfo("Europe/Berlin"), datetime(2024,7,1,tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")).utcoffset(), datetime(2024,10,27,2,30,fold=1,tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")).tzname(), zoneinfo.ZoneInfo("UTC"))
except Exception as ex: print(type(ex).__name__, ex)
