"""What is found, in the compiler's words, in plain ones, as an object for scripts, and as a page."""

from gcsim.escape.output.explain import explanation_lines
from gcsim.escape.output.lines import diagnostic_lines
from gcsim.escape.output.locations import compiler_location, full_location
from gcsim.escape.output.objects import as_object
from gcsim.escape.output.page import html_page

__all__ = [
    "as_object",
    "compiler_location",
    "diagnostic_lines",
    "explanation_lines",
    "full_location",
    "html_page",
]
