// What a converter from npm makes of files, called as its generator calls it: one {"file", "html"} a line.
// Usage: node npm.mjs remark|markdown-it|marked FILE...
import { readFileSync } from 'node:fs'

const converters = {
  // Astro: with GFM; `.mdx` files have another grammar.
  async remark() {
    const names = ['remark-parse', 'remark-mdx', 'remark-gfm', 'remark-rehype', 'rehype-stringify']
    const [parse, mdx, gfm, rehype, stringify] = await Promise.all(names.map(async (name) => (await import(name)).default))
    const { unified } = await import('unified')
    const html = { allowDangerousHtml: true }
    const markdown = unified().use(parse).use(gfm).use(rehype, html).use(stringify, html)
    const withMdx = unified().use(parse).use(mdx).use(gfm).use(rehype, html).use(stringify, html)
    return (text, file) => String((file.endsWith('.mdx') ? withMdx : markdown).processSync(text))
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
for (const file of files) console.log(JSON.stringify({ file, html: convert(readFileSync(file, 'utf8'), file) }))
