// See the header.
#include "server/scheduler.h"

#include <csignal>
#include <exception>
#include <optional>
#include <string>

#include "server/asio.h"
#include "server/log.h"

namespace galley::server {

namespace asio = boost::asio;

struct Scheduler::Parts {
  explicit Parts(unsigned poolThreads) : hold(asio::make_work_guard(context)), signals(context) {
    if (poolThreads > 0) pool.emplace(poolThreads);
  }

  asio::io_context context;
  asio::executor_work_guard<asio::io_context::executor_type> hold;  // the loop waits instead of ending
  asio::signal_set signals;
  std::optional<asio::thread_pool> pool;
  std::function<bool()> idle;
  std::size_t running = 0;  // pieces of work whose `done` has not run yet; loop only
};

namespace {

/// Nothing may end the server: what a task throws is logged.
void guarded(const std::function<void()>& task) {
  try {
    task();
  } catch (const std::exception& error) {
    log(LogLevel::error, std::string("a task failed: ") + error.what());
  } catch (...) {
    log(LogLevel::error, "a task failed");
  }
}

}  // namespace

Scheduler::Scheduler(unsigned poolThreads) : parts_(std::make_unique<Parts>(poolThreads)) {}

Scheduler::~Scheduler() {
  if (!parts_->pool) return;
  parts_->pool->stop();
  parts_->pool->join();
}

void Scheduler::post(std::function<void()> task) {
  asio::post(parts_->context, [task = std::move(task)] { guarded(task); });
}

void Scheduler::after(std::chrono::milliseconds delay, std::function<void()> task) {
  auto timer = std::make_shared<asio::steady_timer>(parts_->context, delay);
  timer->async_wait([timer, task = std::move(task)](const boost::system::error_code& error) {
    if (!error) guarded(task);
  });
}

void Scheduler::run(std::function<void()> work, std::function<void()> done) {
  if (!parts_->pool) {
    guarded(work);
    guarded(done);
    return;
  }
  ++parts_->running;
  asio::post(*parts_->pool, [this, work = std::move(work), done = std::move(done)]() mutable {
    guarded(work);
    work = nullptr;  // what it holds is given back before `done` looks at the world
    post([this, done = std::move(done)] {
      --parts_->running;
      done();
    });
  });
}

void Scheduler::whenIdle(std::function<bool()> step) { parts_->idle = std::move(step); }

void Scheduler::loop() {
  auto& context = parts_->context;
  while (!context.stopped()) {
    if (context.poll_one() > 0) continue;
    bool more = false;
    guarded([&] { more = parts_->idle && parts_->idle(); });
    if (!more) context.run_one();
  }
  if (parts_->pool) {
    parts_->pool->stop();
    parts_->pool->join();
    parts_->pool.reset();
  }
  // What the pool finished is told to its owner, so that nothing outlives who it belongs to.
  context.restart();
  context.poll();
}

void Scheduler::stop() { parts_->context.stop(); }

void Scheduler::stopOnSignals() {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) parts_->signals.add(signal);
  parts_->signals.async_wait([this](const boost::system::error_code& error, int) {
    if (!error) stop();
  });
}

void Scheduler::drain() {
  auto& context = parts_->context;
  for (;;) {
    if (context.poll_one() > 0) continue;
    if (parts_->idle && parts_->idle()) continue;
    if (parts_->running == 0) return;
    context.run_one();
  }
}

}  // namespace galley::server
