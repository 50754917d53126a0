"""What goldmark makes of files, by way of a site of Hugo that is nothing but their content: one {"file", "html"} a
line. Raw HTML is let through, as nearly every site's configuration does.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

CONFIG = {
    "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    "uglyURLs": True,
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}


def stem(name):
    return pathlib.Path(name).stem


with tempfile.TemporaryDirectory() as folder:
    site = pathlib.Path(folder)
    (site / "config.json").write_text(json.dumps(CONFIG))
    (site / "layouts/_default").mkdir(parents=True)
    (site / "layouts/_default/single.html").write_text("<body>{{ .Content }}</body>")
    (site / "content").mkdir()
    for name in sys.argv[1:]:
        (site / "content" / f"{stem(name)}.md").write_bytes(b"+++\n+++\n" + pathlib.Path(name).read_bytes())
    made = subprocess.run(["hugo", "--quiet", "--source", folder], stdout=sys.stderr)
    if made.returncode != 0:
        sys.exit(made.returncode)
    for name in sys.argv[1:]:
        html = (site / "public" / f"{stem(name)}.html").read_text(encoding="utf-8", errors="replace")
        print(json.dumps({"file": name, "html": html}))
