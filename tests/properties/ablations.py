"""Sets of mechanisms that no release had, as far as they do not contradict each other."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from gcsim.collector import era
from gcsim.mechanisms import Mechanisms

RELEASES = ("1.4", "1.5", "1.6.0", "1.6", "1.7", "1.8")

_NUMBERS: Mapping[str, tuple[int, ...]] = {
    "helper_cap": (1, 2, 32),
    "runnext_steal_delay_ns": (0, 3_000, 100_000),
    "first_stack_bytes": (2048, 8192),
}

VALUES: Mapping[str, tuple[str | int | bool, ...]] = {
    name: get_args(hint) if get_origin(hint) is Literal else (False, True) if hint is bool else _NUMBERS[name]
    for name, hint in get_type_hints(Mechanisms).items()
}
"""For each mechanism the values that it takes."""

_STOPPED = {"mark": st.just("stop_the_world"), "pacer": st.just("next_gc")}
_CONCURRENT = {
    "mark": st.just("concurrent"),
    "pacer": st.sampled_from(["absolute", "remaining"]),
    "write_barrier": st.sampled_from(["dijkstra", "hybrid"]),
}
_MARKS: st.SearchStrategy[dict[str, str]] = st.one_of(
    st.just({}), st.fixed_dictionaries(_STOPPED), st.fixed_dictionaries(_CONCURRENT)
)
"""What has to be said together: a concurrent mark needs a barrier and a pacer, a stopped one has nothing to pace."""

_OTHERS = sorted(VALUES.keys() - {"mark", "pacer", "write_barrier"})


def accepted(release: str, overrides: Mapping[str, object]) -> bool:
    """Say whether a release with these mechanisms does not contradict itself."""
    try:
        era(release, overrides)
    except ValueError:
        return False
    return True


def overrides(release: str, most: int = 8) -> st.SearchStrategy[dict[str, str | int | bool]]:
    """Draw mechanisms for a release: how it marks, and up to so many others."""
    some = st.lists(st.sampled_from(_OTHERS), unique=True, max_size=most)
    chosen = some.flatmap(lambda names: st.fixed_dictionaries({name: st.sampled_from(VALUES[name]) for name in names}))
    drawn = st.tuples(_MARKS, chosen).map(lambda both: {**both[0], **both[1]})
    return drawn.filter(lambda mechanisms: accepted(release, mechanisms))
