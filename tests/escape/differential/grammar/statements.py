"""Statements of a generated program: blocks that declare, assign, call, branch and loop."""

from collections.abc import Callable

from tests.escape.differential.grammar.draws import Draws
from tests.escape.differential.grammar.expressions import Expressions
from tests.escape.differential.grammar.kinds import ANY, CHANNEL, MAP, element, is_interface
from tests.escape.differential.grammar.scope import Place, Scope, Variable

_UNUSED = "\0"
"""Stands where a variable was declared, before the name; becomes ``_ = name`` if nothing reads the variable."""


class Statements:
    """Writes blocks; ``left`` bounds the statements of one function."""

    def __init__(self, draws: Draws) -> None:
        self.draws = draws
        self.expressions = Expressions(draws, self.function_body)
        self.left = 0

    def function_body(self, scope: Scope, size: int) -> list[str]:
        """Write the statements of a function: at most ``size`` of the outermost block, and the return at its end."""
        lines = self.block(scope, size, keep=True)
        if scope.results and scope.named_results and self.draws.chance(40):
            lines.append("return")
        elif scope.results:
            lines.append(self._return(scope))
        return self._finish(scope, lines)

    def block(self, scope: Scope, size: int, *, keep: bool = False) -> list[str]:
        """Write the statements of a block; with ``keep`` the caller adds to it and finishes it."""
        lines: list[str] = []
        for _ in range(self.draws.between(0 if scope.outer else 1, size) if size > 0 else 0):
            if self.left <= 0:
                break
            self.left -= 1
            lines += self.draws.weighted(_STATEMENTS)(self, scope)
        return lines if keep else self._finish(scope, lines)

    # ------------------------------------------------------------------------------------ plain statements

    def declare(self, scope: Scope) -> list[str]:
        """Declare a variable; now and then with a name that hides another's."""
        type_ = self.draws.pick(scope.world.pool)
        depth = 3 if self.draws.chance(60) else 2
        if is_interface(type_) or self.draws.chance(15):
            value = self.expressions.one(type_, scope, depth)
            return self._declared(scope, type_, lambda name: f"var {name} {type_} = {value}")
        if self.draws.chance(15):
            return self._declared(scope, type_, lambda name: f"var {name} {type_}")
        value = self.expressions.typed(type_, scope, depth)
        return self._declared(scope, type_, lambda name: f"{name} := {value}")

    def again(self, scope: Scope) -> list[str]:
        """Declare a variable of an outer block again: ``v := v``."""
        outer = [one for one in scope.visible() if one.name not in scope.names and one.name.startswith(("v", "p"))]
        if not outer or scope.outer is None:
            return self.declare(scope)
        hidden = self.draws.pick(outer)
        hidden.used = True
        variable = scope.names[hidden.name] = Variable(hidden.name, hidden.type, used=False)
        return [f"{hidden.name} := {hidden.name}", f"{_UNUSED}{variable.name}"]

    def two(self, scope: Scope) -> list[str]:
        """Declare two variables at once: from a call with two results, or from two values."""
        calls = [one for one in self.expressions.calls(None, scope) if len(one[1].results) == 2]
        if not calls:
            return self.declare(scope)
        call = self.draws.pick(calls)
        text = self.expressions.call(call, scope, 2)
        first, second = (self._new(scope, type_) for type_ in call[1].results)
        return [f"{first}, {second} := {text}", f"{_UNUSED}{first}", f"{_UNUSED}{second}"]

    def assign(self, scope: Scope) -> list[str]:
        """Assign to a variable, through a pointer, to a field, an element."""
        targets = self._targets(scope)
        if not targets:
            return self.declare(scope)
        target = self._write(self.draws.pick(targets))
        return [f"{target.text} = {self.expressions.one(target.type, scope, 2)}"]

    def swap(self, scope: Scope) -> list[str]:
        """Assign two at once."""
        targets = self._targets(scope)
        if not targets:
            return self.declare(scope)
        first = self._write(self.draws.pick(targets))
        second = self._write(self.draws.pick([one for one in targets if one.type == first.type]))
        values = [self.expressions.one(first.type, scope, 2) for _ in range(2)]
        return [f"{first.text}, {second.text} = {values[0]}, {values[1]}"]

    def increase(self, scope: Scope) -> list[str]:
        """Count, or add."""
        targets = [one for one in self._targets(scope) if one.type in {"int", "string"}]
        if not targets:
            return self.declare(scope)
        target = self._write(self.draws.pick(targets))
        if target.type == "int" and self.draws.chance(50):
            return [f"{target.text}++"]
        return [f"{target.text} += {self.expressions.one(target.type, scope, 2)}"]

    def append(self, scope: Scope) -> list[str]:
        """Append to a slice, in its own place."""
        slices = [one for one in self._targets(scope) if one.type.startswith("[]")]
        if not slices:
            return self.declare(scope)
        target = self._write(self.draws.pick(slices))
        target.variable.used = True
        if self.draws.chance(20):
            return [f"{target.text} = append({target.text}, {self.expressions.typed(target.type, scope, 2)}...)"]
        return [f"{target.text} = append({target.text}, {self.expressions.one(element(target.type), scope, 2)})"]

    def call(self, scope: Scope) -> list[str]:
        """Call something for its effect, or with go or defer."""
        calls = self.expressions.calls(None, scope)
        if not calls:
            return self.declare(scope)
        text = self.expressions.call(self.draws.pick(calls), scope, 2)
        return [self.draws.weighted([(8, ""), (1, "go "), (2, "defer ")]) + text]

    def literal_call(self, scope: Scope) -> list[str]:
        """Call a function literal where it stands, with go, with defer, or just so."""
        type_ = self.draws.pick(["func()", "func(*int)", "func(int)"])
        literal = self.expressions.literal(type_, scope, 2)
        arguments = {"func()": "", "func(*int)": "*int", "func(int)": "int"}[type_]
        given = self.expressions.one(arguments, scope, 1) if arguments else ""
        return [self.draws.pick(["", "go ", "defer "]) + f"{literal}({given})"]

    def discard(self, scope: Scope) -> list[str]:
        """Compute something for nothing."""
        return [f"_ = {self.expressions.typed(self.draws.pick(scope.world.pool), scope, 2)}"]

    def print(self, scope: Scope) -> list[str]:
        """Print something."""
        scope.world.imports.add("fmt")
        return [f"fmt.Println({self.expressions.one(self.draws.pick(scope.world.pool), scope, 2)})"]

    def send(self, scope: Scope) -> list[str]:
        """Send to a channel."""
        channels = [one for one in scope.places(1) if one.type.startswith(CHANNEL)]
        if not channels:
            return self.declare(scope)
        channel = self.draws.pick(channels)
        return [f"{self.expressions.read(channel)} <- {self.expressions.one(element(channel.type), scope, 2)}"]

    def copy(self, scope: Scope) -> list[str]:
        """Copy slices, or delete from a map."""
        slices = [one for one in scope.places(1) if one.type.startswith("[]")]
        maps = [one for one in scope.places(1) if one.type.startswith(MAP)]
        if maps and self.draws.chance(50):
            return [f'delete({self.expressions.read(self.draws.pick(maps))}, "k")']
        if not slices:
            return self.declare(scope)
        target = self.draws.pick(slices)
        return [f"copy({self.expressions.read(target)}, {self.expressions.typed(target.type, scope, 2)})"]

    def leave(self, scope: Scope) -> list[str]:
        """Return early, on a condition."""
        condition = self.expressions.one("bool", scope, 2)
        return [f"if {condition} {{", self._return(scope) if scope.results else "return", "}"]

    # ------------------------------------------------------------------------------------- blocks inside

    def branch(self, scope: Scope) -> list[str]:
        """Write an if, now and then with a variable of its own, now and then with an else."""
        inner = scope.inner()
        start = ""
        if self.draws.chance(30):
            type_ = self.draws.pick(scope.world.pool)
            value = self.expressions.typed(type_, scope, 1)
            name = self._new(inner, type_)
            inner.names[name].used = True
            start = f"{name} := {f'({value})' if '{' in value else value}; "
            condition = f"{name} != nil" if type_.startswith("*") else f"{ANY}({name}) != nil"
            condition = condition if condition.startswith("v") else f"({condition})"
        else:
            condition = self._head("bool", scope)
        lines = [f"if {start}{condition} {{", *self.block(inner.inner(), 3)]
        if self.draws.chance(40):
            lines += ["} else {", *self.block(inner.inner(), 2)]
        return [*lines, "}"]

    def loop(self, scope: Scope) -> list[str]:
        """Write a for of three clauses, or one with a condition."""
        inner = scope.inner(loop=True)
        if self.draws.chance(25):
            return [f"for {self._head('bool', scope)} {{", *self.block(inner, 3), *self._jump(scope), "}"]
        name = self._new(inner, "int")
        inner.names[name].used = True
        return [f"for {name} := 0; {name} < 3; {name}++ {{", *self.block(inner.inner(), 3), *self._jump(inner), "}"]

    def range_over(self, scope: Scope) -> list[str]:
        """Write a for over a slice, map, array, string or channel."""
        over = [one for one in scope.places(1) if one.type.startswith(("[]", "[3]", MAP, "string", CHANNEL))]
        if not over:
            return self.loop(scope)
        place = self.draws.pick(over)
        operand = self.expressions.read(place)
        inner = scope.inner(loop=True)
        key = "string" if place.type.startswith(MAP) else "int"
        if place.type.startswith(CHANNEL):
            names = [self._new(inner, element(place.type))]
        elif place.type == "string":
            names = [self._new(inner, "int"), "_"]
        else:
            names = [self._new(inner, key), self._new(inner, element(place.type))]
            names[0] = "_" if self.draws.chance(60) else names[0]
            inner.names = {name: one for name, one in inner.names.items() if name in names}
        uses = [f"{_UNUSED}{name}" for name in names if name != "_"]
        for name in inner.names:
            inner.names[name].used = False
        body = [*uses, *self.block(inner, 3, keep=True), *self._jump(inner)]
        return [f"for {', '.join(names)} := range {operand} {{", *self._finish(inner, body), "}"]

    def choose(self, scope: Scope) -> list[str]:
        """Write a switch over a number or over conditions."""
        lines = [f"switch {self._head('int', scope)} {{"]
        for number in range(self.draws.between(1, 3)):
            lines += [f"case {number}:", *self.block(scope.inner(), 2)]
        if self.draws.chance(40):
            lines += ["default:", *self.block(scope.inner(), 2)]
        return [*lines, "}"]

    def choose_type(self, scope: Scope) -> list[str]:
        """Write a switch over the type in an empty interface."""
        values = [one for one in scope.places(1) if one.type == ANY]
        if not values:
            return self.choose(scope)
        operand = self.expressions.read(self.draws.pick(values))
        name = self.expressions.fresh()
        lines = [f"switch {name} := {operand}.(type) {{"]
        for type_ in dict.fromkeys(self.draws.pick(scope.world.pool) for _ in range(self.draws.between(1, 3))):
            inner = scope.inner()
            inner.names[name] = Variable(name, type_, used=False)
            lines += [f"case {type_}:", *self._finish(inner, [f"{_UNUSED}{name}", *self.block(inner, 2, keep=True)])]
        return [*lines, "default:", f"_ = {name}", "}"]

    def assert_type(self, scope: Scope) -> list[str]:
        """Take a value out of an empty interface."""
        values = [one for one in scope.places(1) if one.type == ANY]
        if not values:
            return self.declare(scope)
        operand = self.expressions.read(self.draws.pick(values))
        type_ = self.draws.pick([one for one in scope.world.pool if one != ANY])
        if self.draws.chance(50):
            return self._declared(scope, type_, lambda name: f"{name} := {operand}.({type_})")
        inner = scope.inner()
        name, known = self._new(inner, type_), self.expressions.fresh()
        body = self._finish(inner, [f"{_UNUSED}{name}", *self.block(inner, 2, keep=True)])
        return [f"if {name}, {known} := {operand}.({type_}); {known} {{", *body, "}"]

    def select(self, scope: Scope) -> list[str]:
        """Write a select: a receive, a send, a default."""
        channels = [one for one in scope.places(1) if one.type.startswith(CHANNEL)]
        if not channels:
            return self.branch(scope)
        source, target = self.draws.pick(channels), self.draws.pick(channels)
        inner = scope.inner()
        name = self._new(inner, element(source.type))
        received = self._finish(inner, [f"{_UNUSED}{name}", *self.block(inner, 2, keep=True)])
        value = self.expressions.one(element(target.type), scope, 2)
        return [
            "select {",
            f"case {name} := <-{self.expressions.read(source)}:",
            *received,
            f"case {self.expressions.read(target)} <- {value}:",
            *self.block(scope.inner(), 2),
            *(["default:"] if self.draws.chance(50) else []),
            "}",
        ]

    def retry(self, scope: Scope) -> list[str]:
        """Go back to a label, which makes a loop that has no for."""
        label = self.expressions.fresh("again")
        body = self.block(scope.inner(loop=True), 2)
        condition = self._head("bool", scope)
        return [f"{label}:", "{", *body, "}", f"if {condition} {{", f"goto {label}", "}"]

    def labelled(self, scope: Scope) -> list[str]:
        """Leave two loops at once."""
        label = self.expressions.fresh("outer")
        inner = scope.inner(loop=True)
        body = self.block(inner.inner(loop=True), 2)
        condition = self._head("bool", scope)
        jump = self.draws.pick(["continue", "break"])
        return [
            f"{label}:",
            "for {",
            *self.block(inner, 2),
            "for {",
            *body,
            f"if {condition} {{",
            f"{jump} {label}",
            "}",
            "}",
            "}",
        ]

    # -------------------------------------------------------------------------------------------- pieces

    def _new(self, scope: Scope, type_: str) -> str:
        name = self.expressions.fresh()
        scope.names[name] = Variable(name, type_, used=False)
        return name

    def _declared(self, scope: Scope, type_: str, write: Callable[[str], str]) -> list[str]:
        name = self._new(scope, type_)
        return [write(name), f"{_UNUSED}{name}"]

    def _targets(self, scope: Scope) -> list[Place]:
        return [one for one in scope.places() if one.assignable]

    def _write(self, place: Place) -> Place:
        if not place.bare:
            place.variable.used = True
        return place

    def _return(self, scope: Scope) -> str:
        return "return " + ", ".join(self.expressions.one(one, scope, 3) for one in scope.results)

    def _head(self, type_: str, scope: Scope) -> str:
        """Write the expression before a block's brace: where it holds a brace itself, it needs parentheses."""
        text = self.expressions.one(type_, scope, 2)
        return f"({text})" if "{" in text else text

    def _jump(self, scope: Scope) -> list[str]:
        if not self.draws.chance(25):
            return []
        word = self.draws.pick(["break", "continue"])
        return [f"if {self._head('bool', scope)} {{", word, "}"]

    def _finish(self, scope: Scope, lines: list[str]) -> list[str]:
        """Put ``_ = name`` behind what declares a variable that nothing reads, and nothing where it is read."""
        finished = []
        for line in lines:
            if line.startswith(_UNUSED):
                name = line[1:]
                if name in scope.names and not scope.names[name].used:
                    finished.append(f"_ = {name}")
            else:
                finished.append(line)
        return finished


_STATEMENTS: list[tuple[int, Callable[[Statements, Scope], list[str]]]] = [
    (24, Statements.declare),
    (4, Statements.again),
    (4, Statements.two),
    (16, Statements.assign),
    (3, Statements.swap),
    (3, Statements.increase),
    (5, Statements.append),
    (9, Statements.call),
    (4, Statements.literal_call),
    (2, Statements.discard),
    (2, Statements.print),
    (3, Statements.send),
    (2, Statements.copy),
    (3, Statements.leave),
    (6, Statements.branch),
    (5, Statements.loop),
    (5, Statements.range_over),
    (2, Statements.choose),
    (3, Statements.choose_type),
    (3, Statements.assert_type),
    (2, Statements.select),
    (1, Statements.retry),
    (1, Statements.labelled),
]
"""What a statement is, by weight."""
