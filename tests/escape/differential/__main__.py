"""Compare gcsim with the real compiler and print in which ways they differ: ``python -m tests.escape.differential``.

python -m tests.escape.differential                      # the programs written by hand
python -m tests.escape.differential FOLDER               # another folder of programs, or a file
python -m tests.escape.differential --generate 200       # fresh ones of the grammar
python -m tests.escape.differential --class "only real: can inline" --examples 20
python -m tests.escape.differential --record             # write what the real compiler says beside the programs
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.escape.differential.compare import Comparison, compare, share, table
from tests.escape.differential.corpus import GENERATED, PROGRAMS, Program, read_programs
from tests.escape.differential.grammar.programs import generate
from tests.escape.differential.ours import Ours, analyse_program
from tests.escape.differential.real import FLAGS, compile_programs, find_go, record


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; 1 where something is unsound."""
    parser = argparse.ArgumentParser(prog="python -m tests.escape.differential", description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[PROGRAMS], help="folders of programs, or files")
    parser.add_argument("--generate", type=int, metavar="N", help="compare N programs of the grammar instead")
    parser.add_argument("--seed", type=int, default=0, help="of the generated programs")
    parser.add_argument("--how", choices=[*FLAGS], action="append", help="m: with inlining, ml: without; both")
    parser.add_argument("--class", dest="name", default="", help="only classes that begin so")
    parser.add_argument("--examples", type=int, default=1, help="how many of each class")
    parser.add_argument("--goroot", type=Path, help="where gcsim finds the standard library; else it has what it knows")
    parser.add_argument("--record", action="store_true", help="record what the real compiler says")
    options = parser.parse_args(arguments)
    go = find_go()
    if go is None:
        parser.error("there is no go1.19 on PATH")
    if options.record:
        for folder in (PROGRAMS, GENERATED):
            _record(go, folder)
        return 0
    programs = generate(options.generate, options.seed) if options.generate else _programs(options.paths)
    failed = False
    for how in options.how or FLAGS:
        comparisons, crashed = compare_all(go, programs, how, options.goroot)
        failed |= bool(crashed) or any(comparison.unsound for comparison in comparisons)
        _print(f"== {FLAGS[how]}")
        _report(comparisons, options.name, options.examples)
        for line in crashed:
            _print(line)
    return int(failed)


def compare_all(
    go: str, programs: Sequence[Program], how: str, goroot: Path | None
) -> tuple[list[Comparison], list[str]]:
    """Compare programs; what gcsim fails at is listed beside, so that one failure hides nothing else."""
    with tempfile.TemporaryDirectory() as name:
        real = compile_programs(go, programs, Path(name) / "real", how)
        comparisons, crashed = [], []
        for program in programs:
            folder = program.write(Path(name) / "ours")
            try:
                ours = analyse_program(folder, inline=how == "m", goroot=goroot)
            except Exception as error:  # noqa: BLE001 -- whatever it is, the other programs are to be compared
                crashed.append(f"failed: {program.name}: {type(error).__name__}: {error}")
                ours = Ours([])
            crashed += [f"left out: {program.name}: {error}" for error in ours.errors]
            comparisons.append(compare(program, real[program.name], ours))
    return comparisons, crashed


def _programs(paths: Sequence[Path]) -> list[Program]:
    found = []
    for path in paths:
        found += read_programs(path) if path.is_dir() else [Program(path.stem, {path.name: path.read_text("utf-8")})]
    return found


def _record(go: str, folder: Path) -> None:
    for how in FLAGS:
        with tempfile.TemporaryDirectory() as name:
            record(folder.name, how, compile_programs(go, read_programs(folder), Path(name), how))


def _report(comparisons: Sequence[Comparison], name: str, examples: int) -> None:
    differences = [
        found for comparison in comparisons for found in comparison.differences if found.name.startswith(name)
    ]
    for title, count, _ in table(differences):
        _print(f"{count:5}  {title}")
        for found in [found for found in differences if found.name == title][:examples]:
            _print(f"         {found}")
    ordered = sum(comparison.in_order for comparison in comparisons)
    real = sum(comparison.real for comparison in comparisons)
    unsound = [what for comparison in comparisons for what in comparison.unsound]
    _print(f"{share(comparisons):.2%} of the messages equal; {real} real ones in {len(comparisons)} programs")
    _print(f"{ordered} programs line for line; {len(unsound)} unsound")
    for what in unsound:
        _print(f"unsound: {what}")


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
