"""One walk over a function before its analysis: what it declares, refers to and repeats, and positions that differ.

Go 1.18 and later build their own tree from that of the type checker, and some nodes that the text leaves out get the
position of whatever expression was converted last (``base.Pos``): the implicit conversion to an interface in
``f(g(), x)`` stands where ``g()`` does. The walk goes in that order and mends the positions of implicit conversions;
it also makes the temporaries that the same step makes (``.autotmp_4``, numbered by all that the function has declared
before). Learnt from golang/go src/cmd/compile/internal/noder/{expr,stmt,decl,transform,helpers}.go and
typecheck/typecheck.go:872 at go1.19.

An inlined body has one position, that of its call: `Survey.inlined` collects its declarations apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.syntax.nodes import (
    AddressOf,
    Assign,
    AssignOperation,
    Binary,
    Block,
    Branch,
    Builtin,
    Call,
    CompositeLiteral,
    Concat,
    ConstantDeclaration,
    Convert,
    Defer,
    Dereference,
    ExpressionStatement,
    FieldOf,
    For,
    FunctionLiteral,
    Go,
    If,
    Index,
    InlinedCall,
    KeyValue,
    Labeled,
    MethodOf,
    Name,
    Range,
    Receive,
    Return,
    Select,
    Send,
    SliceOf,
    Switch,
    TypeAssertion,
    TypeDeclaration,
    TypeSwitch,
    Unary,
    VariableDeclaration,
)
from gcsim.escape.types.model import INVALID, FunctionObject, Interface, NilObject, Struct, Tuple, Variable, underlying
from gcsim.escape.types.relations import identical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gcsim.escape.from_1_13.marks import Marks
    from gcsim.escape.syntax.nodes import Expression, Node, Statement
    from gcsim.escape.types.model import Type

__all__ = [
    "TEMPORARY",
    "Survey",
    "Surveys",
    "Temporaries",
    "has_call",
    "inside_out",
    "is_blank",
    "survey_function",
    "survey_values",
]


TEMPORARY: Final = ".autotmp_"
"""How the names of the compiler's own variables begin (typecheck/dcl.go:267)."""


@dataclass(slots=True)
class Temporaries:
    """Variables that hold the results of a call for the statement or call round it.

    ``position`` is where conversions of them to other types stand.
    """

    variables: list[Variable]
    position: int = 0


@dataclass(slots=True)
class Survey:
    """What one function, without the literals in it, has.

    Attributes
    ----------
    declared : list of Variable
        Parameters, results, local variables and temporaries in the compiler's order; those of inlined bodies last.
    references : list of Node
        Names of functions, methods and function literals in the order of the compiler's walk.
    looping : set of Labeled
        Labels that a later ``goto`` goes back to.
    callees : dict
        The temporary for what a call is made on, where that has a call in it.
    results : dict
        The temporaries for a call of several results, by the call, assignment or return that takes them.
    interface_calls : list of Call
        Calls of interface methods.
    indices : list of Index
        Index expressions, those inside others first.
    globals : list of Variable
        The variables of packages that it names.
    first_uses : dict
        Where the function first names each variable that it captures.
    literals : list of FunctionObject
        The literals directly inside.
    asked : list of Type
        Types of which values become interfaces with methods.
    places : dict
        Where the compiler has nodes that stand elsewhere in the tree: ranges, and indices of pointers to arrays, whose
        pointer is followed at this place.
    """

    declared: list[Variable] = field(default_factory=list)
    references: list[Node] = field(default_factory=list)
    looping: set[Labeled] = field(default_factory=set)
    callees: dict[Node, Variable] = field(default_factory=dict)
    results: dict[Node, Temporaries] = field(default_factory=dict)
    interface_calls: list[Call] = field(default_factory=list)
    indices: list[Index] = field(default_factory=list)
    globals: list[Variable] = field(default_factory=list)
    first_uses: dict[Variable, int] = field(default_factory=dict)
    literals: list[FunctionObject] = field(default_factory=list)
    asked: list[Type] = field(default_factory=list)
    places: dict[Node, int] = field(default_factory=dict)

    def functions(self) -> Iterator[FunctionObject]:
        """Yield the functions, methods and literals that it refers to; methods of interfaces have none."""
        for node in self.references:
            if type(node) is Name and type(node.object) is FunctionObject:
                yield node.object
            elif type(node) is FunctionLiteral and node.function is not None:
                yield node.function
            elif type(node) is MethodOf and node.method is not None:
                yield node.method


