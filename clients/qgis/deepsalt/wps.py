# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""WPS 1.0.0 as XML: descriptions in, requests out, answers in. Knows nothing of QGIS."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

WPS = "{http://www.opengis.net/wps/1.0.0}"
OWS = "{http://www.opengis.net/ows/1.1}"
XLINK = "{http://www.w3.org/1999/xlink}"


class Refused(Exception):
    """What the server wrote instead of a result, word for word."""


@dataclass(frozen=True)
class Input:
    """An input of a process; ``kind`` is the name of an XML Schema type, ``string`` where none is told, and empty for
    one that is no literal but comes in one of ``formats``. ``most`` is how often it may be given."""

    name: str
    title: str
    abstract: str
    least: int
    most: int
    kind: str = ""
    default: str | None = None
    choices: tuple = ()
    minimum: float | None = None
    maximum: float | None = None
    formats: tuple = ()


@dataclass(frozen=True)
class Output:
    """An output; ``formats`` is empty for a literal, else its default comes first."""

    name: str
    title: str
    abstract: str
    formats: tuple = ()


@dataclass(frozen=True)
class Process:
    identifier: str
    title: str
    abstract: str
    inputs: tuple
    outputs: tuple


@dataclass
class Status:
    """Where an execution stands; ``state`` is the element of WPS, such as ``ProcessStarted``."""

    state: str
    text: str = ""
    percent: float = 0.0
    location: str = ""
    literals: dict = field(default_factory=dict)
    references: dict = field(default_factory=dict)


def descriptions(body: bytes) -> list[Process]:
    """The processes of a DescribeProcess answer."""
    return [_process(each) for each in _parsed(body).iter("ProcessDescription")]


def identifiers(body: bytes) -> list[str]:
    """The processes that a capabilities document lists."""
    return [
        each.findtext(OWS + "Identifier", "").strip()
        for each in _parsed(body).iter(WPS + "Process")
    ]


def execute(identifier: str, values: list, outputs: list) -> bytes:
    """An asynchronous Execute.

    ``values`` are (name, text, format or empty for a literal), ``outputs`` are (name, format or empty for a literal).
    """
    given = "".join(_value(*each) for each in values)
    wanted = "".join(
        f"<wps:Output asReference={quoteattr('true' if mime else 'false')}"
        + (f" mimeType={quoteattr(mime)}" if mime else "")
        + f"><ows:Identifier>{escape(name)}</ows:Identifier></wps:Output>"
        for name, mime in outputs
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<wps:Execute service="WPS" version="1.0.0" xmlns:wps="http://www.opengis.net/wps/1.0.0"'
        ' xmlns:ows="http://www.opengis.net/ows/1.1">'
        f"<ows:Identifier>{escape(identifier)}</ows:Identifier><wps:DataInputs>{given}</wps:DataInputs>"
        '<wps:ResponseForm><wps:ResponseDocument storeExecuteResponse="true" status="true" lineage="false">'
        f"{wanted}</wps:ResponseDocument></wps:ResponseForm></wps:Execute>"
    ).encode("utf-8")


def status(body: bytes) -> Status:
    """The state of an execution; a failure is :class:`Refused`."""
    root = _parsed(body)
    holder = root.find(WPS + "Status")
    if holder is None or len(holder) == 0:
        raise Refused("the server answered with something else than the state of an execution")
    element = holder[0]
    state = element.tag.replace(WPS, "")
    if state == "ProcessFailed":
        raise Refused(_exception(element) or "the process failed and the server does not say why")
    found = Status(
        state,
        (element.text or "").strip(),
        float(element.get("percentCompleted") or 0),
        root.get("statusLocation") or "",
    )
    for output in root.iter(WPS + "Output"):
        name = output.findtext(OWS + "Identifier", "").strip()
        literal = output.find(f"{WPS}Data/{WPS}LiteralData")
        reference = output.find(WPS + "Reference")
        if literal is not None:
            found.literals[name] = literal.text or ""
        if reference is not None:
            found.references[name] = reference.get("href") or reference.get(XLINK + "href") or ""
    return found


def _value(name: str, text: str, mime: str) -> str:
    data = (
        f"<wps:ComplexData mimeType={quoteattr(mime)}>{escape(text)}</wps:ComplexData>"
        if mime
        else f"<wps:LiteralData>{escape(text)}</wps:LiteralData>"
    )
    return f"<wps:Input><ows:Identifier>{escape(name)}</ows:Identifier><wps:Data>{data}</wps:Data></wps:Input>"


def _parsed(body: bytes) -> ElementTree.Element:
    # A document type is in no answer of a WPS, and is what entities that grow need.
    if b"<!DOCTYPE" in body:
        raise Refused("the server answered with a page or an error of another service; check its address")
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as e:
        raise Refused(f"the server answered with something else than XML ({e}); check its address") from e
    if root.tag.endswith("ExceptionReport"):
        raise Refused(_exception(root) or "the server refused without a reason")
    return root


def _exception(element: ElementTree.Element) -> str:
    texts = [each.text.strip() for each in element.iter(OWS + "ExceptionText") if each.text]
    return "\n".join(texts)


def _process(element: ElementTree.Element) -> Process:
    return Process(
        element.findtext(OWS + "Identifier", "").strip(),
        element.findtext(OWS + "Title", "").strip(),
        element.findtext(OWS + "Abstract", "").strip(),
        tuple(_input(each) for each in element.iter("Input")),
        tuple(_output(each) for each in element.iter("Output")),
    )


def _named(element: ElementTree.Element) -> tuple:
    return tuple(element.findtext(OWS + part, "").strip() for part in ("Identifier", "Title", "Abstract"))


def _input(element: ElementTree.Element) -> Input:
    least, most = int(element.get("minOccurs", "1")), int(element.get("maxOccurs", "1"))
    literal = element.find("LiteralData")
    if literal is None:
        return Input(*_named(element), least, most, formats=_formats(element))
    kind = literal.findtext(OWS + "DataType") or "string"
    return Input(
        *_named(element),
        least,
        most,
        kind=kind.split(":")[-1].lower(),
        default=literal.findtext("DefaultValue"),
        choices=tuple(each.text or "" for each in literal.iter(OWS + "Value")),
        minimum=_number(literal, "MinimumValue"),
        maximum=_number(literal, "MaximumValue"),
    )


def _number(literal: ElementTree.Element, bound: str) -> float | None:
    text = literal.findtext(f"{OWS}AllowedValues/{OWS}Range/{OWS}{bound}")
    return float(text) if text else None


def _output(element: ElementTree.Element) -> Output:
    return Output(*_named(element), _formats(element))


def _formats(element: ElementTree.Element) -> tuple:
    """Formats in the server's order, the default first, each once."""
    found = [each.text.strip() for each in element.iter("MimeType") if each.text]
    return tuple(dict.fromkeys(found))
