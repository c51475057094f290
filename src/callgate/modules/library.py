# plain
"""Which modules of the host's own standard library the guest may import, and where their text lies.

They are pure Python, are compiled by callgate and run as guest code with the guest's rights. A name that is not listed
does not exist for the guest. What a module here imports has to be here too, be native (modules/*.py), or be one of
callgate's own (stdlib/*.py, which go before these).
"""

import os

#: Shown in place of the folders where the texts lie.
SHOWN = "<callgate>/lib"

#: Callgate's own modules in guest code.
OWN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "stdlib")
#: The host's.
HOST = os.path.dirname(os.path.abspath(os.__file__))

GUEST_STDLIB = frozenset("""
    __future__ _collections_abc _colorize _opcode_metadata _compat_pickle _markupbase _py_abc _pydatetime _pydecimal _pyio _pyrepl _pyrepl.pager _strptime
    _threading_local _weakrefset
    asyncio.base_events asyncio.base_futures asyncio.base_tasks asyncio.constants asyncio.coroutines asyncio.events
    asyncio.exceptions asyncio.format_helpers asyncio.futures asyncio.locks asyncio.log asyncio.mixins asyncio.protocols
    asyncio.queues asyncio.runners asyncio.sslproto asyncio.staggered asyncio.streams asyncio.taskgroups asyncio.tasks
    asyncio.threads asyncio.timeouts asyncio.transports asyncio.trsock
    abc argparse ast base64 bdb bisect calendar cmd code codecs codeop collections collections.abc colorsys
    concurrent concurrent.futures concurrent.futures._base configparser contextlib contextvars copy copyreg csv
    dataclasses datetime dbm dbm.dumb decimal difflib dis doctest enum filecmp fileinput fnmatch fractions functools genericpath
    getopt getpass gettext glob graphlib heapq hmac html html.entities html.parser imghdr inspect ipaddress
    json json.decoder json.encoder json.scanner json.tool keyword locale logging logging.config logging.handlers
    mimetypes netrc nturl2path ntpath numbers opcode operator optparse pathlib pathlib._abc pathlib._local pdb
    pickle pickletools pkgutil platform
    plistlib posixpath pprint profile pstats py_compile pyclbr pydoc queue quopri random re re._casefix re._compiler re._constants
    re._parser reprlib rlcompleter runpy sched secrets selectors shelve shlex shutil sndhdr socketserver sre_compile sre_constants
    sre_parse stat statistics string stringprep struct tabnanny tempfile textwrap this threading timeit token tokenize
    tomllib tomllib._parser tomllib._re tomllib._types trace traceback tracemalloc types typing uu uuid warnings wave weakref xdrlib
    email email._encoded_words email._header_value_parser email._parseaddr email._policybase email.base64mime
    email.charset email.contentmanager email.encoders email.errors email.feedparser email.generator email.header
    email.headerregistry email.iterators email.message email.mime email.mime.application email.mime.audio
    email.mime.base email.mime.image email.mime.message email.mime.multipart email.mime.nonmultipart email.mime.text
    email.parser email.policy email.quoprimime email.utils
    encodings encodings.aliases encodings.ascii encodings.base64_codec encodings.bz2_codec encodings.charmap
    encodings.cp037 encodings.zlib_codec
    encodings.cp1006 encodings.cp1026 encodings.cp1125 encodings.cp1140 encodings.cp1250 encodings.cp1251
    encodings.cp1252 encodings.cp1253 encodings.cp1254 encodings.cp1255 encodings.cp1256 encodings.cp1257
    encodings.cp1258 encodings.cp273 encodings.cp424 encodings.cp437 encodings.cp500 encodings.cp720 encodings.cp737
    encodings.cp775 encodings.cp850 encodings.cp852 encodings.cp855 encodings.cp856 encodings.cp857 encodings.cp858
    encodings.cp860 encodings.cp861 encodings.cp862 encodings.cp863 encodings.cp864 encodings.cp865 encodings.cp866
    encodings.cp869 encodings.cp874 encodings.cp875 encodings.hex_codec encodings.hp_roman8 encodings.idna
    encodings.iso8859_1 encodings.iso8859_10 encodings.iso8859_11 encodings.iso8859_13 encodings.iso8859_14
    encodings.iso8859_15 encodings.iso8859_16 encodings.iso8859_2 encodings.iso8859_3 encodings.iso8859_4
    encodings.iso8859_5 encodings.iso8859_6 encodings.iso8859_7 encodings.iso8859_8 encodings.iso8859_9
    encodings.koi8_r encodings.koi8_t encodings.koi8_u encodings.kz1048 encodings.latin_1 encodings.mac_arabic
    encodings.mac_croatian encodings.mac_cyrillic encodings.mac_farsi encodings.mac_greek encodings.mac_iceland
    encodings.mac_latin2 encodings.mac_roman encodings.mac_romanian encodings.mac_turkish encodings.palmos
    encodings.ptcp154 encodings.punycode encodings.quopri_codec encodings.raw_unicode_escape encodings.rot_13
    encodings.tis_620 encodings.undefined encodings.unicode_escape encodings.utf_16 encodings.utf_16_be
    encodings.utf_16_le encodings.utf_32 encodings.utf_32_be encodings.utf_32_le encodings.utf_7 encodings.utf_8
    encodings.utf_8_sig encodings.uu_codec
    importlib.abc importlib.readers importlib.resources importlib.resources._adapters
    importlib.resources._common importlib.resources._functional importlib.resources._itertools importlib.resources._legacy
    importlib.resources.abc importlib.resources.readers importlib.resources.simple importlib.simple
    http http.client http.cookiejar http.cookies http.server
    unittest unittest._log unittest.async_case unittest.case unittest.loader unittest.main unittest.mock
    unittest.result unittest.runner unittest.signals unittest.suite unittest.util
    urllib urllib.error urllib.parse urllib.request urllib.response urllib.robotparser
    wsgiref wsgiref.handlers wsgiref.headers wsgiref.simple_server wsgiref.types wsgiref.util wsgiref.validate
    gzip tarfile _compression bz2 lzma zipfile zipfile._path zipfile._path.glob
    xml xml.dom xml.dom.NodeFilter xml.dom.domreg xml.dom.expatbuilder xml.dom.minicompat xml.dom.minidom
    xml.dom.pulldom xml.dom.xmlbuilder xml.etree xml.etree.ElementInclude xml.etree.ElementPath
    xml.etree.ElementTree xml.parsers xml.parsers.expat xml.sax xml.sax._exceptions xml.sax.expatreader
    xml.sax.handler xml.sax.saxutils xml.sax.xmlreader
    zoneinfo zoneinfo._common zoneinfo._tzpath zoneinfo._zoneinfo
""".split())

