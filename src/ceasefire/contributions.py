"""What a plugin's hooks may give: checks that say what is wrong in words that follow "which"."""

from __future__ import annotations

from inspect import get_annotations
from typing import TYPE_CHECKING

from ceasefire.errors import RegistryError
from ceasefire.hookspecs import CONTRACT_VERSION, Extractor, Format
from ceasefire.language import Language
from ceasefire.mentions import Mention
from ceasefire.vocabulary import Term
from ceasefire.wording import shown

if TYPE_CHECKING:
    from click import Command

__all__ = ["check_command", "check_contract", "check_extractor", "check_format", "check_language", "check_term"]


def check_contract(plugin: object) -> None:
    """Raise `RegistryError` where a plugin demands a version of the contract that this is not, or demands nonsense.

    The code is `"unmet-contract"` for the one and `"bad-registration"` for the other.
    """
    demand = getattr(plugin, "requires_contract", None)
    if demand is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # paid for by plugins that demand something

    try:
        demanded = SpecifierSet(demand)
    except (InvalidSpecifier, TypeError, AttributeError):
        message = f'its requires_contract is {shown(demand)}, not a version specifier such as ">=1.0,<2"'
        raise RegistryError(message) from None
    if CONTRACT_VERSION not in demanded:
        message = f"it requires the plugin contract {demanded}, and this one is {CONTRACT_VERSION}"
        cure = "install a version of the plugin, or of ceasefire, that fits the other"
        raise RegistryError(f"{message}; {cure}", code="unmet-contract")


def check_extractor(value: object) -> Extractor:
    """The value, an extractor. Raises `TypeError`."""
    _refuse_class(value, "Extractor")
    if not isinstance(value, Extractor):
        raise TypeError(_lacks(value, "Extractor", ("name", "language", "needs", "uses", "gives", "extract")))
    _check_texts(value, "name", "language")
    for attribute in ("needs", "uses", "gives"):
        kinds = getattr(value, attribute)
        if not isinstance(kinds, (frozenset, set)):
            raise TypeError(f"whose {attribute} is {shown(kinds, 60)}, not a frozenset of mention types")
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, Mention)):
                raise TypeError(f"whose {attribute} holds {shown(kind, 60)}, which is no mention type")
            if own := _fields_unknown_to_attrs(kind):
                wrong = f"{kind.__name__}, of whose field {own[0]} attrs does not know"
                raise TypeError(f"whose {attribute} holds {wrong}; write @attrs.frozen(kw_only=True) above the class")
    return value


def check_format(value: object) -> Format:
    """The value, a format. Raises `TypeError`."""
    _refuse_class(value, "Format")
    if not isinstance(value, Format):
        raise TypeError(_lacks(value, "Format", ("name", "description", "media_type", "render")))
    _check_texts(value, "name", "description", "media_type")
    return value


def check_language(value: object) -> Language:
    """The value, a language. Raises `TypeError`."""
    _refuse_class(value, "Language")
    if not isinstance(value, Language):
        raise TypeError(_lacks(value, "Language", ("code", "sentences", "quotations", "furniture")))
    _check_texts(value, "code")
    return value


def check_term(value: object) -> Term:
    """The value, a term. Raises `TypeError`."""
    if not isinstance(value, Term):
        raise TypeError("which is no Term")
    _check_texts(value, "list", "value", "meaning")
    return value


def check_command(value: object) -> Command:
    """The value, a command. Raises `TypeError`."""
    import click  # only the command line asks for commands; reading does without

    if not isinstance(value, click.Command):
        raise TypeError("which is no click.Command")
    _check_texts(value, "name")
    return value


def _refuse_class(value: object, kind: str) -> None:
    if isinstance(value, type):
        raise TypeError(f"which is a class; give an instance of it as {kind}")


def _fields_unknown_to_attrs(kind: type) -> list[str]:
    """Fields that a bare or dataclass subclass of a mention declares and that no mention could ever be given."""
    if "__attrs_attrs__" in vars(kind):
        return []
    return [name for name, hint in get_annotations(kind).items() if "ClassVar" not in str(hint)]


def _lacks(value: object, kind: str, members: tuple[str, ...]) -> str:
    missing = [member for member in members if not hasattr(value, member)]
    return f"which is no {kind}: it has no {', '.join(missing)}"


def _check_texts(value: object, *attributes: str) -> None:
    for attribute in attributes:
        text = getattr(value, attribute)
        if not isinstance(text, str) or not text:
            raise TypeError(f"whose {attribute} is {shown(text, 60)}, not a text")
