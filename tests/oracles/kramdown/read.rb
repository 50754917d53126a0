# What kramdown, as Jekyll calls it, makes of Markdown: headings, links and images as the page gets them.
# Usage: ruby read.rb FILE...; recorded for the posts beside it: (cd posts && ruby ../read.rb *.md) > posts.jsonl
# One JSON object a file on stdout: {"file", "headings": [[level, text]], "links": [href], "images": [src]}.
# Quotes are straight, since which of them kramdown curls is no structure; blanks are squeezed.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

OPTIONS = { input: 'GFM', hard_wrap: false, auto_ids: true, syntax_highlighter: nil }.freeze
SYMBOLS = { mdash: '—', ndash: '–', hellip: '…', laquo: '«', raquo: '»', laquo_space: "«\u00A0", raquo_space: "\u00A0»" }.freeze

def decode(text)
  text.gsub(/&(?:#(\d+)|#[xX](\h+)|([A-Za-z][A-Za-z0-9]*));/) do |whole|
    if $1 || $2
      [$1 ? $1.to_i : $2.hex].pack('U')
    else
      begin
        Kramdown::Utils::Entities.entity($3).char
      rescue Kramdown::Error
        whole
      end
    end
  end
end

def text_of(element)
  case element.type
  when :text then element.options[:raw] ? decode(element.value) : element.value
  when :codespan, :math, :abbreviation then element.value
  when :entity then element.value.char
  when :smart_quote then element.value.to_s.end_with?('dquo') ? '"' : "'"
  when :typographic_sym then SYMBOLS[element.value]
  when :br then "\n"
  when :html_element then element.value == 'br' ? "\n" : element.children.map { |child| text_of(child) }.join
  when :img, :footnote, :xml_comment, :raw then ''
  else element.children.map { |child| text_of(child) }.join
  end
end

def raw_text_of(element)
  return decode(element.value) if element.type == :text
  return text_of(element) if element.children.empty?
  element.children.map { |child| raw_text_of(child) }.join
end

def squeeze(text) = text.gsub(/\s+/, ' ').strip

def read(element, found, notes)
  case element.type
  when :header then found[:headings] << [element.options[:level], squeeze(text_of(element))]
  when :a then found[:links] << decode(element.attr['href'].to_s) if element.attr.key?('href')
  when :img then found[:images] << decode(element.attr['src'].to_s)
  when :raw
    found[:links].concat(element.value.scan(/<a\s[^>]*?href="([^"]*)"/).flatten.map { |href| decode(href) })
    found[:images].concat(element.value.scan(/<img\s[^>]*?src="([^"]*)"/).flatten.map { |source| decode(source) })
  when :footnote
    unless notes[element.options[:name]]
      notes[element.options[:name]] = true
      read(element.value, found, notes)
    end
  when :html_element
    if element.value =~ /\Ah([1-6])\z/i
      found[:headings] << [$1.to_i, squeeze(raw_text_of(element))]
    elsif element.value.casecmp?('a') && element.attr.key?('href')
      found[:links] << decode(element.attr['href'].to_s)
    elsif element.value.casecmp?('img')
      found[:images] << decode(element.attr['src'].to_s)
    end
  end
  element.children.each { |child| read(child, found, notes) }
end

ARGV.each do |file|
  found = { headings: [], links: [], images: [] }
  read(Kramdown::Document.new(File.read(file, encoding: 'UTF-8').scrub, OPTIONS.dup).root, found, {})
  puts JSON.generate({ file: file }.merge(found))
end
