// Hovers over pictures: every way to write one, and what is said of the file. `‸` is the cursor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "analysis/features/features.h"
#include "tests/support/blog.h"

namespace galley {
namespace {

using test::Blog;
using test::gifOf;
using test::marked;
using test::pngOf;
using testing::HasSubstr;
using testing::Not;

Blog blogWithPictures(const std::string& config) {
  return Blog({
      {"_config.yml", "title: A blog\n" + config},
      {"assets/cat.png", pngOf(640, 480)},
      {"assets/고양이 사진.png", pngOf(3, 2)},
      {"assets/wide.gif", gifOf(5000, 20)},
      {"assets/liar.jpg", pngOf(1, 1)},
      {"assets/cut.png", pngOf(640, 480).substr(0, 50)},
      {"assets/stub.png", pngOf(640, 480).substr(0, 20)},
      {"assets/bad.png", std::string("\x89PNG\n\x1A\n and so on, for long enough")},
      {"assets/empty.png", ""},
      {"assets/page.png", "<!doctype html><title>404</title>"},
  });
}

struct Shown {
  std::string markdown, plain;
  std::string marked;   // the text that the hover is about
  std::string picture;  // the path of the preview
};
std::optional<Shown> shown(const std::string& picture, ClientCan client = {}, const std::string& config = "") {
  Blog blog = blogWithPictures(config);
  blog.client = client;
  const auto [text, cursor] = marked(picture);
  const auto post = blog.open("_posts/2024-05-01-a.md", text);
  const auto got = hover(blog.view(), *post, cursor);
  if (!got) return std::nullopt;
  EXPECT_TRUE(got->span.touches(cursor));
  return Shown{got->markdown, got->plain, std::string(post->text.slice(got->span)),
               got->picture ? got->picture->str() : ""};
}
std::string plain(const std::string& picture, const std::string& config = "") {
  const auto hover = shown(picture, {}, config);
  return hover ? hover->plain : "nothing";
}

const std::string catFacts = "PNG · 640 × 480 pixels · 57 bytes · ";

TEST(ImageHover, OfAnInlineImage) {
  const auto hover = shown("See ![A c‸at](/assets/cat.png \"Tom\") there.");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->marked, "![A cat](/assets/cat.png \"Tom\")");
  EXPECT_EQ(hover->plain, catFacts + "alt text “A cat” · title “Tom” · assets/cat.png");
  EXPECT_EQ(hover->markdown,
            "**PNG** · 640 × 480 pixels · 57 bytes · alt text “A cat” · title “Tom” · `assets/cat.png`");
  EXPECT_EQ(hover->picture, "assets/cat.png");
}

TEST(ImageHover, OfEveryWayToWriteOne) {
  const std::string fact = catFacts + "alt text “A cat” · assets/cat.png";
  EXPECT_EQ(plain("![A cat](/assets/ca‸t.png)"), fact);
  EXPECT_EQ(plain("!‸[A cat](</assets/cat.png>)"), fact);
  EXPECT_EQ(plain("![A cat](/assets/cat.png)‸"), fact);
  EXPECT_EQ(plain("![A c‸at][cat]\n\n[cat]: /assets/cat.png\n"), fact);
  EXPECT_EQ(plain("![A c‸at][]\n\n[a cat]: /assets/cat.png\n"), fact);
  EXPECT_EQ(plain("![A c‸at]\n\n[a cat]: /assets/cat.png\n"), fact);
  EXPECT_EQ(plain("![A cat][cat]\n\n[cat]: /assets/c‸at.png\n"), fact);
  EXPECT_EQ(plain("[![A c‸at](/assets/cat.png)](/about/)"), fact);
  EXPECT_EQ(plain("<img src=\"/assets/cat.png\"\n     a‸lt=\"A cat\"/>\n"), fact);
  EXPECT_EQ(plain("<div align=center>\n  <img alt='A cat'\n  src='/assets/c‸at.png'></div>\n"), fact);
}

TEST(ImageHover, OfALiquidPath) {
  const std::string fact = catFacts + "alt text “A cat” · assets/cat.png";
  for (const std::string config : {"", "baseurl: /blog\n"}) {
    EXPECT_EQ(plain("![A cat]({{ site.baseurl }}/assets/c‸at.png)", config), fact);
    EXPECT_EQ(plain("![A cat]({{ '/assets/c‸at.png' | relative_url }})", config), fact);
    EXPECT_EQ(plain("<img src=\"{{ '/assets/c‸at.png' | relative_url }}\" alt=\"A cat\">", config), fact);
  }
  EXPECT_EQ(plain("![A cat](/blog/assets/c‸at.png)", "baseurl: /blog\n"), fact);
}

TEST(ImageHover, OfAPathThatMissesTheBasePath) {
  const auto hover = shown("![A cat](/assets/c‸at.png)", {}, "baseurl: /blog\n");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->picture, "");
  EXPECT_EQ(
      hover->plain,
      "Outside of this site · alt text “A cat”\n/assets/cat.png does not begin with /blog, where this site lies.\n"
      "The file assets/cat.png exists: its address is /blog/assets/cat.png.");
}

