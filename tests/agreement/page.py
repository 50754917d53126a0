"""What a page holds: the headings, links and images of HTML that a converter made.

JSON lines on stdin, {"file", "html"}; for each one on stdout, {"file", "headings": [[level, text]], "links": [href],
"images": [src]}. What a converter adds for notes (references, ways back, the heading over them) is left out.
"""

import json
import re
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.headings, self.links, self.images = [], [], []
        self.heading = None  # the one that is open: [level, text]
        self.skipped = None  # the tag whose content is a note's mark

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.skipped:
            return
        if is_note_mark(tag, attributes):
            self.skipped = tag
            return
        if re.fullmatch("h[1-6]", tag):
            self.heading = [int(tag[1]), ""]
            self.headings.append(self.heading)
        elif tag == "a" and "href" in attributes:
            self.links.append(attributes["href"] or "")
        elif tag == "img":
            self.images.append(attributes.get("src") or "")
        elif tag == "br" and self.heading:
            self.heading[1] += "\n"

    def handle_endtag(self, tag):
        if tag == self.skipped:
            self.skipped = None
        elif self.heading and tag == f"h{self.heading[0]}":
            self.heading = None

    def handle_data(self, data):
        if self.heading and not self.skipped:
            self.heading[1] += data


def is_note_mark(tag, attributes):
    if attributes.get("id") == "footnote-label":
        return True
    name = attributes.get("class") or ""
    noted = "data-footnote-ref" in attributes or "data-footnote-backref" in attributes
    return tag in ("a", "sup") and (noted or name.startswith("footnote-") or "footnote-backref" in name)


for line in sys.stdin:
    row = json.loads(line)
    page = Page()
    page.feed(row["html"])
    page.close()
    json.dump(
        {"file": row["file"], "headings": page.headings, "links": page.links, "images": page.images},
        sys.stdout,
        ensure_ascii=False,
    )
    print()
