"""A spaCy component that reads news about ceasefires.

`nlp.add_pipe("ceasefire")` finds it by its entry point, without an import. `doc._.ceasefire` is then the report;
`doc.spans["ceasefire/times"]` and the like are where its items stand, and `span._.ceasefire` is the item of such a one.
"""

# Annotations are not postponed here: spaCy 3.8.7 makes a model of those of the factory, and reads no names in them.
from collections.abc import Sequence

from spacy.language import Language

from ceasefire_spacy.component import CeasefireComponent
from ceasefire_spacy.extensions import make_doc, register_extensions
from ceasefire_spacy.layers import LAYERS

__all__ = ["LAYERS", "CeasefireComponent", "create_component", "make_doc", "register_extensions"]

__version__ = "0.1.0.dev0"


@Language.factory(
    "ceasefire",
    assigns=["doc._.ceasefire", "doc.spans"],
    default_config={
        "published": None,
        "timezone": "Asia/Jakarta",
        "language": None,
        "alignment": "expand",
        "disable": [],
        "only": None,
        "strict": False,
    },
)
def create_component(
    nlp: Language,
    name: str,
    published: str | None,
    timezone: str,
    language: str | None,
    alignment: str,
    disable: Sequence[str],
    only: Sequence[str] | None,
    strict: bool,
) -> CeasefireComponent:
    """The component; see `CeasefireComponent` for the settings. `language` is by default that of the pipeline."""
    return CeasefireComponent(
        name,
        language=language or nlp.lang or "id",
        published=published,
        timezone=timezone,
        alignment=alignment,
        disable=disable,
        only=only,
        strict=strict,
    )
