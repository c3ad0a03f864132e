// Turns every C++ exception into an error code and a message, so that none crosses the C ABI.
#pragma once
#include <exception>
#include <string>

#include <c10/util/Exception.h>

namespace mpuc {

void set_error(std::string message);

// libtorch's message without its stack trace, at most a few lines of it.
std::string first_lines(const std::string& message);

template <typename Body, typename Context>
int guarded(Body&& body, Context&& context) noexcept {
    try {
        try {
            body();
            return 0;
        } catch (const c10::Error& error) {
            set_error(context(first_lines(error.what_without_backtrace())));
        } catch (const std::exception& error) {
            set_error(context(first_lines(error.what())));
        } catch (...) {
            set_error(context("an exception of an unknown type"));
        }
    } catch (...) {
        // Out of memory while writing the message: the code alone has to do.
    }
    return 1;
}

template <typename Body>
int guarded(Body&& body) noexcept {
    return guarded(body, [](std::string message) { return message; });
}

}  // namespace mpuc
