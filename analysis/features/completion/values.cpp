// The values of a key that takes only some: `true` and `false`, the words of its field, layouts, authors.
#include <string>
#include <vector>

#include "analysis/features/completion/slot.h"
#include "analysis/features/completion/source.h"
#include "analysis/text/rich_text.h"

namespace galley {
namespace {

std::vector<std::string> valuesOf(const Site& site, const Field& field) {
  switch (field.from) {
    case ValueSource::layouts:
      return site.generator().layoutsOf(site).names;
    case ValueSource::authors:
      if (const DataKeys* authors = site.dataKeys("authors")) return authors->names;
      return {};
    default:
      break;
  }
  if (!field.allowed.empty()) return {field.allowed.begin(), field.allowed.end()};
  if (field.type == FieldType::boolean) return {"true", "false"};
  return {};
}

}  // namespace

std::optional<CompletionList> completeValues(const View& view, const Post& post, const FrontMatterPlace& place,
                                             std::size_t offset) {
  const Field* field = view.site.findField(place.key);
  if (field == nullptr) return std::nullopt;
  const std::vector<std::string> values = valuesOf(view.site, *field);
  if (values.empty()) return std::nullopt;

  const Slot slot = slotOf(post, place, offset, Separator::none);
  const RichText says = RichText().quote(field->says);
  CompletionList list;
  list.incomplete = true;
  for (const std::string& value : values) {
    if (!matches(slot, value)) continue;
    auto item = itemFor(slot, value, list.items.size());
    if (!item) continue;
    item->kind = CompletionItem::Kind::value;
    item->documentation = says.markdown();
    item->plainDocumentation = says.plain();
    // `true` in quotes is a text: a truth goes in as it is.
    if (field->type == FieldType::boolean) item->edit.newText = (slot.needsBlank ? " " : "") + value;
    list.items.push_back(*std::move(item));
  }
  return list;
}

}  // namespace galley
