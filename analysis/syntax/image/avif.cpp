// AVIF (AV1 Image File Format on ISO/IEC 14496-12 boxes): the properties of the primary item hold its size (ispe), what
// is shown of it (clap) and how it is turned (irot).
#include <optional>
#include <utility>
#include <vector>

#include "analysis/syntax/image/format.h"

namespace galley::image {
namespace {

struct Box {
  std::string_view type;
  std::uint64_t begin = 0;  // of its content
  std::uint64_t end = 0;
};

// The box at an offset that ends no later than `limit`; nothing where its header is not in the head or makes no sense.
std::optional<Box> boxAt(const Head& head, std::uint64_t at, std::uint64_t limit) {
  if (at > head.bytes.size() || !head.has(at, 8)) return std::nullopt;
  std::uint64_t size = head.u32be(at);
  std::uint64_t headerSize = 8;
  if (size == 1) {
    if (!head.has(at + 8, 8)) return std::nullopt;
    size = head.bigEndian(at + 8, 8);
    headerSize = 16;
  } else if (size == 0) {
    size = limit > at ? limit - at : 0;
  }
  if (size < headerSize || at > limit || size > limit - at) return std::nullopt;
  return Box{head.bytes.substr(at + 4, 4), at + headerSize, at + size};
}

// Calls `take` for every box in a span; `budget` is shared by all levels.
template <typename Take>
void eachBox(const Head& head, std::uint64_t begin, std::uint64_t end, int& budget, Take take) {
  for (auto box = boxAt(head, begin, end); box && budget-- > 0; box = boxAt(head, box->end, end)) take(*box);
}

struct Property {
  std::optional<std::pair<std::uint32_t, std::uint32_t>> size;  // ispe
  std::optional<std::pair<std::uint32_t, std::uint32_t>> crop;  // clap
  bool quarterTurn = false;                                     // irot by 90° or 270°
};

Property propertyOf(const Head& head, const Box& box) {
  Property property;
  if (box.type == "ispe" && head.has(box.begin, 12)) {
    property.size = {head.u32be(box.begin + 4), head.u32be(box.begin + 8)};
  } else if (box.type == "clap" && head.has(box.begin, 16)) {
    const std::uint32_t widthBelow = head.u32be(box.begin + 4);
    const std::uint32_t heightBelow = head.u32be(box.begin + 12);
    if (widthBelow != 0 && heightBelow != 0)
      property.crop = {head.u32be(box.begin) / widthBelow, head.u32be(box.begin + 8) / heightBelow};
  } else if (box.type == "irot" && head.has(box.begin, 1)) {
    property.quarterTurn = (head.u8(box.begin) & 1U) != 0;
  }
  return property;
}

// The 1-based numbers of the properties that an item has, from the box ipma.
std::vector<std::size_t> propertiesOf(const Head& head, const Box& box, std::uint32_t item) {
  const bool longIds = head.u8(box.begin) >= 1;
  const bool longNumbers = (head.u8(box.begin + 3) & 1U) != 0;
  std::uint64_t at = box.begin + 8;
  std::vector<std::size_t> numbers;
  for (std::uint32_t left = head.u32be(box.begin + 4); left > 0 && at < box.end && head.has(at, 3); --left) {
    const std::uint32_t id = longIds ? head.u32be(at) : head.u16be(at);
    at += longIds ? 4 : 2;
    std::size_t count = head.u8(at);
    for (++at; count > 0; --count) {
      const std::size_t number = longNumbers ? head.u16be(at) & 0x7FFFU : head.u8(at) & 0x7FU;
      at += longNumbers ? 2 : 1;
      if (id == item) numbers.push_back(number);
    }
  }
  return numbers;
}

}  // namespace

bool looksLikeAvif(const Head& head) {
  if (!head.startsAt(4, "ftyp")) return false;
  const auto isBrand = [&](std::size_t at) { return head.startsAt(at, "avif") || head.startsAt(at, "avis"); };
  if (isBrand(8)) return true;
  const std::size_t end = head.u32be(0);
  for (std::size_t at = 16; at + 4 <= end && at < 4 * mostSegments && head.has(at, 4); at += 4)
    if (isBrand(at)) return true;
  return false;
}

ImageHeader readAvif(const Head& head) {
  std::vector<Property> properties;
  std::vector<Box> associations;
  std::optional<std::uint32_t> primary;
  std::uint64_t metaEnd = 0;
  int budget = mostSegments;
  eachBox(head, 0, head.fileSize, budget, [&](const Box& top) {
    if (top.type != "meta" || metaEnd != 0) return;
    metaEnd = top.end;
    eachBox(head, top.begin + 4, top.end, budget, [&](const Box& inMeta) {
      if (inMeta.type == "pitm")
        primary = head.u8(inMeta.begin) == 0 ? head.u16be(inMeta.begin + 4) : head.u32be(inMeta.begin + 4);
      if (inMeta.type != "iprp") return;
      eachBox(head, inMeta.begin, inMeta.end, budget, [&](const Box& inProperties) {
        if (inProperties.type == "ipma") associations.push_back(inProperties);
        if (inProperties.type != "ipco") return;
        eachBox(head, inProperties.begin, inProperties.end, budget,
                [&](const Box& box) { properties.push_back(propertyOf(head, box)); });
      });
    });
  });

  Property all;
  for (const Box& association : associations) {
    for (const std::size_t number : propertiesOf(head, association, primary.value_or(0))) {
      if (number == 0 || number > properties.size()) continue;
      const Property& property = properties[number - 1];
      if (property.size) all.size = property.size;
      if (property.crop) all.crop = property.crop;
      all.quarterTurn = all.quarterTurn || property.quarterTurn;
    }
  }
  if (!all.size) {
    const bool allRead = metaEnd != 0 && metaEnd <= head.bytes.size();
    return allRead ? corrupt(ImageFormat::avif) : notThere(ImageFormat::avif, head, metaEnd);
  }
  auto [width, height] = all.crop ? *all.crop : *all.size;
  if (width == 0 || height == 0) return corrupt(ImageFormat::avif);
  if (all.quarterTurn) std::swap(width, height);
  return found(ImageFormat::avif, width, height);
}

}  // namespace galley::image
