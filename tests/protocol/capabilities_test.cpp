// What a client can is read leniently: a wrong type is no capability, and no failure.
#include <gtest/gtest.h>

#include "protocol/types/lifecycle.h"

namespace galley::lsp {
namespace {

TEST(ClientCapabilities, NothingDeclaredIsNothing) {
  for (const Json& none : {Json(nullptr), Json::object(), Json::array(), Json(7), Json{{"textDocument", 1}}}) {
    const ClientCapabilities can = readClientCapabilities(none);
    EXPECT_FALSE(can.nestedSymbols || can.hoverMarkdown || can.codeActionLiterals || can.pullsDiagnostics ||
                 can.documentChanges || can.workDoneProgress || can.watchRegistration);
    EXPECT_TRUE(can.positionEncodings.empty());
  }
}

TEST(ClientCapabilities, WrongTypesAreNotThere) {
  const ClientCapabilities can =
      readClientCapabilities({{"general", {{"positionEncodings", {"utf-8", 7}}}},
                              {"textDocument",
                               {{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", "yes"}}},
                                {"hover", {{"contentFormat", "markdown"}}}}}});
  EXPECT_EQ(can.positionEncodings, std::vector<std::string>{"utf-8"});
  EXPECT_FALSE(can.nestedSymbols);
  EXPECT_FALSE(can.hoverMarkdown);
}

TEST(ClientCapabilities, DeclaredIsThere) {
  const ClientCapabilities can =
      readClientCapabilities({{"textDocument",
                               {{"hover", {{"contentFormat", {"plaintext", "markdown"}}}},
                                {"diagnostic", Json::object()},
                                {"publishDiagnostics", {{"versionSupport", true}, {"codeDescriptionSupport", true}}}}},
                              {"workspace", {{"configuration", true}, {"diagnostics", {{"refreshSupport", true}}}}}});
  EXPECT_TRUE(can.hoverMarkdown && can.pullsDiagnostics && can.diagnosticVersion && can.diagnosticCodeDescription &&
              can.configuration && can.refreshesDiagnostics);
  EXPECT_FALSE(can.diagnosticRelated);
}

}  // namespace
}  // namespace galley::lsp
