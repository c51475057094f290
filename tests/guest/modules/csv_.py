"""csv: readers, writers, dialects, and what they complain about."""
import csv
import io


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


TEXTS = ['a,b\r\n', '"a","b ""x"""\n', 'a,"b\nc",d', "a,,\n", "\n", '"a"b,c', "a b, c\n", "1,2.5,x\n", 'a\\,b,c', '"', "a\rb"]
for text in TEXTS:
    for given in ({}, {"strict": True}, {"skipinitialspace": True}, {"escapechar": "\\"}, {"quoting": csv.QUOTE_NONE},
                  {"delimiter": " ", "quotechar": "'"}):
        show(lambda: list(csv.reader(text.splitlines(True), **given)))
show(lambda: list(csv.reader(['1,"2",x'], quoting=csv.QUOTE_NONNUMERIC)))
show(lambda: list(csv.reader(['1,"2",3'], quoting=csv.QUOTE_NONNUMERIC)))
show(lambda: list(csv.reader([b"a"])))
show(lambda: next(csv.reader([])))
for row in (["a", "b"], ["a,b", 'c"d'], ["", ""], [""], [None], [1, 2.5, None, True], ["a\nb", " x"], [], "abc", [b"x"], 5):
    for given in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"lineterminator": "\n"},
                  {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"doublequote": False}):
        def write():
            out = io.StringIO()
            count = csv.writer(out, **given).writerow(row)
            return out.getvalue(), count
        show(write)
show(lambda: csv.writer(None))
show(lambda: csv.reader([], "nothing"))
show(lambda: csv.reader([], delimiter="ab"))
show(lambda: csv.reader([], quotechar=""))
show(lambda: csv.reader([], quoting=99))
show(lambda: csv.reader([], nothing=1))
print(csv.list_dialects(), csv.get_dialect("excel-tab").delimiter == "\t", csv.field_size_limit())
csv.register_dialect("mine", delimiter=";")
print(next(csv.reader(["a;b"], "mine")), csv.reader([], "mine").dialect.delimiter)
csv.unregister_dialect("mine")
show(lambda: csv.unregister_dialect("mine"))
print(list(csv.DictReader(["a,b", "1,2", "3,4,5", "6"])))
out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"])
writer.writeheader()
writer.writerows([{"a": 1, "b": 2}, {"a": 3}])
print(repr(out.getvalue()))
show(lambda: writer.writerow({"c": 1}))
print(csv.Sniffer().sniff("a;b\n1;2\n3;4\n").delimiter)

print(list(csv.reader(['1,",3,",5'], quotechar=None, escapechar="\\")), list(csv.reader(["a,b"], None)))
