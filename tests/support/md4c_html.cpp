// See the header.
#include "tests/support/md4c_html.h"

#include <md4c.h>

#include <cctype>

#include "analysis/syntax/html.h"

namespace galley::test {
namespace {

struct Page {
  std::string html;
  bool raw = true;
  int images = 0;  // that we are in: of what they hold only the text counts
};

Page& of(void* user) { return *static_cast<Page*>(user); }

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += c;
    }
  }
  return result;
}

std::string urlEscaped(std::string_view text) {
  constexpr std::string_view plain = "~-_.+!*(),%#@?=;:/$'";
  constexpr const char* digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      result += "&amp;";
    } else if ((byte < 0x80 && std::isalnum(byte)) || plain.find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

/// An attribute with its references decoded.
std::string textOf(const MD_ATTRIBUTE& attribute) {
  std::string result;
  for (std::size_t i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string part(attribute.text + attribute.substr_offsets[i],
                           attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    if (attribute.substr_types[i] == MD_TEXT_NULLCHAR) {
      result += "\xEF\xBF\xBD";
    } else {
      result += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodeCharacterReferences(part) : part;
    }
  }
  return result;
}

std::string alignOf(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return " align=\"left\"";
    case MD_ALIGN_CENTER:
      return " align=\"center\"";
    case MD_ALIGN_RIGHT:
      return " align=\"right\"";
    case MD_ALIGN_DEFAULT:
      break;
  }
  return {};
}

int enterBlock(MD_BLOCKTYPE type, void* detail, void* user) {
  std::string& html = of(user).html;
  switch (type) {
    case MD_BLOCK_QUOTE:
      html += "<blockquote>\n";
      break;
    case MD_BLOCK_UL:
      html += "<ul>\n";
      break;
    case MD_BLOCK_OL: {
      const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
      html += start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
      break;
    }
    case MD_BLOCK_LI: {
      const auto& item = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
      html += "<li>";
      if (item.is_task)
        html += std::string("<input ") + (item.task_mark == ' ' ? "" : "checked=\"\" ") +
                "disabled=\"\" type=\"checkbox\"> ";
      break;
    }
    case MD_BLOCK_HR:
      html += "<hr />\n";
      break;
    case MD_BLOCK_H:
      html += "<h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">";
      break;
    case MD_BLOCK_CODE: {
      const std::string language = textOf(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
      html += language.empty() ? "<pre><code>" : "<pre><code class=\"language-" + escaped(language) + "\">";
      break;
    }
    case MD_BLOCK_P:
      html += "<p>";
      break;
    case MD_BLOCK_TABLE:
      html += "<table>\n";
      break;
    case MD_BLOCK_THEAD:
      html += "<thead>\n";
      break;
    case MD_BLOCK_TBODY:
      html += "<tbody>\n";
      break;
    case MD_BLOCK_TR:
      html += "<tr>\n";
      break;
    case MD_BLOCK_TH:
      html += "<th" + alignOf(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align) + ">";
      break;
    case MD_BLOCK_TD:
      html += "<td" + alignOf(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align) + ">";
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
      break;
  }
  return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void* detail, void* user) {
  std::string& html = of(user).html;
  constexpr const char* ends[] = {"",           "</blockquote>\n", "</ul>\n", "</ol>\n", "</li>\n",    "",
                                  "",           "</code></pre>\n", "",        "</p>\n",  "</table>\n", "</thead>\n",
                                  "</tbody>\n", "</tr>\n",         "</th>\n", "</td>\n"};
  html += ends[type];
  if (type == MD_BLOCK_H) html += "</h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">\n";
  return 0;
}

int enterSpan(MD_SPANTYPE type, void* detail, void* user) {
  Page& page = of(user);
  if (page.images > 0) {
    page.images += type == MD_SPAN_IMG ? 1 : 0;
    return 0;
  }
  if (type == MD_SPAN_A) {
    const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
    page.html += "<a href=\"" + urlEscaped(textOf(link.href)) + "\"";
    if (link.title.text != nullptr) page.html += " title=\"" + escaped(textOf(link.title)) + "\"";
    page.html += ">";
  } else if (type == MD_SPAN_IMG) {
    page.html += "<img src=\"" + urlEscaped(textOf(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src)) + "\" alt=\"";
    ++page.images;
  } else {
    page.html += type == MD_SPAN_EM       ? "<em>"
                 : type == MD_SPAN_STRONG ? "<strong>"
                 : type == MD_SPAN_DEL    ? "<del>"
                                          : "<code>";
  }
  return 0;
}

int leaveSpan(MD_SPANTYPE type, void* detail, void* user) {
  Page& page = of(user);
  if (type == MD_SPAN_IMG && --page.images == 0) {
    const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    page.html += "\"";
    if (image.title.text != nullptr) page.html += " title=\"" + escaped(textOf(image.title)) + "\"";
    page.html += " />";
  } else if (page.images == 0) {
    page.html += type == MD_SPAN_A        ? "</a>"
                 : type == MD_SPAN_EM     ? "</em>"
                 : type == MD_SPAN_STRONG ? "</strong>"
                 : type == MD_SPAN_DEL    ? "</del>"
                                          : "</code>";
  }
  return 0;
}

int addText(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user) {
  Page& page = of(user);
  const std::string text(characters, size);
  switch (type) {
    case MD_TEXT_NULLCHAR:
      page.html += "\xEF\xBF\xBD";
      break;
    case MD_TEXT_BR:
      page.html += page.images > 0 ? " " : "<br />\n";
      break;
    case MD_TEXT_SOFTBR:
      page.html += page.images > 0 ? " " : "\n";
      break;
    case MD_TEXT_HTML:
      if (page.raw) page.html += text;
      break;
    case MD_TEXT_ENTITY:
      page.html += escaped(decodeCharacterReferences(text));
      break;
    default:
      page.html += escaped(text);
      break;
  }
  return 0;
}

}  // namespace

std::string md4cHtml(const std::string& markdown, bool extended, bool raw) {
  MD_PARSER parser{};
  if (extended) parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = enterBlock;
  parser.leave_block = leaveBlock;
  parser.enter_span = enterSpan;
  parser.leave_span = leaveSpan;
  parser.text = addText;
  Page page;
  page.raw = raw;
  md_parse(markdown.c_str(), static_cast<MD_SIZE>(markdown.size()), &parser, &page);
  return page.html;
}

std::string canonicalHtml(std::string_view html) {
  std::string result;
  bool verbatim = false;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html.substr(i).starts_with("<pre")) verbatim = true;
    if (html.substr(i).starts_with("</pre")) verbatim = false;
    const bool beside = html[i] == '\n' && (result.empty() || result.back() == '>' || i + 1 == html.size() ||
                                            html[i + 1] == '<' || html[i + 1] == '\n');
    if (verbatim || !beside) result += html[i];
  }
  return result;
}

}  // namespace galley::test
