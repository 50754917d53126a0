// What a converter from npm makes of files, called as its generator calls it: one {"file", "html"} a line.
// Usage: node npm.mjs remark|markdown-it|marked FILE...
import { readFileSync } from 'node:fs'

const converters = {
  // Astro: with GFM.
  async remark() {
    const [{ unified }, parse, gfm, rehype, stringify] = await Promise.all([
      import('unified'),
      ...['remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-stringify'].map(async (name) => (await import(name)).default),
    ])
    const processor = unified().use(parse).use(gfm).use(rehype, { allowDangerousHtml: true }).use(stringify, { allowDangerousHtml: true })
    return (text) => String(processor.processSync(text))
  },
  // Eleventy: HTML is let through, indented code is none.
  async 'markdown-it'() {
    const { default: markdownIt } = await import('markdown-it')
    const converter = markdownIt({ html: true }).disable('code')
    return (text) => converter.render(text)
  },
  // Hexo: a line end is a line break.
  async marked() {
    const { marked } = await import('marked')
    return (text) => marked.parse(text, { gfm: true, breaks: true })
  },
}

const [name, ...files] = process.argv.slice(2)
const convert = await converters[name]()
for (const file of files) console.log(JSON.stringify({ file, html: convert(readFileSync(file, 'utf8')) }))