#: The host's modules that would reach out of the guest's world: what they do, a host may offer as tools.
OUTSIDE = frozenset("""
    _ctypes _curses _multiprocessing _posixshmem _posixsubprocess _sqlite3 _ssl _tkinter cffi crypt ctypes curses
    ensurepip fcntl ftplib grp idlelib imaplib mmap msvcrt multiprocessing nis nntplib ossaudiodev poplib pty
    readline resource smtpd smtplib spwd sqlite3 ssl syslog telnetlib termios tkinter tty turtle venv webbrowser winreg
    winsound xmlrpc
""".split())


def library_file(name: str) -> tuple[str, str, bool] | None:
    """Where the text of a library module lies, what is shown as its file, and whether it is a package."""
    roots = [OWN, HOST] if name in GUEST_STDLIB else [OWN]
    parts = name.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    for root in roots:
        path = os.path.join(root, *parts)
        inner = os.path.join(path, "__init__.py")
        if os.path.isfile(inner):
            return inner, "/".join((SHOWN, *parts, "__init__.py")), True
        if os.path.isfile(path + ".py") and parts != ["__init__"]:
            return path + ".py", "/".join((SHOWN, *parts)) + ".py", False
    return None


def library_text(shown: str) -> str | None:
    """The text of a module by the file name that is shown for it."""
    inside = shown.removeprefix(SHOWN + "/")
    if inside == shown:
        return None
    found = library_file(inside.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    if found is None or found[1] != shown:
        return None
    try:
        with open(found[0], encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
