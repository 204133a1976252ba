"""Measured against simulated: real runs are read, simulated, compared, and costs are fitted to them."""

from gcsim.fidelity.calibrate import calibrate
from gcsim.fidelity.comparison import Comparison, Shares, noise_ceiling, shares
from gcsim.fidelity.fit import Calibration, Fitted
from gcsim.fidelity.measured import MeasuredError, MeasuredRun, read_measured, to_scenario
from gcsim.fidelity.metrics import METRICS
from gcsim.fidelity.tables import metric_table, parameter_table, residual_table, worst_table
from gcsim.fidelity.validate import ValidationReport, validate

__all__ = [
    "METRICS",
    "Calibration",
    "Comparison",
    "Fitted",
    "MeasuredError",
    "MeasuredRun",
    "Shares",
    "ValidationReport",
    "calibrate",
    "metric_table",
    "noise_ceiling",
    "parameter_table",
    "read_measured",
    "residual_table",
    "shares",
    "to_scenario",
    "validate",
    "worst_table",
]
