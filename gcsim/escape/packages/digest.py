"""Make the stubs of the standard library: ``python -m gcsim.escape.packages.digest GOROOT``.

A stub has what a package offers, one declaration a line, in alphabetical order, and above a function what the real
compiler found out about it: ``//gcsim:leaks`` (see `gcsim.escape.packages.directives`) and ``//gcsim:inline 1.19:72``
where it can be inlined, at that cost. Two things are asked of the toolchain in GOROOT: ``declarations.go``, run by it,
lists the declarations, and ``go build -gcflags='-m -m'`` says what leaks. Files of the same GOROOT come out the
same, byte for byte.

Functions and methods that are not exported are there as far as inlined text calls them, for what they leak. What is
behind the pointers of an unexported field, or of such a function's parameters, is left out (``*struct{}``): sizes,
pointers and names stay. Types that only such fields hold by value are declared without methods, of packages that are
not asked for too.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "COMPLETE",
    "STANDARD",
    "Found",
    "callees",
    "file_name",
    "main",
    "make",
    "messages",
    "names_of",
    "release_of",
    "stubs",
]

STANDARD: Final = Path(__file__).with_name("standard")
"""The folder of the stubs."""

PACKAGES: Final = (
    *("archive/tar", "archive/zip", "bufio", "bytes", "compress/bzip2", "compress/flate", "compress/gzip"),
    *("compress/lzw", "compress/zlib", "container/heap", "container/list", "container/ring", "context", "crypto"),
    *("crypto/aes", "crypto/cipher", "crypto/des", "crypto/dsa", "crypto/ecdsa", "crypto/ed25519", "crypto/elliptic"),
    *("crypto/hmac", "crypto/md5", "crypto/rand", "crypto/rc4", "crypto/rsa", "crypto/sha1", "crypto/sha256"),
    *("crypto/sha512", "crypto/subtle", "crypto/tls", "crypto/x509", "crypto/x509/pkix", "database/sql"),
    *("database/sql/driver", "embed", "encoding", "encoding/ascii85", "encoding/asn1", "encoding/base32"),
    *("encoding/base64", "encoding/binary", "encoding/csv", "encoding/gob", "encoding/hex", "encoding/json"),
    *("encoding/pem", "encoding/xml", "errors", "expvar", "flag", "fmt", "go/ast", "go/format", "go/parser"),
    *("go/token", "hash", "hash/adler32", "hash/crc32", "hash/crc64", "hash/fnv", "hash/maphash", "html"),
    *("html/template", "image", "image/color", "image/draw", "image/gif", "image/jpeg", "image/png"),
    *("index/suffixarray", "io", "io/fs", "io/ioutil", "log", "log/syslog", "math", "math/big", "math/bits"),
    *("math/cmplx", "math/rand", "mime", "mime/multipart", "mime/quotedprintable", "net", "net/http"),
    *("net/http/cookiejar", "net/http/httptest", "net/http/httptrace", "net/http/httputil", "net/http/pprof"),
    *("net/mail", "net/netip", "net/rpc", "net/smtp", "net/textproto", "net/url", "os", "os/exec", "os/signal"),
    *("os/user", "path", "path/filepath", "plugin", "reflect", "regexp", "regexp/syntax", "runtime", "runtime/debug"),
    *("runtime/internal/atomic", "runtime/internal/sys", "runtime/metrics", "runtime/pprof", "runtime/trace", "sort"),
    *("strconv", "strings", "sync", "sync/atomic", "syscall", "testing", "testing/fstest", "testing/iotest"),
    *("testing/quick", "text/scanner", "text/tabwriter", "text/template", "text/template/parse", "time", "unicode"),
    *("unicode/utf16", "unicode/utf8"),
)
"""What the stubs offer; packages whose types these need come on top."""

COMPLETE: Final = frozenset(PACKAGES) - {"syscall"}
"""Packages whose stubs have every exported name; of others there is what these refer to, of syscall few numbers."""

_HEADING: Final = re.compile(r"# (\S+)")
_MESSAGE: Final = re.compile(r"(?:.*/)?([^/:]+:\d+:\d+): (.*)")
_EXPLAINED: Final = re.compile(r"parameter \S+ leaks to \{heap\} with derefs=(\d+):")
_TO_RESULT: Final = re.compile(r"leaking param: \S+ to result (\S+) level=(\d+)")
_TO_HEAP: Final = re.compile(r"leaking param( content)?: \S+$")
_MOVED: Final = re.compile(r"moved to heap: \S+$")
"""Said of a parameter whose address reaches the heap, in place of that it leaks: what it holds is on the heap then."""
_INLINABLE: Final = re.compile(r"can inline \S+ with cost (\d+) as:")
_BEHIND_FUNC: Final = re.compile(r":\d+$")
"""The compiler speaks of a function, and of a method too, at the sixth column: behind ``func`` and a blank."""
_CALLED: Final = re.compile(r"\b(?!(?:func|method)\b)([a-z]\w*)\(")
_BODILESS: Final = re.compile(r"cannot inline \S+: no function body")


@dataclass(slots=True)
class Found:
    """What the compiler says of one place of a package: a function's name, or a parameter's."""

    heap: int | None = None
    explained: list[int] = field(default_factory=list)
    results: dict[str, int] = field(default_factory=dict)
    cost: int | None = None
    bodiless: bool = False


def messages(text: str) -> dict[str, dict[str, Found]]:
    """Read what ``go build -gcflags='-m -m'`` prints: by package and ``file:line:column``, what is found there."""
    packages: dict[str, dict[str, Found]] = {}
    places: dict[str, Found] = {}
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            places = packages.setdefault(heading[1], {})
            continue
        message = _MESSAGE.fullmatch(line)
        if message:
            _note(places.setdefault(message[1], Found()), message[2])
    return packages


def _note(found: Found, text: str) -> None:
    if match := _EXPLAINED.match(text):
        found.explained.append(int(match[1]))
    elif match := _TO_RESULT.match(text):
        found.results[match[1]] = int(match[2])
    elif match := _TO_HEAP.match(text):
        found.heap = 1 if match[1] else 0
    elif _MOVED.match(text):
        found.heap = 0
    elif match := _INLINABLE.match(text):
        found.cost = int(match[1])
    elif _BODILESS.match(text):
        found.bodiless = True


def callees(text: str) -> dict[str, set[str]]:
    """List by package the unexported names that are called in what the compiler can inline, from what it prints."""
    packages: dict[str, set[str]] = {}
    path = ""
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            path = heading[1]
        elif _INLINABLE.search(line):
            packages.setdefault(path, set()).update(_CALLED.findall(line.partition(" as: ")[2]))
    return packages


def stubs(declarations: Iterable[str], found: Mapping[str, Mapping[str, Found]], release: str) -> dict[str, str]:
    """Put stubs together: the text by import path.

    Parameters
    ----------
    declarations : iterable of str
        What ``declarations.go`` prints.
    found : mapping
        What `messages` read.
    release : str
        Such as ``1.19``.
    """
    texts: dict[str, list[str]] = {}
    lines: list[str] = []
    places: Mapping[str, Found] = {}
    function = ""
    for line in declarations:
        kind, _, rest = line.partition(" ")
        if kind == "P":
            path, _, name = rest.partition(" ")
            places = found.get(path, {})
            head = f"// Package {path} of Go {release} as other packages see it; made by gcsim.escape.packages.digest."
            lines = texts[path] = [head, f"package {name}"]
        elif kind == "I":
            lines.append(f'import "{rest.partition(" ")[0]}"')
        elif kind == "D":
            lines.append(rest)
        elif kind == "F":
            function = rest
        else:
            lines += _directives(function, rest.split(), places, release)
            lines.append(function)
    return {path: "\n".join(lines) + "\n" for path, lines in texts.items()}


def _directives(function: str, places: Sequence[str], found: Mapping[str, Found], release: str) -> Iterator[str]:
    nothing = Found()
    own = found.get(_BEHIND_FUNC.sub(":6", places[0]), nothing)
    names, results = names_of(function)
    leaks = []
    for index, (name, place) in enumerate(zip(names, places[1:], strict=True)):
        there = found.get(place, nothing)
        ways = _ways(there, results)
        if own.bodiless and place == "-":
            ways = ["0"]  # the compiler says nothing of what has no name, and knows nothing about it
        if ways:
            leaks.append(f"{_key(index, name, names, method=function.startswith('func ('))}={','.join(ways)}")
    if leaks:
        yield f"//gcsim:leaks {' '.join(leaks)}"
    if own.cost is not None:
        yield f"//gcsim:inline {release}:{own.cost}"


def _ways(found: Found, results: Sequence[str]) -> list[str]:
    ways = []
    if found.heap is not None:
        ways.append(str(min(found.explained, default=found.heap) if found.heap else 0))
    ways += [f"result{results.index(name)}@{level}" for name, level in found.results.items()]
    return ways


def _key(index: int, name: str, names: Sequence[str], *, method: bool) -> str:
    """Name a parameter in a directive: by its name where that is its alone, else by its index, from 0."""
    if method and index == 0:
        return "receiver"
    return name if name not in ("", "_", "receiver") and names.count(name) == 1 else f"#{index - method}"


def names_of(function: str) -> tuple[list[str], list[str]]:
    """List the names in a function's line: of the receiver and the parameters (``""``: none), and of the results.

    Results without a name have the compiler's, ``~r0`` for the first.
    """
    groups = list(_groups(function.removeprefix("func ")))
    receivers = [groups.pop(0)] if function.startswith("func (") else []
    parameters = [_name(part) for group in [*receivers, groups[0]] for part in group]
    results = [_name(part) for group in groups[1:] for part in group]
    return parameters, [name or f"~r{index}" for index, name in enumerate(results or [""])]


def _groups(text: str) -> Iterator[list[str]]:
    """Give the parts of each parenthesised list at the top level of a text, cut at their commas."""
    depth = 0
    parts: list[str] = []
    start = 0
    for index, letter in enumerate(text):
        if letter in "([{":
            depth += 1
            if depth == 1:
                parts, start = [], index + 1
        elif letter in ")]}":
            depth -= 1
            if depth == 0 and letter == ")":
                yield [part for part in (*parts, text[start:index].strip()) if part]
        elif letter == "," and depth == 1:
            parts.append(text[start:index].strip())
            start = index + 1


_NAMED: Final = re.compile(r"(?!(?:func|chan|map|struct|interface)\b)(\w+) \S")


def _name(part: str) -> str:
    match = _NAMED.match(part)
    return match[1] if match else ""


def release_of(goroot: Path) -> str:
    """Read the release of a GOROOT, ``1.19`` for 1.19.8."""
    return ".".join((goroot / "VERSION").read_text().split()[0].removeprefix("go").split(".")[:2])


def make(goroot: Path, packages: Sequence[str] = PACKAGES) -> dict[str, str]:
    """Ask the toolchain of a GOROOT about packages; the stubs' texts by import path. Takes a minute or two.

    Raises
    ------
    subprocess.CalledProcessError
        If the toolchain fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {"GOROOT": str(goroot), "GOCACHE": folder, "GOFLAGS": "", "CGO_ENABLED": "0", "GO111MODULE": "off"}
        settings |= {"GOOS": "linux", "GOARCH": "amd64"}

        def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
            return subprocess.run(  # noqa: S603 - the toolchain is the caller's choice
                [goroot / "bin" / "go", *arguments],
                env={**os.environ, **settings},
                cwd=folder,
                capture_output=True,
                text=True,
                check=True,
            )

        said = run("build", "-gcflags=-m -m", *packages).stderr
        called = callees(said)
        wanted = [f"{path}={','.join(sorted(called.get(path, ())))}" for path in packages]
        declarations = run("run", Path(__file__).with_name("declarations.go"), *wanted).stdout
    return stubs(declarations.splitlines(), messages(said), release_of(goroot))


def file_name(path: str) -> str:
    """Give the name of the file that has a package's stub: ``net-http.go`` for ``net/http``."""
    return path.replace("/", "-") + ".go"


def main(arguments: Sequence[str]) -> int:
    """Write the stubs of the standard library of a GOROOT."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m gcsim.escape.packages.digest GOROOT\n")
        return 2
    try:
        made = make(Path(arguments[0]))
    except (OSError, subprocess.CalledProcessError) as error:
        what = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
        sys.stderr.write(f"{arguments[0]}: the toolchain cannot tell about its library: {what.splitlines()[-1]}\n")
        return 2
    for path, text in made.items():
        (STANDARD / file_name(path)).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