@dataclass(slots=True)
class Surveys:
    """The surveys of a package's functions and literals.

    Attributes
    ----------
    marks : Marks
        Finds places in the text.
    of : dict
        What each function has.
    definitions : dict
        The values that variables are declared with.
    order : list of FunctionObject
        The functions that are no literals inside others, in the order of the text, the one that gives variables their
        first values last.
    start : FunctionObject or None
        That last one, if there is one.
    devirtualized : list of tuple
        Selectors of interface calls whose method is known, each with its operand as it was, and with the operand and
        the method that it has since.
    """

    marks: Marks
    of: dict[FunctionObject, Survey] = field(default_factory=dict)
    definitions: dict[Variable, Expression] = field(default_factory=dict)
    order: list[FunctionObject] = field(default_factory=list)
    start: FunctionObject | None = None
    devirtualized: list[tuple[MethodOf, Expression, Expression, FunctionObject | None]] = field(default_factory=list)


def inside_out(function: FunctionObject, surveys: Surveys) -> Iterator[FunctionObject]:
    """Yield the literals inside a function, inner ones first: the compiler knows them in this order."""
    for literal in surveys.of[function].literals:
        if literal.outer is not None:
            yield from inside_out(literal, surveys)
            yield literal


def survey_function(function: FunctionObject, surveys: Surveys, position: int = 0) -> int:
    """Survey a function and the literals inside it.

    Parameters
    ----------
    function : FunctionObject
        With or without body.
    surveys : Surveys
        Takes the result.
    position : int
        The last position before it (``base.Pos``).

    Returns
    -------
    int
        The last position after it.
    """
    surveyor = _Surveyor(function, surveys, position)
    declared = surveyor.survey.declared
    if function.receiver is not None:
        declared.append(function.receiver)
    declared += function.parameters
    declared += function.results
    surveys.of[function] = surveyor.survey
    if function.body is not None:
        surveyor.statements(function.body.statements)
        surveyor.finish()
    return surveyor.position


def survey_values(
    function: FunctionObject, surveys: Surveys
) -> Callable[[VariableDeclaration], tuple[list[Variable], list[FunctionObject]]]:
    """Begin to survey the initial values of a package's variables as the body of ``function``.

    Returns
    -------
    callable
        Surveys one declaration, and gives the variables and functions that its value uses.
    """
    surveyor = _Surveyor(function, surveys, 0)
    survey = surveys.of[function] = surveyor.survey

    def walk(declaration: VariableDeclaration) -> tuple[list[Variable], list[FunctionObject]]:
        before = len(survey.globals), len(survey.references)
        for value in declaration.values:
            surveyor.expression(value.operand if type(value) is Convert and value.implicit else value)
        variables = declaration.variables
        surveyor.take(declaration, [variable.type for variable in variables], variables)
        if len(declaration.values) == len(variables):
            for value in declaration.values:
                surveyor.place(value)
        surveyor.finish()
        inner = Survey(references=survey.references[before[1] :])
        return survey.globals[before[0] :], list(inner.functions())

    return walk


