"""Jinja, told to make whatever text it is given harmless, and the page's content security policy."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

__all__ = ["environment", "policy", "script", "shown", "style"]

#: What a browser must not be told by a text: controls are shown by their pictures; what overrides the direction of
#: writing, lone surrogates and code points that are no characters by the replacement mark. One for one: offsets stay.
_SHOWN = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys([plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)], 0xFFFD),
}


def shown(value: object) -> object:
    """What a template prints for a value: HTML as it is, everything else as harmless text."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else str(value).translate(_SHOWN)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of this package; all that they print is escaped."""
    made = Environment(
        loader=PackageLoader("ceasefire_html"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["words"] = lambda value: str(value).replace("_", " ")
    return made


@lru_cache
def style(*names: str) -> Markup:
    """Style sheets of `assets/`, as one."""
    return _asset(names, "css")


@lru_cache
def script(*names: str) -> Markup:
    """Scripts of `assets/`, as one."""
    return _asset(names, "js")


def policy(style_sheet: str, code: str) -> str:
    """The content security policy of a page: nothing but this style sheet and this script, no request, no form."""
    rules = ["default-src 'none'", f"style-src '{_digest(style_sheet)}'", f"script-src '{_digest(code)}'"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _asset(names: tuple[str, ...], suffix: str) -> Markup:
    folder = files("ceasefire_html") / "assets"
    content = "\n".join((folder / f"{name}.{suffix}").read_text("utf-8") for name in names)
    if "</" in content:
        raise ValueError(f"an asset among {names} holds '</', which would end its element")
    return Markup(content)


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(str(content).encode()).digest()).decode()
