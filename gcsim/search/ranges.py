"""Over what a search goes: keys of a scenario, each with a range or with choices.

``gogc`` takes what a user would try, ``workload.live_heap=64MiB..4GiB:log`` a range that is even on a logarithmic
scale, ``go=1.5|1.6|1.7`` choices; a key that the file sweeps takes the range of its values. Bounds are written as a
scenario file writes them, and tried before anything is run.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel

from gcsim.scenario import RELEASES, Mark, Problem, ScenarioError, Study, load
from gcsim.search.quantities import Quantity, read, written

__all__ = ["Parameter", "Point", "RangeError", "Value", "blamed", "parameters_of"]

Value = int | float | str
"""A number in ns, bytes or as it stands; of a choice its text."""

Point = Mapping[str, Value]
"""For each key a value; a key that is not in it keeps what the file says."""

_GOGC = (25, 800)
"""From a quarter of the default to eight times it, the range of ``configs/gogc_sweep.yaml``."""

_LOG_FROM = 10
"""Values of a sweep that are so many times as large as each other are spread over magnitudes."""

_BITS = 8  # of a size: 65.25MiB in place of 68471234B, half a percent at most
_DIGITS = 3  # of a time or of a number that is not whole
_NOT_OF_A_POINT = ("name", "experiment", "replications", "zip", "workload", "workload.kind")
_STEPS = (1, 1024)  # bytes: sizes are any, or such as a stack's, in KiB
_PROBE = 0.381_966  # a share of a range at which no whole number lies


class RangeError(ValueError):
    """A range that cannot be searched; the message says what would do."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One key with the values that it may take.

    Attributes
    ----------
    key : str
        Dotted.
    low, high : float
        Ends of its range, inclusive: ns, bytes or numbers. Of choices the first and the last index.
    log : bool
        Whether even steps are factors.
    quantity : Quantity
        What its values are.
    step : int
        Values are multiples of it; 0 where they need not be whole.
    choices : tuple of str
        What it takes in place of a range, as a file writes it.
    own : int, float, str or None
        What the file says, in the range or not; None where it gives several values.
    """

    key: str
    low: float
    high: float
    log: bool = False
    quantity: Quantity = Quantity.NUMBER
    step: int = 0
    choices: tuple[str, ...] = ()
    own: Value | None = None

    def value(self, share: float) -> Value:
        """Return the value at a share of the range.

        Parameters
        ----------
        share : float
            From 0, the low end, to 1.

        Returns
        -------
        int, float or str
            Equal parts of the range belong to each whole number and to each choice. Sizes, times and fractions are
            rounded to what is short to write.
        """
        if self.choices:
            return self.choices[min(int(share * len(self.choices)), len(self.choices) - 1)]
        if share in {0, 1}:
            return self.high if share else self.low
        half = self._half
        low, high = self.low - half, self.high + half
        at = low * (high / low) ** share if self.log else low + share * (high - low)
        return self.rounded(at)

    def rounded(self, value: float) -> int | float:
        """Return the nearest value that the parameter may take."""
        low, high = self.low, self.high
        if self.quantity is Quantity.SIZE and value > 0:
            step = max(self.step, 2 ** (int(value).bit_length() - _BITS)) if value >= 2**_BITS else self.step
        elif self.step and self.quantity is Quantity.TIME and value > 0:
            step = max(self.step, 10 ** (len(str(int(value))) - _DIGITS))
        else:
            step = self.step
        if not step:
            return float(min(max(float(f"{value:.{_DIGITS}g}"), low), high))
        return int(min(max(round(value / step) * step, low), high))

    def share(self, value: Value) -> float:
        """Return where on its range a value lies: 0 at the low end, 1 at the high one."""
        if isinstance(value, str):
            return (self.choices.index(value) + 0.5) / len(self.choices)
        half = self._half
        low, high = self.low - half, self.high + half
        return math.log(value / low) / math.log(high / low) if self.log else (value - low) / (high - low)

    def holds(self, value: Value) -> bool:
        """Return whether a value is among those that the parameter may take."""
        return value in self.choices if isinstance(value, str) else not self.choices and self.low <= value <= self.high

    def beside(self, value: Value, share: float) -> list[Value]:
        """Return the values next to one: a share of the range, but at least a step, to either side.

        Parameters
        ----------
        value : int, float or str
        share : float

        Returns
        -------
        list
            None, one or two values.
        """
        if isinstance(value, str):
            at = self.choices.index(value)
            return [self.choices[near] for near in (at - 1, at + 1) if 0 <= near < len(self.choices)]
        found: list[Value] = []
        for sign in (-1, 1):
            near = self.value(min(max(self.share(value) + sign * share, 0.0), 1.0))
            if near == value and self.step:
                near = int(min(max(value + sign * self.step, self.low), self.high))
            if near != value and near not in found:
                found.append(near)
        return found

    def text(self, value: Value) -> str:
        """Write a value as a scenario file does."""
        return value if isinstance(value, str) else written(value, self.quantity)

    def __str__(self) -> str:
        if self.choices:
            return f"{self.key}={'|'.join(self.choices)}"
        low, high = (written(end, self.quantity) for end in (self.low, self.high))
        return f"{self.key}={low}..{high}{':log' if self.log else ''}"

    @property
    def _half(self) -> float:
        """Half of the distance of whole numbers, which so have equal parts of the range, its ends too."""
        return self.step / 2 if self.quantity is Quantity.NUMBER else 0.0


def parameters_of(over: Sequence[str], config: Path, settings: Sequence[str]) -> tuple[Parameter, ...]:
    """Read what is to be searched.

    Parameters
    ----------
    over : sequence of str
        Keys with their ranges, separated by commas; empty for the keys that the file sweeps.
    config : Path
        Scenario file.
    settings : sequence of str
        ``KEY=VALUE`` each, in place of what the file says.

    Returns
    -------
    tuple of Parameter
        In the order given.

    Raises
    ------
    RangeError
        If a range is wrong, or the file sweeps a key that is not named.
    ScenarioError
        If the file is wrong, or does not take an end of a range.
    """
    study = load(config, settings)
    specs = [spec.strip() for text in over for spec in text.split(",") if spec.strip()] or list(study.axes)
    if not specs:
        raise RangeError(
            f"{config} sweeps nothing: name what is to be searched, such as "
            "--over gogc,gomaxprocs,workload.live_heap=64MiB..4GiB:log"
        )
    keys = [spec.partition("=")[0].strip() for spec in specs]
    if twice := [key for key in dict.fromkeys(keys) if keys.count(key) > 1]:
        raise RangeError(f"--over {twice[0]}: named twice; name each key once")
    if left := [axis for axis in study.axes if axis not in keys]:
        raise RangeError(
            f"{config} sweeps {left[0]}, and --over does not name it: add it, or give it one value: "
            f"--set {left[0]}=VALUE"
        )
    readings = (_Reading(spec, config, settings, study) for spec in specs)
    return tuple(replace(reading.parameter(), own=reading.own()) for reading in readings)


def blamed(error: ScenarioError, parameters: Mapping[str, str]) -> ScenarioError:
    """Say in an error what the user wrote, in place of the settings that were made of it.

    Parameters
    ----------
    error : ScenarioError
    parameters : mapping of str to str
        For each key what ``--over`` says of it.

    Returns
    -------
    ScenarioError
    """
    problems = []
    for problem in error.problems:
        said = (spec for key, spec in parameters.items() if problem.mark.file.startswith(f"--set {key}="))
        mark = next((Mark(f"--over {spec}") for spec in said), problem.mark)
        problems.append(Problem(mark, problem.path.partition(".sweep[")[0], problem.found, problem.would_do))
    return ScenarioError(problems)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One of the things that ``--over`` says, and the file to which it is said."""

    spec: str
    config: Path
    settings: Sequence[str]
    study: Study

    def own(self) -> Value | None:
        """Return what the file says of the key, None where it sweeps it."""
        key = self.spec.partition("=")[0].strip()
        if key in self.study.axes:
            return None
        scenario = self.study.at(0)
        return (
            scenario.ps
            if key == "gomaxprocs"
            else _held(scenario, key.split("."), choices="|" in self.spec or key == "go")
        )

    def parameter(self) -> Parameter:
        key, equals, text = (part.strip() for part in self.spec.partition("="))
        if key in _NOT_OF_A_POINT:
            raise self._wrong("no key that can be searched", "name keys of a run, such as gogc")
        if "|" in text:
            return self._choices(key, tuple(choice.strip() for choice in text.split("|")))
        if equals:
            return self._range(key, text)
        if key in self.study.axes:
            return self._swept(key, self.study.axes[key])
        return self._known(key)

    def _known(self, key: str) -> Parameter:
        if key == "go":
            return self._choices(key, RELEASES)
        if key == "gogc":
            low, high = _GOGC
            return Parameter(key, low, high, log=True, step=1)
        if key == "gomaxprocs":
            cores = self.study.at(0).hardware.cores
            if cores == 1:
                raise self._wrong("hardware with one core", "give a range: gomaxprocs=1..4")
            return Parameter(key, 1, cores, step=1)
        self._try(key, "0")  # a key that there is not is told so, and which may be meant
        raise self._no_range(key)

    def _no_range(self, key: str) -> RangeError:
        return self._wrong(
            "no range",
            f"write {key}=LOW..HIGH, {key}=LOW..HIGH:log or {key}=A|B; without one go, gogc, gomaxprocs and keys that "
            "the file sweeps will do",
        )

    def _choices(self, key: str, choices: tuple[str, ...]) -> Parameter:
        if not all(choices) or len(set(choices)) < len(choices):
            raise self._wrong("an empty choice, or one twice", f"write each once: {key}=A|B")
        for choice in choices:
            self._check(key, choice)
        return Parameter(key, 0, len(choices) - 1, choices=choices)

    def _range(self, key: str, text: str) -> Parameter:
        span, _, scale = text.partition(":")
        low_text, dots, high_text = (part.strip() for part in span.partition(".."))
        if not dots or scale.strip() not in {"", "log"}:
            raise self._wrong(
                f'"{text}"', f"write {key}=LOW..HIGH, {key}=LOW..HIGH:log or {key}=A|B; for one value there is --set"
            )
        try:
            (low, kind), (high, other) = read(low_text), read(high_text)
        except ValueError as error:
            raise self._wrong(f'"{span}"', str(error)) from error
        if kind is not other and low == 0:
            kind = other
        if kind is not other or kind is Quantity.SHARE:
            raise self._wrong(f'"{span}"', "use the same kind of value for both ends, as the file writes it")
        if low >= high or (scale and low <= 0):
            would_do = "begin a logarithmic range above 0" if low < high else "write the smaller end first"
            raise self._wrong(f'"{text}"', would_do)
        for end in (low_text, high_text):
            self._check(key, end)
        return self._stepped(Parameter(key, low, high, log=bool(scale), quantity=kind))

    def _swept(self, key: str, values: tuple[object, ...]) -> Parameter:
        """Return the range of what the file sweeps; its values are choices where they are no numbers."""
        numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
        if len(values) == 1:
            raise self._no_range(key)
        if any(isinstance(value, dict | list) for value in values):
            raise self._wrong("a sweep over whole mappings", "sweep single keys, or give this one value with --set")
        if len(numbers) < len(values):
            return self._choices(key, tuple(map(_plain, values)))
        low, high = min(numbers), max(numbers)
        quantity = self._quantity(key, low)
        log = low > 0 and high / low >= _LOG_FROM
        return self._stepped(Parameter(key, low, high, log=log, quantity=quantity))

    def _quantity(self, key: str, value: float) -> Quantity:
        """Find out how the file writes a value that a scenario holds."""
        others = (Quantity.NUMBER, Quantity.SIZE)
        return next((each for each in others if not self._problems(key, written(value, each))), Quantity.TIME)

    def _stepped(self, whole: Parameter) -> Parameter:
        """Find out of what the values have to be multiples."""

        def takes(value: float) -> bool:
            return not self._problems(whole.key, written(value, whole.quantity))

        if whole.quantity is Quantity.SIZE:
            return replace(whole, step=next((step for step in _STEPS if takes((whole.low // step + 1) * step)), 1))
        if whole.quantity is Quantity.TIME:
            return replace(whole, step=1)
        if not (isinstance(whole.low, int) and isinstance(whole.high, int)):
            return whole
        # What a program of the user's own makes of a fraction is not known before it is run.
        own = whole.key.startswith("workload.args.")
        return replace(whole, step=1) if own or not takes(whole.low + _PROBE * (whole.high - whole.low)) else whole

    def _check(self, key: str, text: str) -> None:
        if problems := self._problems(key, text):
            raise blamed(ScenarioError(problems), {key: self.spec})

    def _try(self, key: str, text: str) -> None:
        """Complain about the key, not about its value."""
        problems = [problem for problem in self._problems(key, text) if problem.found == "an unknown key"]
        if problems:
            raise blamed(ScenarioError(problems), {key: self.spec})

    def _problems(self, key: str, text: str) -> tuple[Problem, ...]:
        try:
            load(self.config, [*self.settings, f"{key}={text}"])
        except ScenarioError as error:
            return error.problems
        return ()

    def _wrong(self, found: str, would_do: str) -> RangeError:
        return RangeError(f"--over {self.spec}: found {found}; {would_do}")


def _held(section: object, keys: Sequence[str], *, choices: bool) -> Value | None:
    """Return what a scenario holds under a key; None if nothing that stands for itself."""
    value = section
    for key in keys:
        if isinstance(value, BaseModel):
            fields = type(value).model_fields.items()
            value = getattr(value, next((name for name, field in fields if key in {name, field.alias}), ""), None)
        else:
            value = value.get(key) if isinstance(value, dict) else getattr(value, key, None)
    if choices and isinstance(value, bool | int | float | str):
        return _plain(value)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _plain(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
