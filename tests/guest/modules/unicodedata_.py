"""unicodedata."""
import unicodedata as u


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for char in "aÄ€½٣\u0301ﷺ\0\U0001f600":
    print(u.name(char, None), u.category(char), u.bidirectional(char), u.combining(char), u.mirrored(char),
          u.decomposition(char), u.decimal(char, -1), u.digit(char, -1), u.numeric(char, -1), u.east_asian_width(char))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(ascii(u.normalize(form, "Äﬁ½ﷺ")), u.is_normalized(form, "Ä"))
show(lambda: u.name("\0"))
show(lambda: u.name("ab"))
show(lambda: u.lookup("no such thing"))
show(lambda: u.normalize("NFX", "a"))
show(lambda: u.decimal("x"))
print(u.lookup("EURO SIGN"), u.unidata_version, u.ucd_3_2_0.unidata_version, u.ucd_3_2_0.category("a"))
print(ascii(u.ucd_3_2_0.normalize("NFKC", "ﬁ")), type(u.ucd_3_2_0).__name__)
