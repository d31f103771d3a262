"""The source is scanned for calls that would let data through as markup, code or a shell command."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path for folder in ("store", "tui", "seeds", "bench") for path in (ROOT / folder).rglob("*.py")
)

PARSES_MARKUP = frozenset(
    [
        "Static",
        "Label",
        "Button",
        "Checkbox",
        "RadioButton",
        "Tab",
        "TabPane",
        "Tree",
        "Option",
        "Selection",
        "Markdown",
        "Digits",
        "Log",
        "RichLog",
        "Collapsible",
        "Header",
        "Footer",
        "OptionList",
        "DataTable",
        "ListItem",
        "Link",
        "Pretty",
    ]
)
"""Textual's widgets that take a str as markup, or data in another way of their own."""

PARSES_MARKUP_WHEN_CALLED = frozenset(
    [
        "notify",
        "from_markup",
        "render_markup",
        "add_option",
        "add_options",
        "add_row",
        "add_rows",
        "add_column",
        "add_columns",
        "set_label",
        "update_cell",
        "set_options",
    ]
)
MARKED_UP_ATTRIBUTES = frozenset(
    ["border_title", "border_subtitle", "tooltip", "label", "sub_title", "renderable"]
)
RUNS_DATA = frozenset(
    ["eval", "exec", "compile", "__import__", "system", "popen", "spawnl", "spawnv", "execv"]
)
RUNS_DATA_OF = frozenset(["pickle", "marshal", "shelve", "dill", "cloudpickle", "code", "codeop"])
UNSAFE_LOADS = frozenset(["load", "load_all", "full_load", "unsafe_load", "full_load_all"])


def complaints(source: str) -> list[str]:
    """What is unsafe in a source, each with its line."""
    return [f"{line}: {what}" for line, what in sorted(_unsafe(ast.parse(source)))]


def _unsafe(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imports(node)
        elif isinstance(node, ast.Call):
            yield from _calls(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in MARKED_UP_ATTRIBUTES:
                    yield node.lineno, f"sets .{target.attr}, which is markup"


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    module = node.module if isinstance(node, ast.ImportFrom) else None
    names = [alias.name for alias in node.names]
    for name in [module] if module else names:
        if name and name.split(".")[0] in RUNS_DATA_OF:
            yield node.lineno, f"imports {name}"
    if module and module.startswith("textual.widgets"):
        for name in names:
            if name in PARSES_MARKUP:
                yield node.lineno, f"imports {name}, which takes markup"
    if module == "jieba" or "jieba" in names:
        yield node.lineno, "imports jieba, which reads a cache that others can write"


def _calls(node: ast.Call) -> Iterator[tuple[int, str]]:
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    owner = called.value.id if _is_named(called) else ""
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    shell = keywords.get("shell")
    if shell is not None and not (isinstance(shell, ast.Constant) and shell.value is False):
        yield node.lineno, "starts a shell"
    if name in RUNS_DATA and owner in ("", "os", "builtins"):
        yield node.lineno, f"calls {name}"
    if owner == "yaml" and name in UNSAFE_LOADS:
        yield node.lineno, f"calls yaml.{name}"
    if name in PARSES_MARKUP_WHEN_CALLED and not _is_false(keywords.get("markup")):
        yield node.lineno, f"calls {name} without markup=False"
    temporary = owner == "tempfile" or name in ("mkdtemp", "mkstemp", "TemporaryDirectory")
    if name == "mktemp" or (temporary and "dir" not in keywords):
        yield node.lineno, f"{name} in the shared temporary folder"
    if name == "update" and node.args and _is_text(node.args[0]):
        yield node.lineno, "updates a widget with a str"
    if name in ("enable_load_extension", "load_extension"):
        yield node.lineno, "lets a database load code"


def _is_text(value: ast.expr) -> bool:
    constant = isinstance(value, ast.Constant) and isinstance(value.value, str)
    return constant or isinstance(value, ast.JoinedStr)


def _is_named(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)


def _is_false(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_unsafe_is_called(path: Path):
    found = complaints(path.read_text(encoding="utf-8"))
    if path.is_relative_to(ROOT / "bench"):
        # measurements make their own scratch, on the machine of whoever measures
        found = [one for one in found if "temporary" not in one]
        found = [one for one in found if "jieba" not in one]
    assert found == []


@pytest.mark.parametrize(
    "unsafe",
    [
        "self.notify(text)",
        "self.notify(text, markup=True)",
        "Content.from_markup(f'[b]{name}[/b]')",
        "from textual.widgets import Static",
        "from textual.widgets import Input, Label",
        "box.border_title = name",
        "widget.tooltip = path",
        "widget.update(f'{name}')",
        "table.add_row(name)",
        "subprocess.run(command, shell=True)",
        "subprocess.Popen(command, shell=wanted)",
        "os.system(command)",
        "eval(text)",
        "import pickle",
        "from marshal import loads",
        "yaml.load(text)",
        "yaml.load(text, Loader=yaml.SafeLoader)",
        "tempfile.mkdtemp(prefix='a')",
        "with TemporaryDirectory() as folder: pass",
        "tempfile.NamedTemporaryFile()",
        "import jieba",
        "connection.enable_load_extension(True)",
    ],
)
def test_what_is_unsafe_is_found(unsafe: str):
    assert complaints(unsafe)


@pytest.mark.parametrize(
    "safe",
    [
        "self.notify(text, markup=False)",
        "from textual.widgets import Input",
        "box.name = name",
        "found.update(names)",
        "subprocess.run([editor, name], check=True)",
        "subprocess.run([editor, name], shell=False)",
        "yaml.safe_load(text)",
        "yaml.BaseLoader(text)",
        "re.compile(pattern)",
        "tempfile.mkdtemp(dir=own)",
        "json.load(file)",
    ],
)
def test_what_is_safe_is_left_alone(safe: str):
    assert complaints(safe) == []
