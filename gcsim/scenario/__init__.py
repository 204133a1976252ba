"""Scenario files: YAML in, frozen descriptions of runs out.

``load`` reads a file with its sweeps and gives a :class:`Study`; its ``expand`` gives the :class:`Scenario` of each
run. What is wrong with a file is told all at once, by :class:`ScenarioError`.
"""

from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.hardware import Hardware, load_hardware
from gcsim.scenario.loader import load
from gcsim.scenario.models import MSER5, RELEASES, Collector, Forest, PauseBudget, Pusher, Scenario, Until, Workload
from gcsim.scenario.precision import Precision
from gcsim.scenario.programs import GoProgram, PythonProgram, parameters
from gcsim.scenario.schema import json_schema
from gcsim.scenario.study import Study, listed

__all__ = [
    "MSER5",
    "RELEASES",
    "Collector",
    "Forest",
    "GoProgram",
    "Hardware",
    "Mark",
    "PauseBudget",
    "Precision",
    "Problem",
    "Pusher",
    "PythonProgram",
    "Scenario",
    "ScenarioError",
    "Study",
    "Until",
    "Workload",
    "json_schema",
    "listed",
    "load",
    "load_hardware",
    "parameters",
]
