// What galley promises of every text, whatever an author typed: spans lie in the text and nest, and what is called
// proven is found again by whoever reads the bytes. For properties, fuzzers and the texts that are made to hurt.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/front_matter.h"
#include "analysis/syntax/html.h"
#include "analysis/syntax/markdown/markdown.h"

namespace galley::test {

/// The first promise that the Markdown of `body` in `source` breaks, in words with the bytes in question; empty if it
/// keeps them all.
std::string brokenPromise(std::string_view source, Span body, const Markdown& markdown);

/// Tags in order, each with its parts in it, partners that name each other, substitutes side by side.
std::string brokenPromise(std::string_view source, const Templates& templates);

/// The same of single constructs, which are read once more, each alone: a heading, link, image or code span that galley
/// calls proven is there without its surroundings, too.
std::string deniedAlone(std::string_view source, const Markdown& markdown, const Dialect& dialect,
                        const TemplateSyntax& templates);
/// And of emphasis, strong and strikethrough. True of what people write; in rubbish made of marks it depends on all the
/// marks of its paragraph, which the fuzzers show.
std::string emphasisDeniedAlone(std::string_view source, const Markdown& markdown, const Dialect& dialect,
                                const TemplateSyntax& templates);

/// Entries in order and side by side, values in their entries, items in their lists, problems and repairs in the text.
std::string brokenPromise(const Text& text, const FrontMatter& frontMatter);
std::string brokenPromise(const Text& text, const DataFile& file);

/// Each readable entry of the front matter, read once more, alone, has the same key and the same value.
std::string deniedAlone(const Text& text, const FrontMatter& frontMatter, const FrontMatterSyntax& syntax);

/// Tags of `span` in `source`, in order, with their parts.
std::string brokenPromise(std::string_view source, Span span, const HtmlTags& tags);

}  // namespace galley::test
