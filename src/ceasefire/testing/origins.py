"""Whatever is tested, so named that a fresh interpreter can make it again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from ceasefire.hookspecs import HookSpecs
from ceasefire.testing.readers import is_plugin_object
from ceasefire.vocabulary import Term

__all__ = ["Origin", "made_from", "made_here", "origin_of"]

#: an installed plugin's name, a term's fields, or module, file and path within it of what makes the thing, or of the
#: thing itself where it is `"ready"`; an empty path is the module
Origin = dict[str, str]


def origin_of(part: object) -> Origin:
    """How to make a part again elsewhere: the name of an installed one, or a class or function to be called.

    Raises `ValueError` for one that only this process knows: one made within a function, an instance.
    """
    if isinstance(part, str):
        return {"name": part}
    if isinstance(part, Term):
        return attrs.asdict(part)
    if is_plugin_object(part) and not isinstance(part, ModuleType):
        return _origin_of_object(part)
    if isinstance(part, ModuleType):
        return {"module": part.__name__, "path": "", **_file(part.__name__)}
    module, path = getattr(part, "__module__", None), getattr(part, "__qualname__", None)
    if not callable(part) or module is None or path is None or "<" in path:
        raise ValueError(
            f"{part!r:.80} cannot be made again in a fresh interpreter: give a class or function that stands at the "
            "top of a module, or leave fresh interpreters out with fresh_interpreters=False"
        )
    return {"module": module, "path": path, **_file(module)}


def _origin_of_object(plugin: object) -> Origin:
    """The name under which a plugin object stands at the top of a module: of its class, or of one of its hooks."""
    makers = (type(plugin), *(getattr(plugin, hook, None) for hook in vars(HookSpecs) if not hook.startswith("_")))
    for module in dict.fromkeys(str(getattr(maker, "__module__", "")) for maker in makers if maker):
        names = vars(sys.modules[module]) if module in sys.modules else {}
        for name, value in names.items():
            if value is plugin:
                return {"module": module, "path": name, "is": "ready", **_file(module)}
    raise ValueError(
        f"{plugin!r:.80} cannot be found again in a fresh interpreter: give it a name at the top of the module of its "
        "hooks, or leave fresh interpreters out with fresh_interpreters=False"
    )


def _file(module: str) -> Origin:
    file = getattr(sys.modules.get(module), "__file__", None)
    return {"file": str(Path(file).resolve())} if file else {}


def made_from(origin: Origin) -> object:
    """The name, the term, the module or the plugin object, or what the class or function gives.

    Raises whatever that raises, `ImportError` where it is not found.
    """
    if "name" in origin:
        return origin["name"]
    if "meaning" in origin:
        return Term(**origin)
    found: Any = _module(origin)
    if not origin["path"]:
        return found
    for name in origin["path"].split("."):
        found = getattr(found, name)
    if origin.get("is") == "ready":
        return found
    maker: Callable[[], object] = found
    return maker()


def made_here(part: object) -> object:
    """The same in this interpreter. Raises `TypeError` for an instance: a test needs a new one each time.

    Plugin objects stay as they are, since their hooks are asked anew for each reader.
    """
    if isinstance(part, (str, Term, ModuleType)) or is_plugin_object(part):
        return part
    if not callable(part):
        raise TypeError(f"{part!r:.60} is an instance; give its class, or a function that makes one")
    return part()


def _module(origin: Origin) -> ModuleType:
    name, file = origin["module"], origin.get("file")
    try:
        # What ran as a script there is another module here.
        if name != "__main__":
            module = import_module(name)
            if file is None or Path(module.__file__ or "").resolve() == Path(file):
                return module
    except ImportError:
        if file is None:
            raise
    if file is None:
        raise ImportError(f"{origin['path']} was defined in no file, so a fresh interpreter cannot find it")
    spec = spec_from_file_location("ceasefire_tested", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is no module")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
