import subprocess
import sys

import pytest

from gcsim import studies


def test_every_promised_name_is_there_and_no_other_is_listed() -> None:
    assert [name for name in studies.__all__ if not hasattr(studies, name)] == []
    assert dir(studies) == sorted(studies.__all__)


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match=r"'gcsim\.studies' has no attribute 'sweeps'"):
        _ = studies.sweeps


def test_a_process_that_does_runs_loads_neither_pandas_nor_rich() -> None:
    code = (
        "import sys, gcsim.studies.workers.runner;"
        " print(sorted({'pandas', 'rich', 'distributed', 'matplotlib'} & sys.modules.keys()))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert loaded.stdout == "[]\n"