TEST(ImageHover, BelowTheFolderThatAThemeKeepsForAPost) {
  const std::string chirpy = "theme: jekyll-theme-chirpy\n";
  EXPECT_THAT(plain("---\nmedia_subpath: /assets/\n---\n![A cat](c‸at.png)\n", chirpy), HasSubstr("assets/cat.png"));
  EXPECT_THAT(plain("---\nmedia_subpath: /assets/\nimage:\n  path: c‸at.png\n  alt: Tom\n---\n", chirpy),
              HasSubstr(catFacts + "alt text “Tom” · assets/cat.png"));
}

TEST(ImageHover, OfTheDefinitionAlone) {
  const auto hover = shown("![A cat][cat]\n\n[c‸at]: /assets/cat.png\n");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->marked, "[cat]: /assets/cat.png");
  EXPECT_FALSE(shown("[A cat][cat]\n\n[c‸at]: /assets/cat.png\n")) << "only a link uses it";
}

TEST(ImageHover, OfTwoThatMeet) {
  EXPECT_THAT(plain("![a](/assets/cat.png)‸![b](/assets/wide.gif)"), HasSubstr("wide.gif"));
  EXPECT_THAT(plain("![a](/assets/cat.png‸)![b](/assets/wide.gif)"), HasSubstr("cat.png"));
}

TEST(ImageHover, SaysWhatIsThereInsteadOfAltText) {
  EXPECT_THAT(plain("![](/assets/c‸at.png)"), HasSubstr("no alt text"));
  EXPECT_THAT(plain("<img src='/assets/c‸at.png'>"), HasSubstr("no alt text"));
  EXPECT_THAT(plain("<img src='/assets/c‸at.png' alt=''>"), HasSubstr("alt text empty (decorative)"));
  EXPECT_THAT(plain("<img src='/assets/c‸at.png' width='910%' height=20>"),
              HasSubstr("shown with width 910% and height 20"));
}

TEST(ImageHover, WithKoreanEmojiAndWindowsLineEnds) {
  const auto hover = shown("🚀 한글 ![고양이 🐈](/assets/고양이%20사‸진.png)\r\n");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->marked, "![고양이 🐈](/assets/고양이%20사진.png)");
  EXPECT_EQ(hover->plain, "PNG · 3 × 2 pixels · 57 bytes · alt text “고양이 🐈” · assets/고양이 사진.png");
}

TEST(ImageHover, ShowsAPictureOnlyWhereTheClientCan) {
  const std::string picture = "![a](/assets/wide‸.gif)";
  EXPECT_EQ(shown(picture)->picture, "assets/wide.gif");
  EXPECT_EQ(shown(picture, {.markdown = true, .images = false})->picture, "");
  EXPECT_EQ(shown(picture, {.markdown = false, .images = true})->picture, "");
}

TEST(ImageHover, OfRemotePicturesSaysWhatIsKnownWithoutTheNetwork) {
  const auto hover = shown("![A cat](https://example.org/x/cat.webp?s=1‸)");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->picture, "");
  EXPECT_EQ(
      hover->markdown,
      "**A picture of another site** · WebP by its name · alt text “A cat”\n\n`https://example.org/x/cat.webp?s=1`\n\n"
      "Its size is not known: galley opens no network connection.");
  EXPECT_THAT(shown("<img\n src=\"https://github.com/a/b/assets/1/2\" wi‸dth=\"60%\"/>")->plain,
              HasSubstr("no alt text · shown with width 60%\nhttps://github.com/a/b/assets/1/2"));
  EXPECT_THAT(plain("![dot](data:image/png;base64,iVBOR‸w0KGgo=)"),
              HasSubstr("inside of the text · image/png · 34 bytes"));
}

TEST(ImageHover, OfAMissingFileNamesTheNearest) {
  const auto hover = shown("![A cat](/assets/Cat‸.png)");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->picture, "");
  EXPECT_THAT(hover->plain, HasSubstr("No such file"));
  EXPECT_THAT(hover->plain, HasSubstr("Looked for assets/Cat.png"));
  EXPECT_THAT(hover->plain, HasSubstr("assets/cat.png"));
  EXPECT_THAT(plain("![A cat](/nowhere/zzzzzzzz‸.png)"), Not(HasSubstr("nearest")));
}