class _Surveyor:
    """The state of a walk over one function."""

    __slots__ = ("_inlined", "_inside", "_labels", "_late", "_results", "function", "position", "survey", "surveys")

    def __init__(self, function: FunctionObject, surveys: Surveys, position: int) -> None:
        self.function = function
        self.surveys = surveys
        self.position = position
        self.survey = Survey()
        self._inside = 0
        self._labels: dict[str, Labeled] = {}
        self._inlined: list[Variable] = []
        self._late: list[list[Variable]] = []
        self._results: set[Variable] = set()

    def finish(self) -> None:
        """Put the variables of inlined bodies behind all others."""
        self.survey.declared += self._inlined
        self._inlined.clear()

    # ------------------------------------------------------------------------------------------ expressions

    def expression(self, node: Expression | None) -> None:
        """Walk an expression; constants and types have nothing in them."""
        if node is None or node.value is not None:
            return
        walk = _EXPRESSIONS.get(type(node))
        if walk is not None:
            if not self._inside and type(node) is not Convert:
                self.position = node.position
            walk(self, node)

    def expressions(self, nodes: list[Expression]) -> None:
        """Walk expressions in order."""
        for node in nodes:
            self.expression(node)

    def name(self, node: Name) -> None:
        """Note a reference to a function, or the first use of another function's variable."""
        object_ = node.object
        if type(object_) is Variable:
            if object_.function is None:
                self.survey.globals.append(object_)
            elif object_.function is not self.function:
                self.survey.first_uses.setdefault(object_, node.position)
        elif type(object_) is FunctionObject:
            self.survey.references.append(node)

    def literal(self, node: FunctionLiteral) -> None:
        """Survey a function literal, whose body follows here in the text."""
        function = node.function
        if function is None:
            return
        self.survey.references.append(node)
        self.survey.literals.append(function)
        position = survey_function(function, self.surveys, self.position)
        if not self._inside:
            self.position = position
        uses = self.surveys.of[function].first_uses
        for variable, use in uses.items():
            if variable.function is not self.function:
                self.survey.first_uses.setdefault(variable, use)

    def convert(self, node: Convert) -> None:
        """Walk a conversion; one that the text leaves out gets the last position."""
        if node.implicit:
            self.expression(node.operand)
            self.place(node)
        else:
            self.ask(node)
            if not self._inside:
                self.position = node.position
            self.expression(node.operand)

    def ask(self, node: Convert) -> None:
        """Note what becomes an interface with methods."""
        source = node.operand.type
        if node.type is None or source is None:
            return
        target = underlying(node.type)
        if type(target) is Interface and target.methods and type(underlying(source)) is not Interface:
            self.survey.asked.append(source)

    def place(self, node: Expression) -> None:
        """Give an implicit conversion the position at which the compiler makes it."""
        if type(node) is Convert and node.implicit:
            self.ask(node)
        if type(node) is Convert and node.implicit and not self._inside:
            node.position = self.position

    def place_at(self, node: Expression) -> None:
        """Go to an operand's own position, if it has one, and give its implicit conversion that position."""
        if self._inside:
            return
        operand = _bare(node)
        if type(operand) is not Name or operand.value is not None or type(operand.object) is NilObject:
            self.position = operand.position
        self.place(node)

    def call(self, node: Call) -> None:
        """Walk a call: what is called, the arguments, then the conversions of the arguments."""
        function = node.function
        if type(function) is MethodOf:
            if function.method is None and not function.of_type:
                self.survey.interface_calls.append(node)
            self.method(function)
        else:
            self.expression(function)
        self.arguments(node)

    def arguments(self, node: Call, inlined: InlinedCall | None = None) -> None:
        """Walk a call's arguments and make its temporaries; inlining has made some already."""
        arguments = node.arguments
        for argument in arguments:
            self.expression(_bare(argument))
        if self._inside:
            return
        self.position = node.position
        self.temporaries(node, inlined)
        for argument in arguments:
            self.place_at(argument)
        self.position = node.position

    def temporaries(self, node: Call, inlined: InlinedCall | None) -> None:
        """Make the temporaries of a call: for what it is made on, and for the results of a call as its arguments."""
        function = node.function
        is_method = type(function) is MethodOf and not function.of_type
        base = function.operand if type(function) is MethodOf and not function.of_type else function
        if type(base) not in _PLAIN and (is_method or inlined is None) and has_call(base):
            self.survey.callees[node] = self.temporary(base.type or INVALID)
        if inlined is not None:
            for variable in self.kept(inlined):
                self.number(variable)
        elif len(node.arguments) == 1 and not node.spread and type(node.arguments[0].type) is Tuple:
            self.take_results(node, node.arguments[0].type)

    def kept(self, inlined: InlinedCall) -> list[Variable]:
        """List the temporaries that inlining has made: for what is called, and for arguments that one call gives."""
        return [
            variable
            for statement in inlined.prologue
            for variable in self.defined(statement)
            if variable.name.startswith(TEMPORARY)
        ]

    def take_results(self, node: Node, tuple_: Tuple) -> None:
        """Make one temporary for each result of a call."""
        variables = [self.temporary(member) for member in tuple_.members]
        self.survey.results[node] = Temporaries(variables, self.position)

    def temporary(self, type_: Type) -> Variable:
        """Make a variable named by how many the function has declared."""
        variable = Variable("", self.function.package, self.position, type_, "local", self.function)
        self.number(variable)
        return variable

    def number(self, variable: Variable) -> None:
        """Name a temporary by how many variables the function has declared."""
        declared = self.survey.declared
        variable.name = f"{TEMPORARY}{len(declared)}"
        declared.append(variable)

    def inlined_call(self, node: InlinedCall) -> None:
        """Walk what is left of a call, then the body that stands in its place."""
        call = node.call
        function = call.function
        if type(function) is MethodOf and not function.of_type:
            if not self._inside:
                self.position = function.position
            self.expression(function.operand)
        elif type(function) is not FunctionLiteral and type(function) is not Name:
            self.expression(function)
        self.arguments(call, node)
        self.body_of(node)

    def body_of(self, node: InlinedCall) -> None:
        """Walk an inlined body; its variables come behind those of the function, inner bodies behind it."""
        labels, self._labels = self._labels, {}
        self._inside += 1
        outermost = self._inside == 1
        mine: list[Variable] = []
        self._late.append(mine)
        results = {name.object for name in node.results if type(name.object) is Variable}
        self._results |= results
        own = [
            variable
            for statement in node.prologue
            for variable in self.defined(statement)
            if self._inside > 1 or not variable.name.startswith(TEMPORARY)
        ]
        mine += [variable for variable in own if variable not in results]
        place = len(self._inlined)
        self.statements(node.body)
        mine += [variable for variable in own if variable in results]
        self._late.pop()
        self._inlined[place:place] = mine
        self._inside -= 1
        self._labels = labels
        if outermost:
            self.position = node.call.position

    def defined(self, statement: Statement) -> list[Variable]:
        """Note what the statement that binds arguments declares."""
        if type(statement) is Assign:
            self.define(statement.targets, statement.values)
            return statement.declared
        if type(statement) is VariableDeclaration:
            self.define_variables(statement)
            return statement.variables
        return []

    def method(self, node: MethodOf) -> None:
        """Walk a method's receiver and note the method."""
        if not self._inside:
            self.position = node.position
        self.survey.references.append(node)
        if not node.of_type:
            operand = node.operand
            while isinstance(operand, AddressOf | Dereference | FieldOf) and operand.implicit and not self._inside:
                operand.position = node.position
                operand = operand.operand
            self.expression(node.operand)

    def operand(self, node: Any) -> None:  # noqa: ANN401 - any expression with one operand
        """Walk the only operand."""
        self.expression(node.operand)

    def implicit_operand(self, node: AddressOf | Dereference | FieldOf) -> None:
        """Walk an operand; a step that the text leaves out shares the position of the whole."""
        self.expression(node.operand)

    def binary(self, node: Binary) -> None:
        """Walk both operands; chains lean to the left and are walked without recursion."""
        chain = []
        left: Expression = node
        while type(left) is Binary and left.value is None:
            chain.append(left)
            left = left.left
        if not self._inside:
            self.position = chain[-1].position
        self.expression(left)
        for link in reversed(chain):
            self.expression(link.right)

    def concat(self, node: Concat) -> None:
        """Walk the parts of a sum of strings."""
        self.expressions(node.operands)

    def index(self, node: Index) -> None:
        """Walk operand and index; a map's key may be converted."""
        self.expression(node.operand)
        self.expression(node.index)
        if node.through_pointer and not self._inside:
            self.survey.places[node] = self.position
        self.survey.indices.append(node)

    def slice_of(self, node: SliceOf) -> None:
        """Walk operand and bounds."""
        self.expression(node.operand)
        self.expression(node.low)
        self.expression(node.high)
        self.expression(node.maximum)
        if type(node.operand) is AddressOf and node.operand.implicit and not self._inside:
            node.operand.position = self.position

    def builtin(self, node: Builtin) -> None:
        """Walk the arguments, then place their conversions, all at the last position."""
        for argument in node.arguments:
            self.expression(_bare(argument))
        arguments = node.arguments
        if len(arguments) == 1 and type(arguments[0].type) is Tuple and not self._inside:
            self.take_results(node, arguments[0].type)
        for argument in arguments:
            self.place(argument)

    def composite(self, node: CompositeLiteral) -> None:
        """Walk the elements, then place their conversions, each where its element stands."""
        struct = node.type is not None and type(underlying(node.type)) is Struct
        for element in node.elements:
            if type(element) is KeyValue:
                if not struct and element.key is not None:
                    self.expression(_bare(element.key))
                self.expression(_bare(element.element))
            else:
                self.expression(_bare(element))
        if self._inside:
            return
        last = self.position
        self.position = node.position
        for element in node.elements:
            if type(element) is KeyValue:
                self.position = element.position
                if element.key is not None and not struct:
                    self.place(element.key)
                self.place(element.element)
            else:
                self.position = _bare(element).position
                self.place(element)
        self.position = last

    # ------------------------------------------------------------------------------------------- statements

    def statements(self, nodes: list[Statement]) -> None:
        """Walk statements in order."""
        for node in nodes:
            walk = _STATEMENTS.get(type(node))
            if walk is not None:
                walk(self, node)

    def statement(self, node: Statement | None) -> None:
        """Walk one statement."""
        if node is not None:
            walk = _STATEMENTS.get(type(node))
            if walk is not None:
                walk(self, node)

    def block(self, node: Block) -> None:
        """Walk the statements of a block."""
        self.statements(node.statements)

    def expression_statement(self, node: ExpressionStatement) -> None:
        """Walk a call or a receive."""
        self.expression(node.expression)

    def declare(self, variables: list[Variable]) -> None:
        """Note local variables."""
        if self._inside:
            self._late[-1].extend(variables)
        else:
            self.survey.declared += variables

    def assign(self, node: Assign) -> None:
        """Walk the values, then the targets; references come targets first."""
        references = self.survey.references
        before = len(references)
        for value in node.values:
            self.expression(_bare(value))
        if node.define:
            self.declare([variable for variable in node.declared if variable.name != "_"])
        after = len(references)
        for target in node.targets:
            if not (type(target) is Name and (node.define or target.object.name == "_")):
                self.expression(target)
        if after > before and len(references) > after:
            references[before:] = references[after:] + references[before:after]
        self.take(node, [target.type for target in node.targets], node.targets)
        if len(node.values) == len(node.targets):
            for value in node.values:
                self.place(value)
            if node.define and self._is_defining(node):
                self.define(node.targets, node.values)

    def _is_defining(self, node: Assign) -> bool:
        """Say whether the compiler remembers by what an assignment's variables are made.

        Of an inlined body it forgets that for what the body declares; only results keep it, and the parameters, which
        the prologue makes: golang/go src/cmd/compile/internal/inline/inl.go:647,1287 at go1.19.
        """
        return not self._inside or all(type(one) is Name and one.object in self._results for one in node.targets)

    def take(self, node: Assign | VariableDeclaration, types: list[Any], targets: list[Any]) -> None:
        """Make temporaries where a call's results are of other types than what they are assigned to."""
        if self._inside or len(node.values) != 1 or type(node.values[0]) not in _CALLS:
            return
        tuple_ = node.values[0].type
        if type(tuple_) is not Tuple or len(tuple_.members) != len(types):
            return
        for target, type_, member in zip(targets, types, tuple_.members, strict=True):
            blank = target.name == "_" if type(target) is Variable else is_blank(target)
            if not blank and not identical(type_, member):
                self.take_results(node, tuple_)
                return

    def define(self, targets: list[Expression], values: list[Expression]) -> None:
        """Note the values of variables that the statement makes."""
        if len(targets) == len(values):
            for target, value in zip(targets, values, strict=True):
                if type(target) is Name and type(target.object) is Variable:
                    self.surveys.definitions.setdefault(target.object, value)

    def define_variables(self, node: VariableDeclaration) -> None:
        """Note the values of declared variables."""
        if len(node.variables) == len(node.values):
            for variable, value in zip(node.variables, node.values, strict=True):
                self.surveys.definitions.setdefault(variable, value)

    def assign_operation(self, node: AssignOperation) -> None:
        """Walk the operand, then the target."""
        self.expression(node.operand)
        self.expression(node.target)

    def variables(self, node: VariableDeclaration) -> None:
        """Walk the values of declared variables; the declaration itself sets the position."""
        if not self._inside:
            self.position = node.position
        self.declare([variable for variable in node.variables if variable.name != "_"])
        for value in node.values:
            self.expression(_bare(value))
        self.take(node, [variable.type for variable in node.variables], node.variables)
        if len(node.values) == len(node.variables):
            for value in node.values:
                self.place(value)
        if not self._inside:
            self.define_variables(node)

    def send(self, node: Send) -> None:
        """Walk channel and value."""
        self.expression(node.channel)
        self.expression(_bare(node.value))
        self.place(node.value)

    def return_(self, node: Return) -> None:
        """Walk the results, then place their conversions."""
        results = node.results
        for result in results:
            self.expression(_bare(result))
        if self._inside:
            return
        last = self.position
        if len(results) == 1 and type(results[0].type) is Tuple:
            self.take_results(node, results[0].type)
            return
        for result in results:
            self.place_at(result)
        self.position = last

    def if_(self, node: If) -> None:
        """Walk a chain of ifs without recursion."""
        while True:
            self.statement(node.init)
            self.expression(node.condition)
            self.statements(node.then.statements)
            if type(node.otherwise) is not If:
                break
            node = node.otherwise
        self.statement(node.otherwise)

    def for_(self, node: For) -> None:
        """Walk a loop's head and body."""
        self.statement(node.init)
        self.expression(node.condition)
        self.statement(node.post)
        self.statements(node.body.statements)

    def range(self, node: Range) -> None:
        """Walk a range's variables, operand and body."""
        if node.define:
            self.declare([variable for variable in node.declared if variable.name != "_"])
        else:
            self.expression(node.key)
            self.expression(node.element)
        self.expression(node.operand)
        if not self._inside:
            self.survey.places[node] = self.surveys.marks.range(node.position)
        self.statements(node.body.statements)

    def switch(self, node: Switch) -> None:
        """Walk tag and clauses."""
        self.statement(node.init)
        self.expression(node.tag)
        for case in node.cases:
            for expression in case.expressions or ():
                self.expression(_bare(expression))
                self.place(expression)
            self.statements(case.body)

    def type_switch(self, node: TypeSwitch) -> None:
        """Walk operand and clauses, each with its own variable."""
        self.statement(node.init)
        self.expression(node.operand)
        for case in node.cases:
            if case.variable is not None:
                if not self._inside:
                    case.variable.position = self.surveys.marks.colon(case.position)
                self.declare([case.variable])
            self.statements(case.body)

    def select(self, node: Select) -> None:
        """Walk communications and bodies."""
        for case in node.cases:
            self.statement(case.communication)
            self.statements(case.body)

    def call_later(self, node: Go | Defer) -> None:
        """Walk the call of ``go`` or ``defer``."""
        self.expression(node.call)

    def labeled(self, node: Labeled) -> None:
        """Note a label and walk its statement."""
        self._labels[node.name] = node
        self.statement(node.statement)

    def branch(self, node: Branch) -> None:
        """Note a jump back."""
        if node.kind == "goto" and node.label in self._labels:
            self.survey.looping.add(self._labels[node.label])

    def nothing(self, node: Statement) -> None:
        """Constants and types have nothing to walk."""


