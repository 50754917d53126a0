// JSON: parsing within bounds, writing, and structs to and from JSON. The only door to nlohmann.
// A struct lists its fields once, in `static void fields(auto& self, auto&& each)`; both directions use that list.
// Absent is not null: an empty optional is left out when written. When read, null stands for absent, too, as clients
// send both. Pure; any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace galley::lsp {

using Json = nlohmann::json;
/// Keeps its fields in the order in which they were added: for documents that people read, too.
using OrderedJson = nlohmann::ordered_json;

/// Containers may nest this deep; what is deeper is refused, as copying and writing recurse.
inline constexpr std::size_t maxJsonDepth = 512;

/// The value, or nothing for what is no JSON (RFC 8259), nests too deep or holds a number that no double can. A lone
/// surrogate escape (`\ud83d`), which editors send for a broken text, reads as U+FFFD: it is one UTF-16 unit as well,
/// so positions stay right. So does a byte that is no UTF-8: what a client said is not lost for it.
std::optional<Json> parseJson(std::string_view text);

/// One line of JSON. Bytes that are no UTF-8 become U+FFFD.
std::string writeJson(const Json& value);

/// A field that must be there when written, be it null.
template <class T>
struct Nullable {
  std::optional<T> value;
};

/// A value of the wrong shape. `what()` says what was expected and where: `position.line: a whole number expected`.
struct DecodeError : std::runtime_error {
  DecodeError(const std::string& path, const std::string& expected)
      : std::runtime_error((path.empty() ? "params" : path) + ": " + expected + " expected") {}
};

// -- reading ------------------------------------------------------------------------------------------------------

template <class T>
struct Decode;

/// The value as a T. Throws DecodeError; `path` names the place of the value in it.
template <class T>
T decode(const Json& value, const std::string& path = {}) {
  return Decode<T>::from(value, path);
}

namespace detail {
template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isNullable = false;
template <class T>
inline constexpr bool isNullable<Nullable<T>> = true;
template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;
template <class T>
inline constexpr bool isVariant = false;
template <class... T>
inline constexpr bool isVariant<std::variant<T...>> = true;
template <class T>
inline constexpr bool isMap = false;
template <class T>
inline constexpr bool isMap<std::map<std::string, T>> = true;

std::int64_t decodeInteger(const Json& value, const std::string& path, std::int64_t least, std::int64_t most);
}  // namespace detail

template <class T>
concept HasFields = requires(T& self) { T::fields(self, [](const char*, auto&) {}); };

template <class T>
struct Decode {
  static T from(const Json& value, const std::string& path) {
    if constexpr (std::same_as<T, Json>) {
      return value;
    } else if constexpr (std::same_as<T, bool>) {
      if (!value.is_boolean()) throw DecodeError(path, "true or false");
      return value.get<bool>();
    } else if constexpr (std::same_as<T, std::string>) {
      if (!value.is_string()) throw DecodeError(path, "a string");
      return value.get<std::string>();
    } else if constexpr (std::is_enum_v<T>) {
      return static_cast<T>(Decode<std::underlying_type_t<T>>::from(value, path));
    } else if constexpr (std::integral<T>) {
      // LSP 3.17, Base Types: integers have 31 bits and a sign, unsigned ones end at 2^31 - 1.
      constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
      return static_cast<T>(detail::decodeInteger(value, path, std::unsigned_integral<T> ? 0 : -most - 1, most));
    } else if constexpr (detail::isVector<T>) {
      if (!value.is_array()) throw DecodeError(path, "an array");
      T items;
      items.reserve(value.size());
      for (std::size_t i = 0; i < value.size(); ++i)
        items.push_back(decode<typename T::value_type>(value[i], path + '[' + std::to_string(i) + ']'));
      return items;
    } else {
      static_assert(HasFields<T>, "a struct that is read has fields()");
      if (!value.is_object()) throw DecodeError(path, "an object");
      T object{};
      T::fields(object, [&](const char* name, auto& field) {
        using Field = std::remove_reference_t<decltype(field)>;
        const auto found = value.find(name);
        const bool absent = found == value.end() || found->is_null();
        const std::string inner = path.empty() ? name : path + '.' + name;
        if constexpr (detail::isOptional<Field>) {
          if (!absent) field = decode<typename Field::value_type>(*found, inner);
        } else {
          static const Json null;
          field = decode<Field>(absent ? null : *found, inner);
        }
      });
      return object;
    }
  }
};

// -- writing ------------------------------------------------------------------------------------------------------

/// The JSON of a value. An empty optional is null here; as a field of a struct it is left out.
template <class T>
Json encode(const T& value) {
  if constexpr (std::same_as<T, Json>) {
    return value;
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<std::underlying_type_t<T>>(value);
  } else if constexpr (detail::isOptional<T>) {
    return value ? encode(*value) : Json(nullptr);
  } else if constexpr (detail::isNullable<T>) {
    return encode(value.value);
  } else if constexpr (detail::isVector<T>) {
    Json items = Json::array();
    for (const auto& item : value) items.push_back(encode(item));
    return items;
  } else if constexpr (detail::isMap<T>) {
    Json object = Json::object();
    for (const auto& [key, item] : value) object[key] = encode(item);
    return object;
  } else if constexpr (detail::isVariant<T>) {
    return std::visit([](const auto& alternative) { return encode(alternative); }, value);
  } else if constexpr (requires { T::fields(value, [](const char*, const auto&) {}); }) {
    Json object = Json::object();
    T::fields(value, [&](const char* name, const auto& field) {
      if constexpr (detail::isOptional<std::remove_cvref_t<decltype(field)>>) {
        if (field) object[name] = encode(*field);
      } else {
        object[name] = encode(field);
      }
    });
    return object;
  } else {
    return Json(value);
  }
}

}  // namespace galley::lsp
