import datetime as dt
from datetime import *
tz = timezone.utc
d=date(2024,1,31); n=datetime(2024,1,31,1,2,3); a=n.replace(tzinfo=tz); t=time(1,2); td=timedelta(1)
exprs = '''date(2023,2,29)
date(0,1,1)
date(10000,1,1)
date(1,13,1)
date(1,1,0)
date("x",1,1)
date(1.5,1,1)
datetime(2020,1,1,24)
datetime(2020,1,1,1,60)
datetime(2020,1,1,1,1,60)
datetime(2020,1,1,1,1,1,1000000)
datetime(2020,1,1,fold=2)
datetime(2020,1,1,tzinfo=5)
time(24)
time(1,60)
time(tzinfo=3)
n<a
n-a
n==a
n<5
d<5
t<5
td<5
time(1)<time(1,tzinfo=tz)
n+5
n+n
n-5
d+5
d-5
d+d
t+td
td+5
td-5
td*"x"
td/0
td//0
td%0
td/"x"
5/td
td*1.5
td/td
timedelta(days=10**9)
timedelta(days="x")
timedelta(days=1e400)
timedelta(days=float("nan"))
datetime.min-td
datetime.max+td
date.max+td
date.min-td
-timedelta.max*2
timedelta.max+td
date.fromisoformat("x")
date.fromisoformat(5)
datetime.fromisoformat("2020-13-01")
datetime.fromisoformat("x")
time.fromisoformat("25:00")
time.fromisoformat("x")
date.fromisocalendar(2020,54,1)
date.fromisocalendar(2020,1,8)
date.fromisocalendar(0,1,1)
date.fromordinal(0)
date.fromordinal(10**9)
date.fromordinal("x")
datetime.strptime("x","%d")
datetime.combine(5,t)
datetime.combine(d,5)
datetime.combine(d,t,5)
timezone(5)
timezone(td)
timezone(timedelta(hours=1),5)
timezone.utc.utcoffset(5)
timezone.utc.tzname(5)
timezone.utc.fromutc(5)
timezone.utc.fromutc(n)
n.astimezone(5)
n.replace(month=13)
n.replace(tzinfo=5)
n.replace(fold=3)
d.replace(day=32)
t.replace(hour=30)
n.isoformat(timespec="x")
t.isoformat("x")
hash(td)==hash(timedelta(1))
tzinfo().utcoffset(None)
tzinfo().tzname(None)
tzinfo().dst(None)
tzinfo().fromutc(n)
type("Z",(tzinfo,),{"utcoffset":lambda s,d:5})().fromutc(n)
datetime(2020,1,1,tzinfo=type("Z",(tzinfo,),{"utcoffset":lambda s,d:5})()).utcoffset()
datetime(2020,1,1,tzinfo=type("Z",(tzinfo,),{"utcoffset":lambda s,d:timedelta(2)})()).utcoffset()
datetime(2020,1,1,tzinfo=type("Z",(tzinfo,),{"tzname":lambda s,d:5})()).tzname()
datetime(2020,1,1,tzinfo=type("Z",(tzinfo,),{"dst":lambda s,d:5})()).dst()
n.year.__class__
d.isocalendar()
repr(d.isocalendar())
d.isocalendar().week
type(n).__name__
datetime.__module__
repr(datetime)
repr(tz)
repr(timezone(timedelta(hours=-5),"E"))
str(timezone(timedelta(hours=-5,seconds=-3)))
n.timetuple().tm_isdst
n[0]
len(d)
d()
max(td,3)
datetime(2020,1,1)(1)
datetime(1,2)
datetime.now(5)
td.__truediv__("x")
n.__add__(5)
int(td)
round(td)
abs(-td)
f"{td:x}"
f"{d:%Y}"
n>None
None<n
d in [n]
datetime.strptime("2020","%Y %m")
datetime.strptime("2020-02-30","%Y-%m-%d")
datetime.strptime("x","%Q")
datetime.strptime("x","%")
'''
for e in exprs.splitlines():
    try: print(e, "->", eval(e))
    except BaseException as x: print(e, "!!", type(x).__name__, x)