def _bare(node: Expression) -> Expression:
    """Take an implicit conversion off: its operand is walked first, the conversion placed later."""
    return node.operand if type(node) is Convert and node.implicit else node


def is_blank(node: Expression) -> bool:
    """Say whether a target is the blank identifier."""
    return type(node) is Name and node.object.name == "_"


def has_call(node: Expression | None) -> bool:
    """Say whether an expression calls or receives; ``new`` and ``make`` do not count (``callOrChan``)."""
    if node is None or node.value is not None:
        return False
    if type(node) in _CALLS or type(node) is Receive:
        return True
    if type(node) is Builtin:
        return node.name not in ("new", "make") or any(map(has_call, node.arguments))
    parts = _PARTS.get(type(node))
    return parts is not None and any(map(has_call, parts(node)))


def _element_parts(node: CompositeLiteral) -> list[Expression | None]:
    struct = node.type is not None and type(underlying(node.type)) is Struct
    parts: list[Expression | None] = []
    for element in node.elements:
        if type(element) is KeyValue:
            if not struct:
                parts.append(element.key)
            parts.append(element.element)
        else:
            parts.append(element)
    return parts


_CALLS: Final = frozenset({Call, InlinedCall})
_PLAIN: Final = frozenset({Name, FunctionLiteral})
_PARTS: Final[dict[type, Callable[[Any], list[Expression | None]]]] = {
    Convert: lambda node: [node.operand],
    FieldOf: lambda node: [node.operand],
    MethodOf: lambda node: [] if node.of_type else [node.operand],
    Dereference: lambda node: [node.operand],
    AddressOf: lambda node: [node.operand],
    Unary: lambda node: [node.operand],
    TypeAssertion: lambda node: [node.operand],
    Binary: lambda node: [node.left, node.right],
    Index: lambda node: [node.operand, node.index],
    SliceOf: lambda node: [node.operand, node.low, node.high, node.maximum],
    Concat: lambda node: node.operands,
    CompositeLiteral: _element_parts,
}
_EXPRESSIONS: Final[dict[type, Callable[[_Surveyor, Any], None]]] = {
    Name: _Surveyor.name,
    FunctionLiteral: _Surveyor.literal,
    CompositeLiteral: _Surveyor.composite,
    FieldOf: _Surveyor.implicit_operand,
    MethodOf: _Surveyor.method,
    Index: _Surveyor.index,
    SliceOf: _Surveyor.slice_of,
    Dereference: _Surveyor.implicit_operand,
    AddressOf: _Surveyor.implicit_operand,
    Unary: _Surveyor.operand,
    Receive: _Surveyor.operand,
    Binary: _Surveyor.binary,
    Concat: _Surveyor.concat,
    Call: _Surveyor.call,
    Convert: _Surveyor.convert,
    Builtin: _Surveyor.builtin,
    TypeAssertion: _Surveyor.operand,
    InlinedCall: _Surveyor.inlined_call,
}
_STATEMENTS: Final[dict[type, Callable[[_Surveyor, Any], None]]] = {
    Block: _Surveyor.block,
    ExpressionStatement: _Surveyor.expression_statement,
    Assign: _Surveyor.assign,
    AssignOperation: _Surveyor.assign_operation,
    VariableDeclaration: _Surveyor.variables,
    ConstantDeclaration: _Surveyor.nothing,
    TypeDeclaration: _Surveyor.nothing,
    Send: _Surveyor.send,
    Return: _Surveyor.return_,
    If: _Surveyor.if_,
    For: _Surveyor.for_,
    Range: _Surveyor.range,
    Switch: _Surveyor.switch,
    TypeSwitch: _Surveyor.type_switch,
    Select: _Surveyor.select,
    Go: _Surveyor.call_later,
    Defer: _Surveyor.call_later,
    Labeled: _Surveyor.labeled,
    Branch: _Surveyor.branch,
}