TEST(ImageHover, OfFilesThatAreNotWhatTheySay) {
  EXPECT_THAT(plain("![a](/assets/liar‸.jpg)"), HasSubstr("The name ends in .jpg, but the file is a PNG."));
  EXPECT_THAT(plain("![a](/assets/cut‸.png)"), HasSubstr("640 × 480 pixels"));
  EXPECT_THAT(plain("![a](/assets/cut‸.png)"), HasSubstr("truncated: a part of the picture is missing"));
  EXPECT_THAT(plain("![a](/assets/stub‸.png)"), HasSubstr("truncated: it ends before"));
  EXPECT_THAT(plain("![a](/assets/bad‸.png)"), HasSubstr("corrupt"));
  EXPECT_EQ(plain("![a](/assets/empty‸.png)"),
            "Empty file · 0 bytes · alt text “a” · assets/empty.png\n⚠ The file is empty: no picture will show.");
  EXPECT_THAT(plain("![a](/assets/page‸.png)"), HasSubstr("The file is not a PNG"));
  EXPECT_EQ(shown("![a](/assets/bad‸.png)")->picture, "");
}

TEST(ImageHover, OfFrontMatter) {
  const auto hover = shown("---\ntitle: A\nimage: \"/assets/c‸at.png\"\n---\n");
  ASSERT_TRUE(hover);
  EXPECT_EQ(hover->marked, "/assets/cat.png");
  EXPECT_EQ(hover->plain, catFacts + "assets/cat.png");
  EXPECT_EQ(shown("---\nima‸ge: /assets/cat.png\n---\n")->plain, catFacts + "assets/cat.png");
  EXPECT_FALSE(shown("---\ntit‸le: A\nimage: /assets/cat.png\n---\n"));
}

TEST(ImageHover, OfTheFieldsOfThemes) {
  const std::string beautiful = "remote_theme: daattali/beautiful-jekyll\n";
  for (const std::string key : {"cover-img", "thumbnail-img", "share-img"})
    EXPECT_EQ(plain("---\n" + key + ": /assets/c‸at.png\n---\n", beautiful), catFacts + "assets/cat.png") << key;
  EXPECT_EQ(plain("---\ncover-img: [/assets/wide.gif, /assets/c‸at.png]\n---\n", beautiful),
            catFacts + "assets/cat.png");
  EXPECT_EQ(plain("---\ncover-img:\n  - /assets/c‸at.png: A caption\n---\n", beautiful), catFacts + "assets/cat.png");
  EXPECT_EQ(plain("---\nheader:\n  teaser: /assets/c‸at.png\n---\n", "theme: minimal-mistakes-jekyll\n"),
            catFacts + "assets/cat.png");
  EXPECT_EQ(plain("---\nthumbnail-img: /assets/c‸at.png\n---\n"), "nothing") << "no theme reads it";
}

TEST(ImageHover, LetsNoAuthorTextBecomeMarkup) {
  for (const std::string hostile :
       {"![![x](https://evil/‸beacon.png)](/assets/cat.png)", "![<img src=https://evil/b.png>‸](/assets/cat.png)",
        "![`x` [y](command:z)‸](/assets/cat.png)", "![a](https://evil/`\\![b](https://evil/c.png)‸)"}) {
    const auto hover = shown(hostile);
    if (!hover) continue;
    std::string outside = hover->markdown;  // without its code spans
    for (std::size_t begin = 0; (begin = outside.find('`')) != std::string::npos;) {
      const std::size_t end = outside.find('`', begin + 1);
      outside.erase(begin, end == std::string::npos ? std::string::npos : end - begin + 1);
    }
    for (std::size_t at = 0; at < outside.size(); ++at)
      EXPECT_TRUE((outside[at] != '<' && outside[at] != '[') || (at > 0 && outside[at - 1] == '\\')) << hover->markdown;
  }
}

TEST(ImageHover, NothingElsewhere) {
  EXPECT_EQ(plain("See‸ ![A cat](/assets/cat.png)"), "nothing");
  EXPECT_EQ(plain("`![A c‸at](/assets/cat.png)`"), "nothing");
  EXPECT_EQ(plain("[A c‸at](/assets/cat.png)"), "nothing");
  EXPECT_EQ(plain("‸"), "nothing");
}

}  // namespace
}  // namespace galley
