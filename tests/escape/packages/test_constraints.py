import pytest

from gcsim.escape.packages.constraints import name_fits, text_fits


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("a.go", True),
        ("linux.go", True),
        ("a_linux.go", True),
        ("a_amd64.go", True),
        ("a_linux_amd64.go", True),
        ("a_unix.go", True),
        ("a_windows.go", False),
        ("a_arm64.go", False),
        ("a_linux_arm64.go", False),
        ("a_windows_amd64.go", False),
        ("windows_amd64.go", True),
        ("a_foo_amd64.go", True),
        ("a_test.go", False),
        ("_a.go", False),
        (".a.go", False),
        ("a.c", False),
    ],
)
def test_the_name_of_a_file_says_for_which_machine_it_is(name: str, *, fits: bool) -> None:
    assert name_fits(name) == fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("package p", True),
        ("//go:build linux\n\npackage p", True),
        ("//go:build windows\n\npackage p", False),
        ("//go:build !windows && (amd64 || arm64)\n\npackage p", True),
        ("//go:build !(linux && amd64)\n\npackage p", False),
        ("//go:build windows || linux && !cgo\npackage p", True),
        ("//go:build go1.19 && !go1.20\n\npackage p", True),
        ("//go:build unix && gc\n\npackage p", True),
        ("//go:build ignore\n\npackage p", False),
        ("//go:build linux linux\n\npackage p", False),
        ("//go:build (\n\npackage p", False),
        ("/* a licence */\n// words\n\n//go:build windows\n\npackage p", False),
        ("package p\n//go:build windows\n", True),
        ("// +build windows\n\npackage p", False),
        ("// +build linux,amd64 windows\n\npackage p", True),
        ("// +build linux,!amd64\n\npackage p", False),
        ("// +build linux\n// +build windows\n\npackage p", False),
        ("// +build windows\npackage p", True),
        ("//go:build linux\n// +build windows\n\npackage p", True),
        ("//go:build windows\r\n\r\npackage p", False),
        ("", True),
    ],
)
def test_the_lines_above_the_package_clause_say_when_a_file_belongs_to_it(text: str, *, fits: bool) -> None:
    assert text_fits(text.encode()) == fits
