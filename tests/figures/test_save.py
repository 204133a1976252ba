import subprocess
import sys
from pathlib import Path

from matplotlib.figure import Figure

from gcsim.figures import save

_DRAWS = """
import sys
from pathlib import Path
from matplotlib.figure import Figure
from gcsim.figures import save
from gcsim.figures.style import headline

figure = Figure()
figure.add_subplot().plot([1, 2, 4], label="µ")
headline(figure, "finding", ["1.4", "1.8"])
save(figure, Path(sys.argv[1]), "figure")
"""


def test_a_figure_becomes_a_pdf_and_a_png_in_a_folder_that_is_made(tmp_path: Path) -> None:
    pdf, png = save(Figure(), tmp_path / "deep" / "down", "empty")
    assert (pdf.name, pdf.read_bytes()[:5]) == ("empty.pdf", b"%PDF-")
    assert (png.name, png.read_bytes()[1:4]) == ("empty.png", b"PNG")


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", _DRAWS, str(tmp_path / seed)]
        subprocess.run(arguments, check=True, env={"PYTHONHASHSEED": seed, "HOME": str(tmp_path)})
    for name in ("figure.pdf", "figure.png"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_the_files_hold_neither_a_date_nor_what_wrote_them(tmp_path: Path) -> None:
    for path in save(Figure(), tmp_path, "empty"):
        content = path.read_bytes()
        assert [word for word in (b"CreationDate", b"Creator", b"Producer", b"Software") if word in content] == []
