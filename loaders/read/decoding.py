"""From bytes to characters: UTF-8, UTF-16 with a byte order mark, else Windows-1252; a doubt is an error, not mojibake."""

from __future__ import annotations

import codecs
import re

from ...graph.errors import InputError

_CURE = "Save the file again as UTF-8."
# White space and page breaks that texts do hold; every other C0 control is a sign of a binary file.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_BEARABLE = 1 / 1000
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# Where cp1252 has these signs, the code pages of DOS (850) and of old Macs have é, à, ê, ç: inside a word they prove a wrong guess.
_MISREAD = re.compile(r"(?<=[a-z])[‚ƒ„†‡ˆ‰Ž…](?=[a-z])")
_ACCENTED = re.compile(r"[àâçéèêëîïôùûü]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_DOUBLY_ENCODED = re.compile(r"Ã[©¨ª§´®¢«]|â€[™œ“]")


def decode(name: str, data: bytes) -> tuple[str, str]:
    """(text without its byte order mark, encoding). Raises InputError where the bytes are no text in any of the encodings."""
    text, encoding = _decode(name, data)
    controls = [found.start() for found in _CONTROL.finditer(text)]
    if controls and ("\0" in text or len(controls) > len(text) * _CONTROLS_BEARABLE):
        what = f"This is no plain text: it holds control characters, the first at character {controls[0]}."
        raise InputError(what, where=name, cure=f"Check that it is a text file. {_CURE}")
    return text, encoding


def decode_markup(name: str, data: bytes) -> tuple[str, str]:
    """The same for HTML and XML, which may declare an encoding.

    Valid UTF-8 is UTF-8 whatever the file declares (pages moved from server to server lie); else what it declares, else a guess.
    Latin-1 and ASCII mean Windows-1252 on the web (WHATWG Encoding).
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    encoding = _codec(declared[1].decode("ascii")) if declared else ""
    if encoding and encoding not in ("iso8859-1", "ascii", "cp1252") and not encoding.startswith("utf"):
        for candidate in ("utf-8", encoding):
            try:
                return data.decode(candidate), candidate
            except UnicodeDecodeError:
                continue
    return decode(name, data)


def remarks(text: str) -> tuple[str, ...]:
    """Warnings on letters that were lost before the file reached us."""
    found = []
    if lost := text.count("\ufffd"):
        found.append(f"{lost} characters were lost before this file was saved (U+FFFD), the first at {text.index('\ufffd')}.")
    if len(twice := list(_DOUBLY_ENCODED.finditer(text))) > 2:
        found.append(f"Accents look encoded twice (“{twice[0].group()}” at {twice[0].start()}): references may be missed.")
    return tuple(found)


def _codec(label: str) -> str:
    try:
        info = codecs.lookup(label)
    except LookupError:
        return ""
    return info.name if info._is_text_encoding else ""


def _decode(name: str, data: bytes) -> tuple[str, str]:
    for bom, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return _strictly(name, data[len(bom) :], encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_cp1252(name, data, error), "cp1252"


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"The file says it is {encoding.upper()} but byte {error.start} is not: it is cut or damaged."
        raise InputError(what, where=name, cure=_CURE) from None


def _decode_cp1252(name: str, data: bytes, utf8_error: UnicodeDecodeError) -> str:
    letters = len(_UTF8_LETTER.findall(data))
    strays = len(_HIGH_BYTE.findall(_UTF8_LETTER.sub(b"", data)))
    if letters > strays:
        what = f"The file is UTF-8 except at byte {utf8_error.start}, which is no character: it is cut or damaged."
        raise InputError(what, where=name, cure=_CURE)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        what = f"The file is neither UTF-8 nor Windows-1252 (byte {error.start} is no character in either)."
        raise InputError(what, where=name, cure=_CURE) from None
    misread = list(_MISREAD.finditer(text))
    if len(misread) > len(_ACCENTED.findall(text)):
        what = f"The file is neither UTF-8 nor Windows-1252 (“{misread[0].group()}” inside a word at character {misread[0].start()})."
        raise InputError(what, where=name, cure=_CURE)
    return text
