"""What Python-Markdown makes of files, with the extensions that Pelican gives it: one {"file", "html"} a line.

Its `meta` is left out: the files have no front matter any more. Highlighting is off: it changes no construct.
"""

import json
import sys

import markdown

for name in sys.argv[1:]:
    converter = markdown.Markdown(
        extensions=["markdown.extensions.extra", "markdown.extensions.codehilite"],
        extension_configs={"markdown.extensions.codehilite": {"use_pygments": False}},
        output_format="html5",
    )
    with open(name, encoding="utf-8", errors="replace") as file:
        print(json.dumps({"file": name, "html": converter.convert(file.read())}))
