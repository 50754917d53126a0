// See the header.
#include "analysis/syntax/yaml_properties.h"

#include <utility>

namespace galley {
namespace {

bool isAsciiLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::size_t sizeOf(const Value& value) {
  std::size_t size = 1;
  for (const Value& item : value.items) size += sizeOf(item);
  for (const Entry& entry : value.entries) size += sizeOf(entry.value);
  return size;
}

}  // namespace

void YamlAnchors::add(std::string name, const Value& value) {
  values.insert_or_assign(std::move(name), Anchored{value, sizeOf(value)});
}

Value YamlAnchors::copy(std::string_view name, Span span) {
  Value value;
  const auto found = values.find(name);
  if (found != values.end() && found->second.size <= copies) {
    copies -= found->second.size;
    value = found->second.value;
  }
  value.span = span;
  return value;
}

std::string_view anchorNameAt(const YamlSource& source, std::size_t offset) {
  std::size_t end = offset;
  while (end < source.limit) {
    const char c = source.text[end];
    if (!isAsciiLetterOrDigit(c) && c != '-' && c != '_') break;
    ++end;
  }
  const char next = source.at(end);
  const bool ends = isYamlSpace(next) || next == ',' || next == ']' || next == '}' || next == ':';
  return ends ? source.slice(offset, end) : std::string_view{};
}

std::optional<std::size_t> tagEndAt(const YamlSource& source, std::size_t offset, bool flow) {
  std::size_t end = offset + 1;
  if (source.at(end) == '<') {
    end = source.text.find('>', end);
    if (end >= source.limit) return std::nullopt;
    ++end;
  } else {
    if (source.at(end) == '!') ++end;  // `!!str`; other handles must be declared
    const auto isHex = [&source](std::size_t at) {
      return std::string_view("0123456789abcdefABCDEF").find(source.at(at)) != std::string_view::npos;
    };
    for (char c = source.at(end);
         isAsciiLetterOrDigit(c) || std::string_view("-_;/?:@&=+$.~*'()%").find(c) != std::string_view::npos;
         c = source.at(++end)) {
      if (c == '%' && !(isHex(end + 1) && isHex(end + 2))) return std::nullopt;
    }
  }
  if (isYamlSpace(source.at(end)) || (flow && source.at(end) == ',')) return end;
  return std::nullopt;
}

}  // namespace galley
