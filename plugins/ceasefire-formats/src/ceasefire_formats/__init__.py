"""Reports in the formats that other tools open, each a plugin of its own.

| module | what it holds |
| --- | --- |
| `timeml` | the article with TIMEX3 inline |
| `geojson` | regions and scopes as features |
| `brat` | standoff annotations, what they may be, and folders of them |
| `texts` | whether a text is that of a report; the characters that UTF-8 files and XML cannot hold |
"""

from __future__ import annotations

__version__ = "0.1.0.dev0"
