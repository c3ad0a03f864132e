#include "failure.h"

#include "abi.h"

namespace mpuc {

namespace {
thread_local std::string last_error;
constexpr int kMaximumLines = 4;
}  // namespace

void set_error(std::string message) { last_error = std::move(message); }

std::string first_lines(const std::string& message) {
    size_t end = 0;
    for (int line = 0; line < kMaximumLines && end != std::string::npos; line++) {
        size_t next = message.find('\n', end == 0 ? 0 : end + 1);
        size_t start = end == 0 ? 0 : end + 1;
        if (message.compare(start, 22, "Exception raised from ") == 0 || message.compare(start, 10, "frame #0: ") == 0) break;
        end = next;
    }
    std::string text = end == std::string::npos ? message : message.substr(0, end);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

MPUC_API const char* mpuc_last_error() { return last_error.c_str(); }

}  // namespace mpuc
