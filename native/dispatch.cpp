// Boxed dispatch: any ATen operator by name, with autograd, autocast and every device that libtorch has.
#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <c10/core/GradMode.h>

#include "abi.h"
#include "failure.h"
#include "handle.h"

namespace mpuc {

namespace {

struct Operator {
    c10::OperatorHandle handle;
    std::string name;
    // libtorch changed its optional from its own type to std::optional.
    std::vector<std::decay_t<decltype(std::declval<const c10::Argument&>().default_value())>> defaults;
    std::vector<bool> takes_double;  // a C# integer is welcome where the schema says float
    bool can_skip_autograd;          // see skips_autograd
};

bool is_float(const c10::TypePtr& type) {
    if (type->kind() == c10::TypeKind::OptionalType) return is_float(type->castRaw<c10::OptionalType>()->getElementType());
    return type->kind() == c10::TypeKind::FloatType;
}

c10::List<at::Tensor> tensors(const Value& value) {
    auto handles = static_cast<void**>(value.pointer);
    c10::List<at::Tensor> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++) list.push_back(borrow(handles[i]));
    return list;
}

c10::IValue optional_tensors(const Value& value) {
    auto handles = static_cast<void**>(value.pointer);
    c10::impl::GenericList list(c10::OptionalType::create(c10::TensorType::get()));
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++) list.push_back(handles[i] == nullptr ? c10::IValue() : c10::IValue(borrow(handles[i])));
    return list;
}

c10::IValue to_ivalue(const Value& value) {
    switch (value.tag) {
        case Tag::None: return {};
        case Tag::Tensor: return borrow(value.pointer);
        case Tag::Int: return value.integer;
        case Tag::Double: return value.real;
        case Tag::Bool: return value.integer != 0;
        case Tag::IntList: {
            auto items = static_cast<int64_t*>(value.pointer);
            return c10::IValue(at::IntArrayRef(items, value.count));
        }
        case Tag::DoubleList: {
            auto items = static_cast<double*>(value.pointer);
            return c10::IValue(at::ArrayRef<double>(items, value.count));
        }
        case Tag::TensorList: return tensors(value);
        case Tag::OptionalTensorList: return optional_tensors(value);
        case Tag::String: return std::string(static_cast<const char*>(value.pointer), value.count);
        case Tag::Device: return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
        case Tag::Generator: return borrow_generator(value.pointer);
        case Tag::Complex: {
            auto parts = static_cast<double*>(value.pointer);
            return c10::IValue(c10::complex<double>(parts[0], parts[1]));
        }
        default: TORCH_CHECK(false, "an argument has the unknown tag ", static_cast<int32_t>(value.tag));
    }
}

// The handles of a returned list stay in this buffer until the thread's next call; the caller copies them out at once.
thread_local std::vector<void*> list_results;

Value to_value(c10::IValue&& result) {
    Value value{Tag::None, 0, {nullptr}};
    if (result.isTensor()) {
        value.tag = Tag::Tensor;
        value.pointer = own(std::move(result).toTensor());
    } else if (result.isInt()) {
        value.tag = Tag::Int;
        value.integer = result.toInt();
    } else if (result.isDouble()) {
        value.tag = Tag::Double;
        value.real = result.toDouble();
    } else if (result.isBool()) {
        value.tag = Tag::Bool;
        value.integer = result.toBool() ? 1 : 0;
    } else if (result.isTensorList()) {
        value.tag = Tag::TensorList;
        list_results.clear();
        for (at::Tensor tensor : std::move(result).toTensorVector()) list_results.push_back(own(std::move(tensor)));
        value.count = static_cast<int32_t>(list_results.size());
        value.pointer = list_results.data();
    } else if (!result.isNone()) {
        TORCH_CHECK(false, "a result of type ", result.tagKind(), " is not supported");
    }
    return value;
}

std::string with_arguments(const Operator& op, const Value* arguments, int32_t count, const std::string& message) {
    std::ostringstream text;
    text << op.name << ": " << message;
    const auto& schema = op.handle.schema().arguments();
    const char* separator = "\nArguments: ";
    for (int32_t i = 0; i < count && i < static_cast<int32_t>(schema.size()); i++) {
        const Value& value = arguments[i];
        bool list = value.tag == Tag::TensorList || value.tag == Tag::OptionalTensorList;
        if (!list && value.tag != Tag::Tensor) continue;
        auto handles = list ? static_cast<void**>(value.pointer) : nullptr;
        text << separator << schema[i].name() << ' ';
        if (!list) text << describe(borrow(value.pointer));
        for (int32_t j = 0; list && j < value.count && j < 8; j++) text << (j == 0 ? "" : ", ") << describe(borrow(handles[j]));
        separator = ", ";
    }
    return text.str();
}

