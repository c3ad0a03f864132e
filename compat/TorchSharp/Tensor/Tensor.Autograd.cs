namespace TorchSharp;

public static partial class torch
{
    /// <content>Gradients.</content>
    public partial class Tensor
    {
        public bool requires_grad
        {
            get
            {
                var result = NativeMethods.mpuc_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return result;
            }

            set => requires_grad_(value);
        }

        /// <summary>Whether no operator made it, so that backward leaves a gradient in it.</summary>
        public bool is_leaf
        {
            get
            {
                NativeError.Check(NativeMethods.mpuc_is_leaf(Handle, out var leaf));
                GC.KeepAlive(this);
                return leaf != 0;
            }
        }

        /// <summary>The accumulated gradient; null before the first backward.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                NativeError.Check(NativeMethods.mpuc_grad(Handle, out var gradient));
                GC.KeepAlive(this);
                return OwnOptional((void*)gradient);
            }

            set
            {
                NativeError.Check(NativeMethods.mpuc_set_grad(Handle, value is null ? IntPtr.Zero : value.Handle));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            NativeError.Check(NativeMethods.mpuc_set_requires_grad(Handle, requires_grad ? 1 : 0));
            GC.KeepAlive(this);
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            NativeError.Check(NativeMethods.mpuc_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        /// <summary>Adds the gradient of this scalar to every leaf that it depends on.</summary>
        public void backward() => autograd.Backward(this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
