"""XML: expat itself, trees, SAX, DOM, property lists; what is wrong with texts."""
import io
import plistlib
import xml.etree.ElementTree as ET
import xml.sax
from xml.dom import minidom
from xml.parsers import expat


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE doc [<!ENTITY e "entity"><!ELEMENT doc ANY><!ATTLIST doc x CDATA "d"><!NOTATION n SYSTEM "s">]>
<doc xmlns:p="uri"><!-- comment --><?pi data?><a k="v">text &e; &#65;</a><p:b/><![CDATA[<raw>]]>tail</doc>
"""
for separator in (None, "|"):
    parser = expat.ParserCreate(namespace_separator=separator)
    seen = []
    for name in dir(parser):
        if name.endswith("Handler") and name not in ("DefaultHandler", "ExternalEntityRefHandler", "NotStandaloneHandler"):
            setattr(parser, name, lambda *args, name=name: seen.append((name, args)))
    print(parser.Parse(TEXT, True))
    print(*seen, sep="\n")
parser = expat.ParserCreate()
parser.buffer_text = True
parser.ordered_attributes = 1
parser.StartElementHandler = lambda name, attributes: print(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber)


def swap(name):
    """Puts another handler in its own place, and goes on."""
    parser.EndElementHandler = lambda name: print("second", name)
    print("first", name, parser.buffer_text, parser.ordered_attributes)


parser.EndElementHandler = swap
parser.ParseFile(io.BytesIO(b"<a x='1' y='2'>one<b/>two</a>"))
show(lambda: expat.ParserCreate().Parse("<a><b></a>", True))
show(lambda: expat.ParserCreate().Parse("", True))
show(lambda: expat.ParserCreate().Parse(5))
show(lambda: expat.ParserCreate(5))
show(lambda: expat.ErrorString(3))
print(expat.errors.XML_ERROR_SYNTAX, expat.errors.codes["syntax error"], expat.model.XML_CTYPE_ANY)
try:
    expat.ParserCreate().Parse("<a", True)
except expat.ExpatError as error:
    print(error.code, error.lineno, error.offset, error)


def fail(*args):
    raise KeyError("mine")


parser = expat.ParserCreate()
parser.StartElementHandler = fail
show(lambda: parser.Parse("<a/>", True))

root = ET.fromstring("<a x='1'><b>hé</b>t<c/><!-- c --></a>")
root.append(ET.Element("{uri}d", {"k": "<&>\""}))
print(ET.tostring(root), ET.tostring(root, "unicode"), root.find("b").text, [e.tag for e in root.iter()], root.findall(".//b"
                                                                                                                  )[0].tail)
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
show(lambda: ET.fromstring("<a>"))
print([(event, element.tag) for event, element in ET.iterparse(io.BytesIO(b"<a><b/></a>"), ("start", "end"))])
print(ET.tostring(ET.fromstring("<a/>"), method="html"), ET.QName("u", "t"), ET.canonicalize("<a  b='1'  a='2'/>"))


class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attributes):
        print("start", name, dict(attributes))

    def endElement(self, name):
        print("end", name)

    def characters(self, content):
        print("characters", repr(content))


xml.sax.parseString("<a><b c='d'>x</b></a>", Handler())
show(lambda: xml.sax.parseString("<a><b></a>", Handler()))
document = minidom.parseString("<a><b c='d'/>text</a>")
document.documentElement.appendChild(document.createElement("new"))
print(document.toxml(), document.getElementsByTagName("b")[0].getAttribute("c"))
value = {"a": [1, 2.5, True, b"bytes", "text"], "b": {"c": 10 ** 9}}
print(plistlib.dumps(value).decode())
print(plistlib.loads(plistlib.dumps(value)) == value, plistlib.loads(plistlib.dumps(value, fmt=plistlib.FMT_BINARY)) == value)
