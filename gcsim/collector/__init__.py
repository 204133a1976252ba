"""The collector: the cycle and its stops, marking, assists, the pacer, and the releases as rows of mechanisms."""

from gcsim.collector.cycle import Collector, CycleRecord, Stop
from gcsim.collector.eras import ERAS, era
from gcsim.collector.laws import Roots
from gcsim.collector.setting import Setting

__all__ = ["ERAS", "Collector", "CycleRecord", "Roots", "Setting", "Stop", "era"]
