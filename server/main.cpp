// The command line: which commands and options there are. What they do stands in commands/. Main thread.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/text/unicode.h"
#include "server/commands/check.h"
#include "server/commands/inspect.h"
#include "server/commands/lsp.h"
#include "server/commands/print.h"
#include "server/commands/rules.h"
#include "server/printable.h"
#include "server/reports/ci_guard.h"
#include "server/reports/colours.h"

namespace {

using namespace galley;
using namespace galley::server;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::int64_t secondsNow() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

struct Options {
  bool serve = false;
  CheckOptions check;
  ColourChoice colour = ColourChoice::automatic;
  InspectOptions inspect;
  std::string rule;
};

/// An option that understands only these words.
template <class T>
void takesOneOf(CLI::Option* option, const std::map<std::string, T>& words) {
  std::string all;
  for (const auto& [word, value] : words) (all += all.empty() ? "" : "|") += word;
  option->type_name(all)->transform([=](const std::string& word) {
    const auto found = words.find(word);
    if (found == words.end()) throw CLI::ValidationError('"' + word + "\" is none of " + all);
    return std::to_string(static_cast<int>(found->second));
  });
}

/// The table of commands and options; what a command line says of them lands in `options`.
void declare(CLI::App& app, Options& options) {
  app.set_version_flag("--version", std::string("galley ") + GALLEY_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  app.add_flag("--stdio", options.serve, "Serve an editor on standard input and output (the same as `galley lsp`)");
  app.require_subcommand(0, 1);

  CLI::App* lsp = app.add_subcommand("lsp", "Serve an editor on standard input and output");
  lsp->add_flag("--stdio", options.serve, "Accepted, as editors give it: there is no other way");

  CLI::App* check = app.add_subcommand("check", "Report what is wrong with the posts of whole sites");
  check->add_option("PATH", options.check.paths, "Sites, folders or posts (default: the current folder)")
      ->type_name("");
  takesOneOf<ReportFormat>(check->add_option("--format", options.check.format, "How to report (default: human)"),
                           {{"human", ReportFormat::human}, {"json", ReportFormat::json}});
  takesOneOf<ColourChoice>(
      check->add_option("--color", options.colour, "When to use colours (default: auto)"),
      {{"auto", ColourChoice::automatic}, {"always", ColourChoice::always}, {"never", ColourChoice::never}});
  check->footer("Exit code: 0 clean (hints do not count), 1 findings, 2 galley could not do its work.");

  CLI::App* inspect = app.add_subcommand("inspect", "Show what galley believes of a site or a post");
  inspect->add_option("PATH", options.inspect.path, "A site, a folder or a post (default: the current folder)")
      ->type_name("");
  inspect->add_flag("--json", options.inspect.json, "For programs: the documented, versioned form");
  inspect->footer("Exit code: 0, or 2 if the path cannot be read.");

  CLI::App* rules = app.add_subcommand("rules", "List the rules, or explain one");
  rules->add_option("ID", options.rule, "The rule to explain, such as unknown-key")->type_name("");
}

std::vector<std::string> namesOfOptions(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// What is wrong with a word that no option or command took, and which name was meant.
std::string explain(const CLI::App& app, const std::string& word) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  const bool isOption = word.starts_with('-');
  if (!isOption && !chosen.empty()) return "there is one argument too many: \"" + word + '"';
  std::vector<std::string> names;
  if (isOption) {
    names = namesOfOptions(chosen.empty() ? app : *chosen.front());
  } else {
    for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  }
  const std::string* nearest = word.size() > 2 ? findNearest(word, names) : nullptr;
  std::string message = (isOption ? "there is no option \"" : "there is no command \"") + word + '"';
  if (nearest != nullptr) return message + ". Did you mean \"" + *nearest + "\"?";
  if (!isOption) message += ". To check a file or folder: galley check PATH";
  return message;
}

Answer misuse(const CLI::App& app, const CLI::ParseError& error) {
  std::string message = error.what();
  const std::vector<std::string> unknown = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty())
    message = explain(app, unknown.front().substr(0, unknown.front().find('=')));
  return {.code = exitFailed, .err = "galley: " + printable(message) + "\nTry: galley --help\n"};
}

Answer run(const CLI::App& app, Options& options) {
  const std::string folder = std::filesystem::current_path().string();
  if (app.got_subcommand("check")) {
    options.check.currentFolder = folder;
    options.check.now = secondsNow();
    options.check.colours = wantsColours(options.colour, environment, ::isatty(STDOUT_FILENO) == 1);
    Answer answer = runCheck(options.check);
    if (options.check.format == ReportFormat::human && environment("GITHUB_ACTIONS") == "true")
      answer.out = guarded(answer.out);
    return answer;
  }
  if (app.got_subcommand("inspect")) {
    options.inspect.currentFolder = folder;
    options.inspect.now = secondsNow();
    return runInspect(options.inspect);
  }
  if (app.got_subcommand("rules")) return runRules(options.rule);
  return {.out = app.help()};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"galley looks after blogs: posts in Markdown with front matter.", "galley"};
  Options options;
  declare(app, options);
  try {
    app.parse(argc, argv);
    if (options.serve || app.got_subcommand("lsp")) return runLsp();
    return print(run(app, options));
  } catch (const CLI::CallForHelp&) {
    return print({.out = app.help()});
  } catch (const CLI::Success& said) {  // --version
    return print({.out = std::string(said.what()) + '\n'});
  } catch (const CLI::ParseError& error) {
    return print(misuse(app, error));
  } catch (const std::exception& error) {
    return print({.code = exitFailed, .err = "galley: " + printable(error.what()) + '\n'});
  }
}
