"""The syntax that extractors share: which words are verbs, what clause each heads, who does it."""

from ceasefire_id.syntax.clauses import Clause, Mood
from ceasefire_id.syntax.shallow import Syntax, syntax_of

__all__ = ["Clause", "Mood", "Syntax", "syntax_of"]
