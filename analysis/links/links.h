// Every way of writing a link that galley understands, one file each; generators list those that are theirs.
#pragma once

#include "analysis/site/link_form.h"

namespace galley {

extern const LinkForm remoteLink;        // https://example.com/x, //host/x, mailto:, data:
extern const LinkForm siteVariableLink;  // {{ site.baseurl }}/x, {{ site.url }}/x
extern const LinkForm relativeUrlLink;   // {{ "/x" | relative_url }}, | absolute_url
extern const LinkForm templateLink;      // any other template tag: cannot be known
extern const LinkForm rootLink;          // /x
extern const LinkForm relativeLink;      // x, ./x, ../x: counted from the page's URL

}  // namespace galley
