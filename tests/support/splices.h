// Texts for properties: our example posts, CommonMark's examples and, where they are, real posts, cut to pieces and put
// together in ways that nobody would write. The same ones in every run; RC_PARAMS="seed=… max_success=…" asks for
// others and for more.
#pragma once

#include <gtest/gtest.h>
// Only behind GoogleTest.
#include <rapidcheck/gtest.h>

#include <string>

namespace galley::test {

/// Pieces of texts with marks, line ends, prefixes and broken bytes between them. Shrinks by leaving pieces out.
rc::Gen<std::string> splicedText();

/// The same of front matter in all its forms, with fences of any kind, and a body.
rc::Gen<std::string> splicedFrontMatter();

}  // namespace galley::test
