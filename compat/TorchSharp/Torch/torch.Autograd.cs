namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>Gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>, in their order.</summary>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false)
        {
            var results = new IntPtr[inputs.Count];
            fixed (IntPtr* outputHandles = Handles(outputs), inputHandles = Handles(inputs), gradHandles = Handles(grad_outputs), resultHandles = results) {
                NativeError.Check(NativeMethods.mpuc_autograd_grad(
                    outputHandles, outputs.Count, inputHandles, inputs.Count, gradHandles, grad_outputs?.Count ?? 0, retain_graph ? 1 : 0,
                    create_graph ? 1 : 0, allow_unused ? 1 : 0, resultHandles));
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            // An unused input has no gradient and stays null, as in TorchSharp.
            return [.. results.Select(handle => Tensor.OwnOptional((void*)handle)!)];
        }

        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            fixed (IntPtr* handles = Handles(tensors), gradHandles = Handles(grad_tensors), inputHandles = Handles(inputs)) {
                NativeError.Check(NativeMethods.mpuc_backward(
                    handles, tensors.Count, gradHandles, grad_tensors?.Count ?? 0, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0,
                    inputHandles, inputs?.Count ?? 0));
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>From one scalar to all leaves, which is what a step of a training asks.</summary>
        internal static unsafe void Backward(Tensor scalar)
        {
            var handle = scalar.Handle;
            NativeError.Check(NativeMethods.mpuc_backward(&handle, 1, null, 0, 0, 0, null, 0));
            GC.KeepAlive(scalar);
        }

        /// <summary>Until disposed, backward says which forward operator a failing gradient came from.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(enabled: true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static IntPtr[] Handles(IList<Tensor>? tensors)
        {
            if (tensors is null) {
                return [];
            }

            var handles = new IntPtr[tensors.Count];
            for (var i = 0; i < handles.Length; i++) {
                handles[i] = tensors[i] is { } tensor ? tensor.Handle : IntPtr.Zero;
            }

            return handles;
        }
    }
}
