"""Everything the documents say to type works, and prints what they say.

In ``README.md`` and ``docs/*.md``, a block of YAML, Python or Go with a title is a file, a ``console`` block holds
``$ gcsim …`` commands with what they print (``...`` stands for anything), and a ``python`` block without title runs.
The blocks of a document run in order in one folder, in which the checkout's ``configs`` and ``results/measured`` can be
seen.
"""

import contextlib
import doctest
import importlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import gcsim
from gcsim.cli import app

_ROOT = Path(__file__).parents[1]
_DOCUMENTS = sorted([_ROOT / "README.md", _ROOT / "CONTRIBUTING.md", *(_ROOT / "docs").glob("*.md")])
_BLOCK = re.compile(r"^```(?P<kind>\w*)(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]+)"')
_COMMAND = re.compile(r"^\$ (?P<command>[^\n]+)\n(?P<printed>(?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)")
_MODULES = sorted(
    ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in _ROOT.glob("gcsim/**/*.py")
)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_says_to_type_works(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "configs").symlink_to(_ROOT / "configs")
    (tmp_path / "results").mkdir()
    (tmp_path / "results/measured").symlink_to(_ROOT / "results/measured")
    monkeypatch.chdir(tmp_path)
    for kind, info, text in _blocks(document):
        if kind in {"yaml", "python", "go"} and (title := _TITLE.search(info)):
            Path(title[1]).write_text(text, encoding="utf-8")
        elif kind == "yaml":
            Path("block.yaml").write_text(text, encoding="utf-8")
            assert gcsim.load(Path("block.yaml")).n_runs > 0
        elif kind == "console":
            for command in _COMMAND.finditer(text):
                _check_command(command["command"], command["printed"])
        elif kind == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(text, document.name, "exec"), {"__name__": "__main__"})  # noqa: S102  # our own text


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_a_link_inside_the_repository_leads_somewhere(document: Path) -> None:
    targets = [link["target"] for link in _LINK.finditer(document.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("name", _MODULES)
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0


def test_the_blocks_of_a_document_are_found() -> None:
    assert [kind for kind, _, _ in _blocks(_ROOT / "README.md")].count("yaml") >= 1


def _blocks(document: Path) -> Iterator[tuple[str, str, str]]:
    for block in _BLOCK.finditer(document.read_text(encoding="utf-8")):
        yield block["kind"], block["info"], block["text"]


def _check_command(command: str, expected: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "gcsim", f"{command}: only gcsim commands are run; show others without the prompt"
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(expected, result.stdout, flags), result.stdout
