import json
import subprocess
import sys
from pathlib import Path

import pytest

from gcsim.escape import RELEASES
from tests.cli.conftest import Cli

GET_AGE = """\
package main

import "fmt"

func getAge() *int {
	age := 34
	return &age
}

func main() {
	fmt.Println(*getAge())
}
"""
BROKEN = """\
package main

func broken() {
	x := := 3
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one small program."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.go").write_text(GET_AGE, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("release", "lines"),
    [
        (
            "1.4",
            """\
main.go:5: can inline getAge
main.go:11: inlining call to getAge
main.go:6: moved to heap: age
main.go:7: &age escapes to heap
main.go:11: getAge &age does not escape
main.go:11: main ... argument does not escape
""",
        ),
        (
            "1.8",
            """\
main.go:5: can inline getAge
main.go:11: inlining call to getAge
main.go:7: &age escapes to heap
main.go:6: moved to heap: age
main.go:11: *(*int)(~r0) escapes to heap
main.go:11: main &age does not escape
main.go:11: main ... argument does not escape
""",
        ),
        (
            "1.19",
            """\
./main.go:5:6: can inline getAge
./main.go:11:21: inlining call to getAge
./main.go:11:13: inlining call to fmt.Println
./main.go:6:2: moved to heap: age
./main.go:11:13: ... argument does not escape
./main.go:11:14: *(~R0) escapes to heap
""",
        ),
    ],
)
def test_it_prints_what_the_compiler_of_the_release_prints(cli: Cli, release: str, lines: str) -> None:
    result = cli("escape", "main.go", "--go", release)
    assert (result.code, result.out, result.err) == (0, lines, "")


@pytest.mark.usefixtures("folder")
def test_1_8_is_asked_where_no_release_is_named_and_m_is_what_it_does_anyway(cli: Cli) -> None:
    assert cli("escape", "main.go") == cli("escape", ".", "-m", "--go", "1.8")


@pytest.mark.usefixtures("folder")
def test_l_turns_inlining_off(cli: Cli) -> None:
    assert cli("escape", "main.go", "-l").out == (
        "main.go:7: &age escapes to heap\n"
        "main.go:6: moved to heap: age\n"
        "main.go:11: *getAge() escapes to heap\n"
        "main.go:11: main ... argument does not escape\n"
    )


@pytest.mark.usefixtures("folder")
def test_explain_tells_the_way_to_the_heap(cli: Cli) -> None:
    out = cli("escape", "main.go", "--explain").out
    assert "      6 | age := 34\n        | age → ~r0 → heap: returned by address at line 7\n" in out
    assert "moved to heap" not in out


@pytest.mark.usefixtures("folder")
def test_cost_holds_each_function_against_the_budget(cli: Cli) -> None:
    out = cli("escape", "main.go", "--cost").out
    rows = {line.split()[0]: line.split() for line in out.splitlines() if "(main.go:" in line}
    assert rows["getAge"][3:6] == ["80", "yes", "1"]
    assert rows["main"][3:5] == ["80", "no"]
    assert "dead functions, all of whose calls are inlined: getAge" in out
    assert "moved to heap" not in out


@pytest.mark.usefixtures("folder")
def test_the_lines_can_be_had_beside_the_rest(cli: Cli) -> None:
    out = cli("escape", "main.go", "-m", "--cost", "--explain").out
    assert out.index("moved to heap: age") < out.index("age → ~r0 → heap") < out.index("dead functions")


@pytest.mark.usefixtures("folder")
def test_json_is_one_object(cli: Cli) -> None:
    result = json.loads(cli("escape", "main.go", "--json", "-m", "--cost").out)
    assert (result["release"], result["inlining"], result["errors"]) == ("1.8", True, [])
    (package,) = result["packages"]
    assert {"diagnostics", "placements", "functions", "growth", "dead"} < package.keys()
    age = next(placement for placement in package["placements"] if placement["label"] == "age")
    assert (age["place"], age["position"]) == ("heap", {"file": "main.go", "line": 6, "column": 2})


def test_html_writes_a_page_and_prints_nothing(cli: Cli, folder: Path) -> None:
    result = cli("escape", "main.go", "--html", "page.html")
    assert (result.code, result.out, result.err) == (0, "", "")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.index("with inlining") < page.index("without inlining")


@pytest.mark.usefixtures("folder")
def test_html_comes_beside_what_else_is_asked_for(cli: Cli) -> None:
    assert cli("escape", "main.go", "--html", "page.html", "-m") == cli("escape", "main.go")


@pytest.mark.parametrize("release", ["1.9", "1.3", "go1.8", "1.8.4", ""])
@pytest.mark.usefixtures("folder")
def test_another_release_is_refused_and_those_there_are_are_listed(cli: Cli, release: str) -> None:
    result = cli("escape", "main.go", "--go", release)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"--go {release}: ")
    assert result.err.count("\n") == 1
    assert all(known in result.err for known in RELEASES)


@pytest.mark.usefixtures("folder")
def test_cost_without_inlining_is_refused(cli: Cli) -> None:
    result = cli("escape", "main.go", "--cost", "-l")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("form", [[], ["--json"], ["--explain"], ["--html", "page.html"]])
def test_a_file_that_does_not_parse_is_told_and_the_rest_is_analysed(cli: Cli, folder: Path, form: list[str]) -> None:
    (folder / "broken.go").write_text(BROKEN, encoding="utf-8")
    result = cli("escape", ".", *form)
    assert result.code == 2
    assert result.err.startswith("broken.go:4:7: ")
    assert result.err.count("\n") == 1
    if form == ["--json"]:
        (error,) = json.loads(result.out)["errors"]
        assert error["position"] == {"file": "broken.go", "line": 4, "column": 7}
    elif form == ["--html", "page.html"]:
        assert "broken.go:4:7" in (folder / "page.html").read_text(encoding="utf-8")
    else:
        assert "age" in result.out


def test_what_the_subset_lacks_is_told_and_the_rest_is_analysed(cli: Cli, folder: Path) -> None:
    (folder / "generic.go").write_text("package main\n\nfunc first[T any](x T) T { return x }\n", encoding="utf-8")
    result = cli("escape", ".")
    assert result.code == 2
    assert result.err.startswith("generic.go:3:")
    assert result.err.count("\n") == 1
    assert "main.go:6: moved to heap: age" in result.out


def _binary(folder: Path) -> Path:
    file = folder / "a.out"
    file.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 64)
    return file


def _noise(folder: Path) -> Path:
    file = folder / "noise.go"
    file.write_bytes((b"}{ ;) x := = ' " * 700_000)[: 10 << 20])
    return file


def _empty(folder: Path) -> Path:
    file = folder / "empty.go"
    file.touch()
    return file


def _folder_of(name: str) -> str:
    """Make the name of a folder with one file in it."""
    folder = Path("inner")
    folder.mkdir()
    (folder / name).write_text("package inner\n", encoding="utf-8")
    return "inner"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (lambda _: "missing.go", "missing.go: "),
        (lambda _: _folder_of("notes.txt"), "inner "),
        (lambda _: _folder_of("inner_test.go"), "inner "),
        (_binary, "a.out:"),
        (_noise, "noise.go:"),
        (_empty, "empty.go:"),
    ],
    ids=["missing", "no Go files", "tests only", "binary", "noise", "empty"],
)
def test_what_is_no_go_source_gets_one_clear_line(cli: Cli, folder: Path, path: object, told: str) -> None:
    assert callable(path)
    result = cli("escape", path(folder))
    assert (result.code, result.out) == (2, "")
    assert told in result.err.partition(" ")[0] + " "
    assert result.err.count("\n") == 1


def test_a_folder_of_a_toolchain_that_is_none_is_refused(cli: Cli, folder: Path) -> None:
    result = cli("escape", "main.go", "--goroot", folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(str(folder))


def test_a_file_that_may_not_be_read_is_named(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (folder / "other.go").write_text("package main\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = cli("escape", "main.go", "other.go")
    assert (result.code, result.out) == (2, "")
    assert result.err == "".join(f"{name}.go:1:1: cannot be read: Permission denied\n" for name in ("main", "other"))


def test_a_page_that_cannot_be_written_is_an_error_of_one_line(cli: Cli, folder: Path) -> None:
    result = cli("escape", "main.go", "--html", folder)
    assert (result.code, result.err) == (2, f"{folder}: Is a directory\n")


@pytest.mark.usefixtures("folder")
def test_it_loads_neither_the_simulator_nor_the_rules_of_other_releases() -> None:
    code = (
        "import sys; from gcsim.cli import app; app(['escape', 'main.go'], standalone_mode=False); "
        "print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    unwanted = {"numpy", "pandas", "pyarrow", "simpy", "gcsim.scenario", "gcsim.escape.from_1_13"}
    assert not unwanted & set(loaded.stderr.split())


USERS = """\
package users

