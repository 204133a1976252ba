"""Measured against simulated: real runs are made, read, simulated, compared, and costs are fitted to them."""

from gcsim.fidelity.axes import AXES, axes_of
from gcsim.fidelity.calibrate import calibrate
from gcsim.fidelity.cases import CASES, QUICK_CASES, Case
from gcsim.fidelity.comparison import Comparison, Shares, noise_ceiling, shares
from gcsim.fidelity.demands import DEMANDS, Demand
from gcsim.fidelity.finished import HeldOut
from gcsim.fidelity.fit import Calibration, Correlation, Fitted
from gcsim.fidelity.holdout import HoldOut, HoldOutRow, hold_out, write_report
from gcsim.fidelity.measure import FailedRun, Measurement, measure
from gcsim.fidelity.measured import (
    MeasuredError,
    MeasuredRun,
    read_judged,
    read_measured,
    split_by_era,
    to_scenario,
    without_era_line,
)
from gcsim.fidelity.metrics import METRICS
from gcsim.fidelity.tables import (
    correlation_table,
    hold_out_table,
    metric_table,
    parameter_table,
    published_table,
    release_table,
    residual_table,
    unjudged_table,
    untold_table,
    worst_table,
)
from gcsim.fidelity.toolchain import Toolchain, ToolchainError, find_toolchain
from gcsim.fidelity.validate import ValidationReport, validate

__all__ = [
    "AXES",
    "CASES",
    "DEMANDS",
    "METRICS",
    "QUICK_CASES",
    "Calibration",
    "Case",
    "Comparison",
    "Correlation",
    "Demand",
    "FailedRun",
    "Fitted",
    "HeldOut",
    "HoldOut",
    "HoldOutRow",
    "MeasuredError",
    "MeasuredRun",
    "Measurement",
    "Shares",
    "Toolchain",
    "ToolchainError",
    "ValidationReport",
    "axes_of",
    "calibrate",
    "correlation_table",
    "find_toolchain",
    "hold_out",
    "hold_out_table",
    "measure",
    "metric_table",
    "noise_ceiling",
    "parameter_table",
    "published_table",
    "read_judged",
    "read_measured",
    "release_table",
    "residual_table",
    "shares",
    "split_by_era",
    "to_scenario",
    "unjudged_table",
    "untold_table",
    "validate",
    "without_era_line",
    "worst_table",
    "write_report",
]
