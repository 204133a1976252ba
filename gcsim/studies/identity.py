"""Which run is which: a key that depends on everything that matters to a run's results, and on nothing else."""

import hashlib
import json
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, Literal

from gcsim.scenario import Scenario
from gcsim.simulation import MODEL_VERSION

__all__ = ["canonical_json", "key_of", "run_key"]

_HEX_DIGITS = 32  # 128 bits: among 10**6 runs two would share a key once in 10**26 sweeps
_MOST_KEPT = 2048  # texts of parts; more would fill the memory where every run has a workload of its own

_CONTAINERS = (dict, list, tuple)  # json takes no others
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode

_Part = Literal["hardware", "until", "collector", "workload"]
_texts: dict[int, tuple[object, str]] = {}


def canonical_json(value: object) -> str:
    """Write plain data as JSON in the one form that equal data always has.

    Parameters
    ----------
    value : mapping, sequence or scalar
        Plain data; keys are text. ``1`` and ``1.0`` are different data, since they are different numbers to the model.

    Returns
    -------
    str
        ASCII, sorted keys, no spaces, the shortest decimals that give each float back.

    Raises
    ------
    TypeError
        If something in `value` is not plain data or a key is not text.
    ValueError
        If a number is not finite.

    Examples
    --------
    >>> canonical_json({"gogc": "100", "costs": {"b": 2.5, "a": 1}})
    '{"costs":{"a":1,"b":2.5},"gogc":"100"}'
    """
    _refuse_other_keys(value)
    return _encode(value)


def key_of(resolved: Mapping[str, Any], model_version: int) -> str:
    """Return the key of a run described by plain data.

    Parameters
    ----------
    resolved : mapping
        The fully resolved scenario.
    model_version : int
        Version of the model that runs it.

    Returns
    -------
    str
        The first 32 hexadecimal digits of the SHA-256 of both.
    """
    identity = canonical_json({"model_version": model_version, "scenario": resolved})
    return hashlib.sha256(identity.encode("ascii")).hexdigest()[:_HEX_DIGITS]


def run_key(scenario: Scenario) -> str:
    """Return the key of the run of a scenario by this version of the model.

    Parameters
    ----------
    scenario : Scenario
        One run, with its seed and replication.

    Returns
    -------
    str
        32 hexadecimal digits: ``key_of(scenario.resolved(), MODEL_VERSION)``. The release of the package and the commit
        are not part of it: they change without any result changing. ``gcsim.simulation.MODEL_VERSION`` is.

    Notes
    -----
    The runs of a study share their hardware, and most of them more: the canonical text of each such part is made once.
    """
    # The keys of canonical JSON are sorted, so these are the parts in their order.
    identity = (
        f'{{"model_version":{MODEL_VERSION},"scenario":{{"collector":{_text(scenario, "collector")},'
        f'"go":{_quoted(scenario.go)},"gogc":{json.dumps(scenario.gogc)},"gomaxprocs":{scenario.ps},'
        f'"hardware":{_text(scenario, "hardware")},"replication":{scenario.replication},"seed":{scenario.seed},'
        f'"until":{_text(scenario, "until")},"workload":{_text(scenario, "workload")}}}}}'
    )
    return hashlib.sha256(identity.encode("ascii")).hexdigest()[:_HEX_DIGITS]


def _text(scenario: Scenario, part: _Part) -> str:
    held = getattr(scenario, part)
    known = _texts.get(id(held))
    if known is None:
        if len(_texts) >= _MOST_KEPT:
            _texts.clear()
        # The object stays with its text: while it lives, no other has its id.
        known = _texts[id(held)] = (held, canonical_json(scenario.resolved_part(part)))
    return known[1]


def _refuse_other_keys(value: object) -> None:
    # json would silently write the key 1 as "1": two different scenarios, one text.
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key of a scenario is text, not {key!r}")
            if isinstance(inner, _CONTAINERS):
                _refuse_other_keys(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            if isinstance(inner, _CONTAINERS):
                _refuse_other_keys(inner)
