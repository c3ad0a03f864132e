using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The C ABI of native/. A function that returns <c>int</c> as a status is checked with <see cref="NativeError.Check(int)"/>.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryLoader.Name;

    [LibraryImport(Library)] internal static partial byte* mpuc_last_error();
    [LibraryImport(Library)] internal static partial byte* mpuc_version();
    [LibraryImport(Library)] internal static partial byte* mpuc_blas();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mpuc_operator_find(string name, string overload, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int mpuc_operator_call(IntPtr op, NativeValue* arguments, int count, NativeValue* results, int capacity, int* returned);

    [LibraryImport(Library)] internal static partial long mpuc_live_tensors();
    [LibraryImport(Library)] internal static partial void mpuc_tensor_release(IntPtr tensor);
    [LibraryImport(Library)] internal static partial IntPtr mpuc_tensor_share(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int mpuc_tensor_info(IntPtr tensor, TensorInfo* info);
    [LibraryImport(Library)] internal static partial int mpuc_tensor_data(IntPtr tensor, void** data);

    [LibraryImport(Library)]
    internal static partial int mpuc_tensor_copy_of(void* data, long* sizes, int dimensions, int dtype, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int mpuc_tensor_over(
        void* data, long* sizes, int dimensions, int dtype, delegate* unmanaged<IntPtr, void> release, IntPtr context, out IntPtr result);

    [LibraryImport(Library)] internal static partial int mpuc_can_cast(int from, int to);
    [LibraryImport(Library)] internal static partial int mpuc_promote_types(int left, int right);

    [LibraryImport(Library)] internal static partial int mpuc_requires_grad(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int mpuc_set_requires_grad(IntPtr tensor, int value);
    [LibraryImport(Library)] internal static partial int mpuc_is_leaf(IntPtr tensor, out int result);
    [LibraryImport(Library)] internal static partial int mpuc_grad(IntPtr tensor, out IntPtr result);
    [LibraryImport(Library)] internal static partial int mpuc_set_grad(IntPtr tensor, IntPtr grad);
    [LibraryImport(Library)] internal static partial int mpuc_retain_grad(IntPtr tensor);

    [LibraryImport(Library)]
    internal static partial int mpuc_backward(
        IntPtr* tensors, int count, IntPtr* grads, int gradCount, int retainGraph, int createGraph, IntPtr* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int mpuc_autograd_grad(
        IntPtr* outputs, int outputCount, IntPtr* inputs, int inputCount, IntPtr* grads, int gradCount, int retainGraph, int createGraph,
        int allowUnused, IntPtr* results);

    [LibraryImport(Library)] internal static partial int mpuc_grad_mode();
    [LibraryImport(Library)] internal static partial void mpuc_set_grad_mode(int enabled);
    [LibraryImport(Library)] internal static partial int mpuc_inference_mode();
    [LibraryImport(Library)] internal static partial IntPtr mpuc_inference_mode_begin(int enabled);
    [LibraryImport(Library)] internal static partial void mpuc_inference_mode_end(IntPtr guard);
    [LibraryImport(Library)] internal static partial int mpuc_anomaly_mode();
    [LibraryImport(Library)] internal static partial int mpuc_anomaly_checks_nan();
    [LibraryImport(Library)] internal static partial void mpuc_set_anomaly_mode(int enabled, int checkNaN);
    [LibraryImport(Library)] internal static partial int mpuc_autocast(int deviceType, out int enabled);
    [LibraryImport(Library)] internal static partial int mpuc_set_autocast(int deviceType, int enabled, int dtype);

    [LibraryImport(Library)] internal static partial int mpuc_threads();
    [LibraryImport(Library)] internal static partial int mpuc_interop_threads();
    [LibraryImport(Library)] internal static partial int mpuc_set_threads(int count);
    [LibraryImport(Library)] internal static partial int mpuc_set_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int mpuc_default_dtype();
    [LibraryImport(Library)] internal static partial int mpuc_set_default_dtype(int dtype);
    [LibraryImport(Library)] internal static partial int mpuc_deterministic();
    [LibraryImport(Library)] internal static partial int mpuc_set_deterministic(int enabled, int warnOnly);
    [LibraryImport(Library)] internal static partial int mpuc_device_count(int deviceType, out int result);
    [LibraryImport(Library)] internal static partial int mpuc_has_cudnn(out int result);

    [LibraryImport(Library)] internal static partial int mpuc_manual_seed(ulong seed);
    [LibraryImport(Library)] internal static partial int mpuc_generator_default(int deviceType, int deviceIndex, out IntPtr result);
    [LibraryImport(Library)] internal static partial int mpuc_generator_new(ulong seed, int deviceType, int deviceIndex, out IntPtr result);
    [LibraryImport(Library)] internal static partial void mpuc_generator_release(IntPtr generator);
    [LibraryImport(Library)] internal static partial int mpuc_generator_set_seed(IntPtr generator, ulong seed);
    [LibraryImport(Library)] internal static partial int mpuc_generator_seed(IntPtr generator, out ulong result);
    [LibraryImport(Library)] internal static partial int mpuc_generator_initial_seed(IntPtr generator, out ulong result);
    [LibraryImport(Library)] internal static partial int mpuc_generator_state(IntPtr generator, out IntPtr result);
    [LibraryImport(Library)] internal static partial int mpuc_generator_set_state(IntPtr generator, IntPtr state);
}
