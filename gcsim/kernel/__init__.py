"""What the model runs on: SimPy's clock, the event that is armed again, named random streams, accounts of time."""

from gcsim.kernel.armed import ArmedEvent
from gcsim.kernel.clock import StopClock
from gcsim.kernel.end import ProcessEnd
from gcsim.kernel.events import take_events
from gcsim.kernel.streams import Stream, generator, stream

__all__ = ["ArmedEvent", "ProcessEnd", "StopClock", "Stream", "generator", "stream", "take_events"]
