# For [word, word as a value, word as an item in brackets]: the type that Ruby gives to the plain word, and whether the
# two spellings, and the bare word, are read as that very text.
require "date"
require "json"
require "yaml"

def load(yaml)
  Psych.safe_load(yaml, permitted_classes: [Date, Time, Symbol])
rescue StandardError, SyntaxError
  nil
end

def type_of(value)
  case value
  when nil then "null"
  when true, false then "boolean"
  when Integer then "integer"
  when Float then "real"
  when Date, Time then "date"
  else "text"
  end
end

STDIN.each_line do |line|
  word, value, item = JSON.parse(line)
  plain = Psych::ScalarScanner.new(Psych::ClassLoader.new).tokenize(word)
  puts JSON.generate({
    "type" => type_of(plain),
    "true" => plain == true,
    "value" => load("k: #{value}\n") == { "k" => word } && load("k:\n- #{value}\n- #{value}\n") == { "k" => [word, word] },
    "item" => load("k: [a, #{item}, b]\n") == { "k" => ["a", word, "b"] },
    "bareValue" => load("k: #{word}\n") == { "k" => word },
    "bareItem" => load("k: [a, #{word}, b]\n") == { "k" => ["a", word, "b"] },
  })
end
