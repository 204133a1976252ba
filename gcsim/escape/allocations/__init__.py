"""What a function allocates in a call: from Go source to an allocation profile for the simulator."""

from gcsim.escape.allocations.profile import PLACEMENTS, ProfileError, profile, profile_of

__all__ = ["PLACEMENTS", "ProfileError", "profile", "profile_of"]