type User struct {
	ID   int
	Name string
}

type Store struct{ users []*User }

func (s *Store) Add(names []string) {
	for id, name := range names {
		s.users = append(s.users, &User{id, name})
	}
	known(s)
}

func known(s *Store)
"""


@pytest.fixture
def users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a method that allocates in a loop."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "users.go").write_text(USERS, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("users")
def test_a_profile_tells_what_a_call_allocates_place_by_place(cli: Cli) -> None:
    out = cli("escape", "users.go", "--profile", "(*Store).Add", "--value", "len(names)=4").out
    assert out.splitlines()[0] == "a call of (*Store).Add, go 1.8, with inlining"
    assert [line.split() for line in out.splitlines()[1:3]] == [
        ["where", "what", "times", "bytes", "size", "class", "pointers"],
        ["users.go:12", "&User", "literal", "4", "24", "32", "1"],
    ]
    assert "on the heap    4 objects, 128 bytes, 4 pointers" in out
    assert out.splitlines()[-1] == "not counted    known"


@pytest.mark.usefixtures("folder")
def test_types_of_maps_are_no_markup_of_a_table(cli: Cli) -> None:
    Path("m.go").write_text(
        "package p\n\nvar m map[int]int\n\nfunc f() {\n\tm = make(map[int]int)\n}\n", encoding="utf-8"
    )
    out = cli("escape", "m.go", "--profile", "f").out
    assert "make(map[int]int)" in out.splitlines()[2]
    assert "on the heap    2 objects, 192 bytes, 3 pointers" in out


@pytest.mark.usefixtures("folder")
def test_of_many_missing_numbers_five_are_explained_and_all_asked_for(cli: Cli) -> None:
    loops = "\n".join("\tfor range names {\n\t}" for _ in range(7))
    Path("loops.go").write_text(f"package p\n\nfunc f(names chan int) {{\n{loops}\n}}\n", encoding="utf-8")
    told = cli("escape", "loops.go", "--profile", "f").err
    assert told.count("is not known") == 5
    assert "; and 2 more: say it" in told
    assert told.count("--value 'loops.go:") == 7


@pytest.mark.usefixtures("users")
def test_a_profile_as_an_object_and_without_inlining(cli: Cli) -> None:
    out = cli("escape", "users.go", "-l", "--json", "--profile", "(*Store).Add", "--value", "users.go:11=2").out
    told = json.loads(out)
    assert told["sites"] == [
        {
            "where": "users.go:12",
            "what": "&User literal",
            "times": 2.0,
            "bytes": 24.0,
            "allocated": 32,
            "pointers": 1.0,
        }
    ]
    assert (told["release"], told["inlining"], told["function"]) == ("1.8", False, "(*Store).Add")
    assert (told["objects"], told["allocated"], told["pointers"]) == (2, 64, 2)
    assert told["frame"] > 0
    assert (told["not_counted"], told["errors"]) == (["known"], [])


@pytest.mark.usefixtures("users")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--profile", "(*Store).Add"],
            (
                "--profile (*Store).Add: users.go:11 is not known (how often the loop there runs): "
                "say it, such as --value 'users.go:11=10'"
            ),
        ),
        (["--profile", "Add"], "--profile Add: the source has no function Add: name one of (*Store).Add"),
        (
            ["--profile", "(*Store).Add", "--value", "len(names)=4", "--value", "er != nil=0.5", "--value", "k=1"],
            (
                "--profile (*Store).Add: nothing asks for er != nil, k: "
                "write a size, loop or condition as the text has it"
            ),
        ),
        (["--value", "n=1"], "--value goes with --profile FUNC: it says what the text of that function leaves open"),
        *(
            (
                ["--profile", "known", "--value", wrong],
                f"--value {wrong}: write KEY=NUMBER with a number from 0, such as 'len(names)=4'",
            )
            for wrong in ("n", "n=x", "n=-1", "n=inf", "n=nan", "=1")
        ),
    ],
)
def test_what_a_profile_lacks_is_told_in_one_line(cli: Cli, arguments: list[str], message: str) -> None:
    done = cli("escape", "users.go", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"{message}\n")


@pytest.mark.usefixtures("users")
def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_is_analysed(cli: Cli) -> None:
    Path("gone.go").symlink_to("nowhere.go")
    done = cli("escape", ".")
    assert done.code == 2
    assert done.err == "gone.go:1:1: cannot be read: No such file or directory\n"
    assert "users.go:12: &User literal escapes to heap" in done.out


@pytest.mark.usefixtures("users")
@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("options", [(), ("-l",), ("--explain",), ("--json",)])
def test_a_thousand_else_if_are_no_deep_nesting(cli: Cli, release: str, options: tuple[str, ...]) -> None:
    chain = " else ".join(f"if x == {number} {{\n\t\ty = {number}\n\t}}" for number in range(1000))
    Path("chain.go").write_text(
        f"package p\n\nfunc f(x int) *int {{\n\ty := 0\n\t{chain}\n\treturn &y\n}}\n", encoding="utf-8"
    )
    done = cli("escape", "chain.go", "--go", release, *options)
    assert (done.code, done.err) == (0, "")
    assert "y" in done.out
