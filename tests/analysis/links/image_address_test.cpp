// What an image's address means: every spelling, on a small site under a base path.
#include <gtest/gtest.h>

#include "analysis/generators/all.h"
#include "analysis/site/resolve.h"
#include "tests/support/memory_files.h"

namespace galley::test {
namespace {

using Kind = Target::Kind;

struct Blog {
  using Texts = std::map<std::string, std::string>;
  explicit Blog(Texts more = {}) {
    std::map<std::string, std::string> all = {
        {"_config.yml", "url: https://me.example\nbaseurl: /blog\npics: /assets/pics\nplugins: []\n"},
        {"Gemfile", "gem \"jekyll\"\n"},
        {"_layouts/post.html", ""},
        {"_posts/2024-03-09-a.md", "---\nlayout: post\nfolder: /assets\n---\nText\n"},
        {"assets/a.png", "x"},
        {"assets/pics/b c.png", "x"},
        {"assets/pics/\xED\x95\x9C\xEA\xB8\x80.png", "x"},  // NFC
        {"_private/a.png", "x"},
        {"secret/a.png", "x"},
    };
    more.merge(all);
    files = MemoryFiles(std::move(more));
  }
  Resolved find(std::string_view written, const std::string& path = "_posts/2024-03-09-a.md") const {
    const Site site = readSite(*detect(files).generator, files);
    const auto post = parsePost(Path(path), Text(files.read(Path(path)).value_or("")), site.generator(), site.config());
    return findImage(site, *post, written);
  }
  MemoryFiles files;
};

TEST(ImageAddress, SpellingsOfAFileOfTheSite) {
  const Blog blog;
  for (const char* written : {"/blog/assets/a.png",
                              "{{ site.baseurl }}/assets/a.png",
                              "{{site.baseurl}}/assets/a.png",
                              "{{- site.baseurl -}}/assets/a.png",
                              "{{ site.url }}{{ site.baseurl }}/assets/a.png",
                              "{{ '/assets/a.png' | relative_url }}",
                              "{{ \"assets/a.png\" | relative_url }}",
                              "{{ \"/assets/a.png\" | absolute_url }}",
                              "{{ '/assets/a.png' | prepend: site.baseurl }}",
                              "{{ '/assets/' | append: 'a.png' | relative_url }}",
                              "{{ page.folder | relative_url }}/a.png",
                              "https://me.example/blog/assets/a.png",
                              "http://me.example/blog/assets/a.png",
                              "//me.example/blog/assets/a.png",
                              "/blog/assets/a.png?raw=1#x",
                              "/blog/assets/../assets/./a.png",
                              "../../../assets/a.png",
                              "/blog/assets/%61.png",
                              " /blog/assets/a.png ",
                              "{% link assets/a.png %}"}) {
    const Resolved resolved = blog.find(written);
    EXPECT_EQ(resolved.target.kind, Kind::local) << written;
    EXPECT_EQ(resolved.target.path.str(), "assets/a.png") << written;
    EXPECT_TRUE(resolved.exists) << written;
  }
}

TEST(ImageAddress, NamesWithBlanksAndKorean) {
  const Blog blog;
  for (const char* written :
       {"/blog/assets/pics/b c.png", "/blog/assets/pics/b%20c.png", "{{ site.baseurl }}{{ site.pics }}/b c.png",
        "/blog/assets/pics/\xED\x95\x9C\xEA\xB8\x80.png", "/blog/assets/pics/%ED%95%9C%EA%B8%80.png"})
    EXPECT_TRUE(blog.find(written).exists) << written;
}

TEST(ImageAddress, AnotherNormalFormIsNotCertain) {
  const Blog blog;
  const Resolved resolved =
      blog.find("/blog/assets/pics/\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xB3\xE1\x86\xAF.png");
  EXPECT_TRUE(resolved.exists);
  EXPECT_FALSE(resolved.certain);
  EXPECT_EQ(resolved.target.path.str(), "assets/pics/\xED\x95\x9C\xEA\xB8\x80.png");
}

TEST(ImageAddress, MissingForCertain) {
  const Blog blog;
  for (const char* written : {"a.png", "assets/a.png", "../assets/a.png", "/blog/assets/A.png", "/blog/_private/a.png",
                              "{{ '/nope.png' | relative_url }}", "/blog/_posts/2024-03-09-a.md"}) {
    const Resolved resolved = blog.find(written);
    EXPECT_EQ(resolved.target.kind, Kind::local) << written;
    EXPECT_FALSE(resolved.exists) << written;
    EXPECT_TRUE(resolved.certain) << written;
  }
}

TEST(ImageAddress, WithoutTheBasePathItLeadsOutOfTheSite) {
  const Blog blog;
  const Resolved there = blog.find("/assets/a.png");
  EXPECT_EQ(there.target.kind, Kind::outside);
  EXPECT_FALSE(there.exists);
  EXPECT_TRUE(there.certain);
  EXPECT_FALSE(blog.find("/other/a.png").certain);
}

TEST(ImageAddress, OfAnotherHost) {
  const Blog blog;
  for (const char* written : {"https://other.example/a.png", "//cdn.example/a.png", "data:image/png;base64,AA",
                              "https://me.example.com/a.png"}) {
    const Resolved resolved = blog.find(written);
    EXPECT_EQ(resolved.target.kind, Kind::remote) << written;
    EXPECT_EQ(resolved.target.url, written);
  }
}

TEST(ImageAddress, WhatOnlyTheBuildKnows) {
  const Blog blog;
  for (const char* written :
       {"{{ page.nope }}/a.png", "{{ include.src }}", "{% asset a.png %}", "/a/{{ x | upcase }}.png",
        "{{ site.data.x }}", "{{ site.baseurl", "C:\\pictures\\a.png"}) {
    const Resolved resolved = blog.find(written);
    EXPECT_EQ(resolved.target.kind, Kind::unknown) << written;
    EXPECT_FALSE(resolved.certain) << written;
    EXPECT_FALSE(resolved.target.why.empty()) << written;
  }
}

TEST(ImageAddress, ADraftHasNoDateYet) {
  const Blog blog(Blog::Texts{{"_drafts/b.md", "---\nlayout: post\n---\nText\n"}});
  EXPECT_EQ(blog.find("a.png", "_drafts/b.md").target.kind, Kind::unknown);
  EXPECT_TRUE(blog.find("../../../assets/a.png", "_drafts/b.md").exists);
}

TEST(ImageAddress, BesideTheFileWhereThePluginReadsItSo) {
  const std::map<std::string, std::string> plugin = {{"_config.yml", "plugins: [jekyll-relative-links]\n"},
                                                     {"Gemfile", "gem 'jekyll'\n"}};
  EXPECT_TRUE(Blog(plugin).find("../assets/a.png").exists);
  // Without a Gemfile the host may build it, and its build has that plugin.
  const Resolved hosted = Blog(Blog::Texts{{"_config.yml", "title: x\n"}, {"Gemfile", ""}}).find("../assets/a.png");
  EXPECT_FALSE(hosted.exists);
  EXPECT_FALSE(hosted.certain);
}

TEST(ImageAddress, BelowTheFolderThatThePostNames) {
  const std::map<std::string, std::string> chirpy = {
      {"_config.yml", "theme: jekyll-theme-chirpy\n"},
      {"_posts/2024-03-10-c.md", "---\nmedia_subpath: /assets/pics\nimage:\n  path: b c.png\n---\nText\n"},
      {"_posts/2024-03-11-d.md", "---\ntitle: D\n---\nText\n"}};
  const Blog blog(chirpy);
  EXPECT_TRUE(blog.find("b c.png", "_posts/2024-03-10-c.md").exists);
  EXPECT_TRUE(blog.find("/b c.png", "_posts/2024-03-10-c.md").exists);
  EXPECT_FALSE(blog.find("/assets/a.png", "_posts/2024-03-10-c.md").exists);
  EXPECT_TRUE(blog.find("/assets/a.png", "_posts/2024-03-11-d.md").exists);
  std::map<std::string, std::string> elsewhere = chirpy;
  elsewhere["_config.yml"] = "theme: jekyll-theme-chirpy\ncdn: https://cdn.example\n";
  EXPECT_EQ(Blog(elsewhere).find("b.png", "_posts/2024-03-10-c.md").target.url,
            "https://cdn.example//assets/pics/b.png");
}

TEST(ImageAddress, SubmodulesAreNotHere) {
  const Blog blog(Blog::Texts{{".gitmodules", "[submodule \"x\"]\n\tpath = assets/lib\n\turl = https://x\n"}});
  EXPECT_FALSE(blog.find("/blog/assets/lib/a.png").certain);
}

std::vector<std::string> fieldPictures(const std::string& config, const std::string& frontMatter) {
  const MemoryFiles files({{"_config.yml", config}, {"_posts/2024-01-01-a.md", "---\n" + frontMatter + "---\n"}});
  const Site site = readSite(*detect(files).generator, files);
  const auto post = parsePost(Path("_posts/2024-01-01-a.md"), Text(*files.read(Path("_posts/2024-01-01-a.md"))),
                              site.generator(), site.config());
  std::vector<std::string> found;
  for (const FieldImage& image : fieldImages(site, *post)) {
    EXPECT_EQ(post->text.slice(image.span), image.written);
    found.push_back(std::string(image.field->key) + "=" + image.written);
  }
  return found;
}

TEST(FieldImages, AreFoundWhereFieldsSayThatTheyAreImages) {
  using List = std::vector<std::string>;
  EXPECT_EQ(fieldPictures("theme: minima\n", "title: T\nimage: /a.png\n"), (List{"image=/a.png"}));
  EXPECT_EQ(fieldPictures("title: x\n", "image:\n  path: \"/a.png\"\n  alt: x\n"), (List{"image.path=/a.png"}));
  EXPECT_EQ(fieldPictures("theme: minimal-mistakes-jekyll\n", "header:\n  teaser: /a.png\n  overlay_color: red\n"),
            (List{"header.teaser=/a.png"}));
  const std::string beautiful = "remote_theme: daattali/beautiful-jekyll@6.0.1\n";
  EXPECT_EQ(fieldPictures(beautiful, "cover-img: [/a.png, '/b.png']\nthumbnail-img: \"\"\nshare-img: /c.png\n"),
            (List{"cover-img=/a.png", "cover-img=/b.png", "share-img=/c.png"}));
  EXPECT_EQ(fieldPictures(beautiful, "cover-img:\n  - \"/a.png\"\n"), (List{"cover-img=/a.png"}));
}

TEST(FieldImages, AreWrittenFromTheRootOfTheSite) {
  const MemoryFiles files({{"_config.yml", "theme: minima\nbaseurl: /blog\n"},
                           {"a.png", "x"},
                           {"_posts/2024-01-01-a.md", "---\nimage: a.png\n---\n"},
                           {"_posts/2024-01-02-b.md", "---\nimage: /nope.png\n---\n"}});
  const Site site = readSite(*detect(files).generator, files);
  const auto find = [&](const char* path) {
    const auto post = parsePost(Path(path), Text(*files.read(Path(path))), site.generator(), site.config());
    return findFieldImage(site, *post, fieldImages(site, *post).at(0));
  };
  EXPECT_TRUE(find("_posts/2024-01-01-a.md").exists);
  EXPECT_FALSE(find("_posts/2024-01-02-b.md").exists);
  EXPECT_TRUE(find("_posts/2024-01-02-b.md").certain);
}

}  // namespace
}  // namespace galley::test
