"""Reports to JSON and back, in the form `ceasefire/1`.

A field that holds a model of a list (a time, an actor, a region, a pause) is written as that model's id and read
back as the model. Writing and reading are exact inverses: `from_json(to_json(report)) == report`.
"""

from __future__ import annotations

from ceasefire.serialize.form import SCHEMA
from ceasefire.serialize.reading import from_dict, from_json
from ceasefire.serialize.writing import to_dict, to_json

__all__ = ["SCHEMA", "from_dict", "from_json", "to_dict", "to_json"]
