"""Where templates become pages: everything from a text is escaped, and a page may run nothing but its own script.

Data goes into a page as JSON that is ASCII alone: no character of a text can end the script element, change the
reading direction of the file or get lost in its encoding, and JavaScript reads back the very same string.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of this package, with the filters they use."""
    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": True, "separators": (",", ":")}
    made.globals["source"] = _source
    made.globals["labels"] = json.loads(_source("labels.json"))
    made.filters["csp_hash"] = _csp_hash
    return made


def render(template: str, **values: Any) -> str:
    """One template with its values."""
    return environment().get_template(template).render(values)


def _printable(value: Any) -> Any:
    """What HTML can hold: a character that it cannot becomes U+FFFD."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _NOT_IN_HTML.sub("\ufffd", value)
    return value


def _source(*names: str) -> Markup:
    """Files of style or script as they are, one after the other; a browser reads every line end as LF."""
    folder = files(__package__) / "templates"
    texts = ((folder / name).read_text("utf-8") for name in names)
    return Markup("\n".join(text.replace("\r\n", "\n") for text in texts))


def _csp_hash(source: str) -> str:
    """The name by which a Content-Security-Policy allows this very style or script.

    >>> _csp_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
