// Every way of writing the address of a file, one file each; a generator's sheet lists those that it understands.
#pragma once

#include <string>

#include "analysis/site/link_form.h"

namespace galley {

extern const LinkForm output;     // {{ site.baseurl }}/x, {{ '/x' | relative_url }}: template outputs in the address
extern const LinkForm linkTag;    // {% link x %}
extern const LinkForm remote;     // https://host/x, //host/x, data:, mailto:
extern const LinkForm ownSite;    // https://own.host/x
extern const LinkForm root;       // /x
extern const LinkForm relative;   // x, ../x
extern const LinkForm fromRoot;   // x, /x in front matter: templates put the base path in front
extern const LinkForm mediaPath;  // x, /x below a folder that the post names

/// The meaning of an address without template tags, as a browser on the page of `from` takes it.
Target targetOfAddress(const Site& site, const Post& from, std::string_view address);

}  // namespace galley
