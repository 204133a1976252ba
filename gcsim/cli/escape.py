"""``gcsim escape``."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import Json
from gcsim.cli.output import print_json, print_rich, write

if TYPE_CHECKING:
    from gcsim.escape import Analysis

__all__ = ["EXAMPLE", "escape"]

EXAMPLE = "Example: gcsim escape main.go --go 1.8 --explain"

_WRONG_SOURCE = 2
"""The exit code where a part of the source could not be read, as for any other input."""


def escape(
    *,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Go files of one package, or folders of packages.", show_default=False),
    ],
    messages: Annotated[
        bool, typer.Option("-m", help="The compiler's lines: the default, to be had beside --cost or --explain.")
    ] = False,
    no_inlining: Annotated[bool, typer.Option("-l", help="Without inlining.")] = False,
    go: Annotated[str, typer.Option(metavar="RELEASE", help="Whose rules: 1.4 to 1.8, or 1.19.")] = "1.8",
    goroot: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="A Go installation in which imported packages are looked up.", show_default=False
        ),
    ] = None,
    cost: Annotated[
        bool, typer.Option("--cost", help="What each function costs against the inlining budget, and what it brings.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Why each value lives where it does.")] = False,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="FUNC", help="What a call of a function, or of (*T).Method, allocates.", show_default=False
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=NUMBER",
            help="A number that the text leaves open to --profile: n=100, len(names)=4. As often as needed.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page of the source, coloured by place.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Say where each value of Go source lives: on the stack, on the heap, or in the data segment.

    Prints what go build -gcflags=-m prints. What cannot be read is told on stderr, everything else is still analysed,
    and the exit code is 2.
    """
    from gcsim.escape import DEFAULT, RELEASES
    from gcsim.escape.syntax.nesting import room

    if go not in RELEASES:
        known = ", ".join(f"{release} (default)" if release == DEFAULT else release for release in RELEASES)
        raise InputError(f"--go {go}: no rules of this release are known; there are {known}")
    if cost and no_inlining:
        raise InputError("--cost goes without -l: where nothing is inlined, nothing is counted")
    if value and profile is None:
        raise InputError("--value goes with --profile FUNC: it says what the text of that function leaves open")
    # Not every walk makes room for itself: a thousand else if are as many levels of the tree.
    with _without_collector(), room():
        analysis = _analyse(paths, go, goroot, inline=not no_inlining)
        if html is not None:
            _write_page(html, analysis, paths, goroot)
    for error in analysis.errors:
        write_error(error.line(analysis.files))
    if profile is not None:
        from gcsim.cli.profile import show_profile

        show_profile(analysis, profile, value or (), json=json)
    elif json:
        from gcsim.escape.output import as_object

        print_json(as_object(analysis))
    if not json:
        alone = not (cost or explain or profile is not None or html is not None)
        _print(analysis, lines=messages or alone, explanation=explain, costs=cost)
    if analysis.errors:
        raise typer.Exit(_WRONG_SOURCE)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python's collector from going through the tree while it grows: it took a third of the time, for nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _analyse(paths: list[str], go: str, goroot: Path | None, *, inline: bool) -> "Analysis":
    from gcsim.escape import PathError, analyse, load

    try:
        program = load(paths, goroot=goroot)
    except PathError as error:
        raise InputError(str(error)) from error
    return analyse(program, go, inline=inline)


def _print(analysis: "Analysis", *, lines: bool, explanation: bool, costs: bool) -> None:
    """Print what was asked for, one below the other."""
    from gcsim.escape.output import diagnostic_lines, explanation_lines

    if lines:
        write("".join(f"{line}\n" for line in diagnostic_lines(analysis)))
    if explanation:
        write("".join(f"{line}\n" for line in explanation_lines(analysis)))
    if costs:
        from gcsim.cli.inlining import render_inlining

        print_rich(*render_inlining(analysis))


def _write_page(file: Path, analysis: "Analysis", paths: list[str], goroot: Path | None) -> None:
    """Write the page with inlining and without: the analysis at hand is shown first."""
    from gcsim.escape.output import html_page

    other = _analyse(paths, analysis.release, goroot, inline=not analysis.inlined)
    title = ", ".join(paths)
    file.write_text(html_page([analysis, other], title), encoding="utf-8")
