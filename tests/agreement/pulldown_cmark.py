"""What pulldown-cmark makes of files, with the extensions that Zola turns on: one {"file", "html"} a line.

Debian's program takes one text at a time; it starts in a few milliseconds.
"""

import json
import subprocess
import sys

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        made = subprocess.run(["pulldown-cmark", "-T", "-F", "-S", "-L", "-H"], stdin=file, stdout=subprocess.PIPE)
    print(json.dumps({"file": name, "html": made.stdout.decode("utf-8", "replace")}))
