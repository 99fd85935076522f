"""What brat itself says of a collection: its parser reads all documents, its verifier holds them to annotation.conf.

Run as a program with the folder of the collection; prints a JSON object, document by document, of the lines that brat
cannot parse, of what it complains about, and of how many annotations of each kind it sees. brat's server is a set of
scripts of 2012 that import one another by bare names, hence a process of its own.
"""

from __future__ import annotations

import codecs
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def main(folder: Path) -> None:
    annotation, projectconfig, verify = _modules()
    configuration = projectconfig.ProjectConfiguration(str(folder))
    said: dict[str, Any] = {}
    for file in sorted(folder.glob("*.ann")):
        text = file.with_suffix(".txt").read_bytes().decode()
        read = annotation.TextAnnotations(text=text, source=file.read_bytes().decode())
        lines = file.read_bytes().decode().splitlines()
        # The verifier trips over lines that were not read.
        issues = [] if read.failed_lines else verify.verify_annotation(read, configuration)
        said[file.stem] = {
            "unread": [lines[number] for number in read.failed_lines],
            "errors": [str(each) for each in (*read.messages.messages.errors, *read.messages.messages.warnings)],
            "issues": [each.human_readable_str() for each in issues],
            "entities": len(list(read.get_entities())),
            "relations": len(list(read.get_relations())),
            "events": len(list(read.get_events())),
            "attributes": len(list(read.get_attributes())),
            "equivs": len(list(read.get_equivs())),
            "notes": len(list(read.get_oneline_comments())),
        }
    configuration.get_labels()
    configuration.get_drawing_types()
    messages: dict[str, Any] = {}
    projectconfig.Messager.output_json(messages)
    complaints = [message for message, level, _ in messages.get("messages", []) if level != "debug"]
    print(json.dumps({"documents": said, "configuration": complaints}))


def _modules() -> tuple[Any, Any, Any]:
    places = importlib.util.find_spec("brat").submodule_search_locations  # type: ignore[union-attr]
    sys.path.insert(0, str(Path(next(iter(places or []))) / "server" / "src"))
    # What a server has beside it: where it may look for configurations.
    config = ModuleType("config")
    config.BASE_DIR = config.DATA_DIR = config.WORK_DIR = "/"  # type: ignore[attr-defined]
    sys.modules["config"] = config
    import annotation  # type: ignore[import-not-found]

    # Its mode "rU" went with Python 3.11; codecs leave line ends alone in either.
    def open_textfile(name: str, mode: str = "r") -> Any:
        return codecs.open(name, mode.replace("U", ""), encoding="utf8")

    annotation.open_textfile = open_textfile
    import projectconfig  # type: ignore[import-not-found]
    import verify_annotations  # type: ignore[import-not-found]

    return annotation, projectconfig, verify_annotations


if __name__ == "__main__":
    main(Path(sys.argv[1]))
