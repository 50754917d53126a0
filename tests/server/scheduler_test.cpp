// The loop and the pool: order, idle steps, and work that comes back to the loop's thread.
#include "server/scheduler.h"

#include <gtest/gtest.h>
#include <pthread.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "analysis/syntax/front_matter.h"
#include "analysis/syntax/yaml.h"

namespace galley::server {
namespace {

TEST(Scheduler, InlineWorkIsDoneAtOnce) {
  Scheduler scheduler(0);
  std::string order;
  scheduler.run([&] { order += 'w'; }, [&] { order += 'd'; });
  EXPECT_EQ(order, "wd");
}

TEST(Scheduler, TasksRunInOrderAndIdleStepsAfterAllOfThem) {
  Scheduler scheduler(0);
  std::string order;
  int steps = 2;
  scheduler.whenIdle([&] {
    if (steps == 0) return false;
    order += 'i';
    if (--steps == 1) scheduler.post([&] { order += 'c'; });
    return true;
  });
  scheduler.post([&] { order += 'a'; });
  scheduler.post([&] { order += 'b'; });
  scheduler.drain();
  EXPECT_EQ(order, "abici");
}

TEST(Scheduler, WhatATaskThrowsEndsNothing) {
  for (const unsigned threads : {0U, 2U}) {
    Scheduler scheduler(threads);
    int done = 0;
    scheduler.post([] { throw std::runtime_error("x"); });
    scheduler.run([] { throw 7; }, [&] { ++done; });
    scheduler.run([] {},
                  [&] {
                    ++done;
                    throw std::runtime_error("y");
                  });
    scheduler.drain();
    EXPECT_EQ(done, 2);
  }
}

TEST(Scheduler, DoneRunsOnTheLoopsThread) {
  Scheduler scheduler(2);
  const auto loop = std::this_thread::get_id();
  std::vector<std::thread::id> done;
  std::atomic<int> elsewhere = 0;
  for (int i = 0; i < 50; ++i)
    scheduler.run([&] { elsewhere += std::this_thread::get_id() != loop ? 1 : 0; },
                  [&] { done.push_back(std::this_thread::get_id()); });
  scheduler.drain();
  EXPECT_EQ(elsewhere, 50);
  EXPECT_EQ(done, std::vector<std::thread::id>(50, loop));
}

// yaml-cpp goes 500 levels deep before it gives up, for which a stack of 128 KB is too small.
TEST(Scheduler, WorkHasTheStackThatTheParsersNeed) {
  Scheduler scheduler(1);
  std::size_t stack = 0;
  std::size_t problems = 0;
  scheduler.run(
      [&] {
        pthread_attr_t attributes;
        void* lowest = nullptr;
        if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
        pthread_attr_getstack(&attributes, &lowest, &stack);
        pthread_attr_destroy(&attributes);
        const std::string brackets(60'000, '[');
        problems = parseFrontMatter(Text("---\na: " + brackets + "\n---\n")).problems.size();
        if (refusedByYaml(brackets)) ++problems;
      },
      [] {});
  scheduler.drain();
  EXPECT_GE(stack, 1024U * 1024U);
  EXPECT_GE(problems, 2U);
}

TEST(Scheduler, TheLoopGoesOnWhileWorkIsRunning) {
  Scheduler scheduler(1);
  std::atomic<bool> release = false;
  scheduler.run([&] { release.wait(false); }, [&] { scheduler.stop(); });
  scheduler.post([&] {
    release = true;
    release.notify_one();
  });
  scheduler.loop();  // would never end if the task waited for the work
  EXPECT_TRUE(release);
}

TEST(Scheduler, StopDropsWorkThatHasNotBegun) {
  Scheduler scheduler(1);
  std::atomic<int> begun = 0;
  std::atomic<bool> release = false;
  const auto held = std::make_shared<int>(0);
  scheduler.run(
      [&] {
        ++begun;
        release.wait(false);
      },
      [] {});
  for (int i = 0; i < 10; ++i) scheduler.run([&begun, held] { ++begun; }, [] {});
  scheduler.post([&] { scheduler.stop(); });
  std::thread loop([&] { scheduler.loop(); });
  release = true;
  release.notify_one();
  loop.join();
  EXPECT_LE(begun, 11);
  EXPECT_EQ(held.use_count(), 1);  // nothing of it lives on
}

TEST(Scheduler, AnyThreadMayPostAndStop) {
  Scheduler scheduler(0);
  int count = 0;
  std::thread other([&] {
    for (int i = 0; i < 1000; ++i) scheduler.post([&] { ++count; });
    scheduler.post([&] { scheduler.stop(); });
  });
  scheduler.loop();
  other.join();
  EXPECT_EQ(count, 1000);
}

}  // namespace
}  // namespace galley::server
