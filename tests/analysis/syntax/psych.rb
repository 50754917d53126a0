# What Ruby's YAML reader makes of texts: {"refused": words} or {"value": tree}. A tree is nil, {"text": …, "plain": …},
# {"list": […]} or {"map": [[key, tree], …]}.
require "json"
require "yaml"

def tree(node, anchors)
  result =
    case node
    when Psych::Nodes::Scalar
      plain = node.style == Psych::Nodes::Scalar::PLAIN
      plain && node.value.empty? ? nil : { "text" => node.value, "plain" => plain }
    when Psych::Nodes::Sequence
      { "list" => node.children.map { |child| tree(child, anchors) } }
    when Psych::Nodes::Mapping
      pairs = node.children.each_slice(2).map do |key, value|
        raise "a key that is an alias" if key.is_a?(Psych::Nodes::Alias)
        [key.is_a?(Psych::Nodes::Scalar) ? key.value : nil, tree(value, anchors)]
      end
      { "map" => pairs }
    when Psych::Nodes::Alias
      raise "unknown alias #{node.anchor}" unless anchors.key?(node.anchor)
      anchors[node.anchor]
    end
  anchors[node.anchor] = result if node.respond_to?(:anchor) && node.anchor && !node.is_a?(Psych::Nodes::Alias)
  result
end

STDIN.each_line do |line|
  begin
    document = Psych.parse(JSON.parse(line))
    puts JSON.generate({ "value" => document ? tree(document.root, {}) : nil })
  rescue StandardError, SyntaxError => error
    puts JSON.generate({ "refused" => error.message })
  end
end
