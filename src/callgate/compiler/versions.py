"""What differs between versions of the language: the guest's version is the host's."""

import sys

PYTHON_312 = sys.version_info >= (3, 12)
PYTHON_313 = sys.version_info >= (3, 13)

#: How many constructs may be open around a statement.
MAX_BLOCKS = 21 if PYTHON_313 else 20
#: Classes record their first line and what their methods assign to self.
CLASS_FACTS = PYTHON_313
#: Docstrings lose their indentation.
CLEAN_DOCS = PYTHON_313
#: Comprehensions other than generator expressions are no functions of their own (PEP 709).
INLINED_COMPREHENSIONS = PYTHON_312

#: Functions may be made in annotation scopes of a class body.
CLASS_ANNOTATION_FUNCTIONS = PYTHON_313
#: In the scope of a class's type parameters only their names are mangled.
MANGLED_PARAMETERS = PYTHON_313

# Where instructions and errors are.
#: A truth test is where the tested expression is, not where the statement is.
TEST_PLACES = PYTHON_312
#: A forbidden parameter or keyword is pointed at, not what it is part of.
ARGUMENT_PLACES = PYTHON_312
#: What follows a sub-pattern is where the pattern around it is, not where the sub-pattern is.
PATTERN_PLACES = PYTHON_312
#: Adding to a comprehension's result is where the element is.
ELEMENT_PLACES = PYTHON_312
#: Iterating is where the iterable is, entering a with statement where the item is, not where the statement is.
ITEM_PLACES = PYTHON_313
#: The raise of an assert is where its test is.
ASSERT_PLACES = PYTHON_313
#: What is called or indexed is pointed at by a warning about it, not the call.
CALLEE_PLACES = PYTHON_312
#: A comparison whose truth ``not`` asks for is where the ``not`` is.
NOT_PLACES = PYTHON_313

#: What a warning about an escape sequence is; the warning about identity names the literal's type.
ESCAPE_WARNING = "SyntaxWarning" if PYTHON_312 else "DeprecationWarning"
TYPED_IS_MESSAGE = PYTHON_312

YIELD_FROM_MESSAGE = "'yield from' outside function" if PYTHON_313 else "'yield' outside function"
ANNOTATION_MESSAGE = (
    "{} cannot be used within an annotation" if PYTHON_312 else "'{}' can not be used within an annotation"
)
