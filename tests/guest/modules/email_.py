import email, email.policy, email.utils, email.header
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
m=EmailMessage(); m["Subject"]="Grüße"; m["From"]="Ä <a@b.c>"; m["To"]="x@y.z, q@w.e"; m.set_content("Hallo ä\n"); m.add_alternative("<p>hi</p>",subtype="html"); m.add_attachment(b"\0\1",maintype="application",subtype="octet-stream",filename="f.bin")
m.set_boundary("BB");
for part in m.walk():
    if part.is_multipart() and part is not m: part.set_boundary("CC")
print(m.as_string()); p=email.message_from_string(m.as_string(),policy=email.policy.default); print(p["subject"],p["to"].addresses[1].username,[x.get_content_type() for x in p.walk()],p.get_body().get_content(), [a.get_filename() for a in p.iter_attachments()])
print(email.utils.parseaddr("N <a@b>"), email.utils.formatdate(0), email.utils.parsedate_to_datetime("Thu, 01 Jan 1970 00:00:00 +0200"), email.header.decode_header("=?utf-8?b?w6Q=?="), str(email.header.make_header([("ä","utf-8")])), email.utils.format_datetime(__import__("datetime").datetime(2000,1,1)))
mp=MIMEMultipart("mixed",boundary="X"); mp.attach(MIMEText("t","plain","utf-8")); print(mp.as_string())
import http.cookies, http, mimetypes; c=http.cookies.SimpleCookie("a=1; b=\"x y\""); print(c["b"].value, c.output(), http.HTTPStatus(404).phrase, mimetypes.guess_type("a.html"))
import xml.etree.ElementTree as ET, ipaddress, colorsys, plistlib, tomllib
r=ET.fromstring("<a x='1'><b>t</b><!-- c --><b/></a>"); print(ET.tostring(r), [e.text for e in r.iter("b")], r.find("b").text, ipaddress.ip_network("10.0.0.0/30").num_addresses, list(ipaddress.ip_network("10.0.0.0/30").hosts()), colorsys.rgb_to_hsv(1,.5,0), plistlib.loads(plistlib.dumps({"a":[1,b"x"]})), tomllib.loads("a=[1,2]\n[b]\nc='x'"))
import pickle, ast, tokenize, keyword, io, codecs
class Pt:
    def __init__(s): s.a=[1,{2:(3,)}]
    def __reduce_ex__(s,p): return super().__reduce_ex__(p)
o=pickle.loads(pickle.dumps(Pt())); print(o.a, pickle.loads(pickle.dumps([o,o]))[0] is not None, ast.dump(ast.parse("x=1+2")), ast.literal_eval("{'a': [1, (2,)]}"), ast.unparse(ast.parse("def f(a,*,b=1):\n  return a")), [t.string for t in tokenize.generate_tokens(io.StringIO("a = 1 # c\n").readline)], keyword.iskeyword("for"), codecs.encode("a","rot13"), codecs.decode(b"\xc3\xa4","utf-8"))