void push(torch::jit::Stack& stack, const Operator& op, const Value* arguments, int32_t count) {
    int32_t expected = static_cast<int32_t>(op.defaults.size());
    TORCH_CHECK(count <= expected, "takes ", expected, " arguments, but ", count, " were given");
    for (int32_t i = 0; i < count; i++) {
        if (arguments[i].tag == Tag::Int && op.takes_double[i]) {
            stack.emplace_back(static_cast<double>(arguments[i].integer));
        } else {
            stack.push_back(to_ivalue(arguments[i]));
        }
    }
    for (int32_t i = count; i < expected; i++) {
        TORCH_CHECK(op.defaults[i].has_value(), "the argument ", op.handle.schema().arguments()[i].name(), " is missing");
        stack.push_back(*op.defaults[i]);
    }
}

// Whether libtorch's own operator makes new tensors only: none of its results shares memory with an argument, and it changes none.
bool makes_new_tensors(const c10::FunctionSchema& schema) {
    auto shares = [](const c10::Argument& argument) { return argument.alias_info() != nullptr; };
    return schema.name().compare(0, 6, "aten::") == 0 && std::none_of(schema.arguments().begin(), schema.arguments().end(), shares)
        && std::none_of(schema.returns().begin(), schema.returns().end(), shares);
}

bool requires_grad(const Value& value) {
    auto one = [](void* handle) { return handle != nullptr && static_cast<c10::TensorImpl*>(handle)->requires_grad(); };
    if (value.tag == Tag::Tensor) return one(value.pointer);
    if (value.tag != Tag::TensorList && value.tag != Tag::OptionalTensorList) return false;
    auto handles = static_cast<void**>(value.pointer);
    return std::any_of(handles, handles + value.count, one);
}

// Where no gradient can come of a call, the way through autograd, of this operator and of those that it is made of, would end in the same kernels.
bool skips_autograd(const Operator& op, const Value* arguments, int32_t count) {
    return op.can_skip_autograd && (!c10::GradMode::is_enabled() || std::none_of(arguments, arguments + count, requires_grad));
}

thread_local torch::jit::Stack spare_stack;

}  // namespace

// Operators live as long as the process: the managed side keeps each handle in a static field.
MPUC_API int mpuc_operator_find(const char* name, const char* overload, void** result) {
    return guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(handle.has_value(), "this libtorch has no operator ", name, *overload == '\0' ? "" : ".", overload);
        auto op = std::make_unique<Operator>(Operator{*handle, std::string(name), {}, {}, makes_new_tensors(handle->schema())});
        for (const auto& argument : handle->schema().arguments()) {
            op->defaults.push_back(argument.default_value());
            op->takes_double.push_back(is_float(argument.type()));
        }
        *result = op.release();
    });
}

// Runs the operator and writes its first `capacity` results; the others are dropped. `result_count` tells how many it returned.
MPUC_API int mpuc_operator_call(
    void* handle, const Value* arguments, int32_t count, Value* results, int32_t capacity, int32_t* result_count) {
    const Operator& op = *static_cast<Operator*>(handle);
    return guarded(
        [&] {
            // Taken, not borrowed: an operator may call back into C# (custom autograd) and from there come here again.
            torch::jit::Stack stack = std::move(spare_stack);
            stack.clear();
            push(stack, op, arguments, count);
            if (skips_autograd(op, arguments, count)) {
                at::AutoDispatchBelowAutograd below;
                op.handle.callBoxed(stack);
            } else {
                op.handle.callBoxed(stack);
            }
            int32_t returned = static_cast<int32_t>(stack.size());
            for (int32_t i = 0; i < returned && i < capacity; i++) results[i] = to_value(std::move(stack[i]));
            *result_count = returned;
            stack.clear();
            spare_stack = std::move(stack);
        },
        [&](const std::string& message) { return with_arguments(op, arguments, count, message); });
}

}  // namespace mpuc
