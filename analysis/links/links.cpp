// See the header.
#include "analysis/links/links.h"

namespace galley {

Target targetOfAddress(const Site& site, const Post& from, std::string_view address) {
  for (const LinkForm* form : {&ownSite, &remote, &root, &relative})
    if (auto target = form->read(site, from, address)) return *target;
  return {.why = "It is no address."};
}

}  // namespace galley
