"""How the documentation is built: `sphinx-build -W -c docs . build/site`, from the root, so that every link stays.

The notebooks are run while it is built; nothing is fetched.
"""

from importlib.metadata import version as version_of

project = "claimrec"
author = "The claimrec developers"
copyright = "The claimrec developers, Apache-2.0"  # noqa: A001 (Sphinx calls it so)
version = release = version_of("claimrec")
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc"]
root_doc = "docs/index"
include_patterns = ["docs/**.md", "examples/**.md", "examples/notebooks/*.py", "CHANGELOG.md"]
exclude_patterns = [".*", "build", "dist", "claimrec", "tests", "tools", "**/__pycache__"]
source_suffix = {".md": "myst-nb", ".py": "myst-nb"}

myst_heading_anchors = 3
nb_custom_formats = {".py": ["jupytext.reads", {"fmt": "py:percent"}]}
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_merge_streams = True
nb_ipywidgets_js = {}  # none is used, and nothing is fetched

default_role = "code"  # docstrings write `names` as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "undoc-members": False, "show-inheritance": False}
autoclass_content = "class"

html_theme = "furo"
html_title = f"claimrec {version}"
html_extra_path = ["site"]
html_static_path = ["static"]
html_css_files = ["frames.css"]
html_show_sphinx = False
