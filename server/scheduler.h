// The loop and the pool: who runs what on which thread. The loop's thread owns all state of the server; the pool's
// threads see immutable snapshots only. Knows nothing of what it runs.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace galley::server {

class Scheduler {
 public:
  /// A pool of that many threads; 0 runs everything inline on the loop, which is what most tests want.
  explicit Scheduler(unsigned poolThreads);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  /// Runs `task` on the loop, in the order of the calls. Any thread.
  void post(std::function<void()> task);
  /// Runs `task` on the loop after a while. Loop only.
  void after(std::chrono::milliseconds delay, std::function<void()> task);
  /// Runs `work` on the pool, then `done` on the loop; `done` runs whatever `work` throws. Loop only.
  void run(std::function<void()> work, std::function<void()> done);
  /// Called on the loop whenever nothing else is waiting, one step at a time; returns false when there is nothing to do
  /// until something else happens. Set once.
  void whenIdle(std::function<bool()> step);

  /// Runs the loop until stop() and then lets the pool end; work that has not begun is dropped.
  void loop();
  /// Makes loop() return. Any thread.
  void stop();
  /// Makes SIGTERM, SIGINT and SIGHUP call stop(). Before loop().
  void stopOnSignals();
  /// For tests, instead of loop(): runs until nothing is waiting, idle steps and the pool's work included.
  void drain();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace galley::server
