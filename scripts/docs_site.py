"""What the site of the documentation needs besides MkDocs: pages for files that lie outside `docs/`.

Pages link to other files of the project (`../examples/README.md`, a test) by relative paths, as a repository shows
them. On the site such a file is a page too, under `project/`: Markdown as it is, a notebook with what its cells
printed, anything else as source code. Docstrings show their examples as code and not as quotations.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

import griffe
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"(\]\()([^)#:\s]+)")
NOT_SEARCHED = "---\nsearch:\n  exclude: true\n---\n\n"
LANGUAGES = {".py": "python", ".yaml": "yaml", ".json": "json", ".toml": "toml"}
EXAMPLE = re.compile(r"^>>>.+(?:\n.+)*", re.M)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every file outside `docs/` that a page links to, and for those that these link to."""
    waiting = [(f"docs/{file.src_uri}", file.content_string) for file in files.documentation_pages()]
    while waiting:
        source, text = waiting.pop()
        for path in sorted({_path(source, link) for _, link in LINK.findall(text)}):
            uri = _page(path)
            if (
                uri.startswith("project/")
                and files.get_file_from_path(uri) is None
                and (ROOT / path).is_file()
            ):
                content = _markdown(path)
                files.append(File.generated(config, uri, content=content))
                waiting.append((path, content if path.endswith(".md") else ""))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn links between files of the project into links between pages of the site."""
    source = _source(page.file.src_uri)
    here = posixpath.dirname(page.file.src_uri)

    def linked(link: re.Match[str]) -> str:
        uri = _page(_path(source, link[2]))
        known = files.get_file_from_path(uri) is not None
        return link[1] + (posixpath.relpath(uri, here) if known else link[2])

    return LINK.sub(linked, markdown)


def _path(source: str, link: str) -> str:
    """The file of the project that a link in `source` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), link))


def _page(path: str) -> str:
    """The page of the site that shows a file of the project."""
    if path.startswith("docs/"):
        return path.removeprefix("docs/")
    return f"project/{path}" if path.endswith(".md") else f"project/{path}.md"


def _source(uri: str) -> str:
    """The file of the project that a page of the site shows."""
    if not uri.startswith("project/"):
        return f"docs/{uri}"
    path = uri.removeprefix("project/")
    return path if (ROOT / path).is_file() else path.removesuffix(".md")


def _markdown(path: str) -> str:
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith(".md"):
        return text
    if path.endswith(".ipynb"):
        return "\n\n".join(map(_cell, json.loads(text)["cells"]))
    return f"{NOT_SEARCHED}# {path}\n\n{_fenced(text, LANGUAGES.get(Path(path).suffix, 'text'))}"


def _cell(cell: dict[str, Any]) -> str:
    """A cell of a notebook with what it shows: prose, or code with printed text and values as HTML or text."""
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return source
    return "\n\n".join([_fenced(source, "python"), *map(_output, cell["outputs"])])


def _output(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return f'<div class="notebook-output">{"".join(data["text/html"])}</div>'
    return _fenced("".join(output.get("text", data.get("text/plain", []))), "text")


def _fenced(text: str, language: str) -> str:
    return f"````{language}\n{text.rstrip()}\n````"


class DoctestsAsCode(griffe.Extension):
    """Puts the doctests of a docstring into fences, as Markdown takes `>>>` for a quotation in a quotation."""

    def on_object(self, *, obj: griffe.Object, **_: object) -> None:
        """Rewrite the docstring of a module, class, function or attribute."""
        if obj.docstring:
            obj.docstring.value = EXAMPLE.sub(lambda found: f"```pycon\n{found[0]}\n```", obj.docstring.value)
