"""Names of encodings. The codecs themselves are the machine's own (`codecs`)."""


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name as a module of codecs has it: runs of other characters than letters, digits and dots are one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    chars = []
    gap = False
    for each in encoding:
        if each.isalnum() or each == ".":
            if gap and chars:
                chars.append("_")
            if each.isascii():
                chars.append(each)
            gap = False
        else:
            gap = True
    return "".join(chars)
