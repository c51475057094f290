import argparse, logging, io, sys, os, os.path, pathlib, threading, signal, locale, tempfile, platform, subprocess, socket, select, traceback, inspect, unittest, contextvars, gc, atexit, getpass, glob, fnmatch, shutil, stat, errno, time, timeit, code, cmd, configparser, optparse, getopt, gettext, types
p=argparse.ArgumentParser(prog="prog",description="d"); p.add_argument("x",type=int,nargs="+"); p.add_argument("--flag","-f",action="store_true",help="a flag"); p.add_argument("--n",choices=["a","b"],default="a"); sub=None
print(p.parse_args(["1","2","-f"]), p.format_help())
err=io.StringIO()
import contextlib
with contextlib.redirect_stderr(err):
    try: p.parse_args(["z"])
    except SystemExit as e: print("exit",e.code)
print(err.getvalue())
s=io.StringIO(); log=logging.getLogger("x"); hd=logging.StreamHandler(s); hd.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(message)s")); log.addHandler(hd); log.setLevel("INFO"); log.info("hi %d",3); log.debug("no")
try: 1/0
except ZeroDivisionError: log.exception("bad")
print(s.getvalue()); print(logging.getLevelName(20), log.isEnabledFor(10), logging.makeLogRecord({"msg":"m"}).getMessage())
print(os.path.join("a","/b","c"), os.path.splitext("x.tar.gz"), os.path.normpath("a/../b//c"), os.path.relpath("/a/b","/a/c"), os.path.commonpath(["/a/b","/a/c"]), pathlib.PurePath("a/b.txt").with_suffix(".py"), pathlib.PureWindowsPath("c:\\x").drive, pathlib.Path("a")/"b", pathlib.PurePosixPath("/a/b").relative_to("/a"), pathlib.PurePath("a/b.py").match("*.py"), os.linesep=="\n")
l=threading.Lock(); print(l.acquire(), l.acquire(False), l.release(), threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.local(), threading.RLock().acquire(), threading.Event().is_set(), threading.active_count(), threading.Semaphore(2)._value) if 0 else print(l.acquire(), l.acquire(False), l.release(), threading.current_thread().name)
print(signal.SIGINT, signal.Signals(15).name, platform.python_implementation()!="" , locale.localeconv()["decimal_point"], stat.S_ISDIR(0o40000), stat.filemode(0o100644), errno.errorcode[2], os.strerror(2), fnmatch.filter(["a.py","b"],"*.py"))
def f(a,/,b,*,c=1,**k)->int: "doc"
print(inspect.signature(f), inspect.getdoc(f), inspect.isfunction(f), inspect.getmembers(types.SimpleNamespace(a=1),lambda x:x==1), inspect.getfullargspec(f), inspect.signature(f).bind(1,2,z=3).arguments, inspect.isgeneratorfunction(f), inspect.getmro(bool), inspect.cleandoc("  a\n  b"), inspect.Parameter("x",inspect.Parameter.KEYWORD_ONLY), [n for n,_ in inspect.getmembers(f) if n=="__name__"])
try: f()
except TypeError: print(traceback.format_exc().splitlines()[-1], len(traceback.extract_stack())>0)
try:
    try: raise KeyError("a")
    except KeyError as e: raise ValueError("b") from e
except ValueError as e: print(traceback.format_exception_only(e), "direct cause" in "".join(traceback.format_exception(e)), traceback.TracebackException.from_exception(e).exc_type if sys.version_info<(3,13) else "")
class T(unittest.TestCase):
    def test_ok(self): self.assertEqual(1,1)
    def test_bad(self): self.assertEqual([1,2],[1,3])
    @unittest.skip("why")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_x(self): self.fail()
    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertTrue(i)
    def test_raises(self):
        with self.assertRaisesRegex(ValueError,"a+"): raise ValueError("caa")
        with self.assertWarns(DeprecationWarning): __import__("warnings").warn("x",DeprecationWarning)
        with self.assertLogs("x") as cm: log.warning("w")
o=io.StringIO(); r=unittest.TextTestRunner(stream=o,verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(__import__("re").sub(r"in \d\.\d+s|/[^\"]*/","",o.getvalue()), r.wasSuccessful())
from unittest import mock
m=mock.Mock(return_value=3); print(m(1,a=2), m.call_args, m.called, mock.MagicMock().__len__(), mock.patch.object(os.path,"join",lambda *a:"patched").__enter__()("x") if 0 else mock.call(1,b=2))
v=contextvars.ContextVar("v",default=1); tok=v.set(5); print(v.get(), v.reset(tok), v.get(), contextvars.copy_context().run(v.get)); print(gc.collect()>=0, gc.isenabled())
cp=configparser.ConfigParser(); cp.read_string("[a]\nx=1\ny=%(x)s2\n[b]\nz: multi\n line\n"); print(cp["a"]["y"], cp.sections(), cp.getint("a","x"), dict(cp["b"])); out=io.StringIO(); cp.write(out); print(out.getvalue())
print(getopt.getopt(["-a","1","--long=x","rest"],"a:",["long="]), optparse.OptionParser(usage="u").get_usage(), gettext.gettext("x"), timeit.timeit("1",number=1)>=0, code.compile_command("1+1") is not None, shutil.get_terminal_size((80,24)).columns>0)
exit
print(type(exit).__name__, repr(exit), repr(quit))
try: exit(3)
except SystemExit as e: print("exit", e.code)
