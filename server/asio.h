// The only include of Boost.Asio. Only scheduler.cpp needs it.
#pragma once

// Asio orders its completions with a fence, which ThreadSanitizer does not see and g++ warns of; its queues have locks
// besides.
#if defined(__SANITIZE_THREAD__) && defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wtsan"
#endif

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <utility>  // Asio of Boost 1.74 uses std::exchange without it
