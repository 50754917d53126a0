// Edits as clients send them, of any shape, for properties: over line ends, out of the text, the wrong way round.
#pragma once

#include <gtest/gtest.h>
// Only behind GoogleTest.
#include <rapidcheck/gtest.h>

#include <ostream>
#include <string>

#include "analysis/text/text.h"

namespace galley::test {

struct ClientEdit {
  Position start;
  Position end;
  std::string text;
  friend std::ostream& operator<<(std::ostream& to, const ClientEdit& edit);
};

/// Valid UTF-8 of short lines with all three line ends, wide characters and some Markdown.
rc::Gen<std::string> words();

rc::Gen<ClientEdit> edit();

}  // namespace galley::test
