"""The names that gcsim promises."""

import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import gcsim

_ROOT = Path(__file__).parents[1]
_MODULES = sorted(
    ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in _ROOT.glob("gcsim/**/*.py")
)


def test_every_promised_name_is_there() -> None:
    assert [name for name in gcsim.__all__ if not hasattr(gcsim, name)] == []


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="'gcsim' has no attribute 'simulator'"):
        _ = gcsim.simulator


def test_dir_lists_the_promised_names_and_no_others() -> None:
    assert dir(gcsim) == sorted(gcsim.__all__)


@pytest.mark.parametrize("name", _MODULES)
def test_what_a_module_says_is_public_is_there_and_described(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    public = {promised: getattr(module, promised, None) for promised in getattr(module, "__all__", [])}
    assert [promised for promised, thing in public.items() if thing is None] == []
    described = {promised: thing for promised, thing in public.items() if _is_defined(thing)}
    assert [promised for promised, thing in described.items() if not inspect.getdoc(thing)] == []


@pytest.mark.parametrize("name", _MODULES)
def test_a_function_or_class_is_either_promised_or_underscored(name: str) -> None:
    module = importlib.import_module(name)
    own = [key for key, thing in vars(module).items() if _is_defined(thing) and thing.__module__ == name]
    assert [key for key in own if not key.startswith("_") and key not in module.__all__] == []


def test_importing_gcsim_loads_neither_numpy_nor_pydantic() -> None:
    code = "import sys, gcsim; print(sorted({'numpy', 'pandas', 'pydantic', 'simpy'} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert loaded.stdout == "[]\n"


def _is_defined(thing: object) -> bool:
    return inspect.isfunction(thing) or inspect.isclass(thing)
